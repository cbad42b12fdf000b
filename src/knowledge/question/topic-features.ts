/** What the trained models see of a question. */
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

/** What the model of scope sees: only words that carry meaning, and pairs of them; "is there a" says nothing of the matter. */
export const scopeFeatures =
  (vocabulary: Vocabulary): Features =>
  (text) => {
    const stems = vocabulary.stems(text);
    const pairs = stems.slice(1).map((stem, at) => `${stems[at]}_${stem}`);
    return [...new Set([...stems, ...pairs, ...vocabulary.classes(text), ...vocabulary.conceptsAsked(text)])];
  };
