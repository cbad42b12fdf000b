/** Law and house rules beside an answer, chosen by likeness. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { NotesLaw } from '../../base/regimes.ts';
import { parseYaml } from '../../base/yaml.ts';

import { PolicyProblem } from '../policy/policy-problem.ts';

import { type Likeness, likenessAmong } from '../question/likeness.ts';
import type { Own, OwnRule } from '../question/own.ts';
import type { Topic } from '../question/topics.ts';
import { readVocabulary, type Vocabulary } from '../question/vocabulary.ts';
import type { LawNote, Outcome } from './answer.ts';

const entrySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Holds under this regime only; where the GDPR's articles hold when left out: `{law}` in the source is filled in then. */
  regime: z.string().optional(),
  text: z.string().min(20).max(400),
  /** The provision. */
  source: z.string().min(5),
  /** How the source was seen on the day it was checked. */
  evidence: z.enum(['read', 'secondary', 'practice']).optional(),
  topics: z.array(z.string()),
  /** Questions that it answers, in everyday words. */
  asks: z.array(z.string().min(3)).default([]),
});

const fileSchema = z.strictObject({ checked: z.iso.date(), entries: z.array(entrySchema).min(1) });

/** What stands beside an answer and is not policy. */
export type Layers = {
  readonly law: readonly LawNote[];
  readonly procedure: readonly string[];
  readonly answeredBeside?: true;
};

/** A question as it was read; nothing here changes what the policy is said to say. */
type AskedOf = {
  readonly question: string;
  readonly topics: readonly string[];
  readonly outcome: Outcome;
  readonly confidence: number;
};

export type LayersFor = (asked: AskedOf) => Layers;

type Known = {
  readonly topics: readonly Topic[];
  /** Words of rights requests that mean the same. */
  readonly words: Vocabulary;
};

const MOST_LAW = 3;
const MOST_PROCEDURE = 2;
/** The nearest three of an entry's questions count, each half as much as the one before. */
const NEAREST = [1, 0.5, 0.25];
/** From where an entry is shown; chosen by leaving each question of law.yaml out in turn. */
const SHOWN_AT = { onTopic: 0.5, alone: 0.8, answered: 1, elsewhere: 1.2, outOfScope: 1 };
/** Above this a question is surely about what it was read as, and what is off that topic has to fit better. */
const SURE = 0.6;
const ON_TOPIC = 0.25;
/** An entry that comes less near than this share of the best is left out. */
const BESIDE_BEST = 0.75;
/**
 * From where the first entry is taken to answer what was asked, and stands first where the policy is silent. Of the silent questions of
 * eval/questions.jsonl four are above it, all rightly; the first that is wrong comes to 0.67.
 */
const ON_POINT = 0.75;
/**
 * The same of what is not on the topic that the question was read as: several questions that are a little like it are no reason then.
 * On questions of eight companies all 41 such that came to ON_POINT stayed below 0.8, and all but a few were beside the point (cameras, passwords, pupils).
 */
const ON_POINT_ALONE = 0.85;

/** What both layers are matched by. */
type Matched = Pick<OwnRule, 'topics' | 'asks' | 'text'>;
type Fit<E extends Matched> = {
  readonly entry: E;
  readonly fit: number;
  /** How near its own questions come to what was asked, whatever the topic. */
  readonly near: number;
  /** The same of the nearest of them alone. */
  readonly closest: number;
};

const nearest = <E extends Matched>(fits: readonly Fit<E>[], most: number): readonly Fit<E>[] => {
  const best = Math.max(0, ...fits.map(({ fit }) => fit));
  return fits
    .filter(({ fit }) => fit > 0 && fit >= BESIDE_BEST * best)
    .toSorted((a, b) => b.fit - a.fit)
    .slice(0, most);
};

const fitter =
  (likeness: Likeness) =>
  ({ question, topics, outcome, confidence }: AskedOf): (<E extends Matched>(entry: E) => Fit<E>) => {
    const like = likeness(question);
    return (entry) => {
      const likes = entry.asks.map(like).toSorted((a, b) => b - a);
      const [closest = 0] = likes;
      const near = likes.slice(0, NEAREST.length).reduce((sum, one, at) => sum + one * (NEAREST[at] ?? 0), 0);
      if (outcome === 'out_of_scope')
        return { entry, near, closest, fit: near >= SHOWN_AT.outOfScope ? near : 0 };
      const onTopic = topics.some((topic) => entry.topics.includes(topic));
      const surely = topics.length > 0 && confidence >= SURE;
      const beside = outcome === 'answered' ? SHOWN_AT.answered : SHOWN_AT.alone;
      const offTopic = surely ? SHOWN_AT.elsewhere : beside;
      const counted = near >= (onTopic ? SHOWN_AT.onTopic : offTopic) ? near : 0;
      return { entry, near, closest, fit: counted + (onTopic ? ON_TOPIC : 0) };
    };
  };

/** Every rule names topics and entries of the law that are there; throws PolicyProblem with the rule that does not. */
const checkRules = (
  rules: readonly OwnRule[],
  file: string,
  topics: ReadonlySet<string>,
  laws: ReadonlySet<string>,
): void => {
  for (const { id, topics: own, beside } of rules) {
    const topic = own.find((name) => !topics.has(name));
    const entry = beside.find((name) => !laws.has(name));
    if (topic !== undefined)
      throw new PolicyProblem(
        file,
        `the house rule "${id}" names the topic "${topic}", which is not in data/knowledge/topics.json.`,
        'Correct it, or take it out.',
      );
    if (entry !== undefined)
      throw new PolicyProblem(
        file,
        `the house rule "${id}" stands beside "${entry}", which is not in data/knowledge/law.yaml.`,
        'Correct it, or take it out.',
      );
  }
};

/** Reads the law and puts the company's house rules beside it; a ZodError names the entry that is not of its shape, an Error the topic that is unknown. */
export const readLayers = (
  law: string,
  { houseRules: rules, file }: Pick<Own, 'houseRules' | 'file'>,
  regime: NotesLaw,
  { topics, words }: Known,
): LayersFor => {
  const laws = fileSchema.parse(parseYaml(law)).entries;
  const known = new Set(topics.map(({ id }) => id));
  const stray = laws.find((entry) => entry.topics.some((topic) => !known.has(topic)));
  if (stray !== undefined)
    throw new Error(`The entry "${stray.id}" names a topic that is not in topics.json.`);
  checkRules(rules, file, known, new Set(laws.map(({ id }) => id)));
  const inForce = laws.filter((entry) =>
    entry.regime === undefined ? regime.sharesArticles : entry.regime === regime.id,
  );
  const examples = [...inForce, ...rules].flatMap(({ asks }) => asks);
  const fitsOf = fitter(likenessAmong(examples, words));
  const cited = (source: string): string => source.replaceAll('{law}', regime.law);
  return (asked) => {
    if (asked.outcome === 'declined') return { law: [], procedure: [] };
    const match = fitsOf(asked);
    const byLaw = inForce.map(match);
    const lawOf = new Map(byLaw.map((one) => [one.entry.id, one]));
    const byRule = rules.map((rule): Fit<OwnRule> => {
      const own = match(rule);
      const beside = rule.beside.flatMap((id) => lawOf.get(id) ?? []);
      return {
        entry: rule,
        near: Math.max(own.near, ...beside.map(({ near }) => near)),
        closest: Math.max(own.closest, ...beside.map(({ closest }) => closest)),
        fit: Math.max(own.fit, ...beside.map(({ fit }) => fit)),
      };
    });
    const laws = nearest(byLaw, MOST_LAW);
    const procedures = nearest(byRule, MOST_PROCEDURE);
    const isOnPoint = ({ entry: { topics: own }, near, closest }: Fit<Matched>): boolean =>
      near >= ON_POINT && (closest >= ON_POINT_ALONE || own.some((topic) => asked.topics.includes(topic)));
    const onPoint = asked.outcome === 'silent' && [...laws, ...procedures].some(isOnPoint);
    // What answers in the policy's place stands first: nothing beside the point goes with it, but the law that a rule stands beside.
    const rulesKept = onPoint ? procedures.filter(isOnPoint) : procedures;
    const named = new Set(rulesKept.flatMap(({ entry }) => entry.beside));
    const lawsKept = onPoint ? laws.filter((one) => isOnPoint(one) || named.has(one.entry.id)) : laws;
    return {
      law: lawsKept.map(({ entry: { text, source } }) => ({ text, source: cited(source) })),
      procedure: rulesKept.map(({ entry }) => entry.text),
      ...(onPoint ? { answeredBeside: true as const } : {}),
    };
  };
};

/** The law of `data/knowledge`, and the house rules of the company. */
export const openLayers = async (
  dir: string,
  regime: NotesLaw,
  topics: readonly Topic[],
  own: Own,
): Promise<LayersFor> => {
  const [law = '', words = ''] = await Promise.all(
    ['law.yaml', 'request-words.yaml'].map((name) => readFile(join(dir, name), 'utf8')),
  );
  return readLayers(law, own, regime, { topics, words: readVocabulary(words) });
};
