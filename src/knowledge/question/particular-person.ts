/** How likely a question tells of one particular person whom it does not name: a linear model over how it is built, to which the rules are signs among others. */
import { personFeatures, type WordKinds } from './person-features.ts';
import { readTopicModel, type TopicModel } from './topic-model.ts';

/** The classes that it was trained on (`npm run eval -- --train-persons`). */
export const PERSON_CLASSES = ['described', 'named', 'generic'] as const;
export type PersonClass = (typeof PERSON_CLASSES)[number];

/** 0 to 1. */
export type PersonChance = (question: string) => number;

export const personChance = (trained: TopicModel, kinds: WordKinds): PersonChance => {
  const likely = readTopicModel(trained, personFeatures(kinds));
  const described: PersonClass = 'described';
  return (question) => likely(question).get(described) ?? 0;
};
