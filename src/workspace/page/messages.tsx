/** The list of messages of a channel, by day. */
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { WorkspaceMessage } from '../contract.ts';
import { useDesk } from './desk.ts';
import { EyeIcon } from './icons.tsx';
import { MessageRow, Stamp } from './message.tsx';
import type { Notice } from './store.ts';
import { Mrkdwn } from './text.tsx';
import { dayName, dayOf, secondsOf } from './when.ts';

type MessageLine =
  | { readonly kind: 'message'; readonly ts: string; readonly message: WorkspaceMessage }
  | { readonly kind: 'notice'; readonly ts: string; readonly notice: Notice };

const together = 300;

const follows = (line: MessageLine, before: MessageLine | undefined): boolean =>
  line.kind === 'message' &&
  before?.kind === 'message' &&
  before.message.user === line.message.user &&
  before.message.ephemeralFor === null &&
  line.message.ephemeralFor === null &&
  before.message.replies === 0 &&
  secondsOf(line.ts) - secondsOf(before.ts) < together;

/** Messages and Slackbot's lines in order of time, with a divider where a day begins; stays at its end unless one scrolled up. */
export const MessageList = ({
  label,
  messages,
  notices,
  intro,
  status,
  inThread,
  scrollKey,
}: {
  readonly label: string;
  readonly messages: readonly WorkspaceMessage[];
  readonly notices: readonly Notice[];
  readonly intro: JSX.Element | null;
  readonly status: string | undefined;
  readonly inThread: boolean;
  readonly scrollKey: string;
}): JSX.Element => {
  const { zone, now } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const shownKey = useRef('');
  const lines: readonly MessageLine[] = [
    ...messages.map((message): MessageLine => ({ kind: 'message', ts: message.ts, message })),
    ...notices.map((notice): MessageLine => ({ kind: 'notice', ts: notice.ts, notice })),
  ].sort((a, b) => (a.ts === b.ts ? (a.kind === 'message' ? -1 : 1) : a.ts < b.ts ? -1 : 1));

  useLayoutEffect(() => {
    if (!box.current) return;
    if (shownKey.current !== scrollKey || atEnd.current) box.current.scrollTop = box.current.scrollHeight;
    shownKey.current = scrollKey;
  });

  return (
    <div
      class="message-list"
      role="log"
      aria-label={label}
      tabIndex={0}
      onKeyDown={walk}
      ref={box}
      onScroll={(event) => {
        const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
        atEnd.current = scrollHeight - scrollTop - clientHeight < 80;
      }}
    >
      <div class="push" />
      {intro}
      {lines.map((line, index) => {
        const before = lines[index - 1];
        const newDay = !before || dayOf(secondsOf(before.ts), zone) !== dayOf(secondsOf(line.ts), zone);
        return (
          <div key={line.kind === 'message' ? line.ts : `notice-${line.notice.id}`}>
            {newDay && !inThread && <Divider text={dayName(secondsOf(line.ts), zone, now)} />}
            {line.kind === 'message' ? (
              <MessageRow
                message={line.message}
                follows={!newDay && follows(line, before)}
                inThread={inThread}
              />
            ) : (
              <NoticeRow notice={line.notice} />
            )}
          </div>
        );
      })}
      <p class="status-line" aria-live="polite">
        {status !== undefined && (
          <>
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {status}
          </>
        )}
      </p>
    </div>
  );
};

/** Arrows go from message to message, Home and End to the first and the last; Tab goes into one. */
const walk = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
  const { target, currentTarget } = event;
  const rows = [...currentTarget.querySelectorAll<HTMLElement>('article')];
  const at = target instanceof HTMLElement ? rows.indexOf(target) : -1;
  if (at < 0 && target !== currentTarget) return;
  const to = {
    ArrowUp: at < 0 ? rows.length - 1 : Math.max(0, at - 1),
    ArrowDown: at < 0 ? rows.length - 1 : Math.min(rows.length - 1, at + 1),
    Home: 0,
    End: rows.length - 1,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  rows[to]?.focus();
};

const Divider = ({ text }: { readonly text: string }): JSX.Element => (
  <div class="day">
    <span>{text}</span>
  </div>
);

const NoticeRow = ({ notice }: { readonly notice: Notice }): JSX.Element => (
  <article class="message ephemeral notice" aria-label="Slackbot">
    <p class="only-you">
      <EyeIcon />
      <span>Only visible to you</span>
    </p>
    <div class="gutter">
      <span class="avatar medium slackbot" aria-hidden="true">
        ♥
      </span>
    </div>
    <div class="message-main">
      <p class="byline">
        <strong>Slackbot</strong>
        <Stamp ts={notice.ts} />
      </p>
      <div class="message-body">
        <Mrkdwn text={notice.text} />
      </div>
    </div>
  </article>
);
