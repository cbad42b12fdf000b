/** One message with its author, blocks, files and actions. */
import type { JSX } from 'preact';
import type { WorkspaceMessage } from '../contract.ts';
import { Avatar } from './avatar.tsx';
import { Blocks } from './blocks.tsx';
import { channelLabel, displayName, useDesk } from './desk.ts';
import { EyeIcon, MoreIcon, ReplyIcon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { SharedFiles } from './shared-files.tsx';
import { knownBlocks, useSurface } from './surface.ts';
import { Mrkdwn } from './text.tsx';
import { clockTime, fullTime, secondsOf } from './when.ts';

type MessageProps = {
  readonly message: WorkspaceMessage;
  /** True when the line above is of the same person a moment ago: no avatar, no name again. */
  readonly follows: boolean;
  readonly inThread: boolean;
};

export const MessageRow = ({ message, follows, inThread }: MessageProps): JSX.Element => {
  const { person, me } = useDesk();
  const author = person(message.user);
  const name = displayName(author, message.user);
  const isPrivate = message.ephemeralFor !== null;
  return (
    <article
      class={`message ${follows ? 'follows' : ''} ${isPrivate ? 'ephemeral' : ''}`}
      data-ts={message.ts}
      data-channel={message.channel}
      tabIndex={-1}
      aria-label={`${name}${message.user === me.id ? ' (you)' : ''}`}
    >
      {isPrivate && (
        <p class="only-you">
          <EyeIcon />
          <span>Only visible to you</span>
        </p>
      )}
      <div class="gutter">
        {follows ? <Stamp ts={message.ts} /> : <Avatar person={author} size="medium" />}
      </div>
      <div class="message-main">
        {!follows && (
          <p class="byline">
            <strong>{name}</strong>
            {author?.isBot && <span class="badge">APP</span>}
            <Stamp ts={message.ts} />
          </p>
        )}
        <Body message={message} />
        {!inThread && <Replies message={message} />}
        {isPrivate && <Dismiss message={message} />}
      </div>
      {!isPrivate && <Toolbar message={message} inThread={inThread} />}
    </article>
  );
};

export const Stamp = ({ ts }: { readonly ts: string }): JSX.Element => {
  const { zone } = useDesk();
  const seconds = secondsOf(ts);
  return (
    <time class="stamp" dateTime={new Date(seconds * 1000).toISOString()} title={fullTime(seconds, zone)}>
      {clockTime(seconds, zone)}
    </time>
  );
};

const Body = ({ message }: { readonly message: WorkspaceMessage }): JSX.Element => {
  const blocks = knownBlocks(message.blocks);
  const surface = useSurface({ channel: message.channel, ts: message.ts }, blocks);
  return (
    <div class="message-body">
      {blocks.length > 0 ? <Blocks blocks={blocks} surface={surface} /> : <Mrkdwn text={message.text} />}
      <SharedFiles files={message.files} />
      {message.edited && <span class="edited">(edited)</span>}
    </div>
  );
};

const Replies = ({ message }: { readonly message: WorkspaceMessage }): JSX.Element | null => {
  const { state, person, openThread } = useDesk();
  const replies = state.snapshot.messages.filter(
    (one) => one.channel === message.channel && one.threadTs === message.ts && one.ts !== message.ts,
  );
  const count = Math.max(message.replies, replies.length);
  if (count === 0) return null;
  const authors = [...new Set(replies.map((one) => one.user))].slice(0, 4);
  return (
    <button type="button" class="replies" onClick={() => openThread(message.channel, message.ts)}>
      {authors.map((id) => (
        <Avatar key={id} person={person(id)} size="small" />
      ))}
      <span class="count">{count === 1 ? '1 reply' : `${count} replies`}</span>
      <span class="view-thread">View thread</span>
    </button>
  );
};

const Dismiss = ({ message }: { readonly message: WorkspaceMessage }): JSX.Element => {
  const desk = useDesk();
  return (
    <p class="dismiss">
      <button
        type="button"
        class="link"
        onClick={() => void desk.do({ type: 'dismiss', channel: message.channel, ts: message.ts })}
      >
        Dismiss message
      </button>
    </p>
  );
};

const Toolbar = ({
  message,
  inThread,
}: {
  readonly message: WorkspaceMessage;
  readonly inThread: boolean;
}): JSX.Element => {
  const desk = useDesk();
  const { app, shortcuts } = desk.state.snapshot;
  const use = (callbackId: string) =>
    desk.do({ type: 'message_shortcut', callbackId, channel: message.channel, ts: message.ts });
  const channel = desk.channel(message.channel);
  return (
    <div class="toolbar" role="group" aria-label="Message actions">
      {!inThread && (
        <button
          type="button"
          class="tool"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => desk.openThread(message.channel, message.threadTs ?? message.ts)}
        >
          <ReplyIcon />
        </button>
      )}
      <Menu
        label="More actions"
        className="tool"
        face={<MoreIcon />}
        heading={channel ? `Message in ${channelLabel(channel, desk)}` : 'Message'}
        items={shortcuts
          .filter((shortcut) => shortcut.type === 'message')
          .map((shortcut) => ({
            key: shortcut.callbackId,
            label: shortcut.name,
            note: app.name,
            onPick: () => void use(shortcut.callbackId),
          }))}
      />
    </div>
  );
};
