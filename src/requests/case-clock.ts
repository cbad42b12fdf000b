/** From a case to its clock: the events that count, in the clock's own words. */
import type { Case } from './case.ts';
import type { ClockProblem, Deadline } from './clock-case.ts';
import { deadline } from './deadline.ts';
import type { ClockReading } from './decision.ts';
import type { HolidayTable } from './holidays.ts';

export type CaseClock =
  | { readonly ok: true; readonly deadline: Deadline }
  | { readonly ok: false; readonly problem: ClockProblem };

/** The deadline of a case as its history stands; the due date is always derived, never stored. */
export const caseClock = (request: Case, table: HolidayTable): CaseClock =>
  deadline(
    {
      right: request.right,
      regime: request.regime,
      jurisdiction: request.jurisdiction,
      zone: request.timeZone,
      receivedAt: new Date(request.receivedAt),
      events: request.clockEvents.map(({ at, ...event }) => ({ ...event, at: new Date(at) })),
    },
    table,
  );

/** What decisions need of it. */
export const clockReading = (clock: CaseClock): ClockReading =>
  clock.ok
    ? {
        due: clock.deadline.due,
        extensionNoticeDue: clock.deadline.extensionNoticeDue,
        refusalDue: clock.deadline.refusalDue,
      }
    : { due: null, extensionNoticeDue: null, refusalDue: null };
