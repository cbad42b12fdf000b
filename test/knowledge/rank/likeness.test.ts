import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Lesson } from '../../../eval/likeness-lessons.ts';
import { learnLikeness } from '../../../eval/train-likeness.ts';
import { projectRoot } from '../../../src/base/root.ts';
import {
  embed,
  LIKENESS_DIMS,
  likenessBytes,
  likenessOfBytes,
} from '../../../src/knowledge/rank/likeness.ts';
import { likenessFeatures, likenessTerms } from '../../../src/knowledge/rank/likeness-terms.ts';
import { readThesaurus } from '../../../src/knowledge/rank/thesaurus.ts';

const thesaurus = readThesaurus(await readFile(join(projectRoot, 'data/knowledge/thesaurus.yaml'), 'utf8'));
const { question, passage } = likenessFeatures(thesaurus);

/** Staff of this company say "dosh" of wages and "spycam" of cameras. */
const lesson: Lesson = {
  company: 'one',
  passages: ['Wages are told to the tax office.', 'Cameras watch the gates.', 'Parcels are weighed.'].map(
    (text) => passage([[text, 1]]),
  ),
  questions: [
    { features: question('who hears of my dosh'), gold: [0], worth: 1 },
    { features: question('is dosh told to anybody'), gold: [0], worth: 1 },
    { features: question('where is a spycam'), gold: [1], worth: 1 },
    { features: question('is the spycam looking at me'), gold: [1], worth: 1 },
    { features: question('what is done with a box'), gold: [2], worth: 1 },
  ],
};

const model = learnLikeness([lesson]);

const cosine = (asked: string, text: string): number => {
  const { rarity, table } = model;
  const vectors = new Float32Array(2 * LIKENESS_DIMS);
  const rare = (row: number): number => rarity[row] ?? 0;
  embed(table, likenessTerms(question(asked), rare), vectors, 0);
  embed(table, likenessTerms(passage([[text, 1]]), rare), vectors, LIKENESS_DIMS);
  return vectors
    .subarray(0, LIKENESS_DIMS)
    .reduce((sum, part, at) => sum + part * (vectors[at + LIKENESS_DIMS] ?? 0), 0);
};

it('learns from one company in which words people ask for a thing, and knows it in the words of another', () => {
  const wages = 'We keep wages for six years.';
  const cameras = 'We keep cameras at the door.';
  expect(cosine('how long is dosh kept', wages)).toBeGreaterThan(cosine('how long is dosh kept', cameras));
  expect(cosine('have we a spycam', cameras)).toBeGreaterThan(cosine('have we a spycam', wages));
});

it('learns the same bytes from the same lessons, and reads them as they were written', () => {
  const bytes = Buffer.from(likenessBytes(model));
  expect(bytes.equals(likenessBytes(learnLikeness([lesson])))).toBe(true);
  expect(bytes.equals(likenessBytes(likenessOfBytes(bytes)))).toBe(true);
});

it('does not take a file of another size for a model', () => {
  expect(() => likenessOfBytes(new Uint8Array(12))).toThrow(RangeError);
});

it('finds a text as like itself as can be, and one of no words like nothing', () => {
  expect(cosine('Cameras watch the gates.', 'Cameras watch the gates.')).toBeCloseTo(1, 4);
  expect(cosine('…', 'Cameras watch the gates.')).toBe(0);
});
