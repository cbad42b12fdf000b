import { expect, it } from 'vitest';
import { packedNumbers, packNumbers } from '../../../src/knowledge/question/packed.ts';
import {
  indexPhrasings,
  phrasingIndexSchema,
  readPhrasingIndex,
} from '../../../src/knowledge/question/phrasing-index.ts';

const terms = (text: string): readonly string[] => text.split(' ');
const phrasings = [
  { topic: 'access', phrasing: 'who sees data' },
  { topic: 'retention', phrasing: 'how long kept data' },
  { topic: 'retention', phrasing: 'data kept until when' },
];

it('gives numbers back as they were packed', () => {
  const numbers = [0, 1, 255, 256, 70_000, 4_294_967_295];
  expect([...packedNumbers.parse(packNumbers(numbers))]).toEqual(numbers);
});

it('finds the topic of a phrasing after having been a file', () => {
  const file: unknown = JSON.parse(JSON.stringify(indexPhrasings(phrasings, terms)));
  const near = readPhrasingIndex(phrasingIndexSchema.parse(file), terms);
  for (const { topic, phrasing } of phrasings)
    for (const chances of Object.values(near(phrasing)))
      expect([...chances].toSorted(([, a], [, b]) => b - a)[0]?.[0]).toBe(topic);
});

it('leans to no topic by words that no phrasing has', () => {
  const near = readPhrasingIndex(phrasingIndexSchema.parse(indexPhrasings(phrasings, terms)), terms);
  for (const chances of Object.values(near('quite another thing')))
    expect(new Set(chances.values()).size).toBe(1);
});
