import { expect, test } from 'vitest';
import type { Person } from '../../../src/workspace/contract.ts';
import { commandBeingTyped, completionsFor } from '../../../src/workspace/page/completion.ts';
import { readPlace, writePlace } from '../../../src/workspace/page/place-in-address.ts';
import { sentenceFor } from '../../../src/workspace/page/trouble.ts';
import { dayName, formatDate, secondsOfWall, wallOf } from '../../../src/workspace/page/when.ts';
import { whereToBe } from '../../../src/workspace/page/where.ts';

const commands = [
  { command: '/privacy', description: 'Ask', usageHint: '[question]' },
  { command: '/privacy-request', description: 'Log', usageHint: '' },
];
const sam: Person = {
  id: 'U1',
  name: 'sam',
  realName: 'Sam Carter',
  title: 'Support',
  timeZone: 'Europe/London',
  isBot: false,
  deleted: false,
};
const offered = (text: string) =>
  completionsFor(text, text.length, commands, [sam, { ...sam, id: 'U2', deleted: true }]);

test('a first slash offers commands, until a space follows', () => {
  expect(offered('/').map((one) => one.label)).toEqual(['/privacy', '/privacy-request']);
  expect(offered('/privacy-').map((one) => one.text)).toEqual(['/privacy-request ']);
  expect(offered('/privacy who')).toEqual([]);
  expect(offered('and /privacy')).toEqual([]);
  expect(commandBeingTyped('/privacy who', commands)?.usageHint).toBe('[question]');
});

test('an "at" sign offers people who are still here, and keeps what stands around it', () => {
  expect(offered('hello @sa').map((one) => one.text)).toEqual(['hello @sam ']);
  expect(completionsFor('ask @car today', 8, commands, [sam])[0]).toMatchObject({
    text: 'ask @sam today',
    caret: 9,
  });
  expect(offered('mail a@sa')).toEqual([]);
});

test('dates are written for the zone of the reader', () => {
  const late = Date.UTC(2026, 5, 30, 23, 30) / 1000;
  expect(formatDate(late, '{date_num} {time}', 'Europe/London', late)).toBe('2026-07-01 00:30');
  expect(formatDate(late, '{date_short_pretty} {nonsense}', 'Europe/London', late)).toBe('Today {nonsense}');
  expect(dayName(late - 86_400, 'Europe/London', late)).toBe('Yesterday');
});

test.each(['2026-01-15T09:15', '2026-07-15T09:15', '2026-10-25T12:00'])(
  'wall time %s goes to a moment and back',
  (wall) => {
    for (const zone of ['Europe/London', 'America/New_York', 'Asia/Kolkata']) {
      expect(wallOf(secondsOfWall(wall, zone) ?? 0, zone)).toBe(wall);
    }
    expect(secondsOfWall('', 'Europe/London')).toBeNull();
  },
);

test('the address keeps who and where', () => {
  for (const spot of [
    { kind: 'channel', id: 'C1' },
    { kind: 'app', tab: 'messages' },
  ] as const) {
    expect(readPlace(writePlace('U1', spot))).toEqual({ person: 'U1', spot });
  }
  expect(readPlace('')).toEqual({ person: '', spot: null });
});

test('somebody who cannot see the channel stands in one they can see', () => {
  const open = { id: 'C1', name: 'support', kind: 'public', topic: '', members: [] } as const;
  expect(whereToBe({ kind: 'channel', id: 'C9' }, [open])).toEqual({ kind: 'channel', id: 'C1' });
  expect(whereToBe(null, [])).toEqual({ kind: 'app', tab: 'home' });
});

test('an error is a sentence, and is not said twice', () => {
  expect(sentenceFor('operation_timeout', 'App')).toContain('did not answer within 3 seconds');
  expect(sentenceFor('invalid_answers', 'App')).toBeNull();
  expect(sentenceFor('odd_thing', 'App')).toBe('That did not work (odd_thing).');
});
