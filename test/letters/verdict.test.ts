import { expect, it } from 'vitest';
import { verdictOf } from '../../src/letters/verdict.ts';

const of = (...findings: readonly string[]) =>
  verdictOf({ issues: findings.map((finding) => ({ issue: 'one', finding, reasons: 'two' })) });

it.each([
  [['Upheld.'], 'full'],
  [['Not upheld.'], 'not_upheld'],
  [['not upheld', 'Unfounded'], 'not_upheld'],
  [['Upheld in part.'], 'partial'],
  [['Upheld', 'Not upheld'], 'partial'],
  [['We agree.'], 'full'],
  [['Upheld', 'We could not find out'], null],
  [[], null],
] as const)('findings %j come to %s', (findings, verdict) => {
  expect(of(...findings)).toBe(verdict);
});
