import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { modelsLeftOut } from '../../../eval/folds.ts';
import { learnSayable } from '../../../eval/train-sayable.ts';
import { SHIPPED } from '../../../src/knowledge/question/shipped-lists.ts';
import { byteRowsAt } from '../../../src/knowledge/rank/byte-rows.ts';
import { sayableBy, sayableRows } from '../../../src/knowledge/rank/sayable.ts';

const line = (text: string, said: 0 | 1) => ({ rows: sayableRows(text), said, worth: 1 });

it.each([
  ['how long do we keep old invoices?', 'what is the phone number of the auditor?'],
  ['can I send a photo of a customer by email?', 'how many people have asked so far?'],
])('takes "%s" to be stated sooner than "%s"', async (said, unsaid) => {
  const sayable = sayableBy(await byteRowsAt(join(SHIPPED, 'sayable.bin')));
  expect(sayable(said)).toBeGreaterThan(sayable(unsaid));
});

it('learns from the words of what passages answer and of near misses, the same bytes each time', () => {
  const lines = ['kettle', 'lorry', 'parcel'].flatMap((thing) => [
    line(`how long is a ${thing} kept`, 1),
    line(`who painted the ${thing}`, 0),
  ]);
  const lessons = [{ company: 'a', lines: Array.from({ length: 20 }, () => lines).flat() }];
  const sayable = sayableBy(learnSayable(lessons));
  expect(sayable('how long is a bicycle kept')).toBeGreaterThan(1);
  expect(sayable('who painted the bicycle')).toBeLessThan(-1);
  expect(learnSayable(lessons)).toEqual(learnSayable(lessons));
});

it('refuses a file that is cut off', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'sayable-')), 'sayable.bin');
  await writeFile(path, new Uint8Array(7));
  await expect(byteRowsAt(path)).rejects.toThrow(RangeError);
});

it('gives each company a model that has not seen its lessons', () => {
  const lessons = Array.from({ length: 12 }, (_, at) => ({ company: `company ${at}` }));
  const of = modelsLeftOut(lessons, (seen) => seen.map(({ company }) => company));
  for (const { company } of lessons) expect(of(company)).not.toContain(company);
  expect(of('company 3')).toContain('company 4');
});
