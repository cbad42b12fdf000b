/** What every count, list and picture of the register is made from: a case with the dates that the clock gives it. */

import { type Case, isClient, isOpen } from '../../requests/case/case.ts';
import { caseClock } from '../../requests/case/case-clock.ts';
import type { CalendarDate } from '../../requests/clock/calendar-date.ts';
import type { Deadline } from '../../requests/clock/clock-case.ts';
import type { HolidayTable } from '../../requests/clock/holidays.ts';
import { houseTarget } from '../../requests/clock/house-target.ts';
import { localDate } from '../../requests/clock/zone.ts';

export type ReportRow = {
  readonly request: Case;
  /** Somebody's right, a complaint to the company, or a client's data. */
  readonly kind: 'request' | 'complaint' | 'client';
  readonly open: boolean;
  readonly receivedOn: CalendarDate;
  readonly loggedOn: CalendarDate;
  /** The last lawful day, also of what has ended; of a complaint the last day to acknowledge it. */
  readonly due: CalendarDate | null;
  /** The same while it is still owed; null once it was done. */
  readonly owed: CalendarDate | null;
  readonly cautiousDue: CalendarDate | null;
  readonly houseDue: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
  /** When what the legal date asks for was done: a complaint acknowledged, anything else ended. */
  readonly metOn: CalendarDate | null;
  /** When the last step that had to be done was done. */
  readonly workDoneOn: CalendarDate | null;
  /** The day that the period is counted from; null where no month runs. */
  readonly relevantDate: CalendarDate | null;
  readonly pausedDays: number;
  readonly paused: boolean;
};

const kindOf = ({ right }: Case): ReportRow['kind'] =>
  right === 'complaint' ? 'complaint' : isClient(right) ? 'client' : 'request';

/** With a deadline that was worked out already. */
export const rowWith = (request: Case, deadline: Deadline | null, table: HolidayTable): ReportRow => {
  const day = (instant: string): CalendarDate => localDate(new Date(instant), request.timeZone);
  const dayOr = (instant: string | null): CalendarDate | null => (instant === null ? null : day(instant));
  const kind = kindOf(request);
  const open = isOpen(request);
  const receivedOn = day(request.receivedAt);
  const due = deadline?.due ?? null;
  const endedOn = dayOr(request.endedAt);
  const metOn = kind === 'complaint' ? (dayOr(request.acknowledgedAt) ?? endedOn) : endedOn;
  return {
    request,
    kind,
    open,
    receivedOn,
    loggedOn: day(request.loggedAt),
    due,
    owed: open && metOn === null ? due : null,
    cautiousDue: open && metOn === null ? (deadline?.cautiousDue ?? null) : null,
    houseDue: houseTarget(request, receivedOn, deadline, table),
    endedOn,
    metOn,
    workDoneOn: dayOr(request.workDoneAt),
    relevantDate: deadline?.relevantDate ?? null,
    pausedDays: deadline?.pausedDays ?? 0,
    paused: (deadline?.pausedDays ?? 0) > 0 || deadline?.state === 'paused_clarification',
  };
};

export const rowsOf = (requests: readonly Case[], table: HolidayTable): readonly ReportRow[] =>
  requests.map((request) => {
    const clock = caseClock(request, table);
    return rowWith(request, clock.ok ? clock.deadline : null, table);
  });

/** Plain text order: ten thousand rows are sorted while somebody waits. */
const inTextOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By the day to work to, the earliest first; what has none comes last. */
export const byDate = (a: ReportRow, b: ReportRow): number =>
  inTextOrder(a.owed ?? a.cautiousDue ?? '9999', b.owed ?? b.cautiousDue ?? '9999') ||
  a.request.number.length - b.request.number.length ||
  inTextOrder(a.request.number, b.request.number);
