/** Trains how far a clause is believed that says yes or no, on the questions of the companies in eval/policies and on questions beside their own passage, each company left out in turn for the figures. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
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
const NONE: VerdictReadings = { byRule: null, says: [], found: true, doubts: () => ['nothing'] };

/** With its doubts looked for once: every company left out looks at them again. */
const settled = (readings: VerdictReadings): VerdictReadings => {
  const doubts = { yes: readings.doubts('yes'), no: readings.doubts('no') };
  return { ...readings, doubts: (flat) => doubts[flat] };
};

export type VerdictCompany = {
  readonly name: string;
  /** `beside`: each question beside the passage that it was written for. */
  readonly way: 'with' | 'without' | 'beside';
  readonly cases: readonly Case[];
};

/** One line of `eval/verdicts.jsonl`: a phrasing of a passage, and what the passage says to it. */
const besideSchema = z.strictObject({
  company: z.string(),
  question: z.string(),
  lead_in: z.string(),
  quote: z.string(),
  heading: z.string(),
  verdict: z.enum(['yes', 'no', 'depends']).nullable(),
});

/** As sure as the search mostly is of a passage that answers. */
const MOSTLY = 0.9;

/** The cases of every company, without phrasings and with them where there are any; and of `verdicts.jsonl` beside the folder of the companies. */
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
        cases.push({ readings: borne === null ? NONE : settled(readingsOf(borne)), right: yes_no });
      }
      found.push({ name, way, cases });
    }
  }
  const lines = (await readFile(join(dir, '..', 'verdicts.jsonl'), 'utf8'))
    .split('\n')
    .filter((line) => line !== '');
  const beside = lines.map((line) => besideSchema.parse(JSON.parse(line)));
  for (const name of new Set(beside.map(({ company }) => company))) {
    const cases = beside
      .filter(({ company }) => company === name)
      .map(({ question, lead_in, quote, heading, verdict }): Case => {
        const about = { question, mended: question.toLowerCase(), quote, leadIn: lead_in, heading };
        return {
          readings: settled(readingsOf({ ...about, confidence: MOSTLY, trust: 'phrased', limited: false })),
          right: verdict,
        };
      });
    found.push({ name, way: 'beside', cases });
  }
  return found;
};

const fitted = (cases: readonly Case[], flat: 'yes' | 'no'): AnswerableModel => {
  // What is in doubt gives no verdict, however sure a clause is.
  const clear = cases.filter(
    ({ readings: { says, doubts } }) =>
      says.some(({ verdict }) => verdict === flat) && doubts(flat).length === 0,
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
export const verdictLeftOut = (companies: readonly VerdictCompany[]): readonly string[] => {
  const names = [...new Set(companies.map(({ name }) => name))];
  const modelsOf = new Map(names.map((name) => [name, trainVerdict(companies, [name])]));
  return companies.map(({ name, way, cases }) => {
    const models = modelsOf.get(name) ?? trainVerdict(companies, [name]);
    const given = cases.map(({ readings, right }) => ({ right, verdict: judged(models, readings) }));
    const count = (holds: (one: (typeof given)[number]) => boolean): number => given.filter(holds).length;
    const asked = count(({ right }) => right !== null);
    const right = count((one) => one.right !== null && one.verdict === one.right);
    const wrong = given.filter((one) => one.verdict !== null && one.verdict !== one.right);
    const flat = wrong.filter(({ verdict }) => verdict !== 'depends').length;
    const depends = wrong.filter((one) => one.verdict === 'depends' && one.right !== null).length;
    return `${name}, ${way}: verdict right ${right} of ${asked}, wrongly depends ${depends}, flat wrong ${flat}`;
  });
};
