/** The explanation of an answer clock, line by line; every provision in it comes from the regime's row. */
import { addDays, type CalendarDate, daysBetween, describeDate } from './calendar-date.ts';
import {
  comparedLine,
  type Explained,
  explainFlag,
  filled,
  inFull,
  inShort,
  lengthInWords,
  meanwhileLines,
  periodNoun,
  plural,
  receivedLine,
  rollLine,
  type Versions,
  versionLine,
} from './explain-parts.ts';
import { nextWorkingDayFrom, subtractWorkingDays, weekendsOnly } from './holidays.ts';
import { rejectedReadings } from './not-used.ts';
import type { BareDeadline } from './other-clocks.ts';
import { type PeriodOutcome, type PreparedCase, periodClock } from './period-clock.ts';
import { ourReading } from './reading.ts';
import { askedLate, type RelevantGate } from './relevant-date.ts';

const gateWords = { identity: 'Identity', authority: "The agent's authority", fee: 'The fee' } as const;

const cited = (cite: string): string => (cite === '' ? '' : ` (${cite})`);

/** Of what was asked for after the end: that the answer is overdue, and since when. */
const expiredLine = (outcome: PeriodOutcome, { name, expired }: RelevantGate): readonly string[] =>
  expired === undefined || outcome.state !== 'running'
    ? []
    : [
        `${gateWords[name]} was asked for on ${describeDate(expired.on)}, after the end: overdue since ${describeDate(addDays(outcome.run.due, 1))}.`,
      ];

const gateLine = (prepared: PreparedCase, outcome: PeriodOutcome, gate: RelevantGate): readonly string[] => {
  const { law, rule, received } = prepared;
  const { effect, cite } = law.asking[gate.name];
  if (!rule.waits) return [];
  const expired = expiredLine(outcome, gate);
  if (gate.asked === undefined) return expired;
  const asked = `${gateWords[gate.name]} was asked for on ${describeDate(gate.asked.on)}`;
  const moves = law.words.askingMovesNothing;
  if (effect === 'none') return moves === undefined ? [] : [`${asked}: ${moves}.`];
  if (effect !== 'restart') return [];
  if (gate.open) {
    return [`${asked} and is not complete: the ${periodNoun(law.period)} has not started${cited(cite)}.`];
  }
  if (gate.complete === undefined || outcome.time.decidedBy !== gate) return expired;
  const without = periodClock(
    { ...prepared, events: prepared.events.filter((event) => !event.type.startsWith(gate.name)) },
    ourReading,
  ).run.due;
  const late = gate.name === 'identity' && askedLate(gate, received) ? law.words.identityLate : undefined;
  return [
    `${asked} and complete on ${describeDate(gate.complete)}: a fresh ${periodNoun(law.period)} starts that day${cited(cite)}.`,
    `If asking was not needed, the date would be ${inFull(without)}: please confirm the reason.`,
    ...(late === undefined ? [] : [late]),
    ...expired,
  ];
};

const baseLine = ({ law }: PreparedCase, outcome: PeriodOutcome, relevant: CalendarDate): string => {
  const { extension } = outcome.run;
  const length = extension === undefined ? law.period : law.extended;
  const end = ourReading.add(relevant, length);
  const words = lengthInWords(length);
  if (extension !== undefined) {
    return `Extended on ${describeDate(extension.on)} (${extension.reason ?? 'no reason given'}). ${words} from ${describeDate(relevant)}: ${describeDate(end)}.`;
  }
  if (length.unit === 'days') {
    return `${words} from ${describeDate(relevant)}, the next day being day 1, end on ${describeDate(end)}.`;
  }
  const same = end.slice(8) === relevant.slice(8);
  const why = same ? 'the same date' : 'the last day of the month, because there is no such date in it';
  return `${words} from ${describeDate(relevant)} ${length.count === 1 ? 'ends' : 'end'} on ${why}: ${describeDate(end)}.`;
};

/** A question between the end of the period and the rolled day: which days off had moved the end, and which live days follow the answer. */
const tailLines = (prepared: PreparedCase, outcome: PeriodOutcome): readonly string[] => {
  const { law, calendar } = prepared;
  const { run, time } = outcome;
  const tail = run.pauses.find((pause) => pause.tail);
  if (tail === undefined || time.relevant === undefined || run.extension !== undefined) return [];
  const plain = addDays(ourReading.add(time.relevant, law.period), run.pausedDays);
  const rolled = nextWorkingDayFrom(plain, calendar);
  const live = daysBetween(tail.from, rolled) + (tail.stop.askingDayCounts ? 0 : 1);
  const asked = `The question of ${describeDate(tail.from)} came with ${plural(live, 'day')} left, ${describeDate(rolled)} included`;
  return [
    ...rollLine(plain, rolled, prepared),
    tail.until === undefined
      ? `${asked}; they are frozen until the answer comes.`
      : `${asked}; counted on after the answer of ${describeDate(tail.until)} they end on ${describeDate(run.end)}.`,
  ];
};

const pauseLines = ({ law }: PreparedCase, { run }: PeriodOutcome): readonly string[] => {
  const shared = run.sharedAnswer && law.words.oneAnswer !== undefined ? [law.words.oneAnswer] : [];
  if (run.pausedDays === 0) return shared;
  const spans = run.pauses
    .filter(({ until, tail }) => until !== undefined && !tail)
    .map(({ from, until }) => `${describeDate(from)} to ${describeDate(until ?? from)}`)
    .join(' and ');
  const text = filled(law.words.paused ?? '{days} ({spans}) {do} not count', {
    days: plural(run.pausedDays, 'day'),
    spans,
    do: run.pausedDays === 1 ? 'does' : 'do',
  });
  return [...shared, `${text}: the end becomes ${describeDate(run.end)}.`];
};

const promptQuestionDays = 14;

const lateQuestionLines = ({ law }: PreparedCase, { run, time }: PeriodOutcome): readonly string[] =>
  law.words.questionLate !== undefined &&
  run.pauses.some(({ from }) => time.relevant && daysBetween(time.relevant, from) > promptQuestionDays)
    ? [law.words.questionLate]
    : [];

const waitingLines = (
  { law }: PreparedCase,
  outcome: PeriodOutcome,
  bare: BareDeadline,
): readonly string[] => {
  const { waiting } = outcome.run;
  if (bare.state === 'clock_not_started') return ['No due date may be shown until it is complete.'];
  if (waiting === undefined) return [];
  const { pause, daysLeft } = waiting;
  const what = pause.stop.asked === 'identity_requested' ? 'identity' : 'clarification';
  return [
    `Waiting for ${what} since ${describeDate(pause.from)}. ${plural(daysLeft, 'counted day')} ${daysLeft === 1 ? 'is' : 'are'} left; the date appears when the answer arrives.`,
    ...(bare.strictDue === null || law.words.strict === undefined
      ? []
      : [filled(law.words.strict, { date: inFull(bare.strictDue) })]),
  ];
};

const noticeLines = (
  { law, rule }: PreparedCase,
  { run }: PeriodOutcome,
  bare: BareDeadline,
): readonly string[] => {
  const { extensionNoticeDue: last } = bare;
  if (bare.extended || last === null || !rule.extension || law.words.notice === undefined) return [];
  if (bare.flags.includes('extension_illegal_late')) return [];
  const cautious = run.noticeUnrolled === last ? '' : `; cautious: ${describeDate(run.noticeUnrolled)}`;
  return [filled(law.words.notice, { date: `${describeDate(last)}${cautious}` })];
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

const placeLines = (prepared: PreparedCase): readonly string[] => {
  const { noPlace } = prepared.law.words;
  return prepared.calendar === weekendsOnly && noPlace !== undefined ? [noPlace] : comparedLine(prepared);
};

const dueLines = (prepared: PreparedCase, outcome: PeriodOutcome, bare: BareDeadline): readonly string[] => {
  if (bare.due === null) return [];
  const { words } = prepared.law;
  return [
    `Due by the end of ${inFull(bare.due)}. ${words.ceiling}`,
    ...noticeLines(prepared, outcome, bare),
    ...(bare.refusalDue === null || bare.refusalDue === bare.due || words.refusal === undefined
      ? []
      : [filled(words.refusal, { date: describeDate(bare.refusalDue) })]),
  ];
};

/** With other readings and versions. */
export const explainPeriod = (
  prepared: PreparedCase,
  outcome: PeriodOutcome,
  bare: BareDeadline,
  alternatives: readonly { readonly due: CalendarDate | null; readonly basis: string }[],
  versions: Versions,
): Explained => {
  const { law } = prepared;
  const rejected = bare.state === 'running' ? rejectedReadings(prepared, outcome) : [];
  const made = [
    ...outcome.time.gates.flatMap((gate) => gateLine(prepared, outcome, gate)),
    ...(bare.relevantDate === null ? [] : [baseLine(prepared, outcome, bare.relevantDate)]),
    ...pauseLines(prepared, outcome),
    ...tailLines(prepared, outcome),
    ...waitingLines(prepared, outcome, bare),
  ];
  const rolled = bare.due === null ? [] : rollLine(outcome.run.end, bare.due, prepared);
  const warnings = [
    ...placeLines(prepared),
    ...meanwhileLines(prepared, bare),
    ...bare.flags.map((flag) => explainFlag(prepared, flag)),
  ];
  const lines = [
    receivedLine(prepared),
    ...made,
    ...lateQuestionLines(prepared, outcome),
    ...rolled,
    ...dueLines(prepared, outcome, bare),
    ...warnings,
    ...alternatives.map(({ due, basis }) =>
      due === null ? basis : `Another reading gives ${inFull(due)}, ${basis}.`,
    ),
    ...rejected.map(({ due, basis }) => `Not used: ${inFull(due)}, ${basis}.`),
    ...(bare.cautiousDue === null || bare.cautiousDue === bare.due
      ? []
      : [`Cautious target: ${inFull(bare.cautiousDue)}${law.words.cautious}.`]),
    ...planLine(prepared, bare),
    versionLine(law.rule, prepared, versions, bare.due),
  ];
  return { lines, why: inShort(prepared, [...made, ...rolled], law.rule, warnings) };
};
