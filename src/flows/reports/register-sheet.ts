/** One line a case for lists and spreadsheets: no personal data. Dates are the clock's own, as cards and reminders have them at that moment. */
import type { Head } from '../../register/register.ts';
import { type Case, isOpen } from '../../requests/case/case.ts';
import { summary } from '../../requests/case/summary.ts';
import { daysBetween } from '../../requests/clock/calendar-date.ts';
import type { HolidayTable } from '../../requests/clock/holidays.ts';
import { localDate } from '../../requests/clock/zone.ts';

export type SheetRow = ReturnType<typeof sheetRow>;

export const sheetRow = (
  { id, length, erased, summary: request }: Head<Case>,
  now: string,
  table: HolidayTable,
) => {
  const shown = summary(request, now, table);
  const loggedOn = localDate(new Date(request.loggedAt), request.timeZone);
  return {
    id,
    right: request.right,
    state: request.state,
    receivedOn: shown.receivedOn,
    receivedAt: request.receivedAt,
    loggedAt: request.loggedAt,
    receiptLagDays: daysBetween(shown.receivedOn, loggedOn),
    due: shown.due,
    cautiousDue: shown.cautiousDue,
    houseTarget: shown.houseTarget,
    daysLeft: shown.daysLeft,
    clock: shown.clock,
    overdue: shown.overdue,
    extended: shown.extended,
    answeredLate: shown.answeredLate,
    regime: request.regime,
    jurisdiction: request.jurisdiction,
    owner: request.owner,
    outcome: request.outcome,
    endedAt: request.endedAt,
    closedAt: request.closedAt,
    retainUntil: request.retainUntil,
    events: length,
    erased,
    open: isOpen(request),
  };
};

export type SheetFilter = {
  readonly open?: boolean | undefined;
  readonly overdue?: boolean | undefined;
  readonly right?: string | undefined;
  readonly state?: string | undefined;
  readonly owner?: string | undefined;
};

/** Everything that was asked for must fit. */
export const fits =
  ({ open, overdue, right, state, owner }: SheetFilter) =>
  (row: SheetRow): boolean =>
    (open !== true || row.open) &&
    (overdue !== true || row.overdue) &&
    (right === undefined || row.right === right) &&
    (state === undefined || row.state === state) &&
    (owner === undefined || row.owner === owner);
