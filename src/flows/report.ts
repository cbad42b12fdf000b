/** How the register stands: counts, times and shares, no names. Every figure says what it counts. */
import { type CalendarDate, daysBetween } from '../requests/calendar-date.ts';
import type { CaseState } from '../requests/case.ts';
import { type Case, isOpen } from '../requests/case.ts';
import { caseClock } from '../requests/case-clock.ts';
import type { HolidayTable } from '../requests/holidays.ts';
import type { Right } from '../requests/rights.ts';
import { localDate } from '../requests/zone.ts';
import { type Counted, type WeekCounts, weekCounts } from './reminder-digest.ts';

/** Numerator, denominator and per cent; per cent is null when there is nothing to count. */
export type Share = { readonly of: number; readonly count: number; readonly percent: number | null };

export type Spread = {
  readonly count: number;
  readonly median: number | null;
  readonly ninetieth: number | null;
};

export type Report = {
  readonly on: CalendarDate;
  readonly cases: number;
  readonly open: number;
  readonly by_right: Readonly<Partial<Record<Right, number>>>;
  readonly by_state: Readonly<Partial<Record<CaseState, number>>>;
  readonly week: WeekCounts;
  /** Of the requests that had a legal date and were answered. */
  readonly answered_in_time: Share;
  readonly days_to_answer: Spread;
  /** From receipt to being logged. */
  readonly receipt_lag_days: Spread;
  readonly found_late: Share;
  /** Days since receipt of what is open. */
  readonly age: {
    readonly up_to_7: number;
    readonly up_to_14: number;
    readonly up_to_30: number;
    readonly over_30: number;
  };
  readonly extended: Share;
  readonly paused: Share;
  readonly identity_asked: Share;
  readonly refused_or_partial: Share;
  readonly lapsed: Share;
  readonly reopened: Share;
  readonly marketing_stopped_in_house_time: Share;
  readonly complaints: {
    readonly open: number;
    readonly per_100_requests: number | null;
    readonly acknowledged_in_time: Share;
  };
  readonly ceilings: { readonly open: number; readonly within_90_days: number; readonly met: Share };
  readonly waiting_for_second_person: number;
};

export type Row = Counted & {
  readonly receivedOn: CalendarDate;
  readonly loggedOn: CalendarDate;
  readonly acknowledgedOn: CalendarDate | null;
  readonly cautiousDue: CalendarDate | null;
  readonly houseDue: CalendarDate | null;
  readonly paused: boolean;
};

export const rowsOf = (requests: readonly Case[], table: HolidayTable): readonly Row[] =>
  requests.map((request) => {
    const clock = caseClock(request, table);
    const found = clock.ok ? clock.deadline : null;
    const day = (instant: string | null): CalendarDate | null =>
      instant === null ? null : localDate(new Date(instant), request.timeZone);
    const acknowledged = isOpen(request) && request.right === 'complaint' && request.acknowledgedAt !== null;
    return {
      request,
      due: acknowledged ? null : (found?.due ?? null),
      endedOn: day(request.endedAt),
      receivedOn: localDate(new Date(request.receivedAt), request.timeZone),
      loggedOn: localDate(new Date(request.loggedAt), request.timeZone),
      acknowledgedOn: day(request.acknowledgedAt),
      cautiousDue: found?.cautiousDue ?? null,
      houseDue: found?.houseActionBy ?? null,
      paused: (found?.pausedDays ?? 0) > 0 || found?.state === 'paused_clarification',
    };
  });

const share = <T>(all: readonly T[], which: (each: T) => boolean): Share => {
  const count = all.filter(which).length;
  return {
    of: all.length,
    count,
    percent: all.length === 0 ? null : Math.round((count / all.length) * 1_000) / 10,
  };
};

const spread = (days: readonly number[]): Spread => {
  const sorted = [...days].sort((a, b) => a - b);
  const at = (part: number): number | null =>
    sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? null;
  return { count: sorted.length, median: at(0.5), ninetieth: at(0.9) };
};

const tally = <K extends string>(keys: readonly K[]): Partial<Record<K, number>> => {
  const counts: Partial<Record<K, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

const isClientCase = ({ request }: Row): boolean => request.right.startsWith('client_');
const isComplaint = ({ request }: Row): boolean => request.right === 'complaint';
const isPersonal = (row: Row): boolean => !isClientCase(row) && !isComplaint(row);

/** An answer in the sense of the law: withdrawn, lapsed and forwarded cases had none. */
const answered = ({ request }: Row): boolean => request.outcome !== null;

const ages = (open: readonly Row[], on: CalendarDate): Report['age'] => {
  const days = open.map(({ receivedOn }) => daysBetween(receivedOn, on));
  const within = (from: number, to: number): number => days.filter((age) => age > from && age <= to).length;
  return {
    up_to_7: within(Number.NEGATIVE_INFINITY, 7),
    up_to_14: within(7, 14),
    up_to_30: within(14, 30),
    over_30: within(30, Number.POSITIVE_INFINITY),
  };
};

const complaintFigures = (rows: readonly Row[], requests: number): Report['complaints'] => {
  const complaints = rows.filter(isComplaint);
  const acknowledged = complaints.filter(({ acknowledgedOn }) => acknowledgedOn !== null);
  const byThirty = (row: Row): boolean =>
    row.acknowledgedOn !== null && row.cautiousDue !== null && row.acknowledgedOn <= row.cautiousDue;
  return {
    open: complaints.filter(({ request }) => isOpen(request)).length,
    per_100_requests: requests === 0 ? null : Math.round((complaints.length / requests) * 1_000) / 10,
    acknowledged_in_time: share(
      acknowledged.filter(({ cautiousDue }) => cautiousDue !== null),
      byThirty,
    ),
  };
};

/** `on` is today in the team's zone. */
export const reportOf = (requests: readonly Case[], on: CalendarDate, table: HolidayTable): Report => {
  const rows = rowsOf(requests, table);
  const open = rows.filter(({ request }) => isOpen(request));
  const personal = rows.filter(isPersonal);
  const withAnswer = personal.filter(answered);
  const timed = withAnswer.filter(({ due, endedOn }) => due !== null && endedOn !== null);
  const week = weekCounts(rows, on);
  const stopped = personal.filter(
    ({ request, endedOn }) => request.right === 'direct_marketing_objection' && endedOn !== null,
  );
  const ceilings = rows.filter((row) => isClientCase(row) && row.due !== null);
  return {
    on,
    cases: rows.length,
    open: open.length,
    by_right: tally(open.map(({ request }) => request.right)),
    by_state: tally(open.map(({ request }) => request.state)),
    week,
    answered_in_time: share(timed, ({ due, endedOn }) => due !== null && endedOn !== null && endedOn <= due),
    days_to_answer: spread(
      withAnswer.flatMap(({ receivedOn, endedOn }) =>
        endedOn === null ? [] : [daysBetween(receivedOn, endedOn)],
      ),
    ),
    receipt_lag_days: spread(rows.map(({ receivedOn, loggedOn }) => daysBetween(receivedOn, loggedOn))),
    found_late: share(rows, ({ receivedOn, loggedOn }) => daysBetween(receivedOn, loggedOn) > 2),
    age: ages(open, on),
    extended: share(personal, ({ request }) => request.extension?.sentAt != null),
    paused: share(personal, ({ paused }) => paused),
    identity_asked: share(personal, ({ request }) => request.identityRequests > 0),
    refused_or_partial: share(
      withAnswer,
      ({ request }) => request.outcome === 'refused' || request.outcome === 'partial',
    ),
    lapsed: share(
      personal,
      ({ request }) =>
        request.state === 'lapsed' ||
        (request.state === 'closed' && request.outcome === null && request.chasers.length > 1),
    ),
    reopened: share(personal, ({ request }) =>
      request.links.some(({ relation }) => relation === 'reopened_from'),
    ),
    marketing_stopped_in_house_time: share(
      stopped,
      ({ endedOn, houseDue }) => endedOn !== null && houseDue !== null && endedOn <= houseDue,
    ),
    complaints: complaintFigures(rows, personal.length),
    ceilings: {
      open: ceilings.filter(({ request }) => isOpen(request)).length,
      within_90_days: week.ceilingsIn90Days,
      met: share(
        ceilings.filter(({ endedOn }) => endedOn !== null),
        ({ due, endedOn }) => due !== null && endedOn !== null && endedOn <= due,
      ),
    },
    waiting_for_second_person: week.approvals,
  };
};
