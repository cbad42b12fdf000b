import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';
import { shippedCompany } from '../support/company.ts';

/** How people asked about the sample, word for word, and what was trained on it: read by the program, shown to nobody. */
const catalogue = /^data\/knowledge\/(?:phrasings\.jsonl|off-topic\.txt|trained\/)/u;
/** Named in the policies of many companies. */
const common = ['google analytics'];

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)));

const searched = [
  ...filesIn('src'),
  ...filesIn('data/knowledge'),
  ...filesIn('data/letters'),
  'data/company.neutral.yaml',
  'manifest.yml',
  '.env.example',
].filter((path) => !catalogue.test(path));

const { names, tools, sameWords, contact } = shippedCompany;
const own = [...names, ...tools, ...Object.values(sameWords).flat(), contact ?? '', 'client workspace owner']
  .map((word) => word.toLowerCase())
  .filter((word) => !common.includes(word));

it('has looked at code and data', () => {
  expect(searched.length).toBeGreaterThan(400);
  expect(own.length).toBeGreaterThan(4);
});

it.each(own)('nothing of the shipped company stands in code or shared data: %s', (word) => {
  const found = searched.filter((path) =>
    readFileSync(join(projectRoot, path), 'utf8').toLowerCase().includes(word),
  );
  expect(found).toEqual([]);
});
