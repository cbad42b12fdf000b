import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDocument } from '../../../src/knowledge/import/read-document.ts';
import { unitsOf } from '../../../src/knowledge/policy/units.ts';
import { documents } from './documents.ts';

const sound = async (name: string, bytes: Uint8Array): Promise<void> => {
  const outcome = await readDocument(name, bytes, 'refuse');
  if (outcome.ok) {
    expect(outcome.text.account).toEqual({ lost: [], invented: [] });
    for (const unit of unitsOf('p', outcome.text.body, 0)) expect(unit.text.trim()).toBe(unit.text);
  } else expect(outcome.fix).toMatch(/\w+ \w+/u);
};

const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'we',
      'keep',
      'data',
      'Invoices',
      'six',
      'years',
      'never',
      'Art.',
      'Acme',
      'six-month',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '*a*',
      '_b',
      '`c',
      '[d]',
      '<e>',
      '&amp;',
      '#f',
      '1.',
      '(a)',
      '•',
      '-',
      '|',
      '~~g~~',
      '\\h',
      '2.1',
      '**',
      '1)',
      '> i',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
const said = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '));
const escaped = said.map((text) =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;'),
);

const html = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    escaped.map((text) => `<p>${text}</p>`),
    escaped,
    fc
      .tuple(
        fc.constantFrom(
          'h1',
          'h2',
          'h3',
          'b',
          'del',
          'nav',
          'blockquote',
          'pre',
          'select',
          'sup',
          'dt',
          'dd',
          'summary',
          'div',
        ),
        escaped,
      )
      .map(([tag, text]) => `<${tag}>${text}</${tag}>`),
    fc.tuple(escaped, escaped).map(([one, other]) => `<p><b>${one}</b> ${other}<br>${one}</p>`),
    fc
      .tuple(
        fc.constantFrom('ul', 'ol', 'dl', 'ul', 'details', 'section', 'div hidden', 'div'),
        fc.array(tie('block'), { maxLength: 3 }),
      )
      .map(
        ([tag, inner]) =>
          `<${tag}>${inner.map((one) => (/^[uo]l/u.test(tag) && one.length % 3 > 0 ? `<li>${one}</li>` : one)).join('')}</${tag.split(' ')[0]}>`,
      ),
    fc
      .array(
        fc.array(fc.tuple(escaped, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
          maxLength: 3,
        }),
        { maxLength: 4 },
      )
      .map(
        (rows) =>
          `<table>${rows.map((cells) => `<tr>${cells.map(([text, columns, down]) => `<td colspan="${columns}" rowspan="${down}">${text}</td>`).join('')}</tr>`).join('')}</table>`,
      ),
  ),
})).block;

it('keeps every word of any web page', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(html, { maxLength: 5 }), (blocks) =>
      sound('a.html', new TextEncoder().encode(blocks.join('\n'))),
    ),
    { numRuns: 150 },
  );
}, 60_000);

it('keeps every word of any text', async () => {
  const line = fc
    .tuple(fc.constantFrom('', '  ', '\t', '    '), said, fc.constantFrom('\n', '\n\n', '.\n', ':\n'))
    .map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), (lines) =>
      sound('a.txt', new TextEncoder().encode(lines.join(''))),
    ),
    { numRuns: 150 },
  );
}, 60_000);

it('reads or refuses any Markdown and any bytes at all', async () => {
  const text = fc.array(
    fc.oneof(
      said,
      said.map((one) => `# ${one}`),
      said.map((one) => `- ${one}`),
      said.map((one) => `| ${one} | b |\n|---|---|\n| ${one} | c |`),
    ),
    { maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(text, async (lines) => {
      const outcome = await readDocument('a.md', new TextEncoder().encode(lines.join('\n\n')), 'refuse');
      if (outcome.ok) expect(outcome.text.account.lost).toEqual([]);
    }),
    { numRuns: 200 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('a.html', 'a.txt', 'a.md', 'a.docx', 'a.pdf', 'a', 'a.'),
      async (bytes, name) => {
        const outcome = await readDocument(name, bytes, 'refuse');
        if (!outcome.ok) expect(outcome.fix).toMatch(/\w+ \w+/u);
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);

it('reads or refuses Word files and PDFs that lost or changed some bytes', async () => {
  const whole = documents.filter(({ name }) => /\.(?:docx|pdf)$/u.test(name));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { maxLength: 8 }),
      fc.boolean(),
      async ({ name, bytes }, changes, cut) => {
        const broken = Uint8Array.from(bytes);
        for (const [where, byte] of changes) broken[Math.floor(where * broken.length)] = byte;
        const outcome = await readDocument(
          name,
          cut ? broken.subarray(0, Math.floor(broken.length * 0.7)) : broken,
          'refuse',
        );
        if (!outcome.ok) expect(outcome.fix).toMatch(/\w+ \w+/u);
      },
    ),
    { numRuns: 120 },
  );
}, 60_000);
