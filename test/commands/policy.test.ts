import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCommand } from '../../src/cli.ts';
import type { Io } from '../../src/commands/io.ts';
import { openPolicies } from '../../src/knowledge/open-policies.ts';
import { projectRoot } from '../../src/root.ts';

const shipped = join(projectRoot, 'data', 'policies', 'smartxpo-privacy-notice.md');
let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'policies-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const privacy = async (...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    lines: async function* () {},
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    terminal: false,
    env: { POLICY_DIR: dir },
    clock: () => new Date('2026-03-02T09:00:00Z'),
  };
  return { code: await runCommand(args, io), out: out.join('\n'), err: err.join('\n') };
};

const bringShipped = async (): Promise<string> => {
  const file = join(dir, 'smartxpo-privacy-notice.md');
  await copyFile(shipped, file);
  await copyFile(shipped.replace(/\.md$/u, '.map.yaml'), file.replace(/\.md$/u, '.map.yaml'));
  return file;
};

it('finds the map of the shipped policy sound and names what the privacy team should look at', async () => {
  await bringShipped();
  const { code, out } = await privacy('policy', 'check', '--json');
  expect(code).toBe(0);
  const [report] = JSON.parse(out);
  expect(report).toMatchObject({ map: 'agrees', faults: [] });
  expect(report.findings.map(({ id }: { id: string }) => id).sort()).toEqual([
    'difficulty-as-ground',
    'eea-limit',
    'no-complaint-procedure',
    'no-period-for-request-records',
    'out-of-date',
    'wrong-regime',
  ]);
  const missing = report.coverage.filter(({ quote }: { quote: string | null }) => quote === null);
  expect(missing.map(({ what }: { what: string }) => what)).toContain('automated decisions');
});

it('calls a map broken when a sentence that it quotes was edited, and shows what the text has instead', async () => {
  const file = await bringShipped();
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('for up to a year after', 'for up to six months after'));
  const { code, out } = await privacy('policy', 'check');
  expect(code).toBe(1);
  expect(out).toContain('changed quote (retention_client)');
  expect(out).toContain('for up to six months after');
});

it('names the passage, the answers and the letters that an edit of one year to six months changes', async () => {
  const text = await readFile(shipped, 'utf8');
  const edited = join(dir, 'edited.md');
  await writeFile(
    edited,
    text.replace('from our systems within one year', 'from our systems within six months'),
  );
  const { code, out } = await privacy('policy', 'diff', shipped, edited, '--json');
  expect(code).toBe(0);
  const drift = JSON.parse(out);
  expect(drift.changes).toHaveLength(1);
  expect(drift.changes[0]).toMatchObject({
    kind: 'changed',
    figures: { gone: ['one year'], come: ['six months'] },
  });
  expect(drift.answers.map(({ topic }: { topic: string }) => topic)).toEqual([
    'retention_client',
    'client_deletion_deadline',
    'client_deletion_trigger',
    'client_deletion_how',
    'client_deletion_scope',
    'client_data_copy',
    'client_data_copy_method',
  ]);
  expect(drift.letters.map(({ about }: { about: string }) => about)).toEqual(['client_data']);
});

it('says that a letter loses a quote when its bullet is taken out', async () => {
  const text = await readFile(shipped, 'utf8');
  const edited = join(dir, 'edited.md');
  await writeFile(edited, text.replace(/^- Historic invoices.*\n/mu, ''));
  const { out } = await privacy('policy', 'diff', shipped, edited);
  expect(out).toContain('invoices: “Historic invoices');
  expect(out).toContain('left out');
});

it('finds no difference between a policy and itself', async () => {
  const { code, out } = await privacy('policy', 'diff', shipped, shipped);
  expect(code).toBe(0);
  expect(out).toContain('No passage differs.');
});

it('imports a web page with its headings, lists and tables, and never writes over a policy unasked', async () => {
  const page = join(dir, 'Shop Notice.html');
  await writeFile(
    page,
    '<html><head><style>p{}</style><title>x</title></head><body><h1>Shop notice</h1><p>Shop Limited is the controller. Write to hi@shop.example.</p>' +
      '<h2>Keeping</h2><table><tr><th>What</th><th>How long</th></tr><tr><td>Orders</td><td>six years</td></tr></table><ul><li>your name;</li></ul><script>bad()</script></body></html>',
  );
  expect((await privacy('policy', 'import', page)).code).toBe(0);
  const [policy] = await openPolicies(dir);
  expect(policy?.head).toMatchObject({
    id: 'shop-notice',
    title: 'Shop notice',
    controller: 'Shop Limited',
    contact: 'hi@shop.example',
  });
  expect(policy?.units.map(({ kind }) => kind)).toEqual(['sentence', 'sentence', 'row', 'bullet']);
  expect(policy?.file).not.toContain('bad()');
  const again = await privacy('policy', 'import', page);
  expect(again.code).toBe(1);
  expect(again.err).toContain('--force');
  expect((await privacy('policy', 'import', page, '--force')).code).toBe(0);
});

it('joins the broken lines of a text file and keeps its bullets', async () => {
  const file = join(dir, 'plain.txt');
  await writeFile(file, 'Privacy\n\nWe keep data for as\nlong as it is needed.\n• names\n• addresses\n');
  expect((await privacy('policy', 'import', file, '--id', 'plain')).code).toBe(0);
  const [policy] = await openPolicies(dir);
  expect(policy?.units.map(({ text }) => text)).toEqual([
    'Privacy',
    'We keep data for as long as it is needed.',
    'names',
    'addresses',
  ]);
});

it.each([
  ['a file that is not there', 'none.txt', null, 2, 'there is no file'],
  ['another kind of file', 'a.xls', 'x', 1, '.docx'],
  ['a broken Word file', 'a.docx', 'no zip at all', 1, 'cannot be read'],
  ['a broken PDF', 'a.pdf', 'no pdf at all', 1, 'cannot be read'],
  ['an empty file', 'a.txt', ' \n', 1, 'no text'],
])('says what is wrong with %s', async (_why, name, content, code, words) => {
  const file = join(dir, name);
  if (content !== null) await writeFile(file, content);
  const given = await privacy('policy', 'import', file);
  expect(given.code).toBe(code);
  expect(given.err).toContain(words);
});

it.each([
  ['policy'],
  ['policy', 'mend'],
  ['policy', 'diff', 'one'],
  ['policy', 'import'],
  ['policy', 'check', 'x'],
])('is called wrongly: %s %s', async (...args) => {
  expect((await privacy(...args)).code).toBe(2);
});
