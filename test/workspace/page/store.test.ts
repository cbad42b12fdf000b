import { expect, test } from 'vitest';
import type { Change, Snapshot, WorkspaceMessage } from '../../../src/workspace/contract.ts';
import { apply, type State, start, statusKey, visit } from '../../../src/workspace/page/store.ts';

const message = (ts: string, more: Partial<WorkspaceMessage> = {}): WorkspaceMessage => ({
  channel: 'C1',
  ts,
  threadTs: null,
  user: 'UBOT',
  text: ts,
  blocks: [],
  files: [],
  ephemeralFor: null,
  edited: false,
  replies: 0,
  ...more,
});

const snapshot: Snapshot = {
  me: 'U1',
  app: { id: 'A1', name: 'App', botUser: 'UBOT', connected: true },
  now: '2026-11-22T18:00:00Z',
  travel: 'ready',
  people: [],
  channels: [{ id: 'C1', name: 'one', kind: 'public', topic: '', members: ['U1'] }],
  messages: [message('2.000000'), message('1.000000')],
  views: [],
  home: null,
  commands: [],
  shortcuts: [],
  suggestedPrompts: [],
  problems: [],
};

const after = (...changes: readonly Change[]): State => changes.reduce(apply, start(snapshot, null));
const texts = (state: State) => state.snapshot.messages.map((one) => one.text);

test('messages stand in the order of their ts, however they come', () => {
  expect(texts(after({ type: 'message', message: message('1.500000') }))).toEqual([
    '1.000000',
    '1.500000',
    '2.000000',
  ]);
});

test('the same message twice is one message, with its newest text', () => {
  const edited = message('2.000000', { text: 'new', edited: true });
  const state = after({ type: 'message', message: edited }, { type: 'message', message: edited });
  expect(texts(state)).toEqual(['1.000000', 'new']);
});

test('a deleted message is gone, one with the same ts in another channel stays', () => {
  const state = after(
    { type: 'message', message: message('1.000000', { channel: 'C2', text: 'other' }) },
    { type: 'message_deleted', channel: 'C1', ts: '1.000000' },
  );
  expect(texts(state)).toEqual(['other', '2.000000']);
});

test('messages of others in another channel are counted until the channel is opened', () => {
  const state = after(
    { type: 'message', message: message('3.000000', { channel: 'C2' }) },
    { type: 'message', message: message('4.000000', { channel: 'C2' }) },
    { type: 'message', message: message('5.000000', { channel: 'C2', user: 'U1' }) },
  );
  expect(state.unread).toEqual({ C2: 2 });
  expect(visit(state, 'C2').unread).toEqual({});
});

test('nothing is counted in the channel that is open', () => {
  const open = visit(start(snapshot, null), 'C1');
  expect(apply(open, { type: 'message', message: message('9.000000') }).unread).toEqual({});
});

test('a status is shown until it is emptied or the app has answered in that thread', () => {
  const key = statusKey('C1', '2.000000');
  const thinking = after({ type: 'status', channel: 'C1', threadTs: '2.000000', text: 'is thinking…' });
  expect(thinking.statuses[key]).toBe('is thinking…');
  expect(apply(thinking, { type: 'status', channel: 'C1', threadTs: '2.000000', text: '' }).statuses).toEqual(
    {},
  );
  const answer = message('3.000000', { threadTs: '2.000000' });
  expect(apply(thinking, { type: 'message', message: answer }).statuses).toEqual({});
});

test("Slackbot's lines stand after what was there when they came, and go when one becomes somebody else", () => {
  const changes: readonly Change[] = [
    { type: 'message', message: message('1900000000.000000') },
    { type: 'notice', channel: 'C1', text: 'late' },
    { type: 'notice', channel: 'C1', text: 'later' },
  ];
  const state = changes.reduce(apply, start({ ...snapshot, messages: [] }, null));
  expect(state.notices.map((one) => [one.text, one.ts])).toEqual([
    ['late', '1900000000.000000'],
    ['later', '1900000000.000000'],
  ]);
  expect(start(snapshot, state).notices).toHaveLength(2);
  expect(start({ ...snapshot, me: 'U2' }, state).notices).toEqual([]);
});

test('views, home, prompts, connection, clock and problems replace or add to what was known', () => {
  const problem = { at: '', method: 'chat.postMessage', error: 'invalid_blocks', details: [] };
  const channel = { id: 'C1', name: 'renamed', kind: 'public', topic: '', members: [] } as const;
  const state = after(
    { type: 'connected', connected: false },
    { type: 'clock', now: '2027-01-01T00:00:00Z', travel: 'under_way' },
    { type: 'problem', problem },
    { type: 'channel', channel },
    { type: 'prompts', prompts: [{ title: 'a', message: 'b' }] },
    { type: 'views', views: [] },
    { type: 'home', home: null },
  );
  expect(state.snapshot).toMatchObject({
    app: { connected: false },
    now: '2027-01-01T00:00:00Z',
    problems: [problem],
    channels: [channel],
    suggestedPrompts: [{ title: 'a', message: 'b' }],
  });
});
