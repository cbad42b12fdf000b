/** Collects who listens to what, each id once. */
import type { Feature } from './interaction.ts';

/** Who listens to what, from all features; two listeners of one id are a mistake of ours. */
export const listeners = <T>(
  features: readonly Feature[],
  pick: (action: Feature) => Readonly<Record<string, T>> | undefined,
): ReadonlyMap<string, T> => {
  const all = new Map<string, T>();
  for (const action of features) {
    for (const [key, handler] of Object.entries(pick(action) ?? {})) {
      if (all.has(key)) throw new Error(`two features listen to ${key}`);
      all.set(key, handler);
    }
  }
  return all;
};
