/** What a card and a list show of a case. Number, right, dates and ids: nothing about the data subject. */
import { type CalendarDate, daysBetween } from '../clock/calendar-date.ts';
import type { ClockState } from '../clock/clock-case.ts';
import type { HolidayTable } from '../clock/holidays.ts';
import { houseTarget } from '../clock/house-target.ts';
import { labelOf, type Right } from '../clock/rights.ts';
import { localDate } from '../clock/zone.ts';
import { type Case, type CaseState, isOpen } from './case.ts';
import { caseClock, clockReading } from './case-clock.ts';
import { stepsNow } from './next-step.ts';
import type { NextStep } from './step.ts';

export type CaseSummary = {
  readonly number: string;
  readonly right: Right;
  /** As people read it: "Access". */
  readonly rightLabel: string;
  readonly state: CaseState;
  readonly receivedOn: CalendarDate;
  readonly owner: string | null;
  /** The statutory (or policy) date; null when none may be shown, or when the case has been answered. */
  readonly due: CalendarDate | null;
  /** The date that is safe on every reading; null like `due`. */
  readonly cautiousDue: CalendarDate | null;
  readonly houseTarget: CalendarDate | null;
  readonly extensionNoticeDue: CalendarDate | null;
  readonly clock: ClockState | 'stopped' | 'impossible';
  /** Calendar days from today to `due`; 0 is today, negative is overdue. */
  readonly daysLeft: number | null;
  readonly overdue: boolean;
  /** Answered after the date that was due. */
  readonly answeredLate: boolean;
  readonly extended: boolean;
  readonly restricted: boolean;
  readonly frozen: boolean;
  readonly onHold: boolean;
  readonly tasksOpen: number;
  readonly tasksAll: number;
  readonly approvalsPending: number;
  /** The step of the case, whoever may take it. */
  readonly step: NextStep;
  readonly nextStep: string;
  readonly explanation: readonly string[];
  /** The same in one short paragraph. */
  readonly why: string;
};

export const summary = (request: Case, now: string, table: HolidayTable): CaseSummary => {
  const zone = request.timeZone;
  const today = localDate(new Date(now), zone);
  const receivedOn = localDate(new Date(request.receivedAt), zone);
  const result = caseClock(request, table);
  const found = result.ok ? result.deadline : null;
  const acknowledged = request.right === 'complaint' && request.acknowledgedAt !== null;
  const running = isOpen(request) && !acknowledged;
  const due = running ? (found?.due ?? null) : null;
  const answered = acknowledged ? request.acknowledgedAt : request.endedAt;
  const answeredLate =
    request.refusalWasDue !== null ||
    (answered !== null && found?.due != null && localDate(new Date(answered), zone) > found.due);
  const daysLeft = due === null ? null : daysBetween(today, due);
  const [step] = stepsNow(request, {
    at: now,
    dateOf: (instant) => localDate(new Date(instant), zone),
    clock: clockReading(result),
    law: table,
    related: [],
  });
  const work = request.tasks.filter((task) => task.status === 'open');
  return {
    number: request.number,
    right: request.right,
    rightLabel: labelOf(request.right),
    state: request.state,
    receivedOn,
    owner: request.owner,
    due,
    cautiousDue: running ? (found?.cautiousDue ?? null) : null,
    houseTarget: isOpen(request) ? houseTarget(request, receivedOn, found, table) : null,
    extensionNoticeDue: running && !request.extension?.sentAt ? (found?.extensionNoticeDue ?? null) : null,
    clock: !result.ok ? 'impossible' : running ? result.deadline.state : 'stopped',
    daysLeft,
    overdue: daysLeft !== null && daysLeft < 0,
    answeredLate,
    extended: found?.extended ?? false,
    restricted: request.restricted,
    frozen: request.frozen,
    onHold: request.hold,
    tasksOpen: work.length,
    tasksAll: request.tasks.length,
    approvalsPending: request.approvals.filter((each) => each.status === 'pending').length,
    step,
    nextStep: step.words,
    explanation: result.ok ? result.deadline.explanation : [result.problem.message],
    why: result.ok ? result.deadline.why : result.problem.message,
  };
};

/** Most urgent first: overdue, then by date, then what waits without a date, then what has ended. */
export const byUrgency = (a: CaseSummary, b: CaseSummary): number => {
  const rank = (each: CaseSummary) => (each.due !== null ? 0 : each.clock === 'stopped' ? 2 : 1);
  return rank(a) - rank(b) || (a.due ?? '').localeCompare(b.due ?? '') || a.number.localeCompare(b.number);
};
