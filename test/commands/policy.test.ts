import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readItems } from '../../eval/run.ts';
import { projectRoot } from '../../src/base/root.ts';
import { sealUnder } from '../../src/base/seal.ts';
import { runCommand } from '../../src/cli.ts';
import type { Io } from '../../src/commands/io.ts';
import { logRequests } from '../../src/flows/cases/log-request.ts';
import { openPolicies } from '../../src/knowledge/policy/open-policies.ts';
import { parseRegisterKey } from '../../src/register/history/sealing.ts';
import { agent, letter, openDesk } from '../support/desk.ts';
import { deleted, docx, inserted, p, r } from '../support/docx-writer.ts';

const shipped = join(projectRoot, 'data', 'policies', 'smartxpo-privacy-notice.md');
let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'policies-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const privacyWith = async (env: Readonly<Record<string, string>>, ...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    lines: async function* () {},
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    terminal: false,
    env: { POLICY_DIR: dir, DATA_DIR: join(dir, 'register'), ...env },
    clock: () => new Date('2026-03-02T09:00:00Z'),
  };
  return { code: await runCommand(args, io), out: out.join('\n'), err: err.join('\n') };
};

const privacy = (...args: readonly string[]) => privacyWith({}, ...args);
const privacyAt = (folder: string, ...args: readonly string[]) => privacyWith({ DATA_DIR: folder }, ...args);

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
  const stateOf = (article: string) =>
    report.coverage.find((item: { article: string }) => item.article === article)?.state;
  expect(stateOf('Art. 13(2)(f)')).toBe('missing');
  expect(stateOf('Art. 13(2)(d), DPA 2018 s. 164A')).toBe('partly');
  expect(stateOf('Art. 13(2)(b)')).toBe('covered');
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
  expect(drift.facts.map(({ value }: { value: string }) => value).join()).toContain('within one year');
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

it('calls no answer changed that quotes the same words, and one changed whose lead-in is another', async () => {
  const text = await readFile(shipped, 'utf8');
  const topics = async (from: string | RegExp, to: string): Promise<readonly string[]> => {
    const edited = join(dir, 'edited.md');
    await writeFile(edited, text.replace(from, to));
    const { out } = await privacy('policy', 'diff', shipped, edited, '--json');
    const drift = JSON.parse(out);
    expect(drift.changes).toHaveLength(1);
    return drift.answers.map(({ topic }: { topic: string }) => topic);
  };
  expect(await topics('## Lawful bases and purposes for', '## Purposes for')).toEqual([]);
  expect(
    await topics(/(- you request information from[^\n]*\n)(- you submit information to us[^\n]*\n)/u, '$2$1'),
  ).toEqual([]);
  expect(await topics('We may collect and process data', 'We never collect and process data')).toContain(
    'collect_when',
  );
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
  expect(policy?.units.map(({ section, text }) => [section, text])).toEqual([
    ['Privacy', 'We keep data for as long as it is needed.'],
    ['Privacy', 'names'],
    ['Privacy', 'addresses'],
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

describe('an import', () => {
  const bring = async (name: string, bytes: Uint8Array | string): Promise<string> => {
    await mkdir(join(dir, 'from'), { recursive: true });
    await writeFile(join(dir, 'from', name), bytes);
    return join(dir, 'from', name);
  };

  it('says what was read, what was left out and what the document does not say, as data too', async () => {
    const file = await bring(
      'page.html',
      '<nav><a href="/">Home</a></nav><h1>Shop notice</h1><p>We keep orders. We sell nothing.</p>',
    );
    const { code, out } = await privacy('policy', 'import', file, '--json');
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(report).toMatchObject({
      head: { id: 'page', title: 'Shop notice', controller: null },
      counts: { units: 2, headings: 1 },
      leftOut: [{ what: 'navigation', text: 'Home' }],
      missing: ['version', 'updated', 'controller', 'contact'],
      toConfirm: ['title'],
      findings: [],
    });
    expect(await readFile(report.path, 'utf8')).not.toContain('not stated');
  });

  it('takes from the command line what the document does not say, and check is content only then', async () => {
    const file = await bring('notice.txt', 'Notice\n\nWe keep what you tell us.\n');
    await privacy('policy', 'import', file);
    const bare = await privacy('policy', 'check', '--json');
    expect(bare.code).toBe(1);
    expect(JSON.parse(bare.out)[0].document).toMatchObject([{ id: 'not-stated' }]);
    const head = [
      '--controller',
      'Acme Ltd',
      '--contact',
      'us@acme.example',
      '--version',
      '3',
      '--updated',
      'May 2026',
      '--title',
      'Our notice',
      '--precedence',
      '5',
    ];
    expect((await privacy('policy', 'import', file, '--force', ...head)).code).toBe(0);
    const [policy] = await openPolicies(dir);
    expect(policy?.head).toEqual({
      id: 'notice',
      title: 'Our notice',
      version: '3',
      updated: 'May 2026',
      controller: 'Acme Ltd',
      contact: 'us@acme.example',
      precedence: 5,
    });
    expect((await privacy('policy', 'check')).code).toBe(0);
  });

  it('brings several documents, and says no for those that cannot be', async () => {
    const word = await bring(
      'tracked.docx',
      docx(p(r('We keep it for ') + deleted('six') + inserted('two') + r(' years.'))),
    );
    const text = await bring('plain.txt', 'Notice\n\nWe keep it.\n');
    const both = await privacy('policy', 'import', word, text);
    expect(both.code).toBe(1);
    expect(both.err).toContain('--accept-changes');
    expect(await readdir(dir)).toEqual(['from', 'plain.md']);
    expect((await privacy('policy', 'import', word, '--reject-changes', '--id', 'staff')).code).toBe(0);
    expect((await openPolicies(dir)).flatMap(({ units }) => units.map((unit) => unit.text))).toContain(
      'We keep it for six years.',
    );
  });

  it.each([
    ['two files and one id', ['a.txt', 'b.txt', '--id', 'a']],
    ['both ways with changes', ['a.docx', '--accept-changes', '--reject-changes']],
    ['an id with a blank', ['a.txt', '--id', 'a b']],
    ['an option it does not know', ['a.txt', '--loud']],
  ])('is called wrongly with %s', async (_, args) => {
    expect((await privacy('policy', 'import', ...args)).code).toBe(2);
  });
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

describe('entries of the privacy team', () => {
  const entry = (over: Record<string, unknown>) => ({
    id: 'one',
    question: 'Do we record calls?',
    wordings: [],
    answer: 'No.',
    answeredBy: 'U0PRIYA001',
    savedBy: 'U0PRIYA001',
    savedOn: '2025-01-02',
    reviewBy: '2026-06-01',
    beside: [],
    retired: null,
    ...over,
  });
  const bring = async (...entries: readonly { readonly id: string }[]): Promise<void> => {
    await mkdir(join(dir, 'register', 'entries'), { recursive: true });
    for (const one of entries)
      await writeFile(join(dir, 'register', 'entries', `${one.id}.json`), JSON.stringify(one));
  };

  it('are named when their review is due or the policy says other words beside them now', async () => {
    await bringShipped();
    const quote = 'Our operations team and senior management have access to your information.';
    const beside = (words: string) => [{ policy: 'smartxpo-privacy-notice', quote: words }];
    await bring(
      entry({ id: 'due', reviewBy: '2026-03-01' }),
      entry({ id: 'changed', beside: beside('Only the operations team has access.') }),
      entry({ id: 'sound', beside: beside(quote) }),
      entry({ id: 'retired', reviewBy: '2026-03-01', retired: { by: 'U0PRIYA001', on: '2026-02-01' } }),
    );
    const { code, out } = await privacy('policy', 'check', '--json');
    expect(code).toBe(0);
    expect(
      JSON.parse(out)[0].entries.map(({ id, kind }: { id: string; kind: string }) => [id, kind]),
    ).toEqual([
      ['changed', 'the policy says other words now'],
      ['due', 'review is due'],
    ]);
  });
});

describe('open cases that an edit touches', () => {
  const edited = async (): Promise<string> => {
    const text = await readFile(shipped, 'utf8');
    const file = join(dir, 'edited.md');
    await writeFile(
      file,
      text.replace('from our systems within one year', 'from our systems within six months'),
    );
    return file;
  };

  it('are named with why, and the register is left as it was', async () => {
    const at = await openDesk('2026-03-01T09:00:00Z');
    const received = { receivedAt: '2026-02-27T09:00:00Z' };
    for (const right of ['client_data_deletion', 'erasure', 'access'] as const)
      await logRequests(at.desk, letter({ ...received, rights: [right] }), agent, right);
    const before = JSON.stringify(await at.desk.register.list());
    const { code, out } = await privacyAt(at.folder, 'policy', 'diff', shipped, await edited(), '--json');
    expect(code).toBe(0);
    const { cases } = JSON.parse(out);
    expect(cases.map(({ right }: { right: string }) => right)).toEqual(['client_data_deletion']);
    expect(cases[0].why.join(' ')).toContain('Your data is ready');
    expect(cases[0].why.join(' ')).toContain('one year');
    expect(out).not.toContain('Quilla');
    expect(JSON.stringify(await at.desk.register.list())).toBe(before);
    await at.close();
  });

  it('are none where there is no register, and none is made', async () => {
    const { code, out } = await privacy('policy', 'diff', shipped, await edited());
    expect(code).toBe(0);
    expect(out).toContain('No open case is touched.');
    await expect(readdir(join(dir, 'register'))).rejects.toThrow();
  });
});

describe('a drafted map', () => {
  it('agrees with the text that it was drafted from, and is found broken when that is edited', async () => {
    const file = join(dir, 'harbour-fitness.md');
    await copyFile(join(projectRoot, 'eval/policies/harbour-fitness/harbour-fitness.md'), file);
    const { code, out } = await privacy('policy', 'map', file);
    expect(code).toBe(0);
    await writeFile(file.replace(/\.md$/u, '.map.yaml'), out);
    expect((await privacy('policy', 'check')).out).toContain('Map: every quote stands in the text');
    const [, quote = ''] = /says:\n\s+- "?([^\n"]{40,})/u.exec(out) ?? [];
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(quote.slice(0, 30), 'Something else entirely'));
    expect((await privacy('policy', 'check')).code).toBe(1);
  });
});

describe('the gap report on the command line', () => {
  it('tells the coverage and writes questions only into the file that is asked for', async () => {
    await bringShipped();
    const key = Buffer.alloc(32, 7).toString('base64');
    const { wrapping } = parseRegisterKey(key);
    await mkdir(join(dir, 'register', 'gaps'), { recursive: true });
    const line = {
      on: '2026-03-01',
      topic: 'dpo',
      why: 'silent',
      outcome: 'silent',
      reason: null,
      question: sealUnder(wrapping).seal('who is our data protection officer'),
      note: null,
    };
    await writeFile(join(dir, 'register', 'gaps', '2026-03-01.jsonl'), `${JSON.stringify(line)}\n`);
    const questions = join(dir, 'asked.jsonl');
    const { code, out } = await privacyWith(
      { REGISTER_KEY: key },
      'policy',
      'gaps',
      '--json',
      '--questions',
      questions,
    );
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(report.groups).toMatchObject([{ topic: 'dpo', silent: 1, clause: { id: 'dpo' } }]);
    expect(out).not.toContain('who is our data protection officer');
    expect(await readItems(questions)).toMatchObject([
      { question: 'who is our data protection officer', kind: 'silent' },
    ]);
  });

  it('is called wrongly with words it does not know', async () => {
    expect((await privacy('policy', 'gaps', '--all')).code).toBe(2);
  });
});

describe('who speaks', () => {
  const write = (id: string, controller: string, contact: string, text = 'We keep it for a year.') =>
    writeFile(
      join(dir, `${id}.md`),
      `---\nid: ${id}\ntitle: T\nversion: 1\nupdated: May 2026\ncontroller: ${controller}\ncontact: ${contact}\n---\n## S\n\n${text}\n`,
    );

  it('check fails where nobody states the controller or the contact', async () => {
    await write('a', 'not stated', 'not stated');
    const { code, out } = await privacy('policy', 'check', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)[0].missing).toEqual(['controller', 'contact']);
  });

  it('check is content where the company file states both', async () => {
    await write('a', 'not stated', 'not stated');
    const file = join(dir, 'ours.yaml');
    await writeFile(file, 'name: Garden Society\nsender: { contact: hello@garden.example }\n');
    const { code, out } = await privacyWith({ COMPANY_FILE: file }, 'policy', 'check', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)[0].missing).toEqual([]);
  });

  it('check names a house rule that a passage contradicts, with the passage', async () => {
    await write('a', 'Garden Society', 'c@example.org', 'We charge ten pounds for a copy.');
    const file = join(dir, 'ours.yaml');
    await writeFile(
      file,
      'name: Garden Society\nhouse_rules:\n  - { id: free, text: We never charge for a copy of the data., checked: 2026-11-01, contradicts: ["\\\\bwe charge\\\\b"] }\n',
    );
    const { out } = await privacyWith({ COMPANY_FILE: file }, 'policy', 'check', '--json');
    const [report] = JSON.parse(out);
    expect(report.findings).toContainEqual(
      expect.objectContaining({ id: 'house-rule', quote: 'We charge ten pounds for a copy.' }),
    );
  });

  it.each(['policy check', 'policy show', 'ask how'])('%s stops at two controllers', async (command) => {
    await write('a', 'Garden Society', 'c@example.org');
    await write('b', 'Tree Society', 'c@example.org');
    const { code, err } = await privacy(...command.split(' '));
    expect(code).toBe(1);
    expect(err).toMatch(/Garden Society.*Tree Society/u);
  });
});
