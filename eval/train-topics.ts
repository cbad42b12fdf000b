import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askedWords } from '../src/knowledge/asked-words.ts';
import { readEnglishWords } from '../src/knowledge/english.ts';
import { indexPhrasings } from '../src/knowledge/phrasing-index.ts';
import type { ScopeModelFile } from '../src/knowledge/scope-model.ts';
import { scopeFeatures, topicFeatures } from '../src/knowledge/topic-features.ts';
import { profileTopics } from '../src/knowledge/topic-profiles.ts';
import { trainTopicModel } from '../src/knowledge/topic-training.ts';
import { DECLINED, OUTSIDE, type Phrasing } from '../src/knowledge/topics.ts';
import { phrasingTerms, spellingTowards } from '../src/knowledge/understanding.ts';
import { readVocabulary } from '../src/knowledge/vocabulary.ts';
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
  const model = trainTopicModel(phrasings, features);
  const scope: ScopeModelFile = {
    turns: trainTopicModel(scopeOf(catalogue), features),
    meaning: trainTopicModel(scopeOf(catalogue), scopeFeatures(vocabulary)),
  };
  const files = {
    'topic-model.json': model,
    'scope-model.json': scope,
    'phrasing-index.json': indexPhrasings(phrasings, phrasingTerms(vocabulary)),
    'topic-profiles.json': profileTopics(catalogue.topics, phrasings, vocabulary),
    'asked-words.json': { known, ordinary },
  };
  await mkdir(join(dir, 'trained'), { recursive: true });
  for (const [name, content] of Object.entries(files))
    await writeFile(join(dir, 'trained', name), `${JSON.stringify(content)}\n`);
  return model.features.length;
};
