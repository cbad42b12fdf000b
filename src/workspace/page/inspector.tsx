/** *Under the hood*: each interaction with what was sent and how the app took it. */
import type { JSX } from 'preact';
import type { ActResult, InjectedFault, WorkspaceAct } from '../contract.ts';
import { useDesk } from './desk.ts';
import { CloseIcon } from './icons.tsx';
import { onEscape } from './kept-focus.ts';
import { sendFault } from './wire.ts';

/** One action of this person and how the app took it. */
export type InspectedInteraction = { readonly what: string; readonly result: ActResult };

/** An action in a few words, for the list. */
export const interactionName = (act: WorkspaceAct): string => {
  switch (act.type) {
    case 'say':
      return act.text.startsWith('/') ? `command ${act.text.split(' ')[0]}` : 'message';
    case 'act':
      return `used ${act.actionId}`;
    case 'suggest':
      return `searched in ${act.actionId}`;
    case 'shortcut':
    case 'message_shortcut':
      return `shortcut ${act.callbackId}`;
    case 'submit':
      return 'sent the form';
    case 'close':
      return 'closed the form';
    case 'open_home':
    case 'open_dm':
      return 'opened the app';
    case 'dismiss':
      return 'dismissed a message';
  }
};

const faults: readonly { readonly label: string; readonly note: string; readonly fault: InjectedFault }[] = [
  {
    label: 'Rate limit',
    note: 'The next call is answered 429, try again after 2 s',
    fault: { type: 'rate_limit', method: '*', times: 1, retryAfter: 2 },
  },
  {
    label: 'Server error',
    note: 'The next call fails with 500',
    fault: { type: 'server_error', method: '*', times: 1 },
  },
  {
    label: 'Slow answer',
    note: 'The next call takes 4 s',
    fault: { type: 'slow', method: '*', ms: 4000, times: 1 },
  },
  { label: 'Drop the socket', note: 'The bot has to connect again', fault: { type: 'drop_socket' } },
  { label: 'Ask for a reconnect', note: 'As Slack does every few hours', fault: { type: 'refresh_socket' } },
  { label: 'Deliver twice', note: 'The next event comes two times', fault: { type: 'duplicate', times: 1 } },
];

/** What Slack would have told the developer, and switches for bad days. */
export const Inspector = ({
  interactions,
  onClose,
}: {
  readonly interactions: readonly InspectedInteraction[];
  readonly onClose: () => void;
}): JSX.Element => {
  const { state, toast } = useDesk();
  const { app, problems } = state.snapshot;
  const cause = async (label: string, fault: InjectedFault) =>
    toast((await sendFault(fault)) ? `${label}: set` : `${label}: the workspace refused`);
  return (
    <aside class="pane inspector" aria-label="Under the hood" onKeyDown={onEscape(onClose)}>
      <header class="pane-head">
        <h2>Under the hood</h2>
        <button type="button" class="tool" aria-label="Close under the hood" onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <div class="pane-body">
        <p>
          <span class={`presence ${app.connected ? 'is-on' : ''}`} aria-hidden="true" />{' '}
          {app.connected ? `${app.name} is connected by Socket Mode.` : `${app.name} is not connected.`}
        </p>
        <h3>Problems ({problems.length})</h3>
        {problems.length === 0 && <p class="muted">None. Every call kept Slack’s rules.</p>}
        <ol class="problems">
          {[...problems].reverse().map((problem, index) => (
            <li key={problems.length - index}>
              <p>
                <code>{problem.method}</code> <strong>{problem.error}</strong>
              </p>
              {problem.details.map((detail) => (
                <p class="detail" key={detail}>
                  {detail}
                </p>
              ))}
              <time>{problem.at}</time>
            </li>
          ))}
        </ol>
        <h3>Your last interactions</h3>
        {interactions.length === 0 && (
          <p class="muted">What you do is listed here, with the time the app took to acknowledge.</p>
        )}
        <ol class="interactions">
          {interactions.map((action, index) => (
            <li key={interactions.length - index}>
              <span>{action.what}</span>
              <span class={action.result.ok ? 'good' : 'bad'}>
                {action.result.error ?? `${Math.round(action.result.waitMs)} ms`}
              </span>
            </li>
          ))}
        </ol>
        <h3>Bad days</h3>
        <div class="faults">
          {faults.map(({ label, note, fault }) => (
            <button
              type="button"
              class="button"
              key={label}
              title={note}
              onClick={() => void cause(label, fault)}
            >
              {label}
              <small>{note}</small>
            </button>
          ))}
        </div>
      </div>
    </aside>
  );
};
