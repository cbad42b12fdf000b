/** Which passages speak in the words by which people ask for the likely topics: staff and policies use different ones. */
import type { Unit } from '../policy/policy.ts';
import type { Likelihoods } from '../question/topic-model.ts';
import type { TopicProfiles } from '../question/topic-profiles.ts';
import type { Vocabulary } from '../question/vocabulary.ts';
import { indexTerms } from './postings.ts';

/** How many of its most telling words a passage may be expected to hold of a topic. */
const EXPECTED = 12;
const AROUND = 0.6;
const HEADER = 0.4;
/** A passage of so many different words is of middling length. */
const MIDDLING = 12;
/** So many of the likeliest topics count. */
const MOST = 8;

/** For every unit about 0 to 1. */
export type TopicSignal = (likely: Likelihoods) => Float32Array;

export const topicSignal = (
  units: readonly Unit[],
  profiles: TopicProfiles,
  vocabulary: Vocabulary,
): TopicSignal => {
  const documents = units.map(({ text, path, leadIn, header }) => {
    const terms = new Map<string, number>();
    const put = (from: string, weight: number): void => {
      for (const term of [...vocabulary.stems(from), ...vocabulary.classes(from)])
        terms.set(term, Math.max(terms.get(term) ?? 0, weight));
    };
    put(text, 1);
    put(path.slice(1).join('. '), AROUND);
    put(leadIn?.text ?? '', AROUND);
    put(header?.text ?? '', HEADER);
    return terms;
  });
  const { termOf, starts, docs, weights } = indexTerms(documents);
  const shares = Float32Array.from(documents, ({ size }) => 1 / (1 + size / MIDDLING) ** 0.25);
  const wholes = new Map(
    Object.entries(profiles).map(([topic, profile]) => [
      topic,
      profile.slice(0, EXPECTED).reduce((sum, [, weight]) => sum + weight, 0) || 1,
    ]),
  );
  return (likely) => {
    const wanted = new Map<number, number>();
    const readings = [...likely].toSorted(([, one], [, other]) => other - one).slice(0, MOST);
    for (const [topic, chance] of readings) {
      for (const [word, weight] of profiles[topic] ?? []) {
        const term = termOf.get(word);
        if (term !== undefined)
          wanted.set(term, (wanted.get(term) ?? 0) + (chance * weight) / (wholes.get(topic) ?? 1));
      }
    }
    const scores = new Float32Array(units.length);
    for (const [term, weight] of wanted)
      for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) {
        const unit = docs[at] ?? 0;
        scores[unit] = (scores[unit] ?? 0) + weight * (weights[at] ?? 0) * (shares[unit] ?? 0);
      }
    return scores;
  };
};
