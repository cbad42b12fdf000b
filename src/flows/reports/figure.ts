/** A figure and what it counts: never a number alone, and none where nothing is counted. */
import type { CalendarDate } from '../../requests/clock/calendar-date.ts';

export type FigureValue =
  /** Per cent of a whole. */
  | {
      readonly kind: 'share';
      readonly count: number;
      readonly of: number;
      readonly percent: number | null;
    }
  /** So many for each hundred of something else. */
  | {
      readonly kind: 'rate';
      readonly count: number;
      readonly of: number;
      readonly per_hundred: number | null;
    }
  /** Days: the middle one, and the one that nine in ten stay within. */
  | {
      readonly kind: 'days';
      readonly of: number;
      readonly median: number | null;
      readonly ninetieth: number | null;
    }
  /** How often each; one thing counted may have several. */
  | {
      readonly kind: 'causes';
      readonly of: number;
      readonly counts: readonly (readonly [string, number])[];
    };

export type Figure = {
  readonly id: string;
  readonly title: string;
  /** What stands below the line, in the plural: "answered requests that had a legal date". */
  readonly counted: string;
  readonly value: FigureValue;
};

const tenths = (count: number, of: number): number | null =>
  of === 0 ? null : Math.round((count / of) * 1_000) / 10;

export const share = <T>(all: readonly T[], which: (each: T) => boolean): FigureValue => {
  const count = all.filter(which).length;
  return { kind: 'share', count, of: all.length, percent: tenths(count, all.length) };
};

export const rate = (count: number, of: number): FigureValue => ({
  kind: 'rate',
  count,
  of,
  per_hundred: tenths(count, of),
});

/** Nearest rank: a number of days that really occurred. */
export const days = (all: readonly number[]): FigureValue => {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (part: number): number | null =>
    sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? null;
  return { kind: 'days', of: sorted.length, median: at(0.5), ninetieth: at(0.9) };
};

export const tally = <K extends string>(keys: readonly K[]): Partial<Record<K, number>> => {
  const counts: Partial<Record<K, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

/** The same as a list, the most frequent first. */
export const ranked = <K extends string>(keys: readonly K[]): readonly (readonly [K, number])[] => {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([a, few], [b, many]) => many - few || a.localeCompare(b));
};

export const causes = <T>(all: readonly T[], causesOf: (each: T) => readonly string[]): FigureValue => ({
  kind: 'causes',
  of: all.length,
  counts: ranked(all.flatMap((each) => causesOf(each))),
});

/** The figure in words, and what it was made of. */
export const figureParts = ({
  value,
  counted,
}: Figure): { readonly figure: string; readonly made: string } => {
  if (value.of === 0) return { figure: '–', made: `no ${counted} so far` };
  switch (value.kind) {
    case 'share':
      return { figure: `${value.percent} %`, made: `${value.count} of ${value.of} ${counted}` };
    case 'rate':
      return { figure: String(value.per_hundred), made: `${value.count} beside ${value.of} ${counted}` };
    case 'days':
      return {
        figure: `median ${value.median}, nine in ten within ${value.ninetieth}`,
        made: `${value.of} ${counted}`,
      };
    case 'causes':
      return {
        figure: value.counts.map(([cause, count]) => `${cause} ${count}`).join('; '),
        made: `${value.of} ${counted}`,
      };
  }
};

export type FigureGroup = { readonly title: string; readonly figures: readonly Figure[] };

/** On that day at the latest; false where either is not known. */
export const isBy = (day: CalendarDate | null, last: CalendarDate | null): boolean =>
  day !== null && last !== null && day <= last;
