import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPolicy } from '../../../src/knowledge/policy/open-policies.ts';
import { phrasingsFile } from '../../../src/knowledge/policy/phrasing-file.ts';
import { readPhrasingLines } from '../../../src/knowledge/policy/policy-phrasings.ts';
import { checkPhrasings, phrasingConflicts } from '../../../src/knowledge/setup/phrase-check.ts';
import { mergePhrasings } from '../../../src/knowledge/setup/phrase-merge.ts';
import { phrasePrompt } from '../../../src/knowledge/setup/phrase-prompt.ts';
import { policyFolder } from '../../support/policy-folder.ts';

const TEXT = `# Notice

We keep orders for six years.
We hold:

- names of buyers;
- addresses of buyers.

5.1 Cameras. Pictures are deleted after a month.
`;
const dir = policyFolder({ 'shop.md': TEXT });
const policy = await readPolicy(join(dir, 'shop.md'));
const line = (quote: string | null, asks: readonly string[], not: readonly string[] = []): string =>
  JSON.stringify({ quote, asks, not });
const none = { lines: [], units: [], stale: [], faults: [] };
const read = (text: string) => readPhrasingLines(text, policy.units);

it('asks for questions to every passage but those that only introduce or head others', () => {
  const prompt = phrasePrompt(policy, new Set(['names of buyers;']));
  expect(prompt).toContain('"quote":"We keep orders for six years."');
  expect(prompt).toContain('"quote":"addresses of buyers."');
  expect(prompt).toContain('"quote":"Pictures are deleted after a month."');
  expect(prompt).not.toContain('"quote":"We hold:"');
  expect(prompt).not.toContain('"quote":"5.1 Cameras."');
  expect(prompt).not.toContain('"quote":"names of buyers;"');
});

it('reads what came back between fences, each question once, under the exact words of the passage', () => {
  const came = [
    '```json',
    `${line('We keep  orders for six years.', ['how long for orders', 'How long for orders?'])},`,
    line('We keep orders for six years.', ['orders - retention'], ['who deletes orders']),
    line(null, ['do we have drones']),
    '```',
  ].join('\n');
  const { files, faults, added } = mergePhrasings([policy], [none], came);
  expect([faults, added]).toEqual([[], 4]);
  expect(phrasingsFile(policy, files.get('shop') ?? [])).toBe(
    `${line('We keep orders for six years.', ['How long for orders?', 'orders - retention'], ['who deletes orders'])}\n${line(null, ['do we have drones'])}\n`,
  );
});

it('knows a passage that was copied without its number, its emphasis or the joining word behind it', () => {
  const text =
    '# N\n\n1.2 **Orders.** We keep orders for *six* years.\n\n1.3 We keep nothing else.\n\nWe hold:\n\n- names; and\n- tastes.\n\n1.4 Same words.\n\n1.5 Same words.\n';
  const numbered = readPolicy(join(policyFolder({ 'n.md': text }), 'n.md'));
  return numbered.then(({ units }) => {
    const quotes = (quote: string) =>
      readPhrasingLines(line(quote, ['q']), units).units.map((unit) => unit?.text);
    expect(quotes('We keep nothing else.')).toEqual(['1.3 We keep nothing else.']);
    expect(quotes('names')).toEqual(['names; and']);
    expect(quotes('Same words.')).toEqual([]);
    expect(quotes('We keep something else.')).toEqual([]);
  });
});

it('adds to what is there, and writes nothing where nothing is new', () => {
  const before = read(line('names of buyers;', ['whose names']));
  const more = mergePhrasings([policy], [before], line('names of buyers;', ['who is on the list']));
  expect(more.files.get('shop')?.[0]?.asks).toEqual(['whose names', 'who is on the list']);
  expect(mergePhrasings([policy], [before], line('names of buyers;', ['Whose names?'])).files.size).toBe(0);
});

it('names every line that cannot be used, and uses the others', () => {
  const { faults, added } = mergePhrasings(
    [policy],
    [none],
    [
      '{oops',
      '{"quote":7}',
      line('We keep orders for seven years.', ['a']),
      line('names of buyers;', ['b']),
    ].join('\n'),
  );
  expect(faults.map(({ line: at, fault }) => [at, fault])).toEqual([
    [1, 'not JSON'],
    [2, 'not of the shape'],
    [3, 'quote not in the text'],
  ]);
  expect(added).toBe(1);
});

it('finds a question that stands for two things', () => {
  const file = read(
    [line('names of buyers;', ['what do we hold']), line(null, ['What do we hold?'])].join('\n'),
  );
  expect(phrasingConflicts([file]).map(({ question }) => question)).toEqual(['what do we hold']);
});

it('tells passages without questions, with few, and with questions that lead elsewhere', () => {
  const orders = [
    'retention of orders',
    'orders how long',
    'how long are orders kept',
    'keep orders',
    'order time',
  ];
  const file = read(
    [line('We keep orders for six years.', orders), line('names of buyers;', ['whose names'])].join('\n'),
  );
  const [report] = checkPhrasings([policy], [file]);
  expect(report?.missing).toEqual(['addresses of buyers.', 'Pictures are deleted after a month.']);
  expect(report?.weak.map(({ quote }) => quote)).toEqual(['names of buyers;']);
});

it('tells where there are so few near misses that too much would be answered', () => {
  const few = read(line('We keep orders for six years.', ['how long for orders'], ['who deletes orders']));
  const enough = read(
    line(
      'We keep orders for six years.',
      ['how long for orders'],
      ['who deletes orders', 'which orders', 'where are orders'],
    ),
  );
  expect(checkPhrasings([policy], [few]).map(({ fewNearMisses }) => fewNearMisses)).toEqual([true]);
  expect(checkPhrasings([policy], [enough]).map(({ fewNearMisses }) => fewNearMisses)).toEqual([false]);
});
