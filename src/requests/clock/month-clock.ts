import { type CalendarDate, parseCalendarDate } from './calendar-date.ts';
import type { ClockCase, ClockState, Flag } from './clock-case.ts';
import type { DatedEvent } from './clock-events.ts';
import { nextWorkingDayFrom, type WorkingCalendar } from './holidays.ts';
import { type MonthRun, runMonth, type Stop } from './month-run.ts';
import type { Reading } from './reading.ts';
import { type RelevantTime, relevantTime } from './relevant-date.ts';
import { ruleOf } from './rights.ts';

/** A case ready for counting. */
export type PreparedCase = {
  readonly input: ClockCase;
  readonly received: CalendarDate;
  /** The time of day of receipt, 'HH:MM'. */
  readonly receivedTime: string;
  readonly events: readonly DatedEvent[];
  readonly calendar: WorkingCalendar;
};

/** What one reading of the law makes of a month clock. */
export type MonthOutcome = {
  readonly state: ClockState;
  readonly time: RelevantTime;
  readonly run: MonthRun;
  /** Received before 5 February 2026: the older Art 12(3), without relevant time and pause. */
  readonly oldLaw: boolean;
  readonly flags: readonly Flag[];
  /** EU: without suspension; last day for a refusal is that of the unextended month. */
  readonly strictDue: CalendarDate | undefined;
  readonly refusalDue: CalendarDate;
};

const dateOfLaw = (text: string): CalendarDate => {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new RangeError(`${text} is not a date`);
  return date;
};

/** UK GDPR Art 12A is in force for requests received from this day (SI 2026/82 regs 2(h), 4). */
const article12aInForce: CalendarDate = dateOfLaw('2026-02-05');

/** DPA 2018 s 164A is in force for complaints received from this day (SI 2026/82 reg 3). */
export const section164aInForce: CalendarDate = dateOfLaw('2026-06-19');

const clarification = { asked: 'clarification_requested', answered: 'clarification_received' } as const;
const identity = { asked: 'identity_requested', answered: 'identity_received' } as const;

const ukClock = (prepared: PreparedCase, reading: Reading): MonthOutcome => {
  const { input, received, events, calendar } = prepared;
  const rule = ruleOf(input.right);
  const oldLaw = received < article12aInForce;
  const time = relevantTime(received, events, rule.identity && !oldLaw, reading);
  const stop: Stop = {
    ...clarification,
    askingDayCounts: false,
    answerDayCounts: !reading.answerDayPaused,
    refused: (event) => {
      if (!rule.pause) return 'pause_not_available_for_right';
      if (oldLaw) return 'received_before_5_february_2026';
      return event.reasonable === false ? 'clarification_not_reasonably_required' : undefined;
    },
  };
  // While the month waits for its first day nothing can be late, so the last event's day stands in for it.
  const standIn = events.at(-1)?.on ?? received;
  const run = runMonth(
    { relevant: time.relevant ?? standIn, events, calendar, stops: [stop], noticeStops: true },
    reading,
  );
  const waitedInVain = oldLaw && rule.identity && time.gates.some((gate) => gate.asked !== undefined);
  const gateFlags = waitedInVain ? (['received_before_5_february_2026'] as const) : time.flags;
  const state =
    time.relevant === undefined ? 'clock_not_started' : run.waiting ? 'paused_clarification' : 'running';
  return {
    state,
    time,
    run,
    oldLaw,
    flags: [...new Set([...gateFlags, ...run.flags])],
    strictDue: undefined,
    refusalDue: run.due,
  };
};

const euClock = (prepared: PreparedCase, reading: Reading): MonthOutcome => {
  const { input, received, events, calendar } = prepared;
  const rule = ruleOf(input.right);
  const time = relevantTime(received, events, false, reading);
  const suspension: Stop = {
    ...identity,
    askingDayCounts: true,
    answerDayCounts: false,
    refused: (event) => {
      if (!rule.identity || event.reasonable === false) return 'identity_request_not_reasonable_ignored';
      return event.prompt === false ? 'identity_request_not_prompt_ignored' : undefined;
    },
  };
  const question: Stop = {
    ...clarification,
    askingDayCounts: true,
    answerDayCounts: false,
    refused: (event) =>
      reading.euClarificationSuspends && rule.pause && event.reasonable !== false
        ? undefined
        : 'clarification_does_not_pause_eu',
  };
  const stops = [...(reading.euIdentitySuspends ? [suspension] : []), question];
  const run = runMonth(
    { relevant: received, events, calendar, stops, noticeStops: reading.euNoticeSuspended },
    reading,
  );
  const unfairFee = time.gates.some((gate) => gate.name === 'fee' && gate.unreasonable);
  const suspended = run.pauses.some(
    ({ stop, until }) => stop.asked === identity.asked && until !== undefined,
  );
  const strictEnd = run.extension ? reading.extended(received) : reading.months(received, 1);
  return {
    state: run.waiting === undefined ? 'running' : 'suspended_identity_eu',
    time: { ...time, relevant: received, decidedBy: undefined },
    run,
    oldLaw: false,
    flags: [
      ...(unfairFee ? (['fee_request_not_reasonable_ignored'] as const) : []),
      ...(suspended ? (['edpb_159_suspension'] as const) : []),
      ...run.flags,
    ],
    strictDue: nextWorkingDayFrom(strictEnd, calendar),
    refusalDue: nextWorkingDayFrom(reading.months(received, 1), calendar),
  };
};

/** The month clock of a case under one reading: Art 12A in the UK, Art 12(3) in the EU. */
export const monthClock = (prepared: PreparedCase, reading: Reading): MonthOutcome =>
  prepared.input.regime === 'uk' ? ukClock(prepared, reading) : euClock(prepared, reading);
