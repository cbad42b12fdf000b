/** Two trained models of what is out of scope. */
import { scopeFeatures, topicFeatures } from './topic-features.ts';
import { readTopicModel, type TopicModel } from './topic-model.ts';
import { OUTSIDE } from './topics.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Two looks at one question, by its turns of phrase and by its words of meaning: together they err less than either. */
export type ScopeModel = { readonly turns: TopicModel; readonly meaning: TopicModel };

const SMALL = 1e-6;

const logOdds = (chance: number): number => Math.log((chance + SMALL) / (1 - chance + SMALL));

/** The trained models of scope at work; answers the log odds that a question is no matter of privacy. */
export const readScopeModel = (
  trained: ScopeModel,
  vocabulary: Vocabulary,
): ((question: string) => number) => {
  const turns = readTopicModel(trained.turns, topicFeatures(vocabulary));
  const meaning = readTopicModel(trained.meaning, scopeFeatures(vocabulary));
  return (question) =>
    (logOdds(turns(question).get(OUTSIDE) ?? 0) + logOdds(meaning(question).get(OUTSIDE) ?? 0)) / 2;
};
