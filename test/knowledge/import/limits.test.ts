import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { importDocument } from '../../../src/knowledge/import/import-document.ts';
import { openPolicies } from '../../../src/knowledge/policy/open-policies.ts';
import {
  docxBomb,
  hostileTexts,
  pdfBomb,
  pdfBombHidden,
  pdfBombTwice,
} from '../../support/hostile-documents.ts';

/** What the documents say that are odd and no more than that. */
const harmless: Readonly<Record<string, number>> = { 'blank.html': 1, 'line.txt': 1 };
const PATIENCE = 60_000;
const MOST_MEGABYTES = 300;

/** How much the process grows while `work` runs, in megabytes, and how long that takes, in seconds. */
const measured = async <Of>(
  work: () => Promise<Of>,
): Promise<{ readonly value: Of; readonly seconds: number; readonly grown: number }> => {
  const before = process.memoryUsage.rss();
  let most = before;
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const began = performance.now();
  const value = await work();
  clearInterval(looking);
  return { value, seconds: (performance.now() - began) / 1000, grown: (most - before) / 1e6 };
};

const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (problem: unknown) => problem,
  );

it.each(Object.entries(hostileTexts))(
  'reads or refuses %s with a fix',
  async (_, [name, bytes]) => {
    const { value, grown } = await measured(() => refusal(importDocument(name, bytes)));
    // What is harmless is read, unless the machine is too busy to do it in time.
    if (harmless[name] === undefined || value !== null)
      expect(value).toMatchObject({ name: 'PolicyProblem', fix: /\w+ \w+/u });
    expect(grown).toBeLessThan(MOST_MEGABYTES);
  },
  PATIENCE,
);

it.each([
  ['a Word file of 300 KB that unpacks to 300 MB', 'bomb.docx', () => docxBomb(300)],
  ['one that says it does not', 'liar.docx', () => docxBomb(300, 400_000)],
  ['a PDF of 390 KB that unpacks to 390 MB', 'bomb.pdf', () => pdfBomb(390)],
  ['a PDF of 4 KB that unpacks to gigabytes', 'twice.pdf', () => pdfBombTwice(1_500)],
  ['a PDF that hides what it unpacks to', 'hidden.pdf', () => pdfBombHidden(800)],
] as const)(
  'refuses %s',
  async (_, name, make) => {
    const bytes = make();
    const { value, grown } = await measured(() => refusal(importDocument(name, bytes)));
    expect(value).toMatchObject({ name: 'PolicyProblem', fix: /\w+ \w+/u });
    expect(grown).toBeLessThan(MOST_MEGABYTES);
  },
  PATIENCE,
);

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'policies-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const markdown = Object.entries(hostileTexts).filter(([, [name]]) => name.endsWith('.md'));

it.each(markdown)(
  'does not start with a policy of %s, and names its file',
  async (_, [name, bytes]) => {
    const head =
      name === 'head.md'
        ? ''
        : '---\nid: a\ntitle: A\nversion: 1\nupdated: May\ncontroller: C\ncontact: c\n---\n';
    await writeFile(join(dir, 'good.md'), '# Good\n\nWe keep it.\n');
    await writeFile(join(dir, name), Buffer.concat([Buffer.from(head), bytes]));
    const { value, grown } = await measured(() => refusal(openPolicies(dir)));
    expect(value).toMatchObject({ name: 'PolicyProblem', file: join(dir, name) });
    expect(grown).toBeLessThan(MOST_MEGABYTES);
  },
  PATIENCE,
);

it(
  'ends reading a policy that no limit foresaw, and names its file',
  async () => {
    const quotes = Array.from(
      { length: 3_000 },
      (_, at) => `${'>'.repeat(20)} ${'[a](b "'.repeat(9)}${at}`,
    ).join('\n\n');
    await writeFile(join(dir, 'odd.md'), `# Odd\n\n${quotes}`);
    const { seconds } = await measured(() => refusal(openPolicies(dir)));
    expect(seconds).toBeLessThan(20);
  },
  PATIENCE,
);
