import { join } from 'node:path';
import { expect, it } from 'vitest';
import { notesLaw } from '../../../src/base/regimes.ts';
import { projectRoot } from '../../../src/base/root.ts';
import { languageNotice, languageOf } from '../../../src/knowledge/policy/language.ts';
import { readPolicy } from '../../../src/knowledge/policy/open-policies.ts';
import type { Policy } from '../../../src/knowledge/policy/policy.ts';
import { unitsOf } from '../../../src/knowledge/policy/units.ts';
import { documentFindings } from '../../../src/knowledge/setup/document-findings.ts';
import { lintPolicy } from '../../../src/knowledge/setup/policy-lint.ts';

const policy = (file: string, head: Partial<Policy['head']> = {}): Policy => ({
  head: {
    id: 'p',
    title: 'P',
    version: '1',
    updated: 'May 2026',
    controller: 'C',
    contact: 'c',
    precedence: 0,
    ...head,
  },
  file,
  path: 'p.md',
  units: unitsOf('p', file, 0),
});
const found = (file: string, head: Partial<Policy['head']> = {}) =>
  documentFindings(policy(file, head)).map(({ id }) => id);

const german =
  '# Datenschutz\n\nWir verarbeiten die Daten unserer Kunden nur, soweit es für den Vertrag nötig ist. Die Daten werden nach sechs Jahren gelöscht, wenn nicht ein Gesetz etwas anderes verlangt. Sie haben das Recht auf Auskunft über die Daten, die wir von Ihnen haben, und auf die Löschung der Daten.\n';

it.each<readonly [string, string, Partial<Policy['head']>, readonly string[]]>([
  ['a sound document', '# N\n\nWe keep it.\n\n## M\n\nWe do.\n', {}, []],
  ['a version that is not stated', '# N\n\nWe keep it.\n', { version: 'not stated' }, ['not-stated']],
  ['no headings', 'We keep it here. '.repeat(15), {}, ['no-headings']],
  ['a heading without a blank', '# N\n\n##Keeping\nWe keep it.\n', {}, ['heading-marks']],
  ['a word alone', '# N\n\nWe keep it.\n\nReally.\n', {}, ['one-word-units']],
  ['a bullet of a word below its lead-in', '# N\n\nWe hold:\n\n- names;\n- ages.\n', {}, []],
  [
    'the navigation of a page',
    '# N\n\nHome\n\nAbout us\n\nWe keep all of it.\n',
    {},
    ['navigation', 'one-word-units'],
  ],
  ['glued cells', '# N\n\nInvoicesseven years\n', {}, ['glued-words']],
  ['a name written in one', '# N\n\nWe use LinkedIn and PayPal and SmartXpo here.\n', {}, []],
  ['German', german, {}, ['language']],
])('says of %s what would help', (_, text, head, ids) => {
  expect(found(text, head)).toEqual(ids);
});

it('finds nothing to say about the form of the shipped policy', async () => {
  const shipped = await readPolicy(join(projectRoot, 'data', 'policies', 'smartxpo-privacy-notice.md'));
  expect(documentFindings(shipped)).toEqual([]);
});

it('tells the language by its small words, and what works in another than English', () => {
  expect(languageOf(german)).toBe('German');
  expect(languageNotice(german)).toContain('German');
  expect(
    languageOf(
      'We keep what you tell us for as long as the law of the country asks us to, and we then erase it with all of its copies in the systems that we use for you and your data.',
    ),
  ).toBe('English');
  expect(languageOf('Invoices')).toBeNull();
});

const regime = (text: string) =>
  lintPolicy(policy(text), new Date('2026-11-30'), notesLaw('uk')).some(({ id }) => id === 'wrong-regime');

it.each<readonly [string, string, boolean]>([
  [
    'a company registered in England that names the EU regulation',
    'Acme Ltd is registered in England. It follows the EU General Data Protection Regulation.',
    true,
  ],
  [
    'one that names both',
    'Acme Ltd is registered in England. It follows the EU GDPR and the UK GDPR.',
    false,
  ],
  ['one that says GDPR and no more', 'Acme Ltd is registered in England. It follows the GDPR.', false],
  [
    'an Irish company that mentions the United Kingdom',
    'Acme DAC is registered in Ireland. It sends data to the UK. It follows the EU GDPR.',
    false,
  ],
  [
    'a company of no seat that has customers in the UK',
    'We serve the United Kingdom. We follow Regulation (EU) 2016/679.',
    false,
  ],
])('calls the regime wrong only where it is: %s', (_, text, wrong) => {
  expect(regime(`# N\n\n${text}\n`)).toBe(wrong);
});
