/** Trains how far a clause, and a pair of question and passage, is believed that says yes or no, on the questions of the companies in eval/policies and on questions beside their own passage, each company left out in turn for the figures. */
import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Verdict } from '../src/knowledge/answer/answer.ts';
import { openKnowledge } from '../src/knowledge/answer/knowledge.ts';
import { readYesNo } from '../src/knowledge/answer/verdict-asked.ts';
import {
  judged,
  type VerdictModels,
  type VerdictReadings,
  verdictReadings,
} from '../src/knowledge/answer/verdict-judge.ts';
import type { PairModel } from '../src/knowledge/answer/verdict-likely.ts';
import { openUnderstanding } from '../src/knowledge/question/understanding.ts';
import type { AnswerableModel } from '../src/knowledge/rank/answerable.ts';
import { modelsLeftOut } from './folds.ts';
import { fitNamed, thousandths } from './logistic.ts';
import { policiesIn, readItems } from './run.ts';
import { learnPairs, type PairLesson } from './train-pairs.ts';
import { cuesOf, readPairs } from './verdict-pairs.ts';

/** What is read from one question, and what is right; null: the policy does not decide it. */
type Case = {
  readonly readings: VerdictReadings;
  readonly right: Verdict | null;
  /** States it and wants it confirmed. */
  readonly isClaim: boolean;
  readonly worth: number;
  /** A near miss teaches what pairs say, and nothing of single clauses. */
  readonly isNearMiss: boolean;
};

/** Of a question that is not answered, or asks whether to refuse. */
const NONE: VerdictReadings = {
  byRule: null,
  says: [],
  found: true,
  trusted: false,
  inItsWords: false,
  doubts: () => ['nothing'],
  rows: () => [],
  mayDeny: false,
  mayGrant: false,
  limited: false,
};

/** With all that costs time looked for once: every company left out looks at it again. */
const settled = (readings: VerdictReadings): VerdictReadings => {
  const doubts = { yes: readings.doubts('yes'), no: readings.doubts('no') };
  const rows = readings.rows();
  return { ...readings, doubts: (flat) => doubts[flat], rows: () => rows };
};

export type VerdictCompany = {
  readonly company: string;
  /** `beside`: each question beside the passage that it was written for. */
  readonly way: 'with' | 'without' | 'beside';
  readonly cases: readonly Case[];
};

export type VerdictLessons = {
  readonly companies: readonly VerdictCompany[];
  readonly cues: readonly string[];
};

/** What a case counts for: questions that somebody asked are few, phrasings were judged in a hurry, and near misses are many. */
const WORTH = { with: 2, without: 1, forVerdict: 1, beside: 0.25, nearMiss: 0.03 } as const;

/** The cases of every company, without phrasings and with them where there are any; and of `verdicts.jsonl` beside the folder of the companies. */
export const verdictCases = async (dir: string, words: string): Promise<VerdictLessons> => {
  const { thesaurus, bearing } = await openUnderstanding(words, []);
  const pairs = await readPairs(dir);
  const cues = cuesOf(pairs.filter(({ isNearMiss }) => !isNearMiss));
  const readingsOf = verdictReadings(thesaurus, bearing, new Set(cues));
  const isClaim = (question: string): boolean => readYesNo(question)?.claim ?? false;
  const companies: VerdictCompany[] = [];
  for (const company of (await readdir(dir)).sort()) {
    const items = await readItems(join(dir, company, 'questions.jsonl'));
    for (const way of ['with', 'without'] as const) {
      const phrasings = join(dir, company, way === 'with' ? 'phrasings' : 'none');
      if (way === 'with' && !existsSync(phrasings)) continue;
      const policies = policiesIn(join(dir, company));
      const knowledge = await openKnowledge(policies, words, undefined, undefined, phrasings);
      const cases: Case[] = [];
      for (const { question, kind, yes_no } of items) {
        // Of an answerable question without a verdict nobody has said what the honest one is.
        if (kind === 'answerable' && yes_no === null) continue;
        const borne = knowledge.borne(question);
        const readings = borne === null ? NONE : settled(readingsOf(borne));
        const about = { isClaim: isClaim(question), worth: WORTH[way], isNearMiss: false };
        cases.push({ readings, right: yes_no, ...about });
      }
      companies.push({ company, way, cases });
    }
    const beside = pairs
      .filter((pair) => pair.company === company)
      .map(({ borne, right, isNearMiss, isForVerdict }): Case => {
        const ofPhrasing = isNearMiss ? WORTH.nearMiss : WORTH.beside;
        const worth = isForVerdict ? WORTH.forVerdict : ofPhrasing;
        const readings = settled(readingsOf(borne));
        return { readings, right, isClaim: isClaim(borne.question), worth, isNearMiss };
      });
    if (beside.length > 0) companies.push({ company, way: 'beside', cases: beside });
  }
  return { companies, cues };
};

const fitted = (cases: readonly Case[], flat: 'yes' | 'no'): AnswerableModel => {
  // What is in doubt gives no verdict, however sure a clause is.
  const clear = cases.filter(
    ({ isNearMiss, readings: { says, doubts } }) =>
      !isNearMiss && says.some(({ verdict }) => verdict === flat) && doubts(flat).length === 0,
  );
  const rows = clear.flatMap(({ readings, right }) =>
    readings.says
      .filter(({ verdict }) => verdict === flat)
      .map(({ signs }) => ({ signs, label: right === flat ? (1 as const) : (0 as const) })),
  );
  // Nothing to learn from: nothing is believed.
  if (rows.length === 0) return { bias: -9, weights: {} };
  const model = fitNamed(
    Object.keys(rows[0]?.signs ?? {}),
    rows.map(({ signs }) => signs),
    rows.map(({ label }) => label),
  );
  return { ...model, bias: thousandths(model.bias) };
};

/** Those who write phrasings claim what is wrong far oftener than what is right: a right one counts for as many, up to so many. */
const MOST_WORTH = 6;

const pairLessons = (cases: readonly Case[]): readonly PairLesson[] => {
  const claims = (right: Verdict): number => cases.filter((one) => one.isClaim && one.right === right).length;
  const worthOfYes = Math.max(1, Math.min(MOST_WORTH, claims('no') / Math.max(1, claims('yes'))));
  return cases.map(({ readings, right, isClaim, worth }) => ({
    rows: readings.rows(),
    side: right ?? 'none',
    worth: worth * (isClaim && right === 'yes' ? worthOfYes : 1),
  }));
};

const casesOf = (companies: readonly VerdictCompany[]): readonly Case[] =>
  companies.flatMap(({ cases }) => cases);

const trained = (cases: readonly Case[], cues: readonly string[], pairs: PairModel): VerdictModels => ({
  yes: fitted(cases, 'yes'),
  no: fitted(cases, 'no'),
  cues,
  pairs,
});

export const trainVerdict = ({ companies, cues }: VerdictLessons): VerdictModels => {
  const cases = casesOf(companies);
  return trained(cases, cues, learnPairs(pairLessons(cases)));
};

/** For each company models that have learned from others only; what pairs say is learned with a fifth of the companies left out. */
export const verdictModelsLeftOut = ({
  companies,
  cues,
}: VerdictLessons): ((company: string) => VerdictModels) => {
  const pairsOf = modelsLeftOut(companies, (lessons) => learnPairs(pairLessons(casesOf(lessons))));
  return (company) =>
    trained(casesOf(companies.filter((one) => one.company !== company)), cues, pairsOf(company));
};

/** Writes both files of the models into a folder. */
export const writeVerdictModels = async (dir: string, { pairs, ...models }: VerdictModels): Promise<void> => {
  await writeFile(join(dir, 'verdict.json'), `${JSON.stringify(models, null, 2)}\n`);
  await writeFile(join(dir, 'verdict.bin'), pairs);
};

/** For each company the verdicts by models that have not seen it; a flat one on what the policy does not decide is wrong too. */
export const verdictLeftOut = (lessons: VerdictLessons): readonly string[] => {
  const modelsOf = verdictModelsLeftOut(lessons);
  const known = new Map<string, VerdictModels>();
  return lessons.companies.map(({ company, way, cases }) => {
    const models = known.get(company) ?? modelsOf(company);
    known.set(company, models);
    const given = cases
      .filter(({ isNearMiss }) => !isNearMiss)
      .map(({ readings, right }) => ({ right, verdict: judged(models, readings) }));
    const count = (holds: (one: (typeof given)[number]) => boolean): number => given.filter(holds).length;
    const asked = count(({ right }) => right !== null);
    const right = count((one) => one.right !== null && one.verdict === one.right);
    const wrong = given.filter((one) => one.verdict !== null && one.verdict !== one.right);
    const flat = wrong.filter(({ verdict }) => verdict !== 'depends').length;
    const depends = wrong.filter((one) => one.verdict === 'depends' && one.right !== null).length;
    return `${company}, ${way}: verdict right ${right} of ${asked}, wrongly depends ${depends}, flat wrong ${flat}`;
  });
};
