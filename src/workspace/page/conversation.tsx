/** One channel or direct message in the middle of the page. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Channel } from '../contract.ts';
import { Avatar } from './avatar.tsx';
import { Composer } from './composer.tsx';
import { channelLabel, displayName, otherIn, useDesk } from './desk.ts';
import { CloseIcon, HashIcon, LockIcon } from './icons.tsx';
import { MessageList } from './messages.tsx';
import { remember, remembered } from './remembered.ts';
import { statusKey } from './store.ts';

/** Any policy that is worth the name answers it. */
const example = '/privacy how long do we keep personal data?';

/** A channel or direct message: its lines and its composer. */
export const Conversation = ({ channel }: { readonly channel: Channel }): JSX.Element => {
  const desk = useDesk();
  const { state, me } = desk;
  const [put, setPut] = useState<{ readonly text: string } | null>(null);
  const label = channelLabel(channel, desk);
  const { snapshot, notices, statuses } = state;
  const isApp = channel.kind === 'dm' && channel.members.includes(snapshot.app.botUser);
  const isNew = snapshot.messages.every((one) => one.user !== snapshot.app.botUser);
  const lines = snapshot.messages.filter((one) => one.channel === channel.id && inChannel(one));
  return (
    <div class="conversation">
      <MessageList
        label={`Messages in ${label}`}
        messages={lines}
        notices={notices.filter((one) => one.channel === channel.id)}
        intro={<Intro channel={channel} label={label} />}
        status={said(snapshot.app.name, statuses[statusKey(channel.id, '')])}
        inThread={false}
        scrollKey={`${me.id}/${channel.id}`}
      />
      {isApp && lines.length === 0 && (
        <Prompts onPick={(text) => void desk.do({ type: 'say', channel: channel.id, text })} />
      )}
      {!isApp && isNew && <FirstVisit onTry={() => setPut({ text: example })} />}
      <Composer key={channel.id} channel={channel.id} label={`Message ${label}`} put={put} />
    </div>
  );
};

const inChannel = (message: { readonly threadTs: string | null; readonly ts: string }): boolean =>
  message.threadTs === null || message.threadTs === message.ts;

export const said = (app: string, status: string | undefined): string | undefined =>
  status === undefined ? undefined : `${app} ${status}`;

const Intro = ({ channel, label }: { readonly channel: Channel; readonly label: string }): JSX.Element => {
  const { person, me } = useDesk();
  if (channel.kind === 'dm') {
    const id = otherIn(channel, me.id);
    const other = person(id);
    return (
      <div class="intro">
        <Avatar person={other} size="large" />
        <h2>{displayName(other, id)}</h2>
        <p>
          This is the beginning of your conversation with <strong>{displayName(other, id)}</strong>. Only the
          two of you can see it.
        </p>
      </div>
    );
  }
  return (
    <div class="intro">
      <span class="intro-mark">{channel.kind === 'private' ? <LockIcon /> : <HashIcon />}</span>
      <h2>{label}</h2>
      <p>
        {channel.kind === 'private'
          ? 'A private channel. Only its members see it.'
          : 'Everybody can read this channel.'}
        {channel.topic !== '' && ` ${channel.topic}.`}
      </p>
    </div>
  );
};

/** What an app offers to be asked in its direct message; one press asks it, as in Slack. */
const Prompts = ({ onPick }: { readonly onPick: (text: string) => void }): JSX.Element | null => {
  const { state } = useDesk();
  const prompts = state.snapshot.suggestedPrompts;
  if (prompts.length === 0) return null;
  return (
    <div class="prompts">
      {prompts.map((prompt) => (
        <button type="button" key={prompt.title} onClick={() => onPick(prompt.message)}>
          {prompt.title}
        </button>
      ))}
    </div>
  );
};

const hintKey = 'hint-dismissed';

const FirstVisit = ({ onTry }: { readonly onTry: () => void }): JSX.Element | null => {
  const [gone, setGone] = useState(remembered(hintKey) === 'yes');
  if (gone) return null;
  const close = () => {
    remember(hintKey, 'yes');
    setGone(true);
  };
  return (
    <aside class="first-visit" aria-label="First steps">
      <p>
        <strong>New here?</strong> Ask the policy a question: <code>{example}</code>
      </p>
      <button
        type="button"
        class="button primary"
        onClick={() => {
          onTry();
          close();
        }}
      >
        Try it
      </button>
      <button type="button" class="tool" aria-label="Dismiss this hint" onClick={close}>
        <CloseIcon />
      </button>
    </aside>
  );
};
