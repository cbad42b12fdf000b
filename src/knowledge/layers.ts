import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { LawNote } from './answer.ts';
import { plain } from './words.ts';

const entrySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Holds under this law only; under both when left out. */
  regime: z.enum(['uk', 'eu']).optional(),
  text: z.string().min(20).max(400),
  /** The provision, or where a house rule comes from. */
  source: z.string().min(5),
  /** How the source was seen on the day it was checked. */
  evidence: z.enum(['read', 'secondary', 'practice']).optional(),
  topics: z.array(z.string()),
  words: z.string().transform((pattern) => new RegExp(pattern, 'u')),
});

const fileSchema = z.strictObject({ checked: z.iso.date(), entries: z.array(entrySchema).min(1) });

type Entry = z.infer<typeof entrySchema>;

export type Regime = 'uk' | 'eu';

/** What stands beside an answer and is not policy. */
export type Layers = { readonly law: readonly LawNote[]; readonly procedure: readonly string[] };

/** For a question and the topics it was read as; nothing here changes what the policy is said to say. */
export type LayersFor = (question: string, topics: readonly string[]) => Layers;

const MOST_LAW = 3;
const MOST_PROCEDURE = 2;
/** Words that ask for the very thing weigh more than the topic around it. */
const BY_WORDS = 2;

const fitting = (entries: readonly Entry[], question: string, topics: readonly string[]): readonly Entry[] =>
  entries
    .map((entry) => ({
      entry,
      fit:
        (entry.words.test(question) ? BY_WORDS : 0) +
        (topics.some((topic) => entry.topics.includes(topic)) ? 1 : 0),
    }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit)
    .map(({ entry }) => entry);

/** Reads the two layers; a ZodError names the entry that is not of its shape, an Error the topic that is unknown. */
export const readLayers = (
  law: string,
  procedure: string,
  regime: Regime,
  topics: ReadonlySet<string>,
): LayersFor => {
  const [laws = [], rules = []] = [law, procedure].map((yaml) => fileSchema.parse(parse(yaml)).entries);
  const stray = [...laws, ...rules].find((entry) => entry.topics.some((topic) => !topics.has(topic)));
  if (stray !== undefined)
    throw new Error(`The entry "${stray.id}" names a topic that is not in topics.json.`);
  const inForce = laws.filter((entry) => entry.regime === undefined || entry.regime === regime);
  // Where an entry holds under both, the articles have the same numbers.
  const cited = (source: string): string =>
    regime === 'eu' ? source.replaceAll('UK GDPR', 'EU GDPR') : source;
  return (question, about) => {
    const asked = plain(question);
    return {
      law: fitting(inForce, asked, about)
        .slice(0, MOST_LAW)
        .map(({ text, source }) => ({ text, source: cited(source) })),
      procedure: fitting(rules, asked, about)
        .slice(0, MOST_PROCEDURE)
        .map(({ text }) => text),
    };
  };
};

/** Both files of `data/knowledge`. */
export const openLayers = async (
  dir: string,
  regime: Regime,
  topics: ReadonlySet<string>,
): Promise<LayersFor> => {
  const [law = '', procedure = ''] = await Promise.all(
    ['law.yaml', 'procedure.yaml'].map((name) => readFile(join(dir, name), 'utf8')),
  );
  return readLayers(law, procedure, regime, topics);
};
