/** The verdict on a question: by rule where one bears it, else by the clause whose signs a trained model trusts, else by what question and passage are like together, else none. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { WordBearing } from '../question/word-bearing.ts';
import { chanceOf, modelSchema } from '../rank/answerable.ts';
import type { Thesaurus } from '../rank/thesaurus.ts';
import type { Verdict } from './answer.ts';
import { verdictReader } from './verdict.ts';
import { readYesNo } from './verdict-asked.ts';
import type { Borne, Flat } from './verdict-borne.ts';
import { doubtsOf } from './verdict-doubts.ts';
import { likelyOf, type PairModel, pairModelAt } from './verdict-likely.ts';
import { ANY_DENIAL, DENIAL, HAS_EXCEPTION, PERMITS } from './verdict-patterns.ts';
import { comparesPeriods } from './verdict-periods.ts';
import { type ClauseSays, clauseReader } from './verdict-signs.ts';
import { rowsOf, termReader } from './verdict-terms.ts';
import { wordReader } from './verdict-words.ts';

const schema = z.strictObject({ yes: modelSchema, no: modelSchema, cues: z.array(z.string()).readonly() });

/**
 * `verdict.json` and `verdict.bin` of `data/knowledge`, written by `npm run eval -- --train-verdict`: how sure it is that a clause that
 * says yes, or no, is right; which words stand for themselves in a pair of question and passage, and what such pairs say.
 */
export type VerdictModels = z.infer<typeof schema> & { readonly pairs: PairModel };

/** Reads both files of a folder; throws a ZodError or RangeError when one is not of its shape. */
export const readVerdictModels = async (dir: string): Promise<VerdictModels> => ({
  ...schema.parse(JSON.parse(await readFile(join(dir, 'verdict.json'), 'utf8'))),
  pairs: await pairModelAt(join(dir, 'verdict.bin')),
});

/**
 * From where on a clause is believed, chosen on companies that the model had not seen (`--train-verdict`): with no flat verdict wrong.
 * `found`: nobody but the search says that the passage answers.
 */
const LEAST = {
  no: { sure: 0.8, found: 0.95 },
  yes: { sure: 0.9, found: 0.95 },
} as const;

/**
 * From where on question and passage together are believed, chosen on companies that the model had not seen. No flat verdict stands against
 * them: not that of a rule or a clause (`borne`) either, nor that it depends. Surer where nothing else says it (`alone`), and where only the search
 * says that the passage answers (`found`, a factor), less where people say so (`trusted`), or a rule or clause reads it in
 * the question's own words; from `surely` on they outweigh most doubts.
 */
const LIKELY = {
  mostly: { borne: { yes: 0.4, no: 0.65, depends: 0.15 }, alone: { yes: 0.7, no: 0.8, depends: 0.35 } },
  trusted: { borne: { yes: 0.15, no: 0, depends: 0 }, alone: { yes: 0.55, no: 0.8, depends: 0.35 } },
  found: 1.15,
  surely: 0.9,
} as const;

/** Doubts that hold a rule or a clause back, and that pairs have been judged in spite of: the same under other words. */
const OUTWEIGHED: Readonly<Record<Flat, ReadonlySet<string>>> = {
  yes: new Set(['ofAnotherDeed', 'holdsBack', 'doneWithout', 'ofSome', 'isUnlisted', 'otherPeriod']),
  no: new Set(['isThin', 'ofAnotherDeed', 'ofTheRest', 'otherPeriod']),
};

/** Doubts that even a sure pair does not outweigh: it may say it of what is excepted, or free from what is asked. */
const NEVER_OUTWEIGHED: ReadonlySet<string> = new Set([
  'freesFrom',
  'namesExcepted',
  'exceptedLater',
  'appliesNot',
  'grantedFirst',
  'hinders',
  'notWithout',
  'offersTwo',
  'otherForm',
  'hasAllButDeed',
  'goesToAnother',
  'ofOthers',
]);

/** What is read from one question and its first quote before a model is asked. */
export type VerdictReadings = {
  readonly byRule: Verdict | null;
  readonly says: readonly ClauseSays[];
  /** Nobody but the search says that the passage answers. */
  readonly found: boolean;
  /** People say that it does. */
  readonly trusted: boolean;
  /** The passage has every word of the question that bears something. */
  readonly inItsWords: boolean;
  /** Whether something speaks against a flat verdict: most readings give none, so it is looked for only then. */
  readonly doubts: (flat: Flat) => readonly string[];
  /** Question and passage as the pair model reads them; empty where no yes or no is asked for. */
  readonly rows: () => readonly number[];
  /** Whether the passage can say no at all: it denies something and grants nothing beside it, or states a period where one is asked about. */
  readonly mayDeny: boolean;
  /** Whether the passage can say yes without more: it excepts nothing and leaves nothing to what is fitting. */
  readonly mayGrant: boolean;
  /** Something else that is quoted limits the passage. */
  readonly limited: boolean;
};

/** "Fewer than", "up to": a period that only draws a line is none that the question could be held against. */
const DRAWS_A_LINE = /\b(?:fewer|less|more|longer|older) than\b|\b(?:up to|at least|at most|under|over)\b/iu;
/** Opens an exception in a sentence of its own. */
const EXCEPTION = /\bexceptions?\b/iu;

const mayDeny = ({ question, quote, leadIn }: Borne): boolean => {
  const whole = `${leadIn} ${quote}`;
  if (comparesPeriods(question, quote)) return !DRAWS_A_LINE.test(quote);
  const isRow = /^\s*\|/u.test(quote);
  return (
    !isRow && ANY_DENIAL.test(whole) && !PERMITS.test(whole.replace(DENIAL, '')) && !EXCEPTION.test(whole)
  );
};

/** What a yes would have to name as well: an exception, or what is left to whoever finds it fitting. */
const LIMITS = new RegExp(
  `${HAS_EXCEPTION.source}|\\b(?:as|if|when|where) (?:appropriate|necessary|needed|required|fitting)\\b|\\bappropriate to\\b|\\b(?:normally|usually|generally)\\b`,
  'iu',
);

export const verdictReadings = (
  thesaurus: Thesaurus,
  bearing: WordBearing,
  cues: ReadonlySet<string>,
): ((borne: Borne) => VerdictReadings) => {
  const byRule = verdictReader(thesaurus, bearing);
  const clausesOf = clauseReader(thesaurus, bearing);
  const doubts = doubtsOf(thesaurus, bearing);
  const termsOf = termReader(thesaurus, bearing, cues);
  const { words, weightOf, heldIn } = wordReader(thesaurus, bearing);
  const isInItsWords = ({ mended, quote, leadIn }: Borne): boolean => {
    const own = words(mended);
    return heldIn(own, words(`${leadIn} ${quote}`)) >= weightOf(own);
  };
  return (borne) => {
    const rule = byRule(borne);
    return {
      byRule: rule,
      says: clausesOf(borne, rule),
      found: borne.trust === 'found',
      trusted: borne.trust === 'trusted',
      inItsWords: isInItsWords(borne),
      doubts: (flat) => doubts(flat, borne),
      rows: () => (readYesNo(borne.question) === null ? [] : rowsOf(termsOf(borne))),
      mayDeny: mayDeny(borne),
      mayGrant: !LIMITS.test(`${borne.leadIn} ${borne.quote}`),
      limited: borne.limited,
    };
  };
};

/** What a rule says flatly and nothing speaks against; else what a clause bears surely and none contradicts; null where neither. */
const byClauses = (
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

const other = { yes: 'no', no: 'yes' } as const;

/** A verdict of a rule or a clause that question and passage together bear out; else what they say together; null where nothing is sure. */
export const judged = (models: VerdictModels, readings: VerdictReadings): Verdict | null => {
  const rows = readings.rows();
  if (rows.length === 0) return null;
  const clauses = byClauses(models, readings);
  const likely = likelyOf(models.pairs, rows);
  const { borne } = LIKELY[readings.trusted || readings.inItsWords ? 'trusted' : 'mostly'];
  // A yes above a passage that does nothing but deny has to be as sure as anywhere.
  const { alone } = LIKELY[readings.trusted && !readings.mayDeny ? 'trusted' : 'mostly'];
  if (clauses !== null && likely[clauses] >= borne[clauses]) return clauses;
  const isLikely = (flat: Flat): boolean =>
    !readings.limited &&
    readings.byRule !== other[flat] &&
    !readings.says.some(({ verdict }) => verdict === other[flat]) &&
    likely[flat] >= alone[flat] * (readings.found ? LIKELY.found : 1) &&
    readings
      .doubts(flat)
      .every(
        (doubt) =>
          OUTWEIGHED[flat].has(doubt) || (likely[flat] >= LIKELY.surely && !NEVER_OUTWEIGHED.has(doubt)),
      );
  if (readings.mayGrant && isLikely('yes')) return 'yes';
  if (readings.mayDeny && isLikely('no')) return 'no';
  return likely.depends >= alone.depends ? 'depends' : null;
};

/** What reads the verdict, or null when it is not a yes/no question or not certain. */
export const verdictJudge = (
  thesaurus: Thesaurus,
  bearing: WordBearing,
  models: VerdictModels,
): ((borne: Borne) => Verdict | null) => {
  const readingsOf = verdictReadings(thesaurus, bearing, new Set(models.cues));
  return (borne) => judged(models, readingsOf(borne));
};
