import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScopeModelFile } from '../src/knowledge/scope-model.ts';
import { scopeFeatures, topicFeatures } from '../src/knowledge/topic-features.ts';
import { trainTopicModel } from '../src/knowledge/topic-training.ts';
import { type Catalogue, DECLINED, OUTSIDE, type Phrasing } from '../src/knowledge/topics.ts';
import { readWords } from '../src/knowledge/understanding.ts';

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
 * Trains the models of topics and of scope on the phrasings and writes `topic-model.json` and `scope-model.json` beside them;
 * answers the number of features of the first.
 */
export const trainTopics = async (dir: string): Promise<number> => {
  const { vocabulary, catalogue } = await readWords(dir, []);
  const features = topicFeatures(vocabulary);
  const model = trainTopicModel(catalogue.phrasings, features);
  const scope: ScopeModelFile = {
    turns: trainTopicModel(scopeOf(catalogue), features),
    meaning: trainTopicModel(scopeOf(catalogue), scopeFeatures(vocabulary)),
  };
  await writeFile(join(dir, 'topic-model.json'), `${JSON.stringify(model)}\n`);
  await writeFile(join(dir, 'scope-model.json'), `${JSON.stringify(scope)}\n`);
  return model.features.length;
};
