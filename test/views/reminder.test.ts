import { expect, it } from 'vitest';
import { checkMessage } from '../../src/blockkit/validate.ts';
import type { CaseLine } from '../../src/flows/reminders/reminder-digest.ts';
import { parseCalendarDate } from '../../src/requests/clock/calendar-date.ts';
import { directReminder } from '../../src/views/reminders/reminder.ts';
import { controlsOf } from '../support/workspace.ts';

const day = parseCalendarDate('2026-12-16');
if (day === undefined) throw new Error('no date');

const reader = 'U0OPS0001';
const asked = (at: number): CaseLine => {
  const number = `DSR-2026-${String(at).padStart(4, '0')}`;
  return {
    number,
    right: 'access',
    owner: 'U0LEAD001',
    reminders: [
      {
        key: `remind/${number}/search/2026-12-16`,
        case: number,
        right: 'access',
        rung: 'search',
        track: 'search',
        slot: '2026-12-01T09:00',
        anchor: day,
        due: day,
        cautiousDue: null,
        daysLeft: 15,
        overdue: false,
        to: ['asked'],
        ask: 'Please answer.',
        covers: [],
      },
    ],
    out: [
      {
        team: 'operations',
        people: [reader],
        systems: ['CRM'],
        by: { day, why: 'before', days: 10, date: day },
      },
    ],
  };
};

it('a morning with more questions to one person than a message has room for keeps its buttons', () => {
  const lines = Array.from({ length: 30 }, (_, at) => asked(at + 1));
  const message = directReminder(lines, reader);
  expect(checkMessage(message)).toEqual([]);
  const offered = controlsOf(message.blocks).filter(({ actionId }) => actionId.startsWith('team_found'));
  expect(offered.length).toBeGreaterThan(10);
  expect(new Set(offered.map(({ actionId }) => actionId)).size).toBe(offered.length);
});
