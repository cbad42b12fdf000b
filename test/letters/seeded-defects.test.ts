import { describe, expect, it } from 'vitest';
import { elementOf } from '../../src/letters/elements.ts';
import { factOf, isFactName, type LetterFacts } from '../../src/letters/fact-fields.ts';
import { fill } from '../../src/letters/fill.ts';
import type { FindingCode } from '../../src/letters/finding.ts';
import { datesIn, writeDate } from '../../src/letters/letter-dates.ts';
import { lint } from '../../src/letters/lint.ts';
import { rightWordings } from '../../src/letters/right-wording.ts';
import type { Template } from '../../src/letters/template.ts';
import { addDays, parseCalendarDate } from '../../src/requests/clock/calendar-date.ts';
import { goodFacts, lawOf, regimesOf, templates, verify } from './good-facts.ts';

const letters = templates.flatMap((template) =>
  regimesOf(template).map((regime) => {
    const facts = goodFacts(template, regime);
    return { id: template.id, regime, template, facts, text: fill(template, facts).text };
  }),
);
type Letter = (typeof letters)[number];

const letterOf = (id: string, regime: string = 'uk'): Letter => {
  const letter = letters.find((one) => one.id === id && one.regime === regime);
  if (letter === undefined) throw new Error(`no letter ${id}`);
  return letter;
};

const errorsIn = (
  text: string,
  { template, facts, regime }: { template: Template; facts: LetterFacts; regime: string },
  people: string[] = [],
) =>
  lint(text, template, facts, { verify, law: lawOf(regime), thirdParties: people }).filter(
    ({ severity }) => severity === 'error',
  );

const codesIn = (text: string, letter: Letter, people: string[] = []): readonly FindingCode[] =>
  errorsIn(text, letter, people).map(({ code }) => code);

/** The first words a list of facts puts into the letter. */
const firstItem = (facts: LetterFacts, name: string): string => {
  const value = isFactName(name) ? factOf(facts, name) : undefined;
  if (typeof value !== 'object') return '';
  if ('quote' in value) return value.quote;
  const [item] = value;
  return item === undefined
    ? ''
    : writeDate(typeof item === 'string' ? item : (Object.values(item)[0] ?? ''));
};

const withoutLines = (text: string, parts: readonly string[]): string =>
  text
    .split('\n')
    .filter((line) => !parts.some((part) => line.includes(part)))
    .join('\n');

describe('a required element that was taken out is missed', () => {
  const dropsOf = ({ template, facts }: Letter) =>
    template.required
      .map(({ element: id, where }) => ({ id, where, element: elementOf(id) }))
      .filter(
        ({ element }) =>
          (element.when === undefined || factOf(facts, element.when) !== undefined) &&
          (element.unless === undefined || factOf(facts, element.unless) === undefined),
      );

  it('in hundreds of places', () => {
    expect(letters.flatMap(dropsOf).length).toBeGreaterThan(300);
  });

  it.each(letters)('in $id ($regime)', (letter) => {
    const { text, facts } = letter;
    const uncaught = dropsOf(letter).filter(({ id, where, element }) => {
      const fact = element.fact === undefined ? undefined : facts[element.fact];
      const listed = element.list !== undefined && factOf(facts, element.list) !== undefined;
      const parts = listed ? [firstItem(facts, element.list ?? '')] : where.split('|');
      const short =
        where === '' && typeof fact === 'string' ? text.replaceAll(fact, 'us') : withoutLines(text, parts);
      const found = errorsIn(short, letter).some(
        (finding) => finding.code === 'element_missing' && finding.where === id,
      );
      return short === text || !found;
    });
    expect(uncaught.map(({ id }) => id)).toEqual([]);
  });
});

describe('a date that is a day off is caught', () => {
  const shiftsOf = ({ text }: Letter) => datesIn(text).flatMap((hit) => [1, -1].map((by) => ({ hit, by })));

  it('in hundreds of places', () => {
    expect(letters.flatMap(shiftsOf).length).toBeGreaterThan(300);
  });

  it.each(letters)('anywhere in $id ($regime)', (letter) => {
    const uncaught = shiftsOf(letter).filter(({ hit, by }) => {
      const date = parseCalendarDate(hit.date ?? '');
      if (date === undefined) throw new Error(`no date in ${hit.words}`);
      const { text } = letter;
      const end = hit.index + hit.words.length;
      const wrong = text.slice(0, hit.index) + writeDate(addDays(date, by)) + text.slice(end);
      return !codesIn(wrong, letter).includes('date_unknown');
    });
    expect(uncaught).toEqual([]);
  });

  it.each([
    '30/12/2026',
    '30.12.26',
    '2026-12-30',
    '30 Dec 2026',
    '30th of December, 2026',
    'December 30, 2026',
    'Wed 30 December 2026',
    '30 December',
  ])('written as %s', (words) => {
    const letter = letterOf('acknowledgement');
    const wrong = letter.text.replaceAll('Tuesday 29 December 2026', words);
    expect(codesIn(wrong, letter)).toContain('date_unknown');
  });

  it.each([
    '29/12/2026',
    '29.12.26',
    '2026-12-29',
    '29 Dec 2026',
    '29th December 2026',
    'Tues 29 December 2026',
  ])('but %s is the same day', (words) => {
    const letter = letterOf('acknowledgement');
    expect(codesIn(`${letter.text}\nThat is ${words}.`, letter)).toEqual([]);
  });

  it.each<readonly [string, string, FindingCode]>([
    ['a weekday that is another day’s', 'Monday 29 December 2026', 'weekday_wrong'],
    ['a day that does not exist', '31 November 2026', 'date_impossible'],
    ['a month that does not exist', '12/29/2026', 'date_impossible'],
  ])('and so is %s', (_, words, code) => {
    const letter = letterOf('acknowledgement');
    expect(codesIn(`${letter.text}\nThat is ${words}.`, letter)).toContain(code);
  });

  it('and so is a date of the case in the place of another', () => {
    const letter = letterOf('acknowledgement');
    const due = letter.text.replace(
      'by the end of Tuesday 29 December',
      'by the end of Wednesday 25 November',
    );
    expect(codesIn(due.replace('25 November 2026 at', '25 November 2026 at'), letter)).toContain(
      'date_in_wrong_place',
    );
    const received = letter.text.replace(
      'received it on Wednesday 25 November',
      'received it on Tuesday 29 December',
    );
    expect(codesIn(received, letter)).toContain('date_in_wrong_place');
  });

  it('and so is an extension that goes out too late; a late refusal still has to go out, and is warned of', () => {
    for (const [id, severity] of [
      ['extension', 'error'],
      ['refusal', 'warning'],
    ] as const) {
      const letter = letterOf(id);
      const facts = { ...letter.facts, letterDate: '2026-12-30' };
      const { text } = fill(letter.template, facts);
      const found = lint(text, letter.template, facts, { verify, law: lawOf('uk') });
      expect(found.find(({ code }) => code === 'sent_too_late')?.severity).toBe(severity);
    }
  });
});

describe('a fact that is not known is a gap that keeps the letter back', () => {
  it.each(letters)('in $id ($regime)', (letter) => {
    const { template, facts } = letter;
    const factsUsed = fill(template, {}).missing;
    expect(factsUsed.length).toBeGreaterThan(8);
    const uncaught = factsUsed.filter((name) => {
      const { [name]: _, ...rest } = facts;
      const filled = fill(template, rest);
      const isGap = filled.missing.includes(name) && filled.text.includes('【');
      return isGap && !codesIn(filled.text, { ...letter, facts: rest }).includes('gap');
    });
    expect(uncaught).toEqual([]);
  });
});

describe('a quote of the policy that is not the policy’s words is caught', () => {
  const erasure = letterOf('erasure-answer');
  const quotes = [erasure.facts.invoicesQuote, erasure.facts.backupsQuote];

  it.each(quotes.map((quote) => [quote?.quote ?? '']))('%s', (quote) => {
    expect(quote).not.toBe('');
    const words = quote.split(' ');
    for (const changed of [
      quote.replace(words[2] ?? '', 'certain'),
      words.slice(0, -2).join(' '),
      `${quote} This is final.`,
    ]) {
      expect(codesIn(erasure.text.replace(quote, changed), erasure)).toContain('quote_altered');
    }
  });

  it('and so is one without its lead-in', () => {
    const bare = withoutLines(erasure.text, ['As such there may be personal data']);
    expect(codesIn(bare, erasure)).toContain('quote_without_lead_in');
  });

  it('and so is one that the policy says no more', () => {
    const findings = lint(erasure.text, erasure.template, erasure.facts, {
      verify: () => null,
      law: lawOf('uk'),
    });
    expect(findings.map(({ code }) => code)).toContain('quote_not_in_policy');
  });

  it('and so is an invented one in running text', () => {
    const text = `${erasure.text}\nOur policy says “we may keep all your data for ten years”.`;
    expect(codesIn(text, erasure)).toContain('quote_altered');
  });

  it('and so is one that is called the law', () => {
    const text = erasure.text.replace('About backups, our privacy policy says:', 'By law this is so:');
    expect(codesIn(text, erasure)).toContain('policy_as_law');
  });
});

describe('somebody else in a letter is caught', () => {
  const access = letterOf('access-answer');

  it.each<readonly [string, string, FindingCode]>([
    ['a name that was given', 'Two e-mails from bram okafor are enclosed.', 'other_person'],
    ['a titled name', 'Mr Okafor wrote this.', 'other_person'],
    ['a doctor', 'Dr. Bea Quist wrote this.', 'other_person'],
    ['an address', 'Ask b.okafor@example.com about it.', 'other_address'],
    ['an address of ours that is not the contact', 'Ask jo@smartxpo.com about it.', 'other_address'],
    ['another case', 'Compare DSR-2026-0043.', 'other_case'],
  ])('%s', (_, sentence, code) => {
    expect(codesIn(`${access.text}\n${sentence}\n`, access, ['Bram Okafor'])).toContain(code);
  });

  it('and so is a letter that greets somebody else', () => {
    const text = access.text.replace('Dear Ada Fenwick,', 'Dear Bram Okafor,');
    expect(codesIn(text, access)).toContain('wrong_addressee');
  });

  it('but the person may be called by title and surname', () => {
    const text = access.text.replace('Thank you', 'Dr Fenwick, thank you');
    expect(codesIn(text, access, ['Fenwick'])).toEqual([]);
  });
});

describe('a sentence that claims what the law does not say is caught', () => {
  it.each<readonly [string, string, FindingCode, string]>([
    ['acknowledgement', 'We will answer within 30 days.', 'days_instead_of_month', 'uk'],
    ['acknowledgement', 'There is a statutory 30-day period.', 'days_instead_of_month', 'uk'],
    ['extension', 'We take another sixty days.', 'days_instead_of_month', 'uk'],
    ['erasure-answer', 'Your name cannot be redacted from our chat logs.', 'not_a_ground', 'uk'],
    ['access-answer', 'It is not practically possible to search our backups.', 'not_a_ground', 'uk'],
    ['access-answer', 'This would be too much work.', 'not_a_ground', 'uk'],
    ['access-answer', 'There are too many e-mails.', 'not_a_ground', 'uk'],
    ['access-answer', 'We found too many old mailboxes to search.', 'not_a_ground', 'uk'],
    ['refusal', 'Our privacy policy allows us to refuse this.', 'policy_as_law', 'uk'],
    ['erasure-answer', 'Under our privacy policy we may keep this.', 'policy_as_law', 'uk'],
    ['erasure-answer', 'All your personal data has been permanently deleted.', 'overclaim', 'uk'],
    ['erasure-answer', 'Every trace is gone; we guarantee it.', 'overclaim', 'uk'],
    ['erasure-answer', 'Invoices are kept indefinitely.', 'overclaim', 'uk'],
    ['acknowledgement', 'We keep you informed and answer within 30 days.', 'days_instead_of_month', 'uk'],
    ['acknowledgement', 'We reply within three weeks.', 'days_instead_of_month', 'uk'],
    ['identity-request', 'Please send a certified copy of your passport.', 'over_asking', 'uk'],
    ['refusal', 'You have no right to this.', 'overclaim', 'uk'],
    ['refusal', 'Our decision is final.', 'overclaim', 'uk'],
    ['refusal', 'You can complain to a supervisory authority.', 'wrong_regime', 'uk'],
    ['refusal', 'Section 164A applies.', 'wrong_regime', 'eu'],
    ['refusal', 'The UK GDPR applies.', 'wrong_regime', 'eu'],
    ['refusal', 'You may also write to the Information Commissioner’s Office.', 'old_regulator', 'uk'],
    ['extension', 'Our workload is high at the moment.', 'reason_not_allowed', 'uk'],
    ['extension', 'Two of us are on annual leave.', 'reason_not_allowed', 'uk'],
    ['extension', 'We are waiting for legal advice.', 'reason_not_allowed', 'uk'],
    ['marketing-stopped', 'We refuse your request.', 'refusal_not_possible', 'uk'],
    ['consent-withdrawn', 'We need proof of identity first.', 'refusal_not_possible', 'uk'],
  ])('%s: %s', (id, sentence, code, regime) => {
    const letter = letterOf(id, regime);
    expect(codesIn(`${letter.text}\n${sentence}\n`, letter)).toContain(code);
  });
});

describe('a letter that is not made for the case is caught', () => {
  it('such as a refusal of a marketing objection', () => {
    const letter = letterOf('refusal');
    const facts = { ...letter.facts, rightName: rightWordings.direct_marketing_objection.name };
    expect(codesIn(fill(letter.template, facts).text, { ...letter, facts })).toContain('wrong_letter');
  });

  it('and so is a refusal in the acknowledgement of one', () => {
    const letter = letterOf('acknowledgement');
    const facts = { ...letter.facts, rightName: rightWordings.direct_marketing_objection.name };
    const { text } = fill(letter.template, facts);
    expect(codesIn(`${text}\nWe refuse this.\n`, { ...letter, facts })).toContain('refusal_not_possible');
  });
});

describe('what only looks like a fault is left alone', () => {
  it.each([
    'Article 3 may apply here.',
    'We kept the server logs for 30 days.',
    'We acknowledge complaints within 30 days.',
    'Write to INFO@SMARTXPO.COM.',
    'Section 2(1) of the Act says so.',
    'We sent you two newsletters too many.',
  ])('%s', (sentence) => {
    const letter = letterOf('access-answer');
    expect(codesIn(`${letter.text}\n${sentence}\n`, letter)).toEqual([]);
  });
});

describe('a hint is only a hint', () => {
  it('for two words that may be a name', () => {
    const letter = letterOf('access-answer');
    const findings = lint(`${letter.text}\nIt was Bram Okafor.\n`, letter.template, letter.facts, {
      verify,
      law: lawOf('uk'),
    });
    expect(findings).toEqual([expect.objectContaining({ code: 'possible_name', severity: 'warning' })]);
  });

  it('and none for what the policy calls things, however long its sentences are', () => {
    const letter = letterOf('access-answer');
    const long = `We keep Job Applicants and Privacy Notice readers apart${' and then again'.repeat(15)}.`;
    const written = (policyWords: string) =>
      lint(`${letter.text}\n${long}\n`, letter.template, letter.facts, {
        verify,
        law: lawOf('uk'),
        policyWords,
      });
    expect(written('').map(({ code }) => code)).toEqual(['possible_name', 'possible_name', 'plain_language']);
    expect(written(long)).toEqual([]);
  });

  it('for stiff words', () => {
    const letter = letterOf('access-answer');
    const findings = lint(`${letter.text}\nPursuant to the law.\n`, letter.template, letter.facts, {
      verify,
      law: lawOf('uk'),
    });
    expect(findings).toEqual([expect.objectContaining({ code: 'plain_language', severity: 'warning' })]);
  });
});
