import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  describeDate,
  isWeekend,
} from './calendar-date.ts';
import type { Flag } from './clock-case.ts';
import { explainFlag } from './explain-flags.ts';
import { subtractWorkingDays, type WorkingCalendar } from './holidays.ts';
import { type MonthOutcome, monthClock, type PreparedCase } from './month-clock.ts';
import type { BareDeadline } from './other-clocks.ts';
import { ourReading } from './reading.ts';
import { rejectedReadings } from './rejected-readings.ts';
import { askedLate, type Gate } from './relevant-date.ts';
import { ruleOf } from './rights.ts';
import { localTime } from './zone.ts';

/** Which rules and which table made the date. */
export type Versions = { readonly rules: string; readonly holidays: string; readonly publishedTo: number };

const both = (date: CalendarDate): string => `${describeDate(date)} (${date})`;

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const receivedLine = ({ input, received }: PreparedCase): string => {
  const time = localTime(input.receivedAt, input.zone);
  return `${ruleOf(input.right).label} (${ruleOf(input.right).articles}): received ${describeDate(received)} at ${time}, by the calendar of ${input.zone}. That day is day zero.`;
};

/** Why a day is no working day. */
const dayOff = (date: CalendarDate, calendar: WorkingCalendar): string => {
  const reasons = [calendar.holiday(date), isWeekend(date) ? 'a weekend' : undefined];
  return `${describeDate(date)} is ${reasons.filter((reason) => reason !== undefined).join(' and ')}`;
};

const rollLine = (from: CalendarDate, to: CalendarDate, calendar: WorkingCalendar): readonly string[] => {
  if (from === to) return [];
  const days = Array.from({ length: daysBetween(from, to) }, (_, step) =>
    dayOff(addDays(from, step), calendar),
  );
  return [
    `${days.join('; ')}: the end moves once, to ${describeDate(to)} (Reg 1182/71 Art 3(4), ${calendar.jurisdiction}).`,
  ];
};

const versionLine = (
  rule: string,
  { calendar }: PreparedCase,
  versions: Versions,
  due: CalendarDate | null,
): string => {
  const projected =
    due !== null && Number(due.slice(0, 4)) > versions.publishedTo
      ? `; holidays after ${versions.publishedTo} are projected`
      : '';
  return `Rule: ${rule}. Rule version ${versions.rules}; holiday table ${versions.holidays}, ${calendar.jurisdiction}${projected}.`;
};

const planLine = (due: CalendarDate | null, calendar: WorkingCalendar): readonly string[] =>
  due === null
    ? []
    : [
        `House target, not the law: ready for review by ${describeDate(subtractWorkingDays(due, 5, calendar))}.`,
      ];

const flagLines = (flags: readonly Flag[]): readonly string[] => flags.map(explainFlag);

const gateWords = { identity: 'Identity', authority: "The agent's authority", fee: 'The fee' } as const;
const gateArticles = {
  identity: 'Art 12A(2)(b)',
  authority: 'ICO guidance; Art 12A(2) does not name authority',
  fee: 'Art 12A(2)(c)',
} as const;

const gateLine = (prepared: PreparedCase, outcome: MonthOutcome, gate: Gate): readonly string[] => {
  if (gate.asked === undefined || outcome.oldLaw || prepared.input.regime === 'eu') return [];
  const name = gateWords[gate.name];
  const asked = `${name} was asked for on ${describeDate(gate.asked.on)}`;
  if (gate.open)
    return [`${asked} and is not complete: the month has not started (${gateArticles[gate.name]}).`];
  if (gate.complete === undefined || outcome.time.decidedBy !== gate) return [];
  const without = monthClock(
    { ...prepared, events: prepared.events.filter((event) => !event.type.startsWith(gate.name)) },
    ourReading,
  ).run.due;
  return [
    `${asked} and complete on ${describeDate(gate.complete)}: a fresh month starts that day (${gateArticles[gate.name]}).`,
    `If asking was not needed, the date would be ${both(without)}: please confirm the reason.`,
    ...(gate.name === 'identity' && askedLate(gate, prepared.received)
      ? ['ICO promptness risk: identity was asked for late. Keep working to the month from receipt.']
      : []),
  ];
};

const baseLine = (outcome: MonthOutcome, relevant: CalendarDate): string => {
  const { extension } = outcome.run;
  const months = extension === undefined ? 1 : 3;
  const end = addMonths(relevant, months);
  const same = end.slice(8) === relevant.slice(8);
  const why = same ? 'the same date' : 'the last day of the month, because there is no such date in it';
  return extension === undefined
    ? `One month from ${describeDate(relevant)} ends on ${why}: ${describeDate(end)}.`
    : `Extended on ${describeDate(extension.on)} (${extension.reason ?? ''}). Three months from ${describeDate(relevant)}: ${describeDate(end)}.`;
};

const pauseLines = (prepared: PreparedCase, outcome: MonthOutcome): readonly string[] => {
  const { run } = outcome;
  if (run.pausedDays === 0) return [];
  const spans = run.pauses
    .filter(({ until, tail }) => until !== undefined && !tail)
    .map(({ from, until }) => `${describeDate(from)} to ${describeDate(until ?? from)}`)
    .join(' and ');
  const text =
    prepared.input.regime === 'uk'
      ? `${plural(run.pausedDays, 'day')} after the relevant date (${spans}, both included) ${run.pausedDays === 1 ? 'does' : 'do'} not count (Art 12A(5))`
      : `${plural(run.pausedDays, 'day')} of waiting for identity (${spans}, without the day of asking) are suspended (EDPB 01/2022 para 159)`;
  return [`${text}: the end becomes ${describeDate(run.end)}.`];
};

const waitingLines = (outcome: MonthOutcome, bare: BareDeadline): readonly string[] => {
  const { waiting } = outcome.run;
  if (bare.state === 'clock_not_started') return ['No due date may be shown until it is complete.'];
  if (waiting === undefined) return [];
  const { pause, daysLeft } = waiting;
  const what = pause.stop.asked === 'identity_requested' ? 'identity' : 'clarification';
  return [
    `Waiting for ${what} since ${describeDate(pause.from)}. ${plural(daysLeft, 'counted day')} ${daysLeft === 1 ? 'is' : 'are'} left; the date appears when the answer arrives.`,
    ...(bare.strictDue === null
      ? []
      : [
          `A letter under Art 12(4) or 11(2), or an extension notice, goes by the strict date, ${both(bare.strictDue)}.`,
        ]),
  ];
};

const dueLines = (prepared: PreparedCase, outcome: MonthOutcome, bare: BareDeadline): readonly string[] => {
  if (bare.due === null) return [];
  const articles = prepared.input.regime === 'uk' && !outcome.oldLaw ? 'Art 12A(1)' : 'Art 12(3)';
  return [
    ...rollLine(outcome.run.end, bare.due, prepared.calendar),
    `Due by the end of ${both(bare.due)}. That is the ceiling: answer without undue delay (${articles}).`,
    ...(bare.extended || bare.extensionNoticeDue === null
      ? []
      : [
          `An extension, for complexity or number of requests, must be notified with its reason by ${describeDate(bare.extensionNoticeDue)}.`,
        ]),
    ...(bare.refusalDue === null || bare.refusalDue === bare.due
      ? []
      : [`A refusal must be sent by ${describeDate(bare.refusalDue)}, one month from receipt (Art 12(4)).`]),
  ];
};

const meanwhileLines = (
  { input, received, calendar }: PreparedCase,
  bare: BareDeadline,
): readonly string[] => {
  const { meanwhile } = ruleOf(input.right);
  const next = bare.houseActionBy;
  return [
    ...(meanwhile === undefined
      ? []
      : [`${meanwhile}; house target ${describeDate(nextDay(received, calendar))}.`]),
    ...(next === null ? [] : [`Stop now. House target, not the law: ${describeDate(next)}.`]),
  ];
};

const nextDay = (from: CalendarDate, calendar: WorkingCalendar): CalendarDate => {
  let day = addDays(from, 1);
  while (isWeekend(day) || calendar.holiday(day)) day = addDays(day, 1);
  return day;
};

/** The explanation of a month clock, line by line, with articles, other readings and versions. */
export const explainMonth = (
  prepared: PreparedCase,
  outcome: MonthOutcome,
  bare: BareDeadline,
  alternatives: readonly { readonly due: CalendarDate | null; readonly basis: string }[],
  versions: Versions,
): readonly string[] => {
  const { regime } = prepared.input;
  const rejected = bare.state === 'running' ? rejectedReadings(prepared, outcome) : [];
  const rule =
    regime === 'eu'
      ? 'GDPR Art 12(3), Reg 1182/71 Art 3'
      : outcome.oldLaw
        ? 'UK GDPR Art 12(3) as it stood before 5 February 2026, Art 4A'
        : 'UK GDPR Art 12A, Art 4A';
  return [
    receivedLine(prepared),
    ...outcome.time.gates.flatMap((gate) => gateLine(prepared, outcome, gate)),
    ...(bare.relevantDate === null ? [] : [baseLine(outcome, bare.relevantDate)]),
    ...pauseLines(prepared, outcome),
    ...waitingLines(outcome, bare),
    ...dueLines(prepared, outcome, bare),
    ...meanwhileLines(prepared, bare),
    ...flagLines(bare.flags),
    ...alternatives.map(({ due, basis }) =>
      due === null ? basis : `Another reading gives ${both(due)}, ${basis}.`,
    ),
    ...rejected.map(({ due, basis }) => `Not used: ${both(due)}, ${basis}.`),
    ...(bare.cautiousDue === null || bare.cautiousDue === bare.due
      ? []
      : [`Cautious target: ${both(bare.cautiousDue)}.`]),
    ...planLine(bare.due, prepared.calendar),
    versionLine(rule, prepared, versions, bare.due),
  ];
};

const complaintLines = (prepared: PreparedCase, bare: BareDeadline): readonly string[] => {
  if (prepared.input.regime === 'eu')
    return ['The EU GDPR sets no time for acknowledging a complaint; s 164A is UK law only.'];
  if (bare.due === null) return ['Acknowledge it all the same, and give the outcome without undue delay.'];
  const day30 = addDays(prepared.received, 30);
  return [
    `Day 30, the day after receipt being day 1, is ${describeDate(day30)} (DPA 2018 s 164A(3), s 205(2)).`,
    ...rollLine(day30, bare.due, prepared.calendar),
    `Acknowledge by the end of ${both(bare.due)}. The outcome is due without undue delay; nothing extends or pauses this.`,
  ];
};

const policyLines = (bare: BareDeadline): readonly string[] => {
  if (bare.due === null || bare.relevantDate === null) {
    return [
      "The year has not started: the policy's conditions are not all met. Chase them; Art 28(3)(g) and the Services Agreement may still require deletion.",
      ...(bare.cautiousDue === null
        ? []
        : [`Cautious target, counted from the request or the termination: ${both(bare.cautiousDue)}.`]),
    ];
  }
  return [
    `The conditions were met on ${describeDate(bare.relevantDate)}. One year later: ${both(bare.due)}. This ceiling never rolls forward.`,
    ...(bare.scheduleBy === null
      ? []
      : [
          `Schedule the work for ${describeDate(bare.scheduleBy)} at the latest, the last working day on or before it.`,
        ]),
  ];
};

/** The explanation of a clock that is not one month. */
export const explainOther = (
  prepared: PreparedCase,
  bare: BareDeadline,
  versions: Versions,
): readonly string[] => {
  const { clock, articles } = ruleOf(prepared.input.right);
  const body =
    clock === 'acknowledgement'
      ? complaintLines(prepared, bare)
      : clock === 'policy-year'
        ? policyLines(bare)
        : [
            'Withdrawal takes effect when it arrives; there is no month, no identity check and no refusal. Then check whether erasure follows (Art 17(1)(b)).',
          ];
  return [
    receivedLine(prepared),
    ...body,
    ...meanwhileLines(prepared, bare),
    ...flagLines(bare.flags),
    versionLine(articles, prepared, versions, bare.due),
  ];
};
