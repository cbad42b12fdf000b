import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { topicFeatures } from '../src/knowledge/topic-features.ts';
import { trainTopicModel } from '../src/knowledge/topic-training.ts';
import { readWords } from '../src/knowledge/understanding.ts';

/** Trains the topic model on the phrasings and writes `topic-model.json` beside them; answers its number of features. */
export const trainTopics = async (dir: string): Promise<number> => {
  const { vocabulary, catalogue } = await readWords(dir);
  const model = trainTopicModel(catalogue.phrasings, topicFeatures(vocabulary));
  await writeFile(join(dir, 'topic-model.json'), `${JSON.stringify(model)}\n`);
  return model.features.length;
};
