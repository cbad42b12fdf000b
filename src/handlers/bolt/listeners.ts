/** Collects who listens to what, each id once. */
import type { Feature } from './interaction.ts';

/** Who listens to what, from all gestures; two listeners of one id are a mistake of ours. */
export const listeners = <T>(
  gestures: readonly Feature[],
  pick: (gesture: Feature) => Readonly<Record<string, T>> | undefined,
): ReadonlyMap<string, T> => {
  const all = new Map<string, T>();
  for (const gesture of gestures) {
    for (const [key, handler] of Object.entries(pick(gesture) ?? {})) {
      if (all.has(key)) throw new Error(`two gestures listen to ${key}`);
      all.set(key, handler);
    }
  }
  return all;
};
