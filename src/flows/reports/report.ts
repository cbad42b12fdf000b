/** How the register stands: counts, times and shares, no names. Every figure says what it counts. */

import type { CaseState } from '../../requests/case/case.ts';
import { type CalendarDate, daysBetween } from '../../requests/clock/calendar-date.ts';
import type { HolidayTable } from '../../requests/clock/holidays.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { waitsForRequester, waitsForSecondPerson } from '../cases/waits-for.ts';
import { type FigureGroup, tally } from './figure.ts';
import { figuresOf } from './figures.ts';
import type { ReportRow } from './report-rows.ts';

export type DeadlineReport = {
  readonly on: CalendarDate;
  readonly cases: number;
  readonly open: number;
  readonly by_right: Readonly<Partial<Record<Right, number>>>;
  readonly by_state: Readonly<Partial<Record<CaseState, number>>>;
  readonly overdue: number;
  readonly due_within_seven_days: number;
  readonly without_owner: number;
  readonly waiting_for_requester: number;
  readonly waiting_for_second_person: number;
  /** Days since receipt of what is open. */
  readonly age: {
    readonly up_to_7: number;
    readonly up_to_14: number;
    readonly up_to_30: number;
    readonly over_30: number;
  };
  readonly figures: readonly FigureGroup[];
};

const ages = (open: readonly ReportRow[], on: CalendarDate): DeadlineReport['age'] => {
  const days = open.map(({ receivedOn }) => daysBetween(receivedOn, on));
  const within = (from: number, to: number): number => days.filter((age) => age > from && age <= to).length;
  return {
    up_to_7: within(Number.NEGATIVE_INFINITY, 7),
    up_to_14: within(7, 14),
    up_to_30: within(14, 30),
    over_30: within(30, Number.POSITIVE_INFINITY),
  };
};

/** `on` is today in the team's zone. */
export const reportOf = (rows: readonly ReportRow[], on: CalendarDate, law: HolidayTable): DeadlineReport => {
  const open = rows.filter((row) => row.open);
  const count = (which: (row: ReportRow) => boolean): number => open.filter(which).length;
  return {
    on,
    cases: rows.length,
    open: open.length,
    by_right: tally(open.map(({ request }) => request.right)),
    by_state: tally(open.map(({ request }) => request.state)),
    overdue: count(({ owed }) => owed !== null && owed < on),
    due_within_seven_days: count(({ owed }) => owed !== null && owed >= on && daysBetween(on, owed) <= 7),
    without_owner: count(({ request }) => request.owner === null),
    waiting_for_requester: count(({ request }) => waitsForRequester(request)),
    waiting_for_second_person: count(({ request }) => waitsForSecondPerson(request)),
    age: ages(open, on),
    figures: figuresOf(rows, on, law),
  };
};
