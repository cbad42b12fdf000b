/** The answer clock of a case under one reading: which questions stop it or begin it afresh stands in the regime's row. */
import type { CalendarDate } from './calendar-date.ts';
import type { ClockCase, ClockState, Flag } from './clock-case.ts';
import type { DatedEvent } from './clock-events.ts';
import { nextWorkingDayFrom, type WorkingCalendar } from './holidays.ts';
import { type PeriodRun, runPeriod, type Stop } from './period-run.ts';
import { extendedEnd, type Reading } from './reading.ts';
import type { AnswerLaw, RegimeData, RightLaw } from './regime.ts';
import { hasRestart, isGateEvent, type RelevantTime, relevantTime } from './relevant-date.ts';

/** A case ready for counting. */
export type PreparedCase = {
  readonly input: ClockCase;
  readonly regime: RegimeData;
  /** The row of the regime that holds for the day of receipt. */
  readonly law: AnswerLaw;
  readonly rule: RightLaw;
  readonly received: CalendarDate;
  /** The time of day of receipt, 'HH:MM'. */
  readonly receivedTime: string;
  readonly events: readonly DatedEvent[];
  readonly calendar: WorkingCalendar;
};

/** What one reading of the law makes of an answer clock. */
export type PeriodOutcome = {
  readonly state: ClockState;
  readonly time: RelevantTime;
  readonly run: PeriodRun;
  readonly flags: readonly Flag[];
  /** Without suspension, where the regime shows it. */
  readonly strictDue: CalendarDate | undefined;
  /** The last day for a refusal. */
  readonly refusalDue: CalendarDate;
};

/** Of a question that suspends time where the row says that it does nothing: another reading only. */
const suspendedByReading = { days: 'after-asking', lengthensNotice: false, flag: undefined } as const;

const clarificationStop = ({ law, rule }: PreparedCase, reading: Reading): Stop => {
  const row = law.asking.clarification;
  const suspends = row.effect === 'suspend' || reading.clarificationSuspends;
  const { days, lengthensNotice, flag } = row.effect === 'suspend' ? row : suspendedByReading;
  return {
    asked: 'clarification_requested',
    answered: 'clarification_received',
    askingDayCounts: days === 'after-asking',
    answerDayCounts: days === 'both' && !reading.answerDayPaused,
    lengthensNotice: lengthensNotice || reading.noticeSuspended,
    state: row.effect === 'suspend' ? row.state : 'paused_clarification',
    flag,
    refused: (event) => {
      if (!rule.pause) return row.otherRightFlag ?? 'pause_not_available_for_right';
      if (!suspends) return row.flag ?? 'pause_not_available_for_right';
      return event.reasonable === false ? 'clarification_not_reasonably_required' : undefined;
    },
  };
};

const identityStops = ({ law, rule }: PreparedCase, reading: Reading): readonly Stop[] => {
  const row = law.asking.identity;
  if (row.effect !== 'suspend' || !reading.identitySuspends) return [];
  return [
    {
      asked: 'identity_requested',
      answered: 'identity_received',
      askingDayCounts: row.days === 'after-asking',
      answerDayCounts: false,
      lengthensNotice: row.lengthensNotice || reading.noticeSuspended,
      state: row.state,
      flag: row.flag,
      refused: (event) => {
        if (!rule.waits || event.reasonable === false) return 'identity_request_not_reasonable_ignored';
        return event.prompt === false ? 'identity_request_not_prompt_ignored' : undefined;
      },
    },
  ];
};

const nothing: ReadonlySet<DatedEvent> = new Set();

/** What was asked for, or came unasked, after the end: it revives nothing. Each is held against the clock as it stood then. */
const afterTheEnd = (prepared: PreparedCase, reading: Reading): ReadonlySet<DatedEvent> => {
  const { received, events, calendar, law, rule } = prepared;
  if (events.length === 0 || reading.expiredRevives || !rule.waits || !hasRestart(law, reading))
    return nothing;
  const first = nextWorkingDayFrom(reading.add(received, law.period), calendar);
  const late = new Set<DatedEvent>();
  for (const [index, event] of events.entries()) {
    if (!isGateEvent(event.type) || event.reasonable === false || event.on <= first) continue;
    const { state, run } = clockBefore({ ...prepared, events: events.slice(0, index) }, reading, late);
    if (state === 'running' && event.on > run.due) late.add(event);
  }
  return late;
};

const clockBefore = (
  prepared: PreparedCase,
  reading: Reading,
  tooLate: ReadonlySet<DatedEvent>,
): PeriodOutcome => {
  const { received, events, calendar, law, rule } = prepared;
  const time = relevantTime(received, events, law, rule.waits, reading, tooLate);
  // While the period waits for its first day nothing can be late, so the last event's day stands in for it.
  const relevant = time.relevant ?? events.at(-1)?.on ?? received;
  const { period, extended, extensionReasons } = law;
  const stops =
    events.length === 0 ? [] : [...identityStops(prepared, reading), clarificationStop(prepared, reading)];
  const run = runPeriod(
    { relevant, events, calendar, stops, period, extended, extensible: rule.extension, extensionReasons },
    reading,
  );
  const roll = (day: CalendarDate): CalendarDate => nextWorkingDayFrom(day, calendar);
  const stood = run.pauses.flatMap(({ stop, until }) =>
    stop.flag && until !== undefined ? [stop.flag] : [],
  );
  const flags = [...time.flags, ...stood, ...run.flags];
  const plainEnd = run.extension
    ? extendedEnd(reading, received, period, extended)
    : reading.add(received, period);
  return {
    state: time.relevant === undefined ? 'clock_not_started' : (run.waiting?.pause.stop.state ?? 'running'),
    time,
    run,
    flags: flags.length < 2 ? flags : [...new Set(flags)],
    strictDue: law.strict ? roll(plainEnd) : undefined,
    refusalDue: law.refusal === 'period' ? run.due : roll(reading.add(received, period)),
  };
};

/** The answer clock of a case under one reading. */
export const periodClock = (prepared: PreparedCase, reading: Reading): PeriodOutcome =>
  clockBefore(prepared, reading, afterTheEnd(prepared, reading));
