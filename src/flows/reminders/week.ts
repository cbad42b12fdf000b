/** The week's digest (procedure E): what is due, overdue and waiting, by case number; staff and applicants are counted, never listed. */

import type { Case, CaseState } from '../../requests/case/case.ts';
import type { ExtensionReason } from '../../requests/case/case-events.ts';
import {
  addDays,
  type CalendarDate,
  daysBetween,
  isWeekend,
  weekday,
  yearOf,
} from '../../requests/clock/calendar-date.ts';
import { ruleVersion } from '../../requests/clock/deadline.ts';
import { workingDaysBetween } from '../../requests/clock/holidays.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { localDate } from '../../requests/clock/zone.ts';
import { needsRecipients } from '../../requests/decisions/guards.ts';
import { isPending, pending } from '../../requests/decisions/two-persons.ts';
import { caseCalendar, type ReminderRules, teamCalendar } from '../../requests/reminders/reminder-days.ts';
import { waitsForRequester, waitsForSecondPerson } from '../cases/waits-for.ts';
import { ranked, tally } from '../reports/figure.ts';
import { byDate, type ReportRow } from '../reports/report-rows.ts';

export type Named = {
  readonly number: string;
  readonly owner: string | null;
  readonly date: CalendarDate | null;
  /** From today to the date, negative when it has passed; without a date, the days it has waited. */
  readonly days: number;
};

/** `all` are counted, the most urgent few are named. */
export type Listed = { readonly all: number; readonly named: readonly Named[] };

/** Last week beside the average of the four weeks before it. */
export type Trend = { readonly last: number; readonly usual: number };

export type News =
  | { readonly what: 'holiday'; readonly on: CalendarDate; readonly name: string }
  | { readonly what: 'rules' | 'holidays'; readonly version: string }
  /** How many open cases are due in a year whose holidays no government has published yet. */
  | { readonly what: 'projected'; readonly cases: number; readonly publishedTo: number };

export type Week = {
  readonly open: number;
  readonly byRight: readonly (readonly [Right, number])[];
  readonly byState: readonly (readonly [CaseState, number])[];
  readonly overdue: Listed;
  readonly dueThisWeek: Listed;
  readonly dueNextWeek: Listed;
  readonly waiting: Listed;
  readonly extended: Readonly<Partial<Record<ExtensionReason, number>>>;
  readonly extensionsPending: Listed;
  readonly approvals: Listed;
  readonly complaintsToAcknowledge: Listed;
  readonly complaintsAcknowledged: Listed;
  readonly recipients: Listed;
  readonly ceilings: Listed;
  readonly endedInTime: number;
  readonly endedLate: number;
  readonly received: Trend;
  readonly ended: Trend;
  readonly news: readonly News[];
  /** A few letters that stand for the whole register: in a message they are out of reach of whoever can write the register. */
  readonly anchor: string | null;
};

/** Named in one line of the digest; the rest is counted. */
const mostNamed = 8;
/** A second person who has not looked for longer is named in the digest (working days). */
const approvalPatience = 2;
const trendWeeks = 4;

/** Since when a second person is waited for; null when nobody is. */
const askedAt = (request: Case): string | null => {
  const asked = pending(request).map((each) => each.askedAt);
  const review = request.state === 'ready_for_review' && request.review ? [request.review.sentAt] : [];
  return [...asked, ...review].toSorted()[0] ?? null;
};

/** Art 19: data was changed, and nobody who had received it is recorded as told. */
const owesRecipients = ({ request, open }: ReportRow): boolean =>
  needsRecipients.includes(request.right) &&
  request.recipients.length === 0 &&
  (open || request.state === 'responded') &&
  (request.restricted ||
    request.deletionApproved ||
    request.tasks.some(({ result }) => result === 'action_taken'));

const listed = (
  rows: readonly ReportRow[],
  today: CalendarDate,
  dateOf: (row: ReportRow) => CalendarDate | null,
  since: (row: ReportRow) => CalendarDate = ({ receivedOn }) => receivedOn,
): Listed => ({
  all: rows.length,
  named: rows
    .filter(({ request }) => request.people !== 'staff_or_applicant')
    .slice(0, mostNamed)
    .map((row) => {
      const date = dateOf(row);
      const days = date === null ? daysBetween(since(row), today) : daysBetween(today, date);
      return { number: row.request.number, owner: row.request.owner, date, days };
    }),
});

const trendOf = (days: readonly (CalendarDate | null)[], monday: CalendarDate): Trend => {
  const between = (from: CalendarDate, to: CalendarDate): number =>
    days.filter((day) => day !== null && day >= from && day < to).length;
  const last = addDays(monday, -7);
  const before = between(addDays(last, -7 * trendWeeks), last);
  return { last: between(last, monday), usual: Math.round((before / trendWeeks) * 10) / 10 };
};

const newsOf = (open: readonly ReportRow[], monday: CalendarDate, rules: ReminderRules): readonly News[] => {
  const calendar = teamCalendar(rules);
  const lastMonday = addDays(monday, -7);
  const isNew = (version: string): boolean => version >= lastMonday && version < addDays(monday, 7);
  const { table } = rules;
  // Where nothing open was counted by older rules no date can have moved.
  const counted = (version: string): boolean => open.some(({ loggedOn }) => loggedOn < version);
  const projected = open.filter(({ owed }) => owed !== null && yearOf(owed) > table.publishedTo).length;
  return [
    ...(isNew(ruleVersion) && counted(ruleVersion) ? [{ what: 'rules', version: ruleVersion } as const] : []),
    ...(isNew(table.version) && counted(table.version)
      ? [{ what: 'holidays', version: table.version } as const]
      : []),
    ...Array.from({ length: 14 }, (_, day) => addDays(monday, day)).flatMap((on): readonly News[] => {
      const name = calendar.holiday(on);
      return name === undefined || isWeekend(on) ? [] : [{ what: 'holiday', on, name }];
    }),
    ...(projected === 0
      ? []
      : [{ what: 'projected', cases: projected, publishedTo: table.publishedTo } as const]),
  ];
};

export const mondayOf = (date: CalendarDate): CalendarDate => addDays(date, -((weekday(date) + 6) % 7));

/** The week that `today` is in, for the whole register. */
export const weekOf = (
  rows: readonly ReportRow[],
  today: CalendarDate,
  rules: ReminderRules,
  anchor: string | null = null,
): Week => {
  const monday = mondayOf(today);
  const open = rows.filter((row) => row.open).toSorted(byDate);
  const owedIn = (from: CalendarDate | null, to: CalendarDate): readonly ReportRow[] =>
    open.filter(({ owed }) => owed !== null && (from === null || owed >= from) && owed < to);
  const legal = ({ owed }: ReportRow): CalendarDate | null => owed;
  const dayOf = (request: Case, instant: string | null): CalendarDate | null =>
    instant === null ? null : localDate(new Date(instant), request.timeZone);
  const asked = ({ request }: ReportRow): CalendarDate => dayOf(request, askedAt(request)) ?? today;
  const list = (
    all: readonly ReportRow[],
    dateOf = legal,
    since?: (row: ReportRow) => CalendarDate,
  ): Listed => listed(all, today, dateOf, since);
  const complaints = open.filter(({ kind }) => kind === 'complaint');
  const endedLastWeek = rows.filter(
    ({ endedOn }) => endedOn !== null && endedOn >= addDays(monday, -7) && endedOn < monday,
  );
  const late = endedLastWeek.filter(({ due, metOn }) => due !== null && metOn !== null && metOn > due);
  return {
    open: open.length,
    byRight: ranked(open.map(({ request }) => request.right)),
    byState: ranked(open.map(({ request }) => request.state)),
    overdue: list(owedIn(null, today)),
    dueThisWeek: list(owedIn(today, addDays(monday, 7))),
    dueNextWeek: list(owedIn(addDays(monday, 7), addDays(monday, 14))),
    waiting: list(
      open.filter(({ request }) => waitsForRequester(request)),
      ({ owed, cautiousDue }) => owed ?? cautiousDue,
      ({ request, receivedOn }) => dayOf(request, request.waitingSince) ?? receivedOn,
    ),
    extended: tally(
      open.flatMap(({ request }) => (request.extension?.sentAt ? [request.extension.reason] : [])),
    ),
    extensionsPending: list(
      open.filter(
        ({ request }) =>
          isPending(request, 'extension') ||
          (request.extension !== null && request.extension.sentAt === null),
      ),
    ),
    approvals: list(
      open.filter(
        (row) =>
          waitsForSecondPerson(row.request) &&
          workingDaysBetween(asked(row), today, caseCalendar(row.request, rules)) > approvalPatience,
      ),
      () => null,
      asked,
    ),
    complaintsToAcknowledge: list(complaints.filter(({ metOn }) => metOn === null)),
    complaintsAcknowledged: list(
      complaints.filter(({ metOn }) => metOn !== null),
      () => null,
    ),
    recipients: list(rows.filter(owesRecipients)),
    ceilings: list(
      open.filter(
        ({ kind, owed }) => kind === 'client' && owed !== null && owed >= today && owed <= addDays(today, 90),
      ),
    ),
    endedInTime: endedLastWeek.length - late.length,
    endedLate: late.length,
    received: trendOf(
      rows.map(({ loggedOn }) => loggedOn),
      monday,
    ),
    ended: trendOf(
      rows.map(({ endedOn }) => endedOn),
      monday,
    ),
    news: newsOf(open, monday, rules),
    anchor,
  };
};
