import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/register/files/durable-file.ts';
import { openFileStore } from '../../src/register/files/file-store.ts';
import { headEntry } from '../../src/register/head-keeper.ts';
import { documentText, newDocument } from '../../src/register/history/case-document.ts';
import { emptyTip, headLines, logMark } from '../../src/register/history/head-log.ts';
import { parseRegisterKey } from '../../src/register/history/sealing.ts';
import { subjectKeys } from '../../src/register/history/subject-keys.ts';
import { keepRegister } from '../../src/register/kept-register.ts';
import type { EventKind } from '../../src/register/register.ts';
import { erasedTrace, keyText, plainKind, received, took } from './plain-kind.ts';
import { allBytes, temporaryFolder } from './temp-folder.ts';

type Summary = { readonly types: readonly string[]; readonly first: string };
type Plain = ReturnType<typeof plainKind.parse>;

const folder = temporaryFolder();
const key = parseRegisterKey(keyText);
const many = 1_200;
const id = (n: number): string => `DSR-2026-${String(n).padStart(4, '0')}`;
const file = (n: number): string => join(folder(), 'cases', `${id(n)}.json`);
const indexFile = (): string => join(folder(), 'heads.index');

/** How many histories were folded: an index saves that. */
let folded = 0;
const kind = (version: string, mark = ''): EventKind<Plain, Summary> => ({
  ...plainKind,
  summarise: (_, history) => {
    folded += 1;
    return { types: history.map(({ type }) => type + mark), first: history[0]?.at ?? '' };
  },
  version,
  isSummary: (value): value is Summary => typeof value === 'object' && value !== null && 'types' in value,
});

const open = async (version = 'one', mark = '') => {
  folded = 0;
  return keepRegister(await openFileStore(folder()), key, kind(version, mark));
};

/** What lies in the folder, made once: each test writes it into a folder of its own. */
let texts: readonly string[] = [];
let log = '';
beforeAll(() => {
  const subjects = subjectKeys(key.lookup, plainKind.identifiers(received()));
  const documents = Array.from({ length: many }, (_, n) =>
    newDocument(id(n + 1), `form-${n + 1}`, [received()], key, subjects),
  );
  texts = documents.map(documentText);
  const { lines } = headLines(key.history, emptyTip, [logMark('begins'), ...documents.map(headEntry)]);
  log = lines.map((line) => `${line}\n`).join('');
});

beforeEach(async () => {
  await makeFolder(join(folder(), 'cases'));
  await Promise.all(texts.map((text, n) => writeFile(file(n + 1), text)));
  await writeFile(join(folder(), 'cases', 'heads.log'), log);
  await (await open()).close();
});

describe('the index of a large register', () => {
  it('gives the same heads without reading the histories', async () => {
    const register = await open();
    expect(folded).toBeLessThan(20);
    const heads = await register.list();
    expect(heads.length).toBe(many);
    expect(heads[6]).toEqual({
      id: id(7),
      length: 1,
      openedAt: received().at,
      changedAt: received().at,
      lastType: 'received',
      erased: false,
      summary: { types: ['received'], first: received().at },
    });
    expect((await register.withSubject([{ kind: 'email', value: 'w.quastel@canary.example' }])).length).toBe(
      many,
    );
    expect(
      await register.create({ prefix: 'DSR', year: 2026, requestId: 'form-9', events: () => [received()] }),
    ).toEqual({ id: id(9), created: false });
    expect(
      (await register.create({ prefix: 'DSR', year: 2026, requestId: 'new', events: () => [received()] })).id,
    ).toBe(id(many + 1));
    await register.close();
  });

  it('is not believed about what has changed since, also when the program was killed before it could write it', async () => {
    const before = await readFile(indexFile());
    const register = await open();
    await register.append(id(3), 1, took());
    await register.close();
    await writeFile(indexFile(), before);
    const again = await open();
    expect((await again.list())[2]?.summary.types).toEqual(['received', 'taken']);
    expect(folded).toBeLessThan(20);
    await again.close();
  });

  it('does not hide a case that was altered, damaged or taken away', async () => {
    const text = await readFile(file(5), 'utf8');
    await writeFile(file(5), text.replace('U0SAM', 'U0BOS'));
    await writeFile(file(6), '{');
    const { rm } = await import('node:fs/promises');
    await rm(file(7));
    const register = await open();
    const told = register
      .problems()
      .map(({ where }) => where.replace('.json', ''))
      .sort();
    expect(told).toEqual([id(5), id(6), id(7)]);
    expect((await register.list()).length).toBe(many - 3);
    await register.close();
    const again = await open();
    expect(again.problems().length).toBe(3);
    await again.close();
  });

  it('altered under the same size and time shows what was recorded, and the history is refused', async () => {
    const { stat } = await import('node:fs/promises');
    const { atime, mtime } = await stat(file(5));
    await writeFile(file(5), (await readFile(file(5), 'utf8')).replace('U0SAM', 'U0BOS'));
    await utimes(file(5), atime, mtime);
    const register = await open();
    await expect(register.history(id(5))).rejects.toThrow();
    await register.close();
  });

  it.each([
    [
      'forged',
      async () =>
        writeFile(
          indexFile(),
          (await readFile(indexFile(), 'latin1')).replace('received', 'answered'),
          'latin1',
        ),
    ],
    ['cut', async () => writeFile(indexFile(), (await readFile(indexFile())).subarray(0, 5_000))],
    ['empty', () => writeFile(indexFile(), '')],
  ])('that is %s is not believed, and everything is read', async (_, hurt) => {
    await hurt();
    const register = await open();
    expect(folded).toBeGreaterThanOrEqual(many);
    expect((await register.list())[0]?.summary.types).toEqual(['received']);
    expect(register.problems()).toEqual([]);
    await register.close();
  });

  it('of another program, or of one that says otherwise under the same name, is not believed', async () => {
    for (const [version, mark] of [
      ['two', ''],
      ['two', '!'],
    ] as const) {
      const register = await open(version, mark);
      expect(folded).toBeGreaterThanOrEqual(many);
      expect((await register.list())[0]?.summary.types).toEqual([`received${mark}`]);
      await register.close();
    }
  });

  it('forgets by what an erased person is found at once, not only at the end', async () => {
    const [hash = ''] = subjectKeys(
      key.lookup,
      plainKind.identifiers(received('Only One', 'only@one.example')),
    );
    const register = await open();
    const { id: made } = await register.create({
      prefix: 'DSR',
      year: 2026,
      requestId: 'only',
      events: () => [received('Only One', 'only@one.example')],
    });
    await register.close();
    expect(await readFile(indexFile(), 'latin1')).toContain(hash);
    const again = await open();
    await again.erase(made, erasedTrace);
    expect(await allBytes(folder())).not.toContain(hash);
    await again.close();
    expect(await allBytes(folder())).not.toContain(hash);
  });

  it('holds no personal data', async () => {
    expect(await readFile(indexFile(), 'latin1')).not.toMatch(/quastel|zebra/iu);
  });
});
