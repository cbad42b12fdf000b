import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readHolidayTable } from '../../src/base/calendars.ts';
import { LawDataError } from '../../src/base/regimes.ts';
import { projectRoot } from '../../src/base/root.ts';
import { allRights } from '../../src/requests/clock/rights.ts';
import { partialGroundsFor, refusalGroundsFor } from '../../src/requests/decisions/refusal-grounds.ts';

const made: string[] = [];
afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});

/** The shipped data with these files changed; what stands before the arrow becomes what stands after it. */
const problemsOf = (...edits: readonly (readonly [file: string, before: string, after: string])[]) => {
  const dir = mkdtempSync(join(tmpdir(), 'law-'));
  made.push(dir);
  for (const name of ['regimes', 'calendars'])
    cpSync(join(projectRoot, 'data', name), join(dir, name), { recursive: true });
  for (const [file, before, after] of edits) {
    const text = readFileSync(join(dir, file), 'utf8');
    expect(text, `${file} holds what is changed`).toContain(before);
    writeFileSync(join(dir, file), text.replace(before, after));
  }
  try {
    readHolidayTable(dir);
    return [];
  } catch (error) {
    if (!(error instanceof LawDataError)) throw error;
    return error.problems.map((problem) => problem.replace(`${dir}/`, 'data/'));
  }
};

describe('the law as data', () => {
  it('is read whole: three regimes, each with every right and a place', () => {
    const table = readHolidayTable();
    expect(Object.keys(table.regimes).sort()).toEqual(['ch', 'eu', 'uk']);
    for (const regime of Object.values(table.regimes)) {
      expect(Object.keys(regime.rights).sort()).toEqual([...allRights].sort());
      expect(Object.values(table.jurisdictions).some((place) => place.regime === regime.id)).toBe(true);
    }
  });

  it.each([
    [
      'a period without a length',
      ['regimes/uk/regime.yaml', 'period: { months: 1 }', 'period: {}'],
      'months or days',
    ],
    ['a right that is missing', ['regimes/eu/rights.yaml', '  erasure: {', '  erasing: {'], 'erasure'],
    [
      'a day that is none',
      ['regimes/uk/regime.yaml', 'received_from: 2026-02-05', 'received_from: 2026-02-30'],
      'is no day',
    ],
    [
      'a flag without a sentence',
      ['regimes/eu/regime.yaml', '  edpb_159_suspension: The', '  edpb_160: The'],
      'has no sentence',
    ],
    [
      'rows that stand newest first',
      ['regimes/uk/regime.yaml', 'received_from: always', 'received_from: 2027-01-01'],
      'holds from always',
    ],
    [
      'a sentence that leaves no room for the date',
      ['regimes/eu/regime.yaml', 'must be sent by {date}, one', 'must be sent, one'],
      '{date}',
    ],
    [
      'a stop without the state of a clock that stands',
      ['regimes/uk/regime.yaml', '        state: paused_clarification\n', ''],
      'stands still',
    ],
    [
      'an authority of a place that is none',
      ['regimes/eu/grounds.yaml', '  austria: { name', '  austriae: { name'],
      'is no place',
    ],
    [
      'a sentence of a letter with a brace that nobody fills in',
      ['regimes/uk/grounds.yaml', '{company}, at', '{firm}, at'],
      'knows only',
    ],
    [
      'a remedy that does not say how to reach the authority',
      ['regimes/eu/grounds.yaml', 'to {regulatorName}: {regulatorContact}', 'to {regulatorName}'],
      'whom to turn to',
    ],
    [
      'a right without an article for letters',
      ['regimes/ch/grounds.yaml', '    erasure: Article', '    erasing: Article'],
      'letters.articles',
    ],
    [
      'words of another law that are no pattern',
      ['regimes/ch/grounds.yaml', '\\b(?:164A', '\\b((?:164A'],
      'is no pattern',
    ],
    [
      'a ground that stands twice',
      ['regimes/uk/grounds.yaml', '{ id: excessive,', '{ id: manifestly_unfounded,'],
      'twice',
    ],
    ['a place without a calendar', ['regimes/ch/places.yaml', '  zurich:', '  zuerich:'], 'no calendar'],
    [
      'a comparison that does not say of which years',
      ['regimes/eu/places.yaml', '    years: 2024-2029\n', ''],
      'which years',
    ],
    ['a file that is no YAML', ['regimes/ch/rights.yaml', 'rights:', 'rights: ['], 'rights.yaml'],
  ] as const)('refuses %s, and names the file', (_what, [file, before, after], words) => {
    const problems = problemsOf([file, before, after]);
    expect(problems.join('\n')).toContain(words);
    expect(problems.join('\n')).toContain(`data/${file.split('/').slice(0, 2).join('/')}`);
  });

  it('names every problem of every regime at once', () => {
    const problems = problemsOf(
      ['regimes/uk/regime.yaml', 'period: { months: 1 }', 'period: {}'],
      ['regimes/eu/rights.yaml', '  erasure: {', '  erasing: {'],
      ['regimes/ch/places.yaml', '  zurich:', '  zuerich:'],
    );
    expect(['/uk/', '/eu/', '/ch/'].filter((id) => problems.some((one) => one.includes(id)))).toHaveLength(3);
  });
});

describe('grounds and exemptions belong to their regime', () => {
  const law = readHolidayTable();
  const shown = (regime: string): string =>
    allRights
      .flatMap((right) => [
        ...refusalGroundsFor({ regime, right }, { law }),
        ...partialGroundsFor({ regime, right }, { law }),
      ])
      .map(({ title, source }) => `${title} ${source}`)
      .concat(JSON.stringify(law.regimes[regime]))
      .join('\n');

  it('so that an EU case is offered nothing of the DPA 2018 (was: Schedule 2 and UK GDPR articles)', () => {
    expect(shown('eu')).not.toMatch(/DPA 2018|Sch(?:edule)? 2|UK GDPR|Information Commission/);
    expect(shown('eu')).toContain('Art 23');
    expect(shown('ch')).not.toMatch(/DPA 2018|Sch 2|GDPR/);
  });

  it('and the crime exemption of the UK reads as it does since 5 February 2026', () => {
    const crime = law.regimes['uk']?.grounds.exemptions.find(({ id }) => id === 'crime_and_tax');
    expect(crime?.test).toContain('prevention, investigation or detection');
  });

  it('and every regime has four grounds of restriction, each with what ends it, and a way to complain', () => {
    for (const { grounds } of Object.values(law.regimes)) {
      expect(grounds.restriction.map(({ id }) => id)).toHaveLength(4);
      expect(grounds.restriction.every(({ ends }) => ends.startsWith('when'))).toBe(true);
      expect(grounds.remedies.length).toBeGreaterThan(1);
    }
  });
});

describe('the program', () => {
  const files = (folder: string): readonly string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : [];
    });
  const src = join(projectRoot, 'src');
  // Synonyms and abbreviations.
  const apart = /knowledge\/(?:model\/equal-phrases|policy\/sentences)\.ts$/;

  it('names no regime: which there are stands in data alone', () => {
    const ids = Object.keys(readHolidayTable().regimes).join('|');
    const naming = files(src)
      .filter((path) => !apart.test(path))
      .filter((path) => new RegExp(`['"\`](?:${ids})['"\`]`).test(readFileSync(path, 'utf8')));
    expect(naming.map((path) => path.slice(src.length))).toEqual([]);
  });

  it('has an engine without an article: every provision in a clock comes from data', () => {
    const provision = /\b(?:Arts?\.? ?\d|s\.? ?\d{2,}|Sch\.? ?\d)|GDPR|DPA|EDPB|\bICO\b/;
    const citing = files(join(src, 'requests/clock')).filter((path) =>
      provision.test(readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    expect(citing.map((path) => path.slice(src.length))).toEqual([]);
  });
});
