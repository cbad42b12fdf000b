/** A thread in the side pane. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Composer } from './composer.tsx';
import { said } from './conversation.tsx';
import { channelLabel, useDesk } from './desk.ts';
import { CloseIcon } from './icons.tsx';
import { onEscape } from './kept-focus.ts';
import { MessageRow } from './message.tsx';
import { MessageList } from './messages.tsx';
import { statusKey } from './store.ts';

/** The side pane of one thread. */
export const ThreadPane = ({
  channel: channelId,
  ts,
  byHand,
  onClose,
}: {
  readonly channel: string;
  readonly ts: string;
  /** Then the keyboard goes on in it. */
  readonly byHand: boolean;
  readonly onClose: () => void;
}): JSX.Element => {
  const desk = useDesk();
  const { state, channel, me } = desk;
  const pane = useRef<HTMLElement>(null);
  const from = useRef(document.activeElement);
  useEffect(() => {
    if (byHand) pane.current?.querySelector<HTMLElement>('textarea')?.focus();
  }, [byHand, ts]);
  /** Back to what had opened it. */
  const leave = () => {
    onClose();
    if (byHand && from.current instanceof HTMLElement && from.current.isConnected) from.current.focus();
  };
  const { snapshot, statuses } = state;
  const known = channel(channelId);
  const label = known ? channelLabel(known, desk) : channelId;
  const own = snapshot.messages.filter((one) => one.channel === channelId);
  const parent = own.find((one) => one.ts === ts);
  const replies = own.filter((one) => one.threadTs === ts && one.ts !== ts);
  return (
    <aside class="pane" aria-label="Thread" ref={pane} onKeyDown={onEscape(leave)}>
      <header class="pane-head">
        <h2>
          Thread <span class="muted">{label}</span>
        </h2>
        <button type="button" class="tool" aria-label="Close thread" title="Close thread" onClick={leave}>
          <CloseIcon />
        </button>
      </header>
      <MessageList
        label={`Thread in ${label}`}
        messages={replies}
        notices={[]}
        intro={
          <div class="thread-parent">
            {parent ? (
              <MessageRow message={parent} follows={false} inThread />
            ) : (
              <p class="muted">This message is gone.</p>
            )}
            <div class="day start">
              <span>{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</span>
            </div>
          </div>
        }
        status={said(snapshot.app.name, statuses[statusKey(channelId, ts)])}
        inThread
        scrollKey={`${me.id}/${channelId}/${ts}`}
      />
      <Composer key={ts} channel={channelId} threadTs={ts} label={`Reply in thread in ${label}`} />
    </aside>
  );
};
