import { expect, it } from 'vitest';
import { readEnglishWords } from '../../../src/knowledge/question/english.ts';
import { buildSpelling } from '../../../src/knowledge/question/spelling.ts';

const known = new Map([
  ['commissioner', 3],
  ['clarity', 1],
  ['information', 90],
  ['can', 50],
]);

it('leaves English words alone, however near they come to a word it knows', async () => {
  const repair = buildSpelling(known, await readEnglishWords());
  expect(repair('a charity commission for my car')).toBe('a charity commission for my car');
});

it('repairs what is no word towards one that it knows', async () => {
  const repair = buildSpelling(known, await readEnglishWords());
  expect(repair('infromation')).toBe('information');
});
