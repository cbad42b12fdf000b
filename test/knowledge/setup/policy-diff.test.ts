import { expect, it } from 'vitest';
import type { Policy } from '../../../src/knowledge/policy/policy.ts';
import { unitsOf } from '../../../src/knowledge/policy/units.ts';
import { diffPolicies } from '../../../src/knowledge/setup/policy-diff.ts';

const text = `# Notice

## When we share data

We share data with couriers. We keep a list of them.

You have the following rights:

- to see your data;
- to correct it;
- to have it erased within 30 days.

We may refuse:

- requests that are repeated;
- requests of others.

## How long we keep it

| Data | Kept for |
|---|---|
| Invoices | six years |
| Logs | 30 days |
| Calls | 90 days |

After that we erase it. Staff records are kept apart.
`;

const policy = (file: string): Policy => ({
  head: { id: 'p', title: 'P', version: '1', updated: 'May', controller: 'C', contact: 'c', precedence: 0 },
  file,
  path: 'p.md',
  units: unitsOf('p', file, 0),
});

/** What an edit is, the words before and after, and the only change that may be found. */
const edits: readonly (readonly [
  why: string,
  from: string,
  to: string,
  found: readonly (readonly unknown[])[],
])[] = [
  [
    'a negation',
    'We share data with couriers.',
    'We never share data with couriers.',
    [['changed', 'passage', 'We share data with couriers.', 'We never share data with couriers.']],
  ],
  [
    'a number',
    '| Invoices | six years |',
    '| Invoices | two years |',
    [['changed', 'passage', '| Invoices | six years |', '| Invoices | two years |']],
  ],
  [
    'a negation in a heading',
    '## When we share data',
    '## When we never share data',
    [['changed', 'heading', 'When we share data', 'When we never share data']],
  ],
  [
    'a section with another name altogether',
    '## How long we keep it',
    '## Retention',
    [['changed', 'heading', 'How long we keep it', 'Retention']],
  ],
  [
    'a bullet moved to another list',
    '- to correct it;\n- to have it erased within 30 days.\n\nWe may refuse:\n\n',
    '- to have it erased within 30 days.\n\nWe may refuse:\n\n- to correct it;\n',
    [['moved', 'passage', '- to correct it;', '- to correct it;']],
  ],
  [
    'the last bullet of one list made the first of the next',
    '- to have it erased within 30 days.\n\nWe may refuse:\n\n',
    '\nWe may refuse:\n\n- to have it erased within 30 days.\n',
    [['moved', 'passage', '- to have it erased within 30 days.', '- to have it erased within 30 days.']],
  ],
  [
    'a table cell',
    '| Logs | 30 days |',
    '| Web logs | 30 days |',
    [['changed', 'passage', '| Logs | 30 days |', '| Web logs | 30 days |']],
  ],
  [
    'the title of a column',
    '| Data | Kept for |',
    '| Data | Erased after |',
    [['changed', 'table header', '| Data | Kept for |', '| Data | Erased after |']],
  ],
  [
    'the case of a word',
    'We keep a list of them.',
    'We keep a List of them.',
    [['changed', 'passage', 'We keep a list of them.', 'We keep a List of them.']],
  ],
  [
    'a sentence taken out',
    ' Staff records are kept apart.',
    '',
    [['removed', 'passage', 'Staff records are kept apart.', null]],
  ],
  [
    'an exception added',
    'After that we erase it.',
    'After that we erase it. This does not apply to claims.',
    [['added', 'passage', null, 'This does not apply to claims.']],
  ],
  [
    'an exception inside a sentence',
    'After that we erase it.',
    'After that we erase it, unless a court asks.',
    [['changed', 'passage', 'After that we erase it.', 'After that we erase it, unless a court asks.']],
  ],
  [
    'rows in another order',
    '| Invoices | six years |\n| Logs | 30 days |\n',
    '| Logs | 30 days |\n| Invoices | six years |\n',
    [['moved', 'passage', '| Invoices | six years |', '| Invoices | six years |']],
  ],
  [
    'a bullet put under another',
    '- to correct it;\n- to have',
    '- to correct it;\n  - to have',
    [['moved', 'passage', '- to have it erased within 30 days.', '- to have it erased within 30 days.']],
  ],
  ['a line wrapped elsewhere', 'We share data with couriers. We', 'We share data\nwith couriers.\nWe', []],
  ['nothing', 'We', 'We', []],
];

const bare = (said: string | null): string | null => said?.replace(/^- /u, '') ?? null;

it.each(edits)('finds %s, and nothing else', (_, from, to, found) => {
  expect(text).toContain(from);
  const changes = diffPolicies(policy(text), policy(text.replace(from, to)));
  expect(changes.map(({ kind, what, before, after }) => [kind, what, before, after])).toEqual(
    found.map(([kind, what, before, after]) => [
      kind,
      what,
      bare(before as string | null),
      bare(after as string | null),
    ]),
  );
});
