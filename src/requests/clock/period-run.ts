/** Runs the events of one answer clock in order: pauses, the extension, and the end that rolls once, last. */
import { addDays, type CalendarDate, daysBetween, laterOf } from './calendar-date.ts';
import type { ClockEventType, ClockState, Flag } from './clock-case.ts';
import type { DatedEvent } from './clock-events.ts';
import { nextWorkingDayFrom, type WorkingCalendar } from './holidays.ts';
import { extendedEnd, type Reading } from './reading.ts';
import type { Length } from './regime.ts';

/** A kind of question that stops the time, and which of its days are left out of the count. */
export type Stop = {
  readonly asked: ClockEventType;
  readonly answered: ClockEventType;
  readonly askingDayCounts: boolean;
  readonly answerDayCounts: boolean;
  /** Does it lengthen the time for the extension notice too? */
  readonly lengthensNotice: boolean;
  /** The state of a clock that stands still for it, and the flag of one that stood. */
  readonly state: ClockState;
  readonly flag: Flag | undefined;
  /** Why this question has no effect, or undefined when it has. */
  readonly refused: (event: DatedEvent) => Flag | undefined;
};

export type PeriodPlan = {
  readonly relevant: CalendarDate;
  readonly events: readonly DatedEvent[];
  readonly calendar: WorkingCalendar;
  readonly stops: readonly Stop[];
  readonly period: Length;
  readonly extended: Length;
  /** False where this right has no extension. */
  readonly extensible: boolean;
  /** Empty: any reason will do. */
  readonly extensionReasons: readonly string[];
};

type Pause = {
  readonly from: CalendarDate;
  readonly until: CalendarDate | undefined;
  readonly stop: Stop;
  readonly tail: boolean;
};

/** A question that was asked: which pause it began, if it began one, and whether an answer was booked on it. */
type OpenQuestion = { readonly stop: Stop; readonly place: number | undefined; answered: boolean };

export type PeriodRun = {
  /** End of the period before rolling. */
  readonly end: CalendarDate;
  readonly due: CalendarDate;
  readonly noticeDue: CalendarDate;
  readonly noticeUnrolled: CalendarDate;
  readonly pausedDays: number;
  readonly pauses: readonly Pause[];
  /** The question that is still open, and the counted days that are left for its answer. */
  readonly waiting: { readonly pause: Pause; readonly daysLeft: number } | undefined;
  /** Did one answer end more than one pause? */
  readonly sharedAnswer: boolean;
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

/**
 * Runs the events of one answer clock in order of their instants: what is asked after the end changes nothing, a late or groundless
 * extension is void, and the end rolls once, last. Which questions stop the time, and how long it is, stands in the plan.
 */
export const runPeriod = (plan: PeriodPlan, reading: Reading): PeriodRun => {
  const { relevant, calendar, period, extended } = plan;
  let extension: DatedEvent | undefined;
  let pauses: readonly Pause[] = [];
  let leftOut = 0;
  let noticeLeftOut = 0;
  let sharedAnswer = false;
  let tailLive: number | undefined;
  const flags: Flag[] = [];
  const questions: OpenQuestion[] = [];

  const roll = (day: CalendarDate): CalendarDate => nextWorkingDayFrom(day, calendar);
  const plain = (): CalendarDate =>
    extension ? extendedEnd(reading, relevant, period, extended) : reading.add(relevant, period);
  const tailUntil = (): CalendarDate | undefined =>
    pauses.reduce<CalendarDate | undefined>(
      (last, { tail, until }) => (tail && until && (last === undefined || until > last) ? until : last),
      undefined,
    );
  const end = (): CalendarDate => {
    const until = extension === undefined ? tailUntil() : undefined;
    return until === undefined ? addDays(plain(), leftOut) : addDays(until, tailLive ?? 0);
  };
  const noticeUnrolled = (): CalendarDate => addDays(reading.add(relevant, period), noticeLeftOut);
  const noticeDue = (): CalendarDate => (reading.noticeRolls ? roll(noticeUnrolled()) : noticeUnrolled());
  const frozen = (): boolean =>
    pauses.some(({ until, tail, stop }) => until === undefined && !tail && stop.lengthensNotice);

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
    questions.push({ stop, place: counts ? pauses.length : undefined, answered: false });
    if (counts) pauses = [...pauses, { from: event.on, until: undefined, stop, tail: inTail }];
  };
  const answer = (event: DatedEvent, stop: Stop): void => {
    const mine = questions.filter((one) => one.stop.asked === stop.asked);
    const left = mine.filter(({ answered }) => !answered);
    const isOpen = ({ place }: OpenQuestion): boolean =>
      place !== undefined && pauses[place]?.until === undefined;
    // What paused nothing is answered last; a further part of an answer stretches the pause that it ended.
    const booked =
      left.find(isOpen) ?? left.find(({ place }) => place !== undefined) ?? left[0] ?? mine.at(-1);
    if (booked !== undefined) booked.answered = true;
    const reopens = booked !== undefined && booked.place !== undefined && !isOpen(booked);
    if (reopens && event.on > roll(end())) {
      flags.push('pause_after_deadline_ineffective');
      return;
    }
    const closes = (pause: Pause, place: number): boolean =>
      place === booked?.place ||
      (event.stillOpen !== true && pause.until === undefined && pause.stop.asked === stop.asked);
    const before = pauses.filter(({ until }) => until === undefined).length;
    pauses = pauses.map((pause, place) => (closes(pause, place) ? { ...pause, until: event.on } : pause));
    sharedAnswer ||= before - pauses.filter(({ until }) => until === undefined).length > 1;
    leftOut = daysLeftOut(pauses, relevant).size;
    const ofNotice = pauses.filter((pause) => pause.stop.lengthensNotice);
    noticeLeftOut = ofNotice.length === pauses.length ? leftOut : daysLeftOut(ofNotice, relevant).size;
  };
  const extend = (event: DatedEvent): void => {
    const { extensionReasons: reasons } = plan;
    if (!plan.extensible) flags.push('extension_not_available');
    else if (extension !== undefined) flags.push('second_extension_not_available');
    else if (reasons.length > 0 && !reasons.includes(event.reason ?? ''))
      flags.push('extension_illegal_no_valid_reason');
    else if (!frozen() && event.on > noticeDue()) flags.push('extension_illegal_late');
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
    sharedAnswer,
    extension,
    flags: [...new Set(flags)],
  };
};
