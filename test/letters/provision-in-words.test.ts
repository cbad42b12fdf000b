import { describe, expect, it } from 'vitest';
import { provisionInWords, sameProvision } from '../../src/letters/provision-in-words.ts';
import { table } from './good-facts.ts';

describe('a provision', () => {
  it.each([
    [
      'uk',
      'UK GDPR Art 12(5); CJEU C-526/24 (19 March 2026) is persuasive only',
      'Article 12(5) of the UK GDPR',
    ],
    ['uk', 'UK GDPR Art 12(2), 11(2)', 'Articles 12(2) and 11(2) of the UK GDPR'],
    ['uk', 'DPA 2018 Sch 2', 'Schedule 2 to the Data Protection Act 2018'],
    ['uk', 'DPA 2018 Sch 2 para 16-17', 'paragraphs 16 and 17 of Schedule 2 to the Data Protection Act 2018'],
    ['ch', 'FADP Art 26, 29', 'Articles 26 and 29 of the revFADP'],
    [
      'eu',
      'GDPR Art 23(1) with the national provision',
      'Article 23(1) of the GDPR with [name the national provision]',
    ],
  ])('of %s, “%s”, stands in a letter as “%s”', (regime, source, words) => {
    expect(provisionInWords(source, table.regimes[regime]?.grounds.letters.names ?? {})).toBe(words);
  });

  it('of any ground in the data is written without an abbreviation, and names itself', () => {
    for (const { grounds } of Object.values(table.regimes))
      for (const { source } of [...grounds.refusal, ...grounds.exemptions]) {
        const words = provisionInWords(source, grounds.letters.names);
        expect(words).not.toMatch(/\b(?:Art|Sch|para|DPA|DPO|FADP|with the national)\b(?! \d{4})/);
        expect(sameProvision(words, source)).toBe(true);
      }
  });

  it.each([
    ['Article 17(3) of the UK GDPR', 'UK GDPR Art 17(3)(b)', true],
    ['Article 12 of the UK GDPR', 'UK GDPR Art 12(5)', true],
    ['Article 21(1) of the UK GDPR', 'UK GDPR Art 12(5)', false],
    ['Article 1 of it', 'UK GDPR Art 12(5)', false],
    ['Data Protection Act 2018, Schedule 2, paragraph 16', 'DPA 2018 Sch 2', true],
    ['our own reasons', 'UK GDPR Art 12(5)', null],
  ])('“%s” and “%s”: the same? %s', (one, other, same) => {
    expect(sameProvision(one, other)).toBe(same);
  });
});
