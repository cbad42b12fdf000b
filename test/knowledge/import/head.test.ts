import { expect, it } from 'vitest';
import type { FoundHead } from '../../../src/knowledge/import/head.ts';
import { readDocument } from '../../../src/knowledge/import/read-document.ts';

const head = async (name: string, text: string): Promise<FoundHead> => {
  const outcome = await readDocument(name, new TextEncoder().encode(text), 'refuse');
  if (!outcome.ok) throw new Error(outcome.what);
  return outcome.text.head;
};

/** Each text is found to say what stands beside it, and nothing that it does not say. */
const cases: readonly (readonly [why: string, name: string, text: string, expected: Partial<FoundHead>])[] = [
  [
    'a page whose first lines are a telephone and an address',
    'a.html',
    '<title>Privacy policy | Acme</title><p>Phone (02) 5550 1234</p><table><tr><td>Email</td><td>admin@acme.example</td></tr></table><h2>What we hold</h2><p>Acme Pty runs this site. We keep it.</p>',
    { title: 'Privacy policy', contact: 'admin@acme.example', controller: null, updated: null },
  ],
  [
    'a notice that names its controller, address and date',
    'a.txt',
    'Privacy notice\n\nBright Smiles Dental Practice is the data controller of what you tell us.\n\nComplaints go to the ICO at casework@ico.org.uk. Write to privacy@bright.example about your data, or to desk@bright.example for a visit.\n\nLast reviewed: 3rd May 2025\nVersion 2.1\n',
    {
      title: 'Privacy notice',
      controller: 'Bright Smiles Dental Practice',
      contact: 'privacy@bright.example',
      updated: '3rd May 2025',
      version: '2.1',
    },
  ],
  [
    'a short name that stands for a full one',
    'a.md',
    '# Data standard\n\nThis says how Meridian Sterile Services plc ("Meridian") works. For the rest Meridian is the controller.\n',
    { title: 'Data standard', controller: 'Meridian Sterile Services plc' },
  ],
  [
    'a controller in brackets and a date in a table',
    'a.html',
    '<h1>Staff notice</h1><p>We, Northgate Academy Trust (“we”, “us”), keep records.</p><table><tr><td>Last updated</td><td>1 September 2024</td></tr><tr><td>Next review</td><td>1 September 2026</td></tr></table>',
    { controller: 'Northgate Academy Trust', updated: '1 September 2024', version: '1 September 2024' },
  ],
  [
    'a text that says none of it',
    'a.txt',
    'We keep what you tell us. We tell nobody.\n',
    { title: null, controller: null, contact: null, updated: null, version: null },
  ],
  [
    'a Jekyll head',
    'a.md',
    '---\nlayout: page\ntitle: Site privacy\nlast_updated: 2025-04-01\n---\nWe keep it.\n',
    { title: 'Site privacy', updated: '2025-04-01' },
  ],
  [
    'a label glued to an address by another program',
    'a.txt',
    'Contact\n\nEmailadmin@acme.example is where you write to us.\n',
    { contact: 'admin@acme.example' },
  ],
  [
    'two companies and neither in the title',
    'a.txt',
    'Notice\n\nAcme Ltd sends parcels. Card payments go to PayRight Ltd.\n',
    { controller: null },
  ],
];

it.each(cases)('reads the head off %s', async (_, name, text, expected) => {
  expect(await head(name, text)).toMatchObject(expected);
});
