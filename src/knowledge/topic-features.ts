import type { Vocabulary } from './vocabulary.ts';
import { stemOf, wordsOf } from './words.ts';

/** What the topic model sees of a question: stems, classes of words, pairs of neighbours. */
export const topicFeatures =
  (vocabulary: Vocabulary) =>
  (text: string): readonly string[] => {
    const all = wordsOf(text).map(stemOf);
    const classes = vocabulary.classes(text);
    const features = new Set<string>(vocabulary.stems(text));
    for (const name of classes) features.add(name);
    for (const [at, word] of all.entries()) {
      features.add(`${all[at - 1] ?? '^'}_${word}`);
      if (at < 1) features.add(`^${word}`);
    }
    for (const [at, name] of classes.entries()) if (at > 0) features.add(`${classes[at - 1]}${name}`);
    return [...features];
  };

export type Features = ReturnType<typeof topicFeatures>;
