import { addDays, type CalendarDate, daysBetween, laterOf } from './calendar-date.ts';
import type { ClockEventType, Flag } from './clock-case.ts';
import type { DatedEvent } from './clock-events.ts';
import { nextWorkingDayFrom, type WorkingCalendar } from './holidays.ts';
import type { Reading } from './reading.ts';

/** A kind of question that stops the month, and which of its days are left out of the count. */
export type Stop = {
  readonly asked: ClockEventType;
  readonly answered: ClockEventType;
  readonly askingDayCounts: boolean;
  readonly answerDayCounts: boolean;
  /** Why this question has no effect, or undefined when it has. */
  readonly refused: (event: DatedEvent) => Flag | undefined;
};

export type MonthPlan = {
  readonly relevant: CalendarDate;
  readonly events: readonly DatedEvent[];
  readonly calendar: WorkingCalendar;
  readonly stops: readonly Stop[];
  /** Do stops lengthen the time for the extension notice (UK: Art 12A(5)(b)(ii))? */
  readonly noticeStops: boolean;
};

type Pause = {
  readonly from: CalendarDate;
  readonly until: CalendarDate | undefined;
  readonly stop: Stop;
  readonly tail: boolean;
};

export type MonthRun = {
  /** End of the period before rolling. */
  readonly end: CalendarDate;
  readonly due: CalendarDate;
  readonly noticeDue: CalendarDate;
  readonly noticeUnrolled: CalendarDate;
  readonly pausedDays: number;
  readonly pauses: readonly Pause[];
  /** The question that is still open, and the counted days that are left for its answer. */
  readonly waiting: { readonly pause: Pause; readonly daysLeft: number } | undefined;
  readonly extension: DatedEvent | undefined;
  readonly flags: readonly Flag[];
};

/** The distinct days that closed pauses leave out, after the relevant date: it is never counted anyway. */
const daysLeftOut = (pauses: readonly Pause[], relevant: CalendarDate): ReadonlySet<CalendarDate> => {
  const days = new Set<CalendarDate>();
  for (const { from, until, stop, tail } of pauses) {
    if (until === undefined || tail) continue;
    const first = laterOf(stop.askingDayCounts ? addDays(from, 1) : from, addDays(relevant, 1));
    const last = stop.answerDayCounts ? addDays(until, -1) : until;
    for (let day = first; day <= last; day = addDays(day, 1)) days.add(day);
  }
  return days;
};

const lawfulReasons: readonly (string | undefined)[] = ['complexity', 'number'];

/**
 * Runs the events of one month clock in order of their instants (Art 12A(1), (3)-(5)): what is asked after the end
 * changes nothing, a late or groundless extension is void, and the end rolls once, last.
 */
export const runMonth = (plan: MonthPlan, reading: Reading): MonthRun => {
  const { relevant, calendar } = plan;
  let extension: DatedEvent | undefined;
  let pauses: readonly Pause[] = [];
  let leftOut = 0;
  let tailLive: number | undefined;
  const flags: Flag[] = [];
  const queue: { readonly stop: Stop; readonly place: number | undefined }[] = [];

  const roll = (day: CalendarDate): CalendarDate => nextWorkingDayFrom(day, calendar);
  const plain = (): CalendarDate => (extension ? reading.extended(relevant) : reading.months(relevant, 1));
  const tailUntil = (): CalendarDate | undefined =>
    pauses.reduce<CalendarDate | undefined>(
      (last, { tail, until }) => (tail && until && (last === undefined || until > last) ? until : last),
      undefined,
    );
  const end = (): CalendarDate => {
    const until = extension === undefined ? tailUntil() : undefined;
    return until === undefined ? addDays(plain(), leftOut) : addDays(until, tailLive ?? 0);
  };
  const noticeUnrolled = (): CalendarDate =>
    addDays(reading.months(relevant, 1), plan.noticeStops ? leftOut : 0);
  const noticeDue = (): CalendarDate => (reading.noticeRolls ? roll(noticeUnrolled()) : noticeUnrolled());
  const frozen = (): boolean => pauses.some(({ until, tail }) => until === undefined && !tail);

  const ask = (event: DatedEvent, stop: Stop): void => {
    const refused = stop.refused(event);
    const waiting = pauses.find(({ until }) => until === undefined);
    const late = waiting === undefined && event.on > roll(end());
    const inTail = waiting?.tail ?? (waiting === undefined && event.on > end());
    const flag: Flag | undefined =
      refused ?? (late ? 'pause_after_deadline_ineffective' : inTail ? 'pause_in_roll_tail' : undefined);
    if (flag !== undefined) flags.push(flag);
    const counts = refused === undefined && !late && !(inTail && reading.rollTail === 'ignore');
    if (counts && inTail && tailLive === undefined) {
      const live = daysBetween(event.on, roll(end())) + (stop.askingDayCounts ? 0 : 1);
      tailLive = reading.rollTail === 'freeze' ? live : 0;
    }
    queue.push({ stop, place: counts ? pauses.length : undefined });
    if (counts) pauses = [...pauses, { from: event.on, until: undefined, stop, tail: inTail }];
  };
  let answeredLast: { readonly stop: Stop; readonly place: number | undefined } | undefined;
  const answer = (event: DatedEvent, stop: Stop): void => {
    const at = queue.findIndex((one) => one.stop.asked === stop.asked);
    // A second part of one answer (identity in two letters) stretches the same pause.
    const question = at === -1 ? answeredLast : queue.splice(at, 1)[0];
    answeredLast = question;
    pauses = pauses.map((pause, place) =>
      place === question?.place ? { ...pause, until: event.on } : pause,
    );
    leftOut = daysLeftOut(pauses, relevant).size;
  };
  const extend = (event: DatedEvent): void => {
    if (extension !== undefined) flags.push('second_extension_not_available');
    else if (!lawfulReasons.includes(event.reason)) flags.push('extension_illegal_no_valid_reason');
    else if (!(plan.noticeStops && frozen()) && event.on > noticeDue()) flags.push('extension_illegal_late');
    else extension = event;
  };

  for (const event of plan.events) {
    if (event.type === 'extension_notified') extend(event);
    for (const stop of plan.stops) {
      if (event.type === stop.asked) ask(event, stop);
      if (event.type === stop.answered) answer(event, stop);
    }
  }

  const open = pauses.find(({ until }) => until === undefined);
  const lastCounted =
    open && laterOf(open.stop.askingDayCounts ? open.from : addDays(open.from, -1), relevant);
  const alreadyOut = lastCounted
    ? [...daysLeftOut(pauses, relevant)].filter((day) => day > lastCounted).length
    : 0;
  const tailLeft = open?.tail === true ? tailLive : undefined;
  return {
    end: end(),
    due: roll(end()),
    noticeDue: noticeDue(),
    noticeUnrolled: noticeUnrolled(),
    pausedDays: leftOut,
    pauses,
    waiting:
      open && lastCounted
        ? { pause: open, daysLeft: tailLeft ?? daysBetween(lastCounted, end()) - alreadyOut }
        : undefined,
    extension,
    flags: [...new Set(flags)],
  };
};
