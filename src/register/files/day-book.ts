/** Lines of JSON, a text a day; days that are too long ago are deleted. */
import type { z } from 'zod';
import type { TextFolder } from '../text-folder.ts';

export interface DayBook<T> {
  readonly write: (line: T) => Promise<void>;
  /** Oldest first; what cannot be read is passed over. */
  readonly read: () => Promise<readonly T[]>;
}

const dayMs = 24 * 60 * 60 * 1_000;
const named = /^(\d{4}-\d{2}-\d{2})\.jsonl$/u;

/** Keeps `days` days. The day of a line is that of the clock, in UTC. */
export const openDayBook = <T>(
  folder: TextFolder,
  schema: z.ZodType<T>,
  days: number,
  clock: () => Date,
): DayBook<T> => {
  const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
  const forget = async (): Promise<void> => {
    const first = `${dayOf(clock().getTime() - days * dayMs)}.jsonl`;
    for (const name of await folder.names('')) if (named.test(name) && name < first) await folder.drop(name);
  };
  const lineOf = (text: string): readonly T[] => {
    try {
      const line = schema.safeParse(JSON.parse(text));
      return line.success ? [line.data] : [];
    } catch {
      return [];
    }
  };
  return {
    write: async (line) => {
      await forget();
      await folder.append(`${dayOf(clock().getTime())}.jsonl`, `${JSON.stringify(line)}\n`);
    },
    read: async () => {
      await forget();
      return [...(await folder.all())]
        .filter(([name]) => named.test(name))
        .flatMap(([, text]) =>
          text
            .split('\n')
            .filter((line) => line !== '')
            .flatMap(lineOf),
        );
    },
  };
};
