import { addMonths, type CalendarDate, daysBetween, describeDate } from './calendar-date.ts';
import { explainFlag } from './explain-flags.ts';
import {
  inFull,
  meanwhileLines,
  plural,
  receivedLine,
  rollLine,
  type Versions,
  versionLine,
} from './explain-parts.ts';
import { subtractWorkingDays, weekendsOnly } from './holidays.ts';
import { type MonthOutcome, monthClock, type PreparedCase } from './month-clock.ts';
import type { BareDeadline } from './other-clocks.ts';
import { ourReading } from './reading.ts';
import { rejectedReadings } from './rejected-readings.ts';
import { askedLate, type Gate } from './relevant-date.ts';
import { ruleOf } from './rights.ts';

const gateWords = { identity: 'Identity', authority: "The agent's authority", fee: 'The fee' } as const;
const gateArticles = {
  identity: 'Art 12A(2)(b)',
  authority: 'ICO guidance; Art 12A(2) does not name authority',
  fee: 'Art 12A(2)(c)',
} as const;

const gateLine = (prepared: PreparedCase, outcome: MonthOutcome, gate: Gate): readonly string[] => {
  const { regime, right } = prepared.input;
  if (gate.asked === undefined || outcome.oldLaw || !ruleOf(right).identity) return [];
  const asked = `${gateWords[gate.name]} was asked for on ${describeDate(gate.asked.on)}`;
  if (regime === 'eu') {
    return gate.name === 'identity'
      ? []
      : [`${asked}: that does not move the EU clock, whose month has one starting point (Art 12(3)).`];
  }
  if (gate.open)
    return [`${asked} and is not complete: the month has not started (${gateArticles[gate.name]}).`];
  if (gate.complete === undefined || outcome.time.decidedBy !== gate) return [];
  const without = monthClock(
    { ...prepared, events: prepared.events.filter((event) => !event.type.startsWith(gate.name)) },
    ourReading,
  ).run.due;
  return [
    `${asked} and complete on ${describeDate(gate.complete)}: a fresh month starts that day (${gateArticles[gate.name]}).`,
    `If asking was not needed, the date would be ${inFull(without)}: please confirm the reason.`,
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

const promptQuestionDays = 14;

const lateQuestionLines = ({ run, time }: MonthOutcome): readonly string[] =>
  run.pauses.some(({ from }) => time.relevant && daysBetween(time.relevant, from) > promptQuestionDays)
    ? ['A question was asked late in the period: the ICO expects it promptly, so be ready to say why.']
    : [];

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
          `A letter under Art 12(4) or 11(2), or an extension notice, goes by the strict date, ${inFull(bare.strictDue)}.`,
        ]),
  ];
};

const noticeLines = ({ run }: MonthOutcome, bare: BareDeadline): readonly string[] => {
  const { extensionNoticeDue: last } = bare;
  if (bare.extended || last === null || bare.flags.includes('extension_illegal_late')) return [];
  const cautious = run.noticeUnrolled === last ? '' : `; cautious: ${describeDate(run.noticeUnrolled)}`;
  return [
    `An extension, for complexity or number of requests, must be notified with its reason by ${describeDate(last)}${cautious}.`,
  ];
};

/** A date for ourselves, five working days ahead of the safest reading; left out when it has passed already. */
const planLine = ({ calendar, received, events }: PreparedCase, bare: BareDeadline): readonly string[] => {
  if (bare.due === null) return [];
  const plan = subtractWorkingDays(bare.cautiousDue ?? bare.due, 5, calendar);
  const lastEvent = events.at(-1)?.on ?? received;
  return plan > received && plan >= lastEvent
    ? [`House target, not the law: ready for review by ${describeDate(plan)}.`]
    : [];
};

const weekendsLine = ({ input, calendar }: PreparedCase): readonly string[] =>
  input.regime === 'eu' && calendar === weekendsOnly
    ? ['No Member State is named, so only weekends move the date (Reg 1182/71 Art 2(1)).']
    : [];

const dueLines = (prepared: PreparedCase, outcome: MonthOutcome, bare: BareDeadline): readonly string[] => {
  if (bare.due === null) return [];
  const articles = prepared.input.regime === 'uk' && !outcome.oldLaw ? 'Art 12A(1)' : 'Art 12(3)';
  return [
    ...rollLine(outcome.run.end, bare.due, prepared.calendar),
    `Due by the end of ${inFull(bare.due)}. That is the ceiling: answer without undue delay (${articles}).`,
    ...noticeLines(outcome, bare),
    ...(bare.refusalDue === null || bare.refusalDue === bare.due
      ? []
      : [`A refusal must be sent by ${describeDate(bare.refusalDue)}, one month from receipt (Art 12(4)).`]),
  ];
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
        ? 'UK GDPR Art 12(3) as it stood before 5 February 2026, Reg 1182/71 Art 3'
        : 'UK GDPR Art 12A, Art 4A';
  return [
    receivedLine(prepared),
    ...outcome.time.gates.flatMap((gate) => gateLine(prepared, outcome, gate)),
    ...(bare.relevantDate === null ? [] : [baseLine(outcome, bare.relevantDate)]),
    ...pauseLines(prepared, outcome),
    ...waitingLines(outcome, bare),
    ...lateQuestionLines(outcome),
    ...dueLines(prepared, outcome, bare),
    ...weekendsLine(prepared),
    ...meanwhileLines(prepared, bare),
    ...bare.flags.map(explainFlag),
    ...alternatives.map(({ due, basis }) =>
      due === null ? basis : `Another reading gives ${inFull(due)}, ${basis}.`,
    ),
    ...rejected.map(({ due, basis }) => `Not used: ${inFull(due)}, ${basis}.`),
    ...(bare.cautiousDue === null || bare.cautiousDue === bare.due
      ? []
      : [
          `Cautious target: ${inFull(bare.cautiousDue)}${regime === 'eu' ? ', without suspension and with weekends as the only days off' : ''}.`,
        ]),
    ...planLine(prepared, bare),
    versionLine(rule, prepared, versions, bare.due),
  ];
};
