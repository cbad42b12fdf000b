/** Questions beside a passage, each judged by hand: what the passage says to it. What verdicts are learned from. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Verdict } from '../src/knowledge/answer/answer.ts';
import { readYesNo } from '../src/knowledge/answer/verdict-asked.ts';
import type { Borne } from '../src/knowledge/answer/verdict-borne.ts';
import { openPolicies } from '../src/knowledge/policy/open-policies.ts';
import type { Unit } from '../src/knowledge/policy/policy.ts';
import { readPolicyPhrasings } from '../src/knowledge/policy/policy-phrasings.ts';
import { wordsOf } from '../src/knowledge/question/words.ts';
import { policiesIn } from './run.ts';
import { comparable } from './scores.ts';

/**
 * One line of `eval/verdicts.jsonl`: a question at a company, and what a passage says to it; null: it does not decide it, or no one answer would do.
 * The passage is the unit with the words of `quote`; without them the question is one of the phrasings, and the passage the one that it was written for.
 */
const judgedSchema = z.strictObject({
  company: z.string(),
  question: z.string(),
  quote: z.string().optional(),
  verdict: z.enum(['yes', 'no', 'depends']).nullable(),
});

export type Pair = {
  readonly company: string;
  readonly borne: Borne;
  readonly right: Verdict | null;
  /** A near miss, of which nobody has said more than that the passage does not answer it. */
  readonly isNearMiss: boolean;
  /** Written for its verdict, with care; phrasings were judged in a hurry. */
  readonly isForVerdict: boolean;
};

/** As sure as the search mostly is of a passage that answers. */
const MOSTLY = 0.9;

const besideOf = (question: string, unit: Unit): Borne => ({
  question,
  mended: question.toLowerCase(),
  quote: unit.text,
  leadIn: unit.leadIn?.text ?? '',
  heading: unit.path.at(-1) ?? '',
  confidence: MOSTLY,
  trust: 'phrased',
  limited: false,
});

/** Of every company in `dir`: those that were judged, and the near misses that ask for yes or no. A phrasing that is gone, and a quote that no unit has, is left out. */
export const readPairs = async (dir: string): Promise<readonly Pair[]> => {
  const judged = (await readFile(join(dir, '..', 'verdicts.jsonl'), 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => judgedSchema.parse(JSON.parse(line)));
  const pairs: Pair[] = [];
  for (const company of (await readdir(dir)).sort()) {
    const phrasings = join(dir, company, 'phrasings');
    const own = judged.filter((one) => one.company === company);
    const verdictOf = new Map(
      own.filter(({ quote }) => quote === undefined).map(({ question, verdict }) => [question, verdict]),
    );
    const quoted = own.flatMap(({ quote, ...one }) =>
      quote === undefined ? [] : [{ ...one, quote: comparable(quote) }],
    );
    for (const policy of await openPolicies(policiesIn(join(dir, company)))) {
      for (const unit of policy.units) {
        const text = comparable(unit.text);
        for (const { question, verdict, quote } of quoted)
          if (quote === text)
            pairs.push({
              company,
              borne: besideOf(question, unit),
              right: verdict,
              isNearMiss: false,
              isForVerdict: true,
            });
      }
      if (!existsSync(phrasings)) continue;
      const { lines, units } = await readPolicyPhrasings(policy, phrasings);
      for (const [at, { asks, not }] of lines.entries()) {
        const unit = units[at] ?? null;
        if (unit === null) continue;
        const pair = (question: string, right: Verdict | null, isNearMiss: boolean): Pair => ({
          company,
          borne: besideOf(question, unit),
          right,
          isNearMiss,
          isForVerdict: false,
        });
        for (const question of asks) {
          const verdict = verdictOf.get(question);
          if (verdict !== undefined) pairs.push(pair(question, verdict, false));
        }
        for (const question of not) if (readYesNo(question) !== null) pairs.push(pair(question, null, true));
      }
    }
  }
  return pairs;
};

/** In so many pairs, and with so many companies, a word stands for itself: it is nobody's own. */
const COMMON = { pairs: 60, companies: 0.5 } as const;

/** The words that questions, or passages, of most companies have. */
export const cuesOf = (pairs: readonly Pair[]): readonly string[] => {
  const companies = new Set(pairs.map(({ company }) => company)).size;
  const commonIn = (textOf: (borne: Borne) => string): readonly string[] => {
    const inPairs = new Map<string, number>();
    const inCompanies = new Map<string, Set<string>>();
    for (const { company, borne } of pairs)
      for (const word of new Set(wordsOf(textOf(borne)))) {
        inPairs.set(word, (inPairs.get(word) ?? 0) + 1);
        inCompanies.set(word, (inCompanies.get(word) ?? new Set()).add(company));
      }
    return [...inPairs.keys()].filter(
      (word) =>
        (inPairs.get(word) ?? 0) >= COMMON.pairs &&
        (inCompanies.get(word)?.size ?? 0) >= COMMON.companies * companies,
    );
  };
  const both = [
    ...commonIn(({ question }) => question),
    ...commonIn(({ leadIn, quote }) => `${leadIn} ${quote}`),
  ];
  return [...new Set(both)].sort();
};
