import { join } from 'node:path';
import { expect, it } from 'vitest';
import { phrasingCurve, spread } from '../../eval/phrasing-curve.ts';
import { projectRoot } from '../../src/base/root.ts';

const company = join(projectRoot, 'eval/policies/tansyfold');

it('answers better with more phrasings per unit, and cuts them as it was told', async () => {
  const { points, leftOut } = await phrasingCurve(company, join(company, 'phrasings'), [0, 5], () => 0);
  const [none, some] = points;
  expect(leftOut).toBe(0);
  expect(none?.average).toBe(0);
  expect(some?.average).toBe(5);
  expect(some?.row.right ?? 0).toBeGreaterThan(none?.row.right ?? 1);
  expect(some?.row.bad_quotes).toBe(0);
});

it('takes of a list what is spread over all of it', () => {
  expect(spread(['a', 'b', 'c', 'd', 'e', 'f'], 3)).toEqual(['a', 'c', 'e']);
  expect(spread(['a', 'b'], 5)).toEqual(['a', 'b']);
});
