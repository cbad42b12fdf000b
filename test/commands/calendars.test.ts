import { describe, expect, it } from 'vitest';
import { calendars } from '../../src/commands/calendars.ts';
import type { Io } from '../../src/commands/io.ts';
import { parseCalendarDate } from '../../src/requests/clock/calendar-date.ts';
import { lawReview } from '../../src/requests/clock/law-review.ts';
import { table } from '../requests/clock/oracle.ts';

const run = async (args: readonly string[], at: string) => {
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = {
    lines: async function* () {},
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    terminal: false,
    env: {},
    clock: () => new Date(at),
  };
  return { code: await calendars(args, io), out, err };
};

const about = (day: string): readonly string[] => {
  const today = parseCalendarDate(day);
  if (today === undefined) throw new Error(day);
  return lawReview(table, today).map((item) => item.about);
};

describe('privacy calendars', () => {
  it('lists every place with the day it was compared, or never', async () => {
    const { code, out } = await run(['--json'], '2026-11-30T10:00:00Z');
    const { places, review } = JSON.parse(out.join('')) as {
      places: { place: string; compared: string }[];
      review: { about: string; problem: string }[];
    };
    expect(code).toBe(0);
    expect(places).toHaveLength(Object.keys(table.jurisdictions).length);
    expect(places.find(({ place }) => place === 'cyprus')?.compared).toBe('never');
    expect(review.find(({ about: what }) => what === 'cyprus')?.problem).toContain('never compared');
  });

  it('says which law nobody has read in its own text, and which authorities nobody has looked at', () => {
    const today = parseCalendarDate('2026-11-30');
    const items = today === undefined ? [] : lawReview(table, today);
    const of = (about: string) => items.filter((item) => item.about === about).map(({ regime }) => regime);
    expect(of('sources of the law')).toEqual(['ch', 'eu']);
    expect(of('authority')).toEqual(['ch', 'eu', 'uk']);
  });

  it('asks for what was compared last year when a new year has begun', () => {
    expect(about('2026-12-31')).not.toContain('scotland');
    expect(about('2027-01-01')).toContain('scotland');
  });

  it('asks for a new list in the last year that was published, and for the law after a year', () => {
    expect(lawReviewOf('2028-01-02', 'england-and-wales')).toContain('projected');
    expect([about('2027-11-20').includes('law'), about('2027-12-01').includes('law')]).toEqual([false, true]);
  });

  it('refuses what it does not know', async () => {
    expect((await run(['--all'], '2026-11-30T10:00:00Z')).code).toBe(2);
  });
});

const lawReviewOf = (day: string, place: string): string => {
  const today = parseCalendarDate(day);
  return today === undefined
    ? ''
    : lawReview(table, today)
        .filter((item) => item.about === place)
        .map(({ problem }) => problem)
        .join('; ');
};
