/** `policy diff`: what an edit changes in passages, answers, facts and letters. */
import { join } from 'node:path';
import { projectRoot } from '../../base/root.ts';
import { unitDecider } from '../../knowledge/answer/decide-by-units.ts';
import { entriesOf } from '../../knowledge/answer/readings.ts';
import { type FactFault, factFaults, readFacts, soundFacts } from '../../knowledge/policy/facts.ts';
import { readPolicy } from '../../knowledge/policy/open-policies.ts';
import type { Policy, Unit } from '../../knowledge/policy/policy.ts';
import { type MapFile, mapOn, readMapFile } from '../../knowledge/policy/policy-map.ts';
import { DECLINED, OUTSIDE, type Topic } from '../../knowledge/question/topics.ts';
import { openUnderstanding } from '../../knowledge/question/understanding.ts';
import { unitRanking } from '../../knowledge/rank/unit-ranking.ts';
import { diffPolicies, type UnitChange } from '../../knowledge/setup/policy-diff.ts';
import { type CarveOut, carveOutIn } from '../../letters/remaining.ts';
import { labelOf } from '../../requests/clock/rights.ts';
import { done, type Io, wrongUse } from '../io.ts';
import { casesTouched, type TouchedCase } from './policy-diff-cases.ts';

export const DIFF_USE = 'policy diff OLD NEW [--json]';
const WORDS = join(projectRoot, 'data', 'knowledge');
const CARVE_OUTS: readonly CarveOut[] = ['invoices', 'backups', 'client_data'];

export type Drift = {
  readonly changes: readonly UnitChange[];
  /** Topics whose answer is another one, with what is cited before and after. */
  readonly answers: readonly {
    readonly topic: string;
    readonly question: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
  /** Facts beside the old text that the new one does not bear out. */
  readonly facts: readonly FactFault[];
  /** What letters quote on what remains after an erasure. */
  readonly letters: readonly {
    readonly about: CarveOut;
    readonly before: string | null;
    readonly after: string | null;
  }[];
};

type DriftHere = Drift & { readonly cases: readonly TouchedCase[] };

const flat = (text: string): string => text.replace(/\s+/gu, ' ');

/** What a reader sees of a passage: also what introduces it, and the titles of its columns. */
const shown = ({ text, leadIn, header }: Unit): string => [leadIn?.text, header?.text, text].join('\n');

/** Answers are the same when they quote the same words, in whatever order and however they are wrapped. */
const same = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(one.map(flat).toSorted()) === JSON.stringify(other.map(flat).toSorted());

const carved = (policy: Policy, about: CarveOut): string | null => {
  const ref = carveOutIn([policy], about);
  return ref === null ? null : policy.file.slice(ref.start, ref.end);
};

/** What an edit changes: passages, answers, letters. A policy without a map is read by the map of the other. */
const driftOf = async (before: Policy, after: Policy): Promise<Drift> => {
  const understanding = await openUnderstanding(WORDS, []);
  const [own, other] = await Promise.all([readMapFile(before), readMapFile(after)]);
  const saysOf = (policy: Policy, map: MapFile | null): ((topic: Topic) => readonly Unit[]) => {
    const byUnits = unitDecider(unitRanking([policy], understanding), understanding);
    const entryOf = entriesOf([{ policy, map: map === null ? null : mapOn(policy, map) }], byUnits);
    return (topic) => entryOf(topic).says;
  };
  const was = saysOf(before, own ?? other);
  const is = saysOf(after, other ?? own);
  return {
    changes: diffPolicies(before, after),
    answers: understanding.topics
      .filter(({ id }) => id !== OUTSIDE && id !== DECLINED)
      .map((topic) => ({ topic, before: was(topic), after: is(topic) }))
      .filter(({ before: old, after: next }) => !same(old.map(shown), next.map(shown)))
      .map(({ topic, before: old, after: next }) => ({
        topic: topic.id,
        question: (topic.question ?? topic.meaning).replace(/[{}]/gu, ''),
        before: old.map(({ text }) => text),
        after: next.map(({ text }) => text),
      })),
    facts: factFaults(after, soundFacts(before, await readFacts(before))),
    letters: CARVE_OUTS.map((about) => ({
      about,
      before: carved(before, about),
      after: carved(after, about),
    })).filter((letter) => letter.before !== letter.after),
  };
};

const readable = ({ changes, answers, facts, letters, cases }: DriftHere): readonly string[] => [
  ...(changes.length === 0 ? ['No passage differs.'] : ['Passages:']),
  ...changes.flatMap(({ kind, what, section, before, after, figures }) => [
    `  ${what === 'passage' ? '' : `${what} `}${kind} in “${section}”`,
    ...(before === null || kind === 'moved' ? [] : [`    - ${flat(before)}`]),
    ...(after === null ? [] : [`    ${kind === 'moved' ? '=' : '+'} ${flat(after)}`]),
    ...(figures.gone.length + figures.come.length === 0
      ? []
      : [`    ! figures: ${figures.gone.join(', ') || 'none'} -> ${figures.come.join(', ') || 'none'}`]),
  ]),
  '',
  answers.length === 0 ? 'No answer changes.' : 'Answers that change:',
  ...answers.map(({ topic, question, before, after }) => {
    const how =
      after.length === 0 ? 'now silent' : before.length === 0 ? 'no longer silent' : 'cites other words';
    return `  ${topic}: ${question} (${how})`;
  }),
  '',
  facts.length === 0 ? 'Every fact still holds.' : 'Facts that do not hold any more:',
  ...facts.map(({ kind, about, value }) => `  ${kind}, ${about}: “${flat(value)}”`),
  '',
  letters.length === 0 ? 'No quote in a letter changes.' : 'Quotes in letters that change:',
  ...letters.map(
    ({ about, before, after }) =>
      `  ${about}: ${before === null ? 'nothing' : `“${flat(before)}”`} -> ${after === null ? 'left out' : `“${flat(after)}”`}`,
  ),
  '',
  cases.length === 0 ? 'No open case is touched.' : 'Open cases to look at:',
  ...cases.map(
    ({ number, right, due, why }) =>
      `  ${number} (${labelOf(right)}${due === null ? '' : `, due ${due}`}): ${why.join('; ')}`,
  ),
];

export const diffPolicyFiles = async (args: readonly string[], io: Io): Promise<number> => {
  const files = args.filter((arg) => arg !== '--json');
  const [old, next] = files;
  if (
    old === undefined ||
    next === undefined ||
    files.length > 2 ||
    files.some((file) => file.startsWith('-'))
  ) {
    io.err(`Usage: privacy ${DIFF_USE}`);
    return wrongUse;
  }
  const edit = await driftOf(await readPolicy(old), await readPolicy(next));
  const quotes = edit.letters.map(({ about }) => about);
  const drift: DriftHere = { ...edit, cases: await casesTouched(edit.changes, quotes, io) };
  if (args.includes('--json')) io.out(JSON.stringify(drift));
  else for (const line of readable(drift)) io.out(line);
  return done;
};
