/** Trains how far a clause is believed that says yes or no, on the questions of the companies in eval/policies, each company left out in turn for the figures. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Verdict } from '../src/knowledge/answer/answer.ts';
import { openKnowledge } from '../src/knowledge/answer/knowledge.ts';
import {
  judged,
  type VerdictModels,
  type VerdictReadings,
  verdictReadings,
} from '../src/knowledge/answer/verdict-judge.ts';
import { openUnderstanding } from '../src/knowledge/question/understanding.ts';
import type { AnswerableModel } from '../src/knowledge/rank/answerable.ts';
import { fitNamed, thousandths } from './logistic.ts';
import { policiesIn, readItems } from './run.ts';

/** What is read from one question, and what is right; null: the policy does not decide it. */
type Case = { readonly readings: VerdictReadings; readonly right: Verdict | null };

/** Of a question that is not answered, or asks whether to refuse. */
const NONE: VerdictReadings = { byRule: null, says: [], found: true, isDoubtful: () => true };

export type VerdictCompany = {
  readonly name: string;
  readonly way: 'with' | 'without';
  readonly cases: readonly Case[];
};

/** The cases of every company, without phrasings and with them where there are any. */
export const verdictCases = async (dir: string, words: string): Promise<readonly VerdictCompany[]> => {
  const { thesaurus, bearing } = await openUnderstanding(words, []);
  const readingsOf = verdictReadings(thesaurus, bearing);
  const found: VerdictCompany[] = [];
  for (const name of (await readdir(dir)).sort()) {
    const items = await readItems(join(dir, name, 'questions.jsonl'));
    for (const way of ['with', 'without'] as const) {
      const phrasings = join(dir, name, way === 'with' ? 'phrasings' : 'none');
      if (way === 'with' && !existsSync(phrasings)) continue;
      const knowledge = await openKnowledge(
        policiesIn(join(dir, name)),
        words,
        undefined,
        undefined,
        phrasings,
      );
      const cases: Case[] = [];
      for (const { question, kind, yes_no } of items) {
        // Of an answerable question without a verdict nobody has said what the honest one is.
        if (kind === 'answerable' && yes_no === null) continue;
        const borne = knowledge.borne(question);
        cases.push({ readings: borne === null ? NONE : readingsOf(borne), right: yes_no });
      }
      found.push({ name, way, cases });
    }
  }
  return found;
};

const fitted = (cases: readonly Case[], flat: 'yes' | 'no'): AnswerableModel => {
  const rows = cases.flatMap(({ readings, right }) =>
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

/** The models trained on all companies but those left out. */
export const trainVerdict = (
  companies: readonly VerdictCompany[],
  leftOut: readonly string[] = [],
): VerdictModels => {
  const cases = companies.filter(({ name }) => !leftOut.includes(name)).flatMap(({ cases: own }) => own);
  return { yes: fitted(cases, 'yes'), no: fitted(cases, 'no') };
};

/** As it stands in `verdict.json`. */
export const verdictFile = (models: VerdictModels): string => `${JSON.stringify(models, null, 2)}\n`;

/** For each company the verdicts by models that have not seen it; a flat one on what the policy does not decide is wrong too. */
export const verdictLeftOut = (companies: readonly VerdictCompany[]): readonly string[] =>
  companies.map(({ name, way, cases }) => {
    const models = trainVerdict(companies, [name]);
    const given = cases.map(({ readings, right }) => ({ right, verdict: judged(models, readings) }));
    const count = (holds: (one: (typeof given)[number]) => boolean): number => given.filter(holds).length;
    const asked = count(({ right }) => right !== null);
    const right = count((one) => one.right !== null && one.verdict === one.right);
    const wrong = given.filter((one) => one.verdict !== null && one.verdict !== one.right);
    const flat = wrong.filter(({ verdict }) => verdict !== 'depends').length;
    const depends = wrong.filter((one) => one.verdict === 'depends' && one.right !== null).length;
    return `${name}, ${way}: verdict right ${right} of ${asked}, wrongly depends ${depends}, flat wrong ${flat}`;
  });
