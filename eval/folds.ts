/** Models that have not seen a company: companies are left out a fifth at a time. */

const FOLDS = 5;

/** For each company what was learned from others only; throws a RangeError for one that no lesson is of. */
export const modelsLeftOut = <Lesson extends { readonly company: string }, Model>(
  lessons: readonly Lesson[],
  learn: (lessons: readonly Lesson[]) => Model,
): ((company: string) => Model) => {
  const foldOf = new Map(lessons.map(({ company }, at) => [company, at % FOLDS]));
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    learn(lessons.filter(({ company }) => foldOf.get(company) !== fold)),
  );
  return (company) => {
    const model = models[foldOf.get(company) ?? -1];
    if (model === undefined) throw new RangeError(`there is no lesson of "${company}"`);
    return model;
  };
};

/** Numbers between 0 and 1, the same on every run. */
export const numbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

export const shuffled = (size: number, next: () => number): readonly number[] => {
  const order = Array.from({ length: size }, (_, at) => at);
  for (let at = size - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
};
