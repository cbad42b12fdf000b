/** What a letter says of the law comes from the regime of the case: where to turn, in which order, and whom. */
import { describe, expect, it } from 'vitest';
import { factsOfLaw, lengthInWords } from '../../src/letters/facts-of-law.ts';
import { fill } from '../../src/letters/fill.ts';
import { lint } from '../../src/letters/lint.ts';
import { goodFacts, lawOf, table, templates, verify } from './good-facts.ts';

const law = (regime: string, more: Partial<Parameters<typeof factsOfLaw>[0]> = {}) =>
  factsOfLaw({
    regime: lawOf(regime),
    jurisdiction: 'nowhere',
    right: 'access',
    period: { unit: 'months', count: 1 },
    stated: undefined,
    company: 'Example Ltd',
    contact: 'us@example.com',
    ...more,
  });

describe('where a person can turn', () => {
  it('is we, the authority and the court in the United Kingdom, the last two elsewhere', () => {
    expect(law('uk').remedies).toHaveLength(3);
    expect(law('uk').remedies?.[0]).toContain('Example Ltd, at us@example.com (section 164A');
    expect(law('uk').remediesBeyondUs).toEqual(law('uk').remedies?.slice(1));
    for (const regime of ['eu', 'ch']) expect(law(regime).remedies).toEqual(law(regime).remediesBeyondUs);
    expect(law('ch').remedies?.join(' ')).toMatch(/FDPIC.*revFADP.*civil court/);
  });

  it('names the authority of the place, and another one where the company has named it', () => {
    expect(law('eu', { jurisdiction: 'ireland' }).remedies?.[0]).toContain('Data Protection Commission');
    expect(law('eu').regulatorName).toContain('supervisory authority of your country');
    const stated = { name: 'the Board', contact: 'board.example' };
    expect(law('eu', { jurisdiction: 'ireland', stated }).remedies?.[0]).toContain(
      'for example to the Board',
    );
  });

  it('keeps a gap where nobody has stated who we are, and that gap keeps the letter back', () => {
    expect(law('uk', { contact: null }).remedies?.[0]).toContain('【address for privacy questions】');
  });

  it.each(Object.keys(table.regimes))('is asked for one by one under %s', (regime) => {
    const template = templates.find(({ id }) => id === 'access-answer');
    if (template === undefined) throw new Error('no letter');
    const facts = goodFacts(template, regime);
    const { text } = fill(template, facts);
    for (const remedy of facts.remedies ?? []) {
      const codes = lint(text.replace(`- ${remedy}\n`, ''), template, facts, { verify, law: lawOf(regime) });
      expect(codes.map(({ where }) => where)).toContain('remedies');
    }
  });
});

describe('the words of another law', () => {
  it('are never those of a place’s own authority or of the regime’s own sentences', () => {
    for (const { id, grounds } of Object.values(table.regimes)) {
      const { foreign, articles, law: name, names, ...sentences } = grounds.letters;
      const own = [
        name,
        ...Object.values(articles),
        ...Object.values(names),
        ...Object.values(grounds.authorities).map((row) => row.name),
        ...grounds.remedies.map(({ letter }) => letter),
        ...Object.values(sentences),
      ];
      for (const { says, unless } of foreign)
        expect(
          own.filter((text) => text !== undefined && says.test(text) && unless?.test(text) !== true),
          id,
        ).toEqual([]);
    }
  });
});

describe('a length of time', () => {
  it('is written as people say it', () => {
    expect(lengthInWords({ unit: 'months', count: 1 })).toBe('one month');
    expect(lengthInWords({ unit: 'days', count: 30 })).toBe('30 days');
  });
});
