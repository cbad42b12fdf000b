import { expect, it } from 'vitest';
import { indexTexts } from '../../../src/knowledge/rank/text-index.ts';

/** Letters as features, so that a text is what it looks like. */
const letters = { size: 26, of: (text: string) => [[...text].map((letter) => letter.charCodeAt(0) - 97)] };

const angle = (texts: readonly string[], question: string): readonly number[] => {
  const idf = (letter: string): number =>
    Math.log((texts.length + 1) / (texts.filter((text) => text.includes(letter)).length + 1)) + 1;
  const weights = (text: string): ReadonlyMap<string, number> =>
    new Map(
      [...new Set(text)].map((letter) => [
        letter,
        (1 + Math.log([...text].filter((one) => one === letter).length)) * idf(letter),
      ]),
    );
  const length = (own: ReadonlyMap<string, number>): number =>
    Math.sqrt([...own.values()].reduce((sum, one) => sum + one ** 2, 0));
  const asked = weights(question);
  return texts.map((text) => {
    const own = weights(text);
    const both = [...asked].reduce((sum, [letter, weight]) => sum + weight * (own.get(letter) ?? 0), 0);
    return both / (length(asked) * length(own));
  });
};

it('finds the angle between a question and each text, whatever occurs several times', () => {
  const texts = ['abc', 'aab', 'xyz', 'bbbbca'];
  const found = indexTexts(texts, letters)('aabx');
  for (const [at, expected] of angle(texts, 'aabx').entries()) expect(found[at]).toBeCloseTo(expected, 5);
});

it('tells more texts apart than two bytes can count', () => {
  const texts = Array.from({ length: 70_000 }, (_, at) => (at === 69_999 ? 'q' : 'a'));
  const found = indexTexts(texts, letters)('q');
  expect(found.indexOf(Math.max(...found.subarray(69_990)))).toBe(69_999);
  expect(found[4_463]).toBe(0);
});
