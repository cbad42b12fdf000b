/** Work with the same name runs one after the other; work with other names beside it. */
type InTurn = {
  <T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is running or waiting. */
  readonly idle: () => Promise<void>;
};

export const inTurn = (): InTurn => {
  const tails = new Map<string, Promise<unknown>>();
  const run = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const turn = (tails.get(name) ?? Promise.resolve()).then(work);
    const tail = turn
      .catch(() => undefined)
      .finally(() => {
        if (tails.get(name) === tail) tails.delete(name);
      });
    tails.set(name, tail);
    return turn;
  };
  const idle = async (): Promise<void> => {
    while (tails.size > 0) await Promise.all(tails.values());
  };
  return Object.assign(run, { idle });
};
