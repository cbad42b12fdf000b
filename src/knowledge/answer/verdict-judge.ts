/** The verdict on a question: by rule where one bears it, else by the clause whose signs a trained model trusts, else none. */
import { z } from 'zod';
import type { WordBearing } from '../question/word-bearing.ts';
import { chanceOf, modelSchema } from '../rank/answerable.ts';
import type { Thesaurus } from '../rank/thesaurus.ts';
import type { Verdict } from './answer.ts';
import { verdictReader } from './verdict.ts';
import type { Borne, Flat } from './verdict-borne.ts';
import { doubtsOf } from './verdict-doubts.ts';
import { type ClauseSays, clauseReader } from './verdict-signs.ts';

const schema = z.strictObject({ yes: modelSchema, no: modelSchema });

/** `data/knowledge/verdict.json`, written by `npm run eval -- --train-verdict`: how sure it is that a clause that says yes, or no, is right. */
export type VerdictModels = z.infer<typeof schema>;

/** Throws a ZodError when the file is not of its shape. */
export const readVerdictModels = (json: string): VerdictModels => schema.parse(JSON.parse(json));

/**
 * From where on a clause is believed, chosen on companies that the model had not seen (`--train-verdict`): with no flat verdict wrong.
 * `found`: nobody but the search says that the passage answers.
 */
const LEAST = {
  no: { sure: 0.8, found: 0.95 },
  yes: { sure: 0.9, found: 0.95 },
} as const;

/** What is read from one question and its first quote before a model is asked. */
export type VerdictReadings = {
  readonly byRule: Verdict | null;
  readonly says: readonly ClauseSays[];
  /** Nobody but the search says that the passage answers. */
  readonly found: boolean;
  /** Whether something speaks against a flat verdict: most readings give none, so it is looked for only then. */
  readonly doubts: (flat: Flat) => readonly string[];
};

export const verdictReadings = (
  thesaurus: Thesaurus,
  bearing: WordBearing,
): ((borne: Borne) => VerdictReadings) => {
  const byRule = verdictReader(thesaurus, bearing);
  const clausesOf = clauseReader(thesaurus, bearing);
  const doubts = doubtsOf(thesaurus, bearing);
  return (borne) => {
    const rule = byRule(borne);
    return {
      byRule: rule,
      says: clausesOf(borne, rule),
      found: borne.trust === 'found',
      doubts: (flat) => doubts(flat, borne),
    };
  };
};

/** The flat verdict of a rule; else that which a clause bears surely and none contradicts; else whether it depends. */
export const judged = (
  models: VerdictModels,
  { byRule, says, found, doubts }: VerdictReadings,
): Verdict | null => {
  const isDoubtful = (flat: Flat): boolean => doubts(flat).length > 0;
  if (byRule === 'yes' || byRule === 'no') return isDoubtful(byRule) ? null : byRule;
  const surest = (flat: Flat): number =>
    Math.max(
      0,
      ...says.filter(({ verdict }) => verdict === flat).map(({ signs }) => chanceOf(models[flat], signs)),
    );
  const least = (flat: Flat): number => LEAST[flat][found ? 'found' : 'sure'];
  const [yes, no] = [surest('yes'), surest('no')];
  if (no >= least('no') && no > yes && !isDoubtful('no')) return 'no';
  if (yes >= least('yes') && yes > no && !isDoubtful('yes')) return 'yes';
  return says.some(({ verdict }) => verdict === 'depends') && yes === 0 && no === 0 ? 'depends' : byRule;
};

/** What reads the verdict, or null when it is not a yes/no question or not certain. */
export const verdictJudge = (
  thesaurus: Thesaurus,
  bearing: WordBearing,
  models: VerdictModels,
): ((borne: Borne) => Verdict | null) => {
  const readingsOf = verdictReadings(thesaurus, bearing);
  return (borne) => judged(models, readingsOf(borne));
};
