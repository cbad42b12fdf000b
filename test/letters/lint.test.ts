import { describe, expect, it } from 'vitest';
import { fill } from '../../src/letters/fill.ts';
import { lint } from '../../src/letters/lint.ts';
import { goodFacts, lawOf, regimesOf, templates, verify } from './good-facts.ts';

const letters = templates.flatMap((template) =>
  regimesOf(template).map((regime) => ({ template, regime, facts: goodFacts(template, regime) })),
);

describe('a good letter', () => {
  it.each(letters)('$template.id ($regime) has no gap and no finding', ({ template, facts, regime }) => {
    const { text, missing } = fill(template, facts);
    expect(missing).toEqual([]);
    expect(lint(text, template, facts, { verify, law: lawOf(regime) })).toEqual([]);
  });
});
