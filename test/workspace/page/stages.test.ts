import { expect, test } from 'vitest';
import type { Channel, Journey, Passed } from '../../../src/workspace/contract.ts';
import { readerOf, renewedIn, stagesOf } from '../../../src/workspace/page/stages.ts';

const privacy: Channel = {
  id: 'C1',
  name: 'privacy',
  kind: 'private',
  topic: '',
  members: ['UPRIYA', 'UBOT'],
};
const direct: Channel = { id: 'D1', name: 'UBOT', kind: 'dm', topic: '', members: ['UBOT', 'UALEX'] };

const passed = (at: string, ts: string, more: Partial<Passed> = {}): Passed => ({
  at,
  channel: privacy,
  ts,
  text: 'a digest',
  edited: false,
  ...more,
});

const journey: Journey = {
  to: 'week',
  from: '2026-10-23T09:15:00Z',
  until: '2026-10-30T10:15:00Z',
  passed: [
    passed('2026-10-23T23:00:00Z', '1', { text: 'a card', edited: true }),
    passed('2026-10-24T23:00:00Z', '1', { text: 'a card', edited: true }),
    passed('2026-10-25T23:30:00Z', '2'),
    passed('2026-10-26T09:15:00Z', '3', { channel: direct }),
    passed('2026-10-26T14:00:00Z', '2', { text: 'later', edited: true }),
    passed('2026-10-28T00:30:00Z', '4'),
  ],
};

test('tells day by day what was posted, in the reader’s zone, and puts quiet days together', () => {
  const days = stagesOf(journey, 'Europe/London').map(
    ({ first, last, posted }) => `${first} ${last} ${posted.map(({ ts }) => ts)}`,
  );
  expect(days).toEqual([
    '2026-10-23 2026-10-24 ',
    '2026-10-25 2026-10-25 2',
    '2026-10-26 2026-10-26 3',
    '2026-10-27 2026-10-27 ',
    '2026-10-28 2026-10-28 4',
    '2026-10-29 2026-10-30 ',
  ]);
  expect(stagesOf(journey, 'Pacific/Auckland')[1]?.first).toBe('2026-10-26');
});

test('a message that was posted and edited on the way says what it says in the end, and when it changed', () => {
  const [, digest] = stagesOf(journey, 'Europe/London');
  expect(digest?.posted).toMatchObject([
    { text: 'later', at: '2026-10-25T23:30:00Z', editedAt: '2026-10-26T14:00:00Z' },
  ]);
  expect(renewedIn(journey)).toBe(1);
});

test('what one may not read oneself is looked at as somebody who may', () => {
  expect(readerOf(privacy, 'UPRIYA', 'UBOT')).toBe('UPRIYA');
  expect(readerOf(privacy, 'USAM', 'UBOT')).toBe('UPRIYA');
  expect(readerOf(direct, 'USAM', 'UBOT')).toBe('UALEX');
  expect(readerOf({ ...privacy, kind: 'public' }, 'USAM', 'UBOT')).toBe('USAM');
});
