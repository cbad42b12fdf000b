import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnglishWords } from './english.ts';
import { type Gate, readGates, readPrivacyWords, readSlots, type Slot } from './gates.ts';
import { buildPhrasingIndex } from './phrasing-index.ts';
import { readScopeModel } from './scope-model.ts';
import { buildSpelling, countWords } from './spelling.ts';
import { topicFeatures } from './topic-features.ts';
import { type Likelihoods, readTopicModel, topicModelSchema } from './topic-model.ts';
import { type Catalogue, readCatalogue, type Topic } from './topics.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/** What is known beforehand of how people ask: independent of any one policy. */
export type Understanding = {
  readonly vocabulary: Vocabulary;
  readonly catalogue: Catalogue;
  readonly topicOf: ReadonlyMap<string, Topic>;
  readonly gate: Gate;
  /** Whether a question names privacy in so many words. */
  readonly namesPrivacy: (question: string) => boolean;
  readonly slots: readonly Slot[];
  /** Spelling repaired, abbreviations written out. */
  readonly repair: (question: string) => string;
  /** The log odds that a question is no matter of privacy at all. */
  readonly offTopic: (question: string) => number;
  /** How likely each topic is what a question means. */
  readonly likely: (question: string) => Likelihoods;
};

/** Shares of the three readings in their weighted product; a balance proved best on questions of another author. */
const SHARES = { model: 0.5, bm25: 0.3, nearest: 0.2 };
const FLOOR = 1e-4;

/** A word that is no English one has to be written this often before it is taken for no slip of the pen. */
const NO_SLIP = 6;

/** Words, topics and phrasings, the latter with their own spelling repaired; words of `texts` are known words too. */
export const readWords = async (
  dir: string,
  texts: readonly string[],
): Promise<Pick<Understanding, 'vocabulary' | 'catalogue' | 'repair'>> => {
  const read = (name: string): Promise<string> => readFile(join(dir, name), 'utf8');
  const [words, topics, lines, off, english] = await Promise.all([
    read('words.yaml'),
    read('topics.json'),
    read('phrasings.jsonl'),
    read('off-topic.txt'),
    readEnglishWords(),
  ]);
  const vocabulary = readVocabulary(words);
  const { phrasings, offTopic, ...rest } = readCatalogue(topics, lines, off);
  const written = countWords([...phrasings.map(({ phrasing }) => phrasing), ...offTopic]);
  const known = new Map([...written].filter(([word, times]) => english.has(word) || times >= NO_SLIP));
  for (const [word, times] of countWords([...texts, ...vocabulary.words]))
    known.set(word, times + (known.get(word) ?? 0));
  const repair = buildSpelling(known, english);
  const repaired = phrasings.map(({ topic, phrasing }) => ({ topic, phrasing: repair(phrasing) }));
  return { vocabulary, repair, catalogue: { ...rest, phrasings: repaired, offTopic: offTopic.map(repair) } };
};

/** Reads everything under `data/knowledge`; `texts` are the policies, whose words are known words too. */
export const openUnderstanding = async (dir: string, texts: readonly string[]): Promise<Understanding> => {
  const { vocabulary, catalogue, repair } = await readWords(dir, texts);
  const [gates, slots, model, scope] = await Promise.all(
    ['gates.yaml', 'slots.yaml', 'topic-model.json', 'scope-model.json'].map((name) =>
      readFile(join(dir, name), 'utf8'),
    ),
  );
  const byModel = readTopicModel(topicModelSchema.parse(JSON.parse(model ?? '')), topicFeatures(vocabulary));
  const index = buildPhrasingIndex(catalogue.phrasings, (text) => [
    ...vocabulary.stems(text),
    ...vocabulary.classes(text),
  ]);
  return {
    vocabulary,
    catalogue,
    topicOf: new Map(catalogue.topics.map((topic) => [topic.id, topic])),
    gate: readGates(gates ?? ''),
    namesPrivacy: readPrivacyWords(gates ?? ''),
    slots: readSlots(slots ?? ''),
    repair,
    offTopic: readScopeModel(scope ?? '', vocabulary),
    likely: (question) => {
      const { bm25, nearest } = index(question);
      const powers = [...byModel(question)].map(([topic, chance]): readonly [string, number] => [
        topic,
        (chance + FLOOR) ** SHARES.model *
          ((bm25.get(topic) ?? 0) + FLOOR) ** SHARES.bm25 *
          ((nearest.get(topic) ?? 0) + FLOOR) ** SHARES.nearest,
      ]);
      const sum = powers.reduce((total, [, power]) => total + power, 0);
      return new Map(powers.map(([topic, power]) => [topic, power / sum]));
    },
  };
};
