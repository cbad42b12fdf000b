/** From a case to its clock: the events that count, in the clock's own words. */

import type { ClockProblem, Deadline } from '../clock/clock-case.ts';
import type { HolidayTable } from '../clock/holidays.ts';
import { deadlineUnderAll } from '../clock/several-regimes.ts';
import type { ClockReading } from '../decisions/decision.ts';
import type { Case } from './case.ts';

export type CaseClock =
  | { readonly ok: true; readonly deadline: Deadline }
  | { readonly ok: false; readonly problem: ClockProblem };

type KnownClock = { readonly request: Case; readonly table: HolidayTable; readonly clock: CaseClock };

// A case is never changed, only replaced, and most events leave what its clock depends on as it is: the list of those that do not is the key.
const known = new WeakMap<Case['clockEvents'], KnownClock>();

const sameClock = (a: Case, b: Case): boolean =>
  a === b ||
  (a.right === b.right &&
    a.receivedAt === b.receivedAt &&
    a.regime === b.regime &&
    a.jurisdiction === b.jurisdiction &&
    a.also === b.also &&
    a.timeZone === b.timeZone);

/** The deadline of a case as its history stands, under every regime it runs under; the due date is always derived, never stored. */
export const caseClock = (request: Case, table: HolidayTable): CaseClock => {
  const kept = known.get(request.clockEvents);
  if (kept?.table === table && sameClock(kept.request, request)) return kept.clock;
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
  known.set(request.clockEvents, { request, table, clock });
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
