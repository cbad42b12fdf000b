/** The state of the page and how each change of the server alters it; pure. */
import type { Change, Snapshot, WorkspaceMessage } from '../contract.ts';

/** A line that Slackbot shows to this person alone; it is not kept by anybody. */
export type Notice = {
  readonly id: number;
  readonly channel: string;
  readonly text: string;
  readonly ts: string;
};

/** What the page knows: the server's snapshot and what has passed by since. */
export type State = {
  readonly snapshot: Snapshot;
  /** "is thinking…" by `statusKey`. */
  readonly statuses: Readonly<Record<string, string>>;
  readonly notices: readonly Notice[];
  /** New messages by channel, not counting the channel that is open. */
  readonly unread: Readonly<Record<string, number>>;
  /** The channel that is open. */
  readonly open: string | null;
};

export const statusKey = (channel: string, threadTs: string): string => `${channel}/${threadTs}`;

export const start = (snapshot: Snapshot, before: State | null): State => ({
  snapshot: { ...snapshot, messages: [...snapshot.messages].sort(byTs) },
  statuses: {},
  notices: before?.snapshot.me === snapshot.me ? before.notices : [],
  unread: before?.snapshot.me === snapshot.me ? before.unread : {},
  open: before?.open ?? null,
});

/** Opening a channel reads it. */
export const visit = (state: State, channel: string | null): State => ({
  ...state,
  open: channel,
  unread: channel === null ? state.unread : without(state.unread, channel),
});

/** The state after a change; applying the same change twice changes nothing more (notices and problems excepted). */
export const apply = (state: State, change: Change): State => {
  const put = (part: Partial<Snapshot>): State => ({ ...state, snapshot: { ...state.snapshot, ...part } });
  switch (change.type) {
    case 'message':
      return withMessage(state, change.message);
    case 'message_deleted':
      return put({
        messages: state.snapshot.messages.filter(
          (m) => !(m.channel === change.channel && m.ts === change.ts),
        ),
      });
    case 'channel':
      return put({
        channels: [...state.snapshot.channels.filter((c) => c.id !== change.channel.id), change.channel],
      });
    case 'views':
      return put({ views: change.views });
    case 'home':
      return put({ home: change.home });
    case 'status': {
      const key = statusKey(change.channel, change.threadTs);
      return {
        ...state,
        statuses:
          change.text === '' ? without(state.statuses, key) : { ...state.statuses, [key]: change.text },
      };
    }
    case 'prompts':
      return put({ suggestedPrompts: change.prompts });
    case 'notice':
      return { ...state, notices: [...state.notices, noticeAfter(state, change.channel, change.text)] };
    case 'connected':
      return put({ app: { ...state.snapshot.app, connected: change.connected } });
    case 'problem':
      return put({ problems: [...state.snapshot.problems, change.problem] });
    case 'clock':
      return put({ now: change.now, travel: change.travel });
  }
};

const withMessage = (state: State, message: WorkspaceMessage): State => {
  const { messages, me } = state.snapshot;
  const known = messages.some((m) => sameMessage(m, message));
  const merged = known
    ? messages.map((m) => (sameMessage(m, message) ? message : m))
    : [...messages, message].sort(byTs);
  const statuses = without(state.statuses, statusKey(message.channel, message.threadTs ?? ''));
  const counts = !known && message.user !== me && message.channel !== state.open;
  const unread = counts
    ? { ...state.unread, [message.channel]: (state.unread[message.channel] ?? 0) + 1 }
    : state.unread;
  return {
    ...state,
    statuses: message.user === me ? state.statuses : statuses,
    unread,
    snapshot: { ...state.snapshot, messages: merged },
  };
};

const noticeAfter = (state: State, channel: string, text: string): Notice => {
  const last = state.snapshot.messages.findLast((m) => m.channel === channel);
  const clock = `${Math.floor(Date.parse(state.snapshot.now) / 1000)}.000000`;
  return {
    id: (state.notices.at(-1)?.id ?? 0) + 1,
    channel,
    text,
    ts: last && last.ts > clock ? last.ts : clock,
  };
};

const sameMessage = (a: WorkspaceMessage, b: WorkspaceMessage): boolean =>
  a.channel === b.channel && a.ts === b.ts;

const byTs = (a: { readonly ts: string }, b: { readonly ts: string }): number =>
  a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0;

const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> => {
  if (!(key in record)) return record;
  const { [key]: _gone, ...rest } = record;
  return rest;
};
