/** Draws a rich_text block. */
import type { RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import type { ComponentChildren, JSX } from 'preact';
import { safeUrl } from './inline.ts';
import { ChannelMention, Emoji, Link, UserMention, When } from './text.tsx';

const Leaf = ({ leaf }: { readonly leaf: RichTextElement }): JSX.Element => {
  switch (leaf.type) {
    case 'text':
      return <>{leaf.text}</>;
    case 'link': {
      const url = safeUrl(leaf.url);
      const label = leaf.text ?? leaf.url;
      return url === null ? <span>{label}</span> : <Link url={url}>{label}</Link>;
    }
    case 'user':
      return <UserMention id={leaf.user_id} />;
    case 'channel':
      return <ChannelMention id={leaf.channel_id} name="" />;
    case 'usergroup':
      return <span class="mention">@{leaf.usergroup_id}</span>;
    case 'team':
      return <span class="mention">@{leaf.team_id}</span>;
    case 'broadcast':
      return <span class="mention of-me">@{leaf.range}</span>;
    case 'emoji':
      return <Emoji name={leaf.name} />;
    case 'color':
      return <code>{leaf.value}</code>;
    case 'date':
      return <When seconds={leaf.timestamp} format={leaf.format} url={safeUrl(leaf.url ?? '')} />;
  }
};

const Styled = ({ leaf }: { readonly leaf: RichTextElement }): JSX.Element => {
  const { bold, italic, strike, code } = leaf.style ?? {};
  let shown = <Leaf leaf={leaf} />;
  if (code) shown = <code>{shown}</code>;
  if (strike) shown = <s>{shown}</s>;
  if (italic) shown = <em>{shown}</em>;
  return bold ? <strong>{shown}</strong> : shown;
};

const Leaves = ({ leaves }: { readonly leaves: readonly RichTextElement[] }): JSX.Element => (
  <>
    {leaves.map((leaf, index) => (
      <Styled key={index} leaf={leaf} />
    ))}
  </>
);

const Part = ({ part }: { readonly part: RichTextBlockElement }): JSX.Element => {
  switch (part.type) {
    case 'rich_text_section':
      return (
        <div class="rich-section">
          <Leaves leaves={part.elements} />
        </div>
      );
    case 'rich_text_quote':
      return (
        <blockquote>
          <Leaves leaves={part.elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <Leaves leaves={part.elements} />
        </pre>
      );
    case 'rich_text_list':
      return <RichList part={part} />;
  }
};

const RichList = ({
  part,
}: {
  readonly part: Extract<RichTextBlockElement, { type: 'rich_text_list' }>;
}): JSX.Element => {
  const items: ComponentChildren = part.elements.map((item, index) => (
    <li key={index}>
      <Leaves leaves={item.elements} />
    </li>
  ));
  const indent = `indent-${Math.min(part.indent ?? 0, 8)}`;
  return part.style === 'ordered' ? (
    <ol class={indent} start={1 + offsetOf(part)}>
      {items}
    </ol>
  ) : (
    <ul class={indent}>{items}</ul>
  );
};

const offsetOf = (part: object): number =>
  'offset' in part && typeof part.offset === 'number' ? part.offset : 0;

export const RichText = ({ block }: { readonly block: RichTextBlock }): JSX.Element => (
  <div class="rich-text">
    {block.elements.map((part, index) => (
      <Part key={index} part={part} />
    ))}
  </div>
);
