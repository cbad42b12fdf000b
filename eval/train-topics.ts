import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askedWords } from '../src/knowledge/question/asked-words.ts';
import { readEnglishWords } from '../src/knowledge/question/english.ts';
import { indexPhrasings } from '../src/knowledge/question/phrasing-index.ts';
import { scopeFeatures, topicFeatures } from '../src/knowledge/question/topic-features.ts';
import type { TrainedTopicModel } from '../src/knowledge/question/topic-model.ts';
import { profileTopics } from '../src/knowledge/question/topic-profiles.ts';
import { trainTopicModel } from '../src/knowledge/question/topic-training.ts';
import { DECLINED, OUTSIDE, type Phrasing } from '../src/knowledge/question/topics.ts';
import { phrasingTerms, spellingTowards } from '../src/knowledge/question/understanding.ts';
import { readVocabulary } from '../src/knowledge/question/vocabulary.ts';
import { bearingOfWords } from '../src/knowledge/question/word-bearing.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';

/** A topic of few phrasings is no less a matter of privacy: it is shown as often as the others. */
const AS_OFTEN = 40;

/** The catalogue as two classes: what is a matter of privacy, and what is not. */
const scopeOf = ({ topics, phrasings, offTopic }: Catalogue): readonly Phrasing[] => {
  const inside = topics
    .filter(({ id }) => id !== DECLINED && id !== OUTSIDE)
    .flatMap(({ id }) => {
      const own = phrasings.filter(({ topic }) => topic === id);
      const times = Math.max(1, Math.round(AS_OFTEN / Math.max(1, own.length)));
      return Array.from({ length: times }, () => own).flat();
    })
    .map(({ phrasing }) => ({ topic: 'inside', phrasing }));
  const outside = [
    ...phrasings.filter(({ topic }) => topic === OUTSIDE).map(({ phrasing }) => phrasing),
    ...offTopic,
  ];
  return [...inside, ...outside.map((phrasing) => ({ topic: OUTSIDE, phrasing }))];
};

/**
 * Learns from the phrasings and writes into `trained` beside them what the program reads at its start: the models of topics
 * and of scope, the index of phrasings, what topics are asked by, and the words of questions. The same catalogue gives the
 * same bytes. Answers the number of features of the topic model.
 */
export const trainTopics = async (dir: string): Promise<number> => {
  const vocabulary = readVocabulary(await readFile(join(dir, 'words.yaml'), 'utf8'));
  const written = await readCatalogue(dir);
  const english = await readEnglishWords();
  const inside = written.phrasings.filter(({ topic }) => topic !== DECLINED && topic !== OUTSIDE);
  const all = [...written.phrasings.map(({ phrasing }) => phrasing), ...written.offTopic];
  const { known } = askedWords(all, english);
  const { ordinary } = askedWords(
    inside.map(({ phrasing }) => phrasing),
    english,
  );
  const repair = spellingTowards(known, [], vocabulary, english);
  const phrasings = written.phrasings.map(({ topic, phrasing }) => ({ topic, phrasing: repair(phrasing) }));
  const catalogue: Catalogue = { ...written, phrasings, offTopic: written.offTopic.map(repair) };
  const features = topicFeatures(vocabulary);
  const scope = scopeOf(catalogue);
  const models: readonly (readonly [string, TrainedTopicModel])[] = [
    ['topics', trainTopicModel(phrasings, features)],
    ['scope-turns', trainTopicModel(scope, features)],
    ['scope-meaning', trainTopicModel(scope, scopeFeatures(vocabulary))],
  ];
  const lists = {
    'phrasing-index': indexPhrasings(phrasings, phrasingTerms(vocabulary)),
    'topic-profiles': profileTopics(catalogue.topics, phrasings, vocabulary),
    'asked-words': { known, ordinary },
    'word-bearing': bearingOfWords(inside),
  };
  const trained = join(dir, 'trained');
  await rm(trained, { recursive: true, force: true });
  await mkdir(trained);
  const writeJson = (name: string, content: unknown): Promise<void> =>
    writeFile(join(trained, `${name}.json`), `${JSON.stringify(content)}\n`);
  for (const [name, content] of Object.entries(lists)) await writeJson(name, content);
  for (const [name, { topics, features: names, scale, weights }] of models) {
    await writeJson(name, { topics, features: names, scale });
    await writeFile(join(trained, `${name}.bin`), weights);
  }
  return models[0]?.[1].features.length ?? 0;
};
