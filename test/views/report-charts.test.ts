import { expect, it } from 'vitest';
import { checkMessage } from '../../src/blockkit/validate.ts';
import type { HandoverRow } from '../../src/flows/reports/handover.ts';
import { parseCalendarDate } from '../../src/requests/clock/calendar-date.ts';
import type { Right } from '../../src/requests/clock/rights.ts';
import { rightNames } from '../../src/views/cases/right-names.ts';
import { reportCharts } from '../../src/views/reminders/report-charts.ts';

const on = parseCalendarDate('2026-11-30');
if (on === undefined) throw new Error('no date');
const rights = Object.keys(rightNames) as Right[];
const row = (right: Right, days: number | null): HandoverRow =>
  ({
    number: 'DSR-2026-0001',
    right,
    state: 'in_progress',
    due: null,
    cautious_due: null,
    days_left: days,
    owner: null,
    next_step: 'x',
    waits_for: [],
  }) as HandoverRow;

it('counts every case once in each chart, and says the same in words', () => {
  const days = [null, -3, -1, 0, 7, 8, 14, 15, 30, 31, 400];
  const rows = days.map((each, at) => row(at % 2 === 0 ? 'access' : 'erasure', each));
  const message = reportCharts(rows, on);
  const charts = (message?.blocks ?? []).flatMap((block) =>
    block.type === 'data_visualization' ? [block] : [],
  );
  expect(charts).toHaveLength(2);
  const [near, asked] = charts.map(({ chart }) => chart.series.flatMap(({ data }) => data));
  expect(near).toEqual([
    { label: 'Overdue', value: 2 },
    { label: 'Within 7 days', value: 2 },
    { label: '8 to 14 days', value: 2 },
    { label: '15 to 30 days', value: 2 },
    { label: 'Later', value: 2 },
    { label: 'No date now', value: 1 },
  ]);
  expect(asked).toEqual([
    { label: 'Access', value: 6 },
    { label: 'Erasure', value: 5 },
  ]);
  for (const words of ['Overdue: 2', 'No date now: 1', 'Access: 6', 'Erasure: 5']) {
    expect(message?.text).toContain(words);
    expect(JSON.stringify(message?.blocks)).toContain(words);
  }
});

it('is taken by Slack with every right open, and is nothing where nothing is', () => {
  expect(
    checkMessage(
      reportCharts(
        rights.map((right) => row(right, 3)),
        on,
      ),
    ),
  ).toEqual([]);
  expect(reportCharts([], on)).toBeNull();
});
