import { expect, it } from 'vitest';
import { splitSentences } from '../../../src/knowledge/policy/sentences.ts';

const split = (text: string): readonly string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

const cases: readonly (readonly [why: string, text: string, expected: readonly string[]])[] = [
  ['a plain pair', 'We keep it. We delete it.', ['We keep it.', 'We delete it.']],
  [
    'e.g. and i.e. end nothing',
    'Sites (e.g. Beta) and apps, i.e. Ours, count. Done.',
    ['Sites (e.g. Beta) and apps, i.e. Ours, count.', 'Done.'],
  ],
  [
    'articles and numbers',
    'See Art. 15 and No. 7 of it. Then stop.',
    ['See Art. 15 and No. 7 of it.', 'Then stop.'],
  ],
  [
    'numbers of clauses',
    'F1. Files stay here. F2. If it fails, say so. See F3. B.2a. Ask first.',
    ['F1. Files stay here.', 'F2. If it fails, say so.', 'See F3.', 'B.2a. Ask first.'],
  ],
  ['etc. before a capital ends one', 'Names, etc. We keep them.', ['Names, etc.', 'We keep them.']],
  ['etc. before a small letter does not', 'Names, etc. are kept.', ['Names, etc. are kept.']],
  ['initials', 'Ask J. R. Smith about it. Please.', ['Ask J. R. Smith about it.', 'Please.']],
  [
    'initials that are words too',
    'Ask Dr. A. Rahman. A. Rahman knows.',
    ['Ask Dr. A. Rahman.', 'A. Rahman knows.'],
  ],
  ['a German street', 'Write to Hafenstr. 12 in Kiel. Soon.', ['Write to Hafenstr. 12 in Kiel.', 'Soon.']],
  ['a case of law', 'As in Smith v. Jones it holds. Yes.', ['As in Smith v. Jones it holds.', 'Yes.']],
  [
    'decimals and addresses',
    'Pay 3.5 at www.example.com today. Or later.',
    ['Pay 3.5 at www.example.com today.', 'Or later.'],
  ],
  ['abroad', 'Data in the U.S. is rare. Good.', ['Data in the U.S. is rare.', 'Good.']],
  ['a quote after the stop', 'He said “no.” We agreed.', ['He said “no.”', 'We agreed.']],
  ['a bracket after the stop', '(We keep it.) We sell nothing.', ['(We keep it.)', 'We sell nothing.']],
  ['a semicolon goes on', 'We ask; you answer. Fine.', ['We ask; you answer.', 'Fine.']],
  ['questions', 'Why? Because!', ['Why?', 'Because!']],
  ['no stop at the end', 'Last updated: June 2020', ['Last updated: June 2020']],
  ['hard wraps', 'We keep\nit. We\ndelete it.', ['We keep\nit.', 'We\ndelete it.']],
  [
    'a body of the U.S.',
    'The U.S. Department of Commerce holds it. We do not.',
    ['The U.S. Department of Commerce holds it.', 'We do not.'],
  ],
  [
    'the U.S. at an end',
    'We send it to the U.S. We sign clauses.',
    ['We send it to the U.S.', 'We sign clauses.'],
  ],
  [
    'a street named after a junior',
    'Come to 5 Martin Luther King Jr. St. Paul at noon. Thanks.',
    ['Come to 5 Martin Luther King Jr. St. Paul at noon.', 'Thanks.'],
  ],
  ['a saint', 'Ask St. Mary’s Surgery first. Then us.', ['Ask St. Mary’s Surgery first.', 'Then us.']],
  ['a street at an end', 'We are in High St. You may call.', ['We are in High St.', 'You may call.']],
  [
    'German abbreviations',
    'Daten, z. B. Namen, nach Art. 6 Abs. 1 S. 1 lit. f DSGVO, d. h. erlaubt. Wir löschen sie.',
    ['Daten, z. B. Namen, nach Art. 6 Abs. 1 S. 1 lit. f DSGVO, d. h. erlaubt.', 'Wir löschen sie.'],
  ],
  ['a German date', 'Stand ist der 1. Januar 2025. Es gilt.', ['Stand ist der 1. Januar 2025.', 'Es gilt.']],
  [
    'a German company',
    'Die Muster GmbH & Co. KG ist verantwortlich. Fragen Sie.',
    ['Die Muster GmbH & Co. KG ist verantwortlich.', 'Fragen Sie.'],
  ],
  [
    'a number of a house',
    'See Form No. 5 for it. No. We mean 6.',
    ['See Form No. 5 for it.', 'No.', 'We mean 6.'],
  ],
  [
    'a section of a code',
    'Under 5 U.S.C. Section 552 it is open. So.',
    ['Under 5 U.S.C. Section 552 it is open.', 'So.'],
  ],
  [
    'hours',
    'We answer from 9 a.m. Monday on. The rest waits.',
    ['We answer from 9 a.m. Monday on.', 'The rest waits.'],
  ],
  ['others of a list', 'As in Smith et al. Vol. 3 says. Good.', ['As in Smith et al. Vol. 3 says.', 'Good.']],
  [
    'a company and what follows it',
    'We are Acme Ltd. Our office is here.',
    ['We are Acme Ltd.', 'Our office is here.'],
  ],
  ['nothing', '   ', []],
];

it.each(cases)('splits %s', (_why, text, expected) => {
  expect(split(text)).toEqual(expected);
});
