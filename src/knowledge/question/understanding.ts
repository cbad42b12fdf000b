/** Everything that is known of questions before a policy is opened. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AnswerableModels, readAnswerable } from '../rank/answerable.ts';
import { type AskedKind, readAskedKinds } from '../rank/asked-kinds.ts';
import { byteRowsAt } from '../rank/byte-rows.ts';
import { type LikenessModel, likenessModelAt } from '../rank/likeness.ts';
import { sayableBy } from '../rank/sayable.ts';
import { readThesaurus, type Thesaurus } from '../rank/thesaurus.ts';
import { readEnglishWords, type WordList } from './english.ts';
import { type Gate, readGates, readPrivacyWords, readSlots, type Slot } from './gates.ts';
import { type Matter, readMatter } from './matter.ts';
import { orderFeatures } from './order-features.ts';
import { type IsOrder, orderBy } from './orders.ts';
import { nobody, type Own } from './own.ts';
import { readPhrasingIndex } from './phrasing-index.ts';
import { readScopeModel } from './scope-model.ts';
import {
  askedWordsAt,
  phrasingIndexAt,
  topicModelAt,
  topicProfilesAt,
  wordBearingAt,
} from './shipped-lists.ts';
import { buildSpelling, countWords } from './spelling.ts';
import { topicFeatures } from './topic-features.ts';
import { type Likelihoods, readTopicModel, type TopicModel } from './topic-model.ts';
import type { TopicProfiles } from './topic-profiles.ts';
import { readTopics, type Topic } from './topics.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';
import type { WordBearing } from './word-bearing.ts';

/** What is known beforehand of how people ask: independent of any one policy. */
export type Understanding = {
  readonly vocabulary: Vocabulary;
  readonly thesaurus: Thesaurus;
  readonly kinds: readonly AskedKind[];
  /** How sure it is, by what speaks for its passages, that a question is answered. */
  readonly answerable: AnswerableModels;
  /** What likeness in meaning is read from. */
  readonly likeness: LikenessModel;
  /** How often people write each word in questions. */
  readonly known: Readonly<Record<string, number>>;
  readonly bearing: WordBearing;
  /** Whether a word is English, or one that people write in questions. */
  readonly isWord: (word: string) => boolean;
  /** Things that people write to a bot at work and that are no matter of privacy. */
  readonly offTopicLines: readonly string[];
  readonly topics: readonly Topic[];
  readonly topicOf: ReadonlyMap<string, Topic>;
  readonly profiles: TopicProfiles;
  /** Words of questions that are nobody's name. */
  readonly ordinary: readonly string[];
  readonly gate: Gate;
  /** Whether a message is an order that no privacy bot carries out. */
  readonly isOrder: IsOrder;
  /** What is asked, and what is taken for granted, without orders on how to answer. */
  readonly matter: (message: string) => Matter;
  /** Whether a question names privacy in so many words. */
  readonly namesPrivacy: (question: string) => boolean;
  readonly slots: readonly Slot[];
  /** Spelling repaired, abbreviations written out. */
  readonly repair: (question: string) => string;
  /** The log odds that a question is no matter of privacy at all. */
  readonly offTopic: (question: string) => number;
  /** The log odds, up to a constant, that policies state what is asked for. */
  readonly sayable: (question: string) => number;
  /** How likely each topic is what a question means. */
  readonly likely: (question: string) => Likelihoods;
};

/** Shares of the three readings in their weighted product; a balance proved best on questions of another author. */
const SHARES = { model: 0.5, bm25: 0.3, nearest: 0.2 };
const FLOOR = 1e-4;

/** Repairs towards the words that people ask with, those of meaning, and those of `texts`. */
export const spellingTowards = (
  asked: Readonly<Record<string, number>>,
  texts: readonly string[],
  vocabulary: Vocabulary,
  english: WordList,
): ((text: string) => string) => {
  const known = new Map(Object.entries(asked));
  for (const [word, times] of countWords([...texts, ...vocabulary.words]))
    known.set(word, times + (known.get(word) ?? 0));
  return buildSpelling(known, english);
};

/** The terms by which a question is compared with phrasings. */
export const phrasingTerms =
  (vocabulary: Vocabulary) =>
  (text: string): readonly string[] => [...vocabulary.stems(text), ...vocabulary.classes(text)];

/** Reads everything under `data/knowledge`; `texts` are the policies, whose words are known words too, and so are the company's `own`. */
export const openUnderstanding = async (
  dir: string,
  texts: readonly string[],
  own: Own = nobody,
): Promise<Understanding> => {
  const read = (...name: readonly string[]): Promise<string> => readFile(join(dir, ...name), 'utf8');
  const trained = (name: string): string => join(dir, 'trained', name);
  const vocabulary = readVocabulary(await read('words.yaml'), own);
  const english = await readEnglishWords();
  const thesaurus = readThesaurus(await read('thesaurus.yaml'), own.people);
  const topics = readTopics(await read('topics.json'));
  const gates = await read('gates.yaml');
  const words = await askedWordsAt(trained('asked-words.json'));
  const model = (name: string): Promise<TopicModel> => topicModelAt(trained(`${name}.json`));
  const byModel = readTopicModel(await model('topics'), topicFeatures(vocabulary));
  const scope = { turns: await model('scope-turns'), meaning: await model('scope-meaning') };
  const index = readPhrasingIndex(
    await phrasingIndexAt(trained('phrasing-index.json')),
    phrasingTerms(vocabulary),
  );
  return {
    vocabulary,
    thesaurus,
    kinds: readAskedKinds(await read('asked-kinds.yaml')),
    answerable: readAnswerable(await read('answerable.json')),
    likeness: await likenessModelAt(trained('likeness.bin')),
    known: words.known,
    offTopicLines: (await read('off-topic.txt')).split('\n').filter((line) => line.trim() !== ''),
    isWord: (word) => english.has(word) || Object.hasOwn(words.known, word) || !/^[a-z]{3,}$/u.test(word),
    bearing: await wordBearingAt(trained('word-bearing.json')),
    topics,
    topicOf: new Map(topics.map((topic) => [topic.id, topic])),
    profiles: await topicProfilesAt(trained('topic-profiles.json')),
    ordinary: words.ordinary,
    gate: readGates(gates, own),
    isOrder: orderBy(
      await byteRowsAt(join(dir, 'orders.bin')),
      orderFeatures(await read('order-words.yaml'), (word) => english.has(word)),
    ),
    matter: readMatter(await read('matter.yaml')),
    namesPrivacy: readPrivacyWords(gates, own),
    slots: readSlots(await read('slots.yaml'), own),
    repair: spellingTowards(
      words.known,
      [...texts, ...thesaurus.words, ...own.names, ...own.people, ...own.tools],
      vocabulary,
      english,
    ),
    offTopic: readScopeModel(scope, vocabulary),
    sayable: sayableBy(await byteRowsAt(join(dir, 'sayable.bin'))),
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
