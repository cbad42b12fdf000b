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

export const readWords = async (dir: string): Promise<Pick<Understanding, 'vocabulary' | 'catalogue'>> => {
  const read = (name: string): Promise<string> => readFile(join(dir, name), 'utf8');
  const [words, topics, phrasings, offTopic] = await Promise.all([
    read('words.yaml'),
    read('topics.json'),
    read('phrasings.jsonl'),
    read('off-topic.txt'),
  ]);
  return { vocabulary: readVocabulary(words), catalogue: readCatalogue(topics, phrasings, offTopic) };
};

/** Reads everything under `data/knowledge`; `texts` are the policies, whose words are known words too. */
export const openUnderstanding = async (dir: string, texts: readonly string[]): Promise<Understanding> => {
  const { vocabulary, catalogue } = await readWords(dir);
  const [gates, slots, model, scope] = await Promise.all(
    ['gates.yaml', 'slots.yaml', 'topic-model.json', 'scope-model.json'].map((name) =>
      readFile(join(dir, name), 'utf8'),
    ),
  );
  const english = await readEnglishWords();
  const byModel = readTopicModel(topicModelSchema.parse(JSON.parse(model ?? '')), topicFeatures(vocabulary));
  const index = buildPhrasingIndex(catalogue.phrasings, (text) => [
    ...vocabulary.stems(text),
    ...vocabulary.classes(text),
  ]);
  const known = countWords([
    ...catalogue.phrasings.map(({ phrasing }) => phrasing),
    ...catalogue.offTopic,
    ...texts,
    ...vocabulary.words,
  ]);
  return {
    vocabulary,
    catalogue,
    topicOf: new Map(catalogue.topics.map((topic) => [topic.id, topic])),
    gate: readGates(gates ?? ''),
    namesPrivacy: readPrivacyWords(gates ?? ''),
    slots: readSlots(slots ?? ''),
    repair: buildSpelling(known, english),
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
