/** Trains the topic model. */
import type { Features } from './topic-features.ts';
import { softmax, type TrainedTopicModel } from './topic-model.ts';
import type { Phrasing } from './topics.ts';

const EPOCHS = 14;
const STEP = 1.2;
const DECAY = 2e-5;
const MIN_COUNT = 4;

/** The same order on every run: a small generator with a fixed beginning. */
const shuffled = (size: number, seed: number): readonly number[] => {
  const order = Array.from({ length: size }, (_, at) => at);
  let state = seed;
  for (let at = size - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
};

/** Trains the topic model on a catalogue; the same catalogue gives the same bytes. */
export const trainTopicModel = (phrasings: readonly Phrasing[], features: Features): TrainedTopicModel => {
  const counts = new Map<string, number>();
  const seen = phrasings.map(({ phrasing }) => features(phrasing));
  for (const found of seen) for (const feature of found) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const names = [...counts.keys()].filter((name) => (counts.get(name) ?? 0) >= MIN_COUNT).sort();
  const rowOf = new Map(names.map((name, at) => [name, at]));
  const topics = [...new Set(phrasings.map(({ topic }) => topic))].sort();
  const topicOf = new Map(topics.map((topic, at) => [topic, at]));
  const size = topics.length;
  const weights = new Float64Array(names.length * size);
  const rows = seen.map((found) => found.flatMap((feature) => rowOf.get(feature) ?? []));
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const step = STEP / (1 + epoch * 0.25);
    for (const at of shuffled(phrasings.length, epoch + 1)) {
      const own = rows[at] ?? [];
      const each = 1 / Math.sqrt(Math.max(1, own.length));
      const scores = new Float64Array(size);
      for (const row of own)
        for (let t = 0; t < size; t += 1)
          scores[t] = (scores[t] ?? 0) + each * (weights[row * size + t] ?? 0);
      const chances = softmax(scores);
      const right = topicOf.get(phrasings[at]?.topic ?? '') ?? 0;
      chances[right] = (chances[right] ?? 0) - 1;
      for (const row of own) {
        for (let t = 0; t < size; t += 1) {
          const here = row * size + t;
          weights[here] = (weights[here] ?? 0) * (1 - step * DECAY) - step * each * (chances[t] ?? 0);
        }
      }
    }
  }
  const largest = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0);
  const scale = largest / 127;
  return {
    topics,
    features: names,
    scale,
    weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)),
    rowOf: (name) => rowOf.get(name) ?? -1,
  };
};
