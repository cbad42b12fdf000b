import { z } from 'zod';
import { scopeFeatures, topicFeatures } from './topic-features.ts';
import { readTopicModel, type TopicModelFile, topicModelSchema } from './topic-model.ts';
import { OUTSIDE } from './topics.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Two looks at one question, by its turns of phrase and by its words of meaning: together they err less than either. */
export type ScopeModelFile = { readonly turns: TopicModelFile; readonly meaning: TopicModelFile };

const fileSchema = z.object({ turns: topicModelSchema, meaning: topicModelSchema });

const SMALL = 1e-6;

const logOdds = (chance: number): number => Math.log((chance + SMALL) / (1 - chance + SMALL));

/** Reads the trained models of scope; answers the log odds that a question is no matter of privacy. */
export const readScopeModel = (trained: unknown, vocabulary: Vocabulary): ((question: string) => number) => {
  const file = fileSchema.parse(trained);
  const turns = readTopicModel(file.turns, topicFeatures(vocabulary));
  const meaning = readTopicModel(file.meaning, scopeFeatures(vocabulary));
  return (question) =>
    (logOdds(turns(question).get(OUTSIDE) ?? 0) + logOdds(meaning(question).get(OUTSIDE) ?? 0)) / 2;
};
