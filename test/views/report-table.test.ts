import { expect, it } from 'vitest';
import { checkMessage } from '../../src/blockkit/validate.ts';
import type { HandoverRow } from '../../src/flows/reports/handover.ts';
import { parseCalendarDate } from '../../src/requests/clock/calendar-date.ts';
import { reportTable } from '../../src/views/reminders/report-table.ts';

const on = parseCalendarDate('2026-11-30');
if (on === undefined) throw new Error('no day');
const row = (at: number): HandoverRow => ({
  number: `DSR-2026-${String(at).padStart(4, '0')}`,
  right: 'direct_marketing_objection',
  state: 'awaiting_clarification',
  due: at % 3 === 0 ? null : on,
  cautious_due: at % 2 === 0 ? null : on,
  days_left: at % 3 === 0 ? null : at - 5,
  owner: 'U0PRIYA001',
  next_step: 'x',
  waits_for: Array.from({ length: 8 }, (_, who) => (who === 0 ? 'the requester' : `U0COLLEAGUE${who}`)),
});

it.each([1, 80, 900])('is a message that Slack takes, with %i open cases', (count) => {
  const message = reportTable(
    Array.from({ length: count }, (_, at) => row(at)),
    on,
  );
  expect(message === null ? ['none'] : checkMessage(message)).toEqual([]);
  // Slack counts some ten thousand characters in all cells.
  expect(
    JSON.stringify(message)
      .match(/"(?:text|user_id)":"[^"]*"/g)
      ?.join('').length ?? 0,
  ).toBeLessThan(30_000);
});

it('is nothing where nothing is open', () => {
  expect(reportTable([], on)).toBeNull();
});
