import { addDays, describeDate } from './calendar-date.ts';
import { explainFlag } from './explain-flags.ts';
import {
  inFull,
  meanwhileLines,
  receivedLine,
  rollLine,
  type Versions,
  versionLine,
} from './explain-parts.ts';
import type { PreparedCase } from './month-clock.ts';
import type { BareDeadline } from './other-clocks.ts';
import { ruleOf } from './rights.ts';

const complaintLines = (prepared: PreparedCase, bare: BareDeadline): readonly string[] => {
  if (prepared.input.regime === 'eu')
    return ['The EU GDPR sets no time for acknowledging a complaint; s 164A is UK law only.'];
  if (bare.due === null) return ['Acknowledge it all the same, and give the outcome without undue delay.'];
  const day30 = addDays(prepared.received, 30);
  return [
    `Day 30, the day after receipt being day 1, is ${describeDate(day30)} (DPA 2018 s 164A(3), s 205(2)).`,
    ...rollLine(day30, bare.due, prepared.calendar),
    `Acknowledge by the end of ${inFull(bare.due)}. The outcome is due without undue delay; nothing extends or pauses this.`,
  ];
};

const policyLines = (bare: BareDeadline): readonly string[] => {
  if (bare.due === null || bare.relevantDate === null) {
    return [
      "The year has not started: the policy's conditions are not all met. Chase them; Art 28(3)(g) and the Services Agreement may still require deletion.",
      ...(bare.cautiousDue === null
        ? []
        : [`Cautious target, counted from the request or the termination: ${inFull(bare.cautiousDue)}.`]),
    ];
  }
  return [
    `The conditions were met on ${describeDate(bare.relevantDate)}. One year later: ${inFull(bare.due)}. This ceiling never rolls forward.`,
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
    ...bare.flags.map(explainFlag),
    versionLine(articles, prepared, versions, bare.due),
  ];
};
