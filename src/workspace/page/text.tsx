/** Draws text: links, mentions, dates, emoji. */
import type { JSX } from 'preact';
import { displayName, useDesk } from './desk.ts';
import { emojiOf } from './emoji.ts';
import type { Inline } from './inline.ts';
import { parseMrkdwn } from './mrkdwn.ts';
import { formatDate, fullTime } from './when.ts';

export const Link = ({
  url,
  children,
}: {
  readonly url: string;
  readonly children: JSX.Element | readonly JSX.Element[] | string;
}): JSX.Element => (
  <a href={url} target="_blank" rel="noopener noreferrer">
    {children}
  </a>
);

export const UserMention = ({ id }: { readonly id: string }): JSX.Element => {
  const { person, me } = useDesk();
  return <span class={`mention ${id === me.id ? 'of-me' : ''}`}>@{displayName(person(id), id)}</span>;
};

export const ChannelMention = ({ id, name }: { readonly id: string; readonly name: string }): JSX.Element => {
  const { channel, go } = useDesk();
  const known = channel(id);
  if (!known) return <span class="mention">#{name || 'private-channel'}</span>;
  return (
    <button type="button" class="mention as-link" onClick={() => go({ kind: 'channel', id })}>
      #{known.name}
    </button>
  );
};

export const When = ({
  seconds,
  format,
  url,
}: {
  readonly seconds: number;
  readonly format: string;
  readonly url: string | null;
}): JSX.Element => {
  const { zone, now } = useDesk();
  const shown = (
    <time dateTime={new Date(seconds * 1000).toISOString()} title={fullTime(seconds, zone)}>
      {formatDate(seconds, format, zone, now)}
    </time>
  );
  return url === null ? shown : <Link url={url}>{shown}</Link>;
};

export const Emoji = ({ name }: { readonly name: string }): JSX.Element => {
  const char = emojiOf(name);
  return char === undefined ? (
    <>:{name}:</>
  ) : (
    <span class="emoji" role="img" aria-label={name.replaceAll('_', ' ')}>
      {char}
    </span>
  );
};

const InlinePiece = ({ node }: { readonly node: Inline }): JSX.Element => {
  switch (node.type) {
    case 'text':
      return <>{node.text}</>;
    case 'bold':
      return (
        <strong>
          <Inlines nodes={node.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inlines nodes={node.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Inlines nodes={node.children} />
        </s>
      );
    case 'code':
      return <code>{node.text}</code>;
    case 'link':
      return (
        <Link url={node.url}>
          <Inlines nodes={node.label} />
        </Link>
      );
    case 'user':
      return <UserMention id={node.id} />;
    case 'channel':
      return <ChannelMention id={node.id} name={node.name} />;
    case 'mention':
      return <span class="mention of-me">{node.text}</span>;
    case 'date':
      return <When seconds={node.seconds} format={node.format} url={node.url} />;
    case 'emoji':
      return <Emoji name={node.name} />;
  }
};

export const Inlines = ({ nodes }: { readonly nodes: readonly Inline[] }): JSX.Element => (
  <>
    {nodes.map((node, index) => (
      <InlinePiece key={index} node={node} />
    ))}
  </>
);

export const Mrkdwn = ({ text }: { readonly text: string }): JSX.Element => (
  <>
    {parseMrkdwn(text).map((chunk, index) => {
      if (chunk.type === 'pre') return <pre key={index}>{chunk.text}</pre>;
      const content = <Inlines nodes={chunk.children} />;
      return chunk.type === 'quote' ? (
        <blockquote key={index}>{content}</blockquote>
      ) : (
        <span key={index} class="lines">
          {content}
        </span>
      );
    })}
  </>
);

/** `plain_text`: nothing is styled, but shortcodes become emoji unless the app says no. */
export const PlainText = ({
  text,
  emoji = true,
}: {
  readonly text: string;
  readonly emoji?: boolean | undefined;
}): JSX.Element => (
  <>{emoji ? text.replace(/:([a-z0-9_+-]+):/g, (whole, name: string) => emojiOf(name) ?? whole) : text}</>
);

export const Text = ({
  text,
}: {
  readonly text: { readonly type: string; readonly text: string; readonly emoji?: boolean };
}): JSX.Element =>
  text.type === 'mrkdwn' ? <Mrkdwn text={text.text} /> : <PlainText text={text.text} emoji={text.emoji} />;
