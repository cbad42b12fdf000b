/** The value below which a share of the sorted figures lies; NaN for none. */
export const percentile = (figures: readonly number[], share: number): number => {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
};

export const median = (figures: readonly number[]): number => percentile(figures, 0.5);

/** A figure for people: two digits that matter. */
export const shown = (figure: number, unit: string): string =>
  `${figure >= 100 ? Math.round(figure) : Number(figure.toPrecision(2))} ${unit}`;

/** One line of the report; `goal` is met, missed, or absent. */
export type Line = {
  readonly what: string;
  readonly figure: string;
  readonly goal: string | null;
  readonly met: boolean | null;
};

export const line = (what: string, figure: number, unit: string, goal: number | null): Line => ({
  what,
  figure: shown(figure, unit),
  goal: goal === null ? null : `<= ${goal} ${unit}`.trim(),
  met: goal === null ? null : figure <= goal,
});
