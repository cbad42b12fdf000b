import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readHead } from '../../../src/knowledge/policy/front-matter.ts';
import type { Unit } from '../../../src/knowledge/policy/policy.ts';
import { unitsOf } from '../../../src/knowledge/policy/units.ts';

const HEAD =
  '---\nid: p\ntitle: P\nversion: 1\nupdated: May 2024\ncontroller: C\ncontact: c@example.org\n---\n';

const read = (file: string): readonly Unit[] => unitsOf('p', file, readHead('p.md', file).bodyStart);
const whole = (file: string): readonly Unit[] => read(file).filter(({ within }) => within === null);
const texts = (file: string): readonly string[] => whole(file).map(({ text }) => text);

it('gives a bullet the sentence that introduces its list, and a nested bullet its parent', () => {
  const units = whole(
    `${HEAD}# P\n\nHello. We share data with:\n\n- banks:\n  - in the UK;\n  - abroad.\n- lawyers.\n`,
  );
  expect(units.map(({ kind, text, leadIn }) => [kind, text, leadIn?.text ?? null])).toEqual([
    ['sentence', 'Hello.', null],
    ['sentence', 'We share data with:', null],
    ['bullet', 'banks:', 'We share data with:'],
    ['bullet', 'in the UK;', 'banks:'],
    ['bullet', 'abroad.', 'banks:'],
    ['bullet', 'lawyers.', 'We share data with:'],
  ]);
});

it('takes the sentence with "following" for the lead-in even when a note stands between it and the list', () => {
  const units = whole(
    `${HEAD}You have the following rights. They are not absolute.\n\n- to see;\n- to erase.\n`,
  );
  expect(units.at(-1)?.leadIn?.text).toBe('You have the following rights.');
});

it('keeps a bullet of several sentences whole and knows its sentences', () => {
  const units = read(`${HEAD}- **Essential**: needed. They go away.\n`);
  expect(units.map(({ kind, text, within }) => [kind, text, within !== null])).toEqual([
    ['bullet', '**Essential**: needed. They go away.', false],
    ['sentence', '**Essential**: needed.', true],
    ['sentence', 'They go away.', true],
  ]);
});

it('gives a table row its header', () => {
  const [row] = whole(`${HEAD}| Data | Kept |\n|---|---|\n| Invoices | 6 years |\n| Logs | 30 days |\n`);
  expect(row).toMatchObject({
    kind: 'row',
    text: '| Invoices | 6 years |',
    header: { text: '| Data | Kept |' },
  });
});

it('takes a bold question for a heading', () => {
  const [unit] = whole(`${HEAD}## FAQ\n\n**Do you sell data?**\n\nNo. Never.\n`);
  expect(unit).toMatchObject({
    text: 'No.',
    section: 'Do you sell data?',
    path: ['FAQ', 'Do you sell data?'],
  });
});

it('does not end a sentence in the address of a link', () => {
  expect(
    texts(`${HEAD}See [our. Page](https://a.example/b.C?d=E. ) now. Then *stop*. **Go.** On.\n`).length,
  ).toBeGreaterThan(1);
  expect(texts(`${HEAD}Read [this](https://a.example/x. "T. U") well. Thanks.\n`)).toEqual([
    'Read [this](https://a.example/x. "T. U") well.',
    'Thanks.',
  ]);
});

it.each([
  ['a byte order mark', `\uFEFF${HEAD}One. Two.\n`],
  ['Windows line ends', `${HEAD}One. Two.\n`.replaceAll('\n', '\r\n')],
  ['no front matter', 'One. Two.\n'],
  ['a byte order mark and no front matter', '\uFEFFOne. Two.\n'],
])('counts offsets of the file as it is, with %s', (_name, file) => {
  expect(read(file).map(({ start, end }) => file.slice(start, end))).toEqual(['One.', 'Two.']);
});

it('reads block quotes, numbered lists, rulers and hidden comments', () => {
  expect(
    texts(
      `${HEAD}> We keep\n> it. We do.\n\n<!-- a note. -->\n\n1. First thing;\n2. Second.\n\n---\n\nLast.\n`,
    ),
  ).toEqual(['We keep\n> it.', 'We do.', 'First thing;', 'Second.', 'Last.']);
});

const block = fc.oneof(
  fc.lorem({ mode: 'sentences', maxCount: 3 }),
  fc.lorem({ maxCount: 4 }).map((text) => `## ${text}`),
  fc
    .array(fc.lorem({ mode: 'sentences', maxCount: 2 }), { minLength: 1, maxLength: 4 })
    .map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc.lorem({ maxCount: 3 }).map((text) => `- ${text}:\n  - **${text}**. Then more.\n  - e.g. ${text}`),
  fc.lorem({ mode: 'sentences', maxCount: 2 }).map((text) => `> ${text}`),
  fc.lorem({ maxCount: 2 }).map((text) => `| a | b |\n|---|---|\n| ${text} | x. Y |`),
  fc.string({ maxLength: 40 }),
);

it('whatever the Markdown: a unit is a slice of the file, and no two overlap in part', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (blocks, end) => {
      const file = `${HEAD}${blocks.join('\n\n')}\n`.replaceAll('\n', end);
      const units = read(file);
      for (const unit of units) {
        expect(unit.text).toBe(file.slice(unit.start, unit.end));
        expect(unit.text.trim()).toBe(unit.text);
        expect(unit.text).not.toBe('');
      }
      for (const [at, one] of units.entries()) {
        for (const other of units.slice(at + 1)) {
          const apart = one.end <= other.start || other.end <= one.start;
          const inside =
            (other.start >= one.start && other.end <= one.end) ||
            (one.start >= other.start && one.end <= other.end);
          expect(apart || inside).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});

it('is one list to whoever reads it where the sign of its bullets changes', () => {
  const file =
    'In the groups there must be:\n\n- no names\n* no photographs\n- nothing about health\n\nAfter it:\n\nText.\n\n- loose\n';
  const bullets = unitsOf('p', file, 0).filter(({ kind }) => kind === 'bullet');
  expect(bullets.map(({ leadIn }) => leadIn?.text ?? null)).toEqual([
    'In the groups there must be:',
    'In the groups there must be:',
    'In the groups there must be:',
    null,
  ]);
  expect(new Set(bullets.map(({ group }) => group)).size).toBe(2);
});
