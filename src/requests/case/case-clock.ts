/** From a case to its clock: the events that count, in the clock's own words. */

import type { ClockProblem, Deadline } from '../clock/clock-case.ts';
import type { HolidayTable } from '../clock/holidays.ts';
import { deadlineUnderAll } from '../clock/several-regimes.ts';
import type { ClockReading } from '../decisions/decision.ts';
import type { Case } from './case.ts';

export type CaseClock =
  | { readonly ok: true; readonly deadline: Deadline }
  | { readonly ok: false; readonly problem: ClockProblem };

// A case is never changed, only replaced: reminders, lists and reports of ten thousand cases share one reading of each.
const known = new WeakMap<Case, { readonly table: HolidayTable; readonly clock: CaseClock }>();

/** The deadline of a case as its history stands; the due date is always derived, never stored. */
export const caseClock = (request: Case, table: HolidayTable): CaseClock => {
  const kept = known.get(request);
  if (kept?.table === table) return kept.clock;
  const clock = deadlineUnderAll(
    {
      right: request.right,
      regime: request.regime,
      jurisdiction: request.jurisdiction,
      zone: request.timeZone,
      receivedAt: new Date(request.receivedAt),
      events: request.clockEvents.map(({ at, ...event }) => ({ ...event, at: new Date(at) })),
    },
    request.also,
    table,
  );
  known.set(request, { table, clock });
  return clock;
};

/** What decisions need of it. */
export const clockReading = (clock: CaseClock): ClockReading =>
  clock.ok
    ? {
        due: clock.deadline.due,
        extensionNoticeDue: clock.deadline.extensionNoticeDue,
        refusalDue: clock.deadline.refusalDue,
      }
    : { due: null, extensionNoticeDue: null, refusalDue: null };
