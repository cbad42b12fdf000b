/** The explanation of a clock that is no period to answer in. */
import { describeDate } from './calendar-date.ts';
import {
  comparedLine,
  type Explained,
  explainFlag,
  filled,
  inFull,
  inShort,
  lengthInWords,
  meanwhileLines,
  receivedLine,
  rollLine,
  type Versions,
  versionLine,
} from './explain-parts.ts';
import { acknowledgeRow, type BareDeadline, plainEnd } from './other-clocks.ts';
import type { PreparedCase } from './period-clock.ts';

const acknowledgementLines = (prepared: PreparedCase, bare: BareDeadline): readonly string[] => {
  const { within, words } = acknowledgeRow(prepared);
  if (bare.due === null || within === undefined) return words.none === undefined ? [] : [words.none];
  const end = plainEnd(prepared.received, within);
  return [
    filled(words.day ?? '{date}', { date: describeDate(end) }),
    ...rollLine(end, bare.due, prepared),
    filled(words.due ?? '{date}', { date: inFull(bare.due) }),
    ...comparedLine(prepared),
  ];
};

const ceilingLines = ({ rule }: PreparedCase, bare: BareDeadline): readonly string[] => {
  if (bare.due === null || bare.relevantDate === null) {
    return [
      ...(rule.says === undefined ? [] : [rule.says]),
      ...(bare.cautiousDue === null
        ? []
        : [`Cautious target, counted from the request or the termination: ${inFull(bare.cautiousDue)}.`]),
    ];
  }
  const length = rule.within === undefined ? '12 months' : lengthInWords(rule.within);
  return [
    `The conditions were met on ${describeDate(bare.relevantDate)}. ${length} later: ${inFull(bare.due)}. This ceiling never rolls forward.`,
    ...(bare.scheduleBy === null
      ? []
      : [
          `Schedule the work for ${describeDate(bare.scheduleBy)} at the latest, the last working day on or before it.`,
        ]),
  ];
};

const bodyOf = (prepared: PreparedCase, bare: BareDeadline): readonly string[] => {
  const { clock, says } = prepared.rule;
  if (clock === 'acknowledge') return acknowledgementLines(prepared, bare);
  if (clock === 'ceiling') return ceilingLines(prepared, bare);
  return says === undefined ? [] : [says];
};

export const explainOther = (prepared: PreparedCase, bare: BareDeadline, versions: Versions): Explained => {
  const body = bodyOf(prepared, bare);
  const warnings = [
    ...meanwhileLines(prepared, bare),
    ...bare.flags.map((flag) => explainFlag(prepared, flag)),
  ];
  const { articles } = prepared.rule;
  return {
    lines: [
      receivedLine(prepared),
      ...body,
      ...warnings,
      versionLine(articles, prepared, versions, bare.due),
    ],
    why: inShort(prepared, body, articles, warnings),
  };
};
