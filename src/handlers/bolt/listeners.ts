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

type Route<T> = {
  /** Of every id that is listened to. */
  readonly pattern: RegExp;
  /** Whoever listens to an id that the pattern let through, with the id it is known by. */
  readonly find: (given: string) => readonly [string, T];
};

const routeOf = <T>(
  all: ReadonlyMap<string, T>,
  after: string,
  known: (given: string) => string,
): Route<T> => ({
  pattern: new RegExp(all.size === 0 ? '(?!)' : `^(?:${[...all.keys()].join('|')})${after}$`),
  find: (given) => {
    const id = known(given);
    const listener = all.get(id);
    if (listener === undefined) throw new Error('nobody listens to what the pattern let through');
    return [id, listener];
  },
});

/** Bolt runs each of its listeners for each payload, so one listens for all ids of a kind and looks up whose it is. */
export const exactly = <T>(all: ReadonlyMap<string, T>): Route<T> => routeOf(all, '', (given) => given);

/** The id itself, or the id with a colon and a number behind it. */
export const upToColon = <T>(all: ReadonlyMap<string, T>): Route<T> =>
  routeOf(all, '(?::.*)?', (given) => given.split(':')[0] ?? '');
