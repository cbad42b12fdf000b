import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFileStore } from '../../src/register/files/file-store.ts';
import { headEntry } from '../../src/register/head-keeper.ts';
import { anchorsIn } from '../../src/register/history/anchor.ts';
import {
  type CaseDocument,
  documentText,
  newDocument,
  withEvents,
} from '../../src/register/history/case-document.ts';
import { chainStart, type EventRecord, linked, sha256 } from '../../src/register/history/chain.ts';
import { checkEvidence, evidenceText } from '../../src/register/history/evidence.ts';
import { emptyTip, headLines, logMark, openLog } from '../../src/register/history/head-log.ts';
import { parseRegisterKey } from '../../src/register/history/sealing.ts';
import { type Verification, verification } from '../../src/register/history/verify.ts';
import { keepRegister } from '../../src/register/kept-register.ts';
import type { Database } from '../../src/register/postgres/connection.ts';
import { openPostgresStore } from '../../src/register/postgres/postgres.ts';
import type { AnyEvent } from '../../src/register/register.ts';
import type { Store, Tombstone } from '../../src/register/store.ts';
import { emptyEngine } from '../support/postgres-engine.ts';
import { erasedTrace, keyText, otherKeyText, plainKind, received, took } from './plain-kind.ts';
import { temporaryFolder } from './temp-folder.ts';

const key = parseRegisterKey(keyText);
/** Whoever attacks can write everything and run our own program, under a key of their own. */
const theirs = parseRegisterKey(otherKeyText);

/** A register laid open: what a hand with write access finds. */
type Open = {
  readonly cases: Map<string, CaseDocument>;
  readonly log: readonly string[];
  readonly stones: readonly Tombstone[];
};

type Attack = readonly [
  what: string,
  do_: (now: Open, before: Open) => Open,
  /** What names it. */
  where: string,
  /** True where the register alone cannot know: it is whole, only not the latest. */
  byAnchor?: boolean,
];

const id = (n: number): string => `DSR-2026-000${n}`;
const one = (open: Open, n: number): CaseDocument => {
  const document = open.cases.get(id(n));
  if (document === undefined) throw new Error(`no ${id(n)}`);
  return document;
};

/** All hashes that need no key made to fit, as an attacker would. */
const rehashed = (document: CaseDocument, events: readonly EventRecord[] = document.events): CaseDocument => {
  let prev = chainStart(document.id);
  const chained = events.map((record, index) => {
    const sealed =
      record.sealed?.data === undefined
        ? record.sealed
        : { ...record.sealed, hash: sha256(record.sealed.data) };
    const { hash: _, mac, sealed: __, ...rest } = record;
    const next = linked({ ...rest, n: index + 1, prev, ...(sealed === undefined ? {} : { sealed }) });
    prev = next.hash;
    const tied =
      mac === undefined
        ? {}
        : { mac: mac.slice(0, 32) + sha256(`${next.hash} ${mac.slice(0, 32)}`).slice(0, 8) };
    return { ...next, ...tied };
  });
  const body = { ...document, events: chained };
  const text = documentText(body);
  const checksum = sha256(text.slice(text.indexOf('  "format"'), -1));
  const mac = document.mac?.slice(0, 32);
  return {
    ...body,
    checksum,
    ...(mac === undefined ? {} : { mac: mac + sha256(`${checksum} ${mac}`).slice(0, 8) }),
  };
};

const withCase = (open: Open, document: CaseDocument): Open => ({
  ...open,
  cases: new Map(open.cases).set(document.id, document),
});
const without = (open: Open, ...ids: readonly string[]): Open => ({
  ...open,
  cases: new Map([...open.cases].filter(([name]) => !ids.includes(name))),
});
const altered = (n: number, at: number, change: (record: EventRecord) => EventRecord) => (open: Open) =>
  withCase(
    open,
    rehashed(
      one(open, n),
      one(open, n).events.map((record, index) => (index === at ? change(record) : record)),
    ),
  );
const plainAltered = (n: number, change: (document: CaseDocument) => CaseDocument) => (open: Open) =>
  withCase(open, rehashed(change(one(open, n))));
const noMarks = (document: CaseDocument): CaseDocument => {
  const { mac: _, ...rest } = document;
  return rehashed({ ...rest, format: 1, events: rest.events.map(({ mac: __, ...record }) => record) });
};
const underTheirKey = (document: CaseDocument): CaseDocument => {
  const { events } = withEvents({ ...document, key: null }, [], theirs, []);
  return rehashed({ ...withEvents({ ...document, key: null }, [], theirs, []), key: document.key, events });
};
const stranger = (number: string, format: 1 | 2 = 2): CaseDocument => {
  const made = newDocument(number, 'form-x', [received('Forged Person', 'f@example.com')], theirs, []);
  const posing = rehashed({ ...made, key: made.key === null ? null : { ...made.key, id: key.id } });
  return format === 1 ? noMarks(posing) : posing;
};
const lines = (open: Open, change: (log: readonly string[]) => readonly string[]): Open => ({
  ...open,
  log: change(open.log),
});

const attacks: readonly Attack[] = [
  [
    'a date altered',
    (o) =>
      withCase(o, {
        ...one(o, 1),
        events: one(o, 1).events.map((r) => ({ ...r, at: '2026-12-02T09:00:00.000Z' })),
      }),
    id(1),
  ],
  [
    'a date altered, all hashes made to fit',
    altered(1, 0, (r) => ({ ...r, at: '2026-12-02T09:00:00.000Z' })),
    id(1),
  ],
  ['another person put under an event', altered(2, 1, (r) => ({ ...r, by: 'U0BOSS' })), id(2)],
  ['another type of event', altered(2, 1, (r) => ({ ...r, type: 'approved' })), id(2)],
  [
    'a plain field altered',
    altered(1, 0, (r) => ({ ...r, fields: { ...r.fields, channel: 'letter' } })),
    id(1),
  ],
  ['a plain field added', altered(1, 0, (r) => ({ ...r, fields: { ...r.fields, frozen: true } })), id(1)],
  ['a plain field taken out', altered(1, 0, (r) => ({ ...r, fields: {} })), id(1)],
  [
    'the names of sealed fields altered',
    altered(1, 0, (r) => ({ ...r, ...(r.sealed && { sealed: { ...r.sealed, fields: ['words'] } }) })),
    id(1),
  ],
  [
    'what is sealed exchanged with another case',
    (o) =>
      altered(1, 0, (r) => ({
        ...r,
        ...(one(o, 2).events[0]?.sealed && { sealed: one(o, 2).events[0]?.sealed }),
      }))(o),
    id(1),
  ],
  [
    'what is sealed taken out, as if erased',
    altered(1, 0, (r) => ({
      ...r,
      ...(r.sealed && { sealed: { fields: r.sealed.fields, hash: r.sealed.hash } }),
    })),
    id(1),
  ],
  [
    'what is sealed altered',
    altered(1, 0, (r) => ({
      ...r,
      ...(r.sealed && { sealed: { ...r.sealed, data: Buffer.from('nothing').toString('base64') } }),
    })),
    id(1),
  ],
  ['the last event dropped', (o) => withCase(o, rehashed(one(o, 2), one(o, 2).events.slice(0, -1))), id(2)],
  ['the first event dropped', (o) => withCase(o, rehashed(one(o, 2), one(o, 2).events.slice(1))), id(2)],
  [
    'a middle event dropped',
    (o) => withCase(o, rehashed(one(o, 2), one(o, 2).events.toSpliced(1, 1))),
    id(2),
  ],
  [
    'two events exchanged',
    (o) =>
      withCase(
        o,
        rehashed(
          one(o, 2),
          [0, 2, 1].flatMap((at) => one(o, 2).events[at] ?? []),
        ),
      ),
    id(2),
  ],
  [
    'an event doubled',
    (o) => withCase(o, rehashed(one(o, 2), [...one(o, 2).events, ...one(o, 2).events.slice(-1)])),
    id(2),
  ],
  [
    'an event of another case put in',
    (o) => withCase(o, rehashed(one(o, 1), [...one(o, 1).events, ...one(o, 2).events.slice(1, 2)])),
    id(1),
  ],
  [
    'an approval invented under a key of their own',
    (o) =>
      withCase(
        o,
        rehashed({
          ...withEvents({ ...one(o, 1), key: null }, [{ ...took('U0BOSS'), type: 'approved' }], theirs, []),
          key: one(o, 1).key,
        }),
      ),
    id(1),
  ],
  ['all marks made under a key of their own', (o) => withCase(o, underTheirKey(one(o, 1))), id(1)],
  ['all marks taken out', (o) => withCase(o, rehashed({ ...noMarks(one(o, 1)), format: 2 })), id(1)],
  [
    'made to look like the first release, and altered',
    (o) =>
      withCase(o, noMarks(altered(1, 0, (r) => ({ ...r, by: 'U0BOSS' }))(o).cases.get(id(1)) ?? one(o, 1))),
    id(1),
  ],
  [
    'one mark taken from another event',
    (o) =>
      withCase(
        o,
        rehashed(
          one(o, 2),
          one(o, 2).events.map((r, at) => (at === 1 ? { ...r, mac: one(o, 2).events[2]?.mac } : r)),
        ),
      ),
    id(2),
  ],
  ['the id of the form altered', plainAltered(1, (d) => ({ ...d, requestId: 'form-9' })), id(1)],
  ['the hashes of the person taken out', plainAltered(1, (d) => ({ ...d, subjects: [] })), id(1)],
  ['another wrapped key', (o) => plainAltered(1, (d) => ({ ...d, key: one(o, 2).key }))(o), id(1)],
  ['the key taken away', plainAltered(1, (d) => ({ ...d, key: null })), id(1)],
  [
    'the key said to be another',
    plainAltered(1, (d) => ({ ...d, key: { id: '0'.repeat(16), wrapped: d.key?.wrapped ?? '' } })),
    id(1),
  ],
  ['a case deleted', (o) => without(o, id(1)), id(1)],
  ['the last case deleted', (o) => without(o, id(4)), id(4)],
  [
    'a case deleted, and its lines in the log',
    (o) => lines(without(o, id(1)), (log) => log.filter((line) => !line.startsWith(id(1)))),
    'heads.log',
  ],
  ['all cases deleted', (o) => without(o, ...o.cases.keys()), id(2)],
  ['a case invented', (o) => withCase(o, stranger(id(6))), id(6)],
  ['a case invented, in the shape of the first release', (o) => withCase(o, stranger(id(6), 1)), id(6)],
  ['a case copied to another number', (o) => withCase(o, rehashed({ ...one(o, 1), id: id(6) })), id(6)],
  [
    'two cases exchanged',
    (o) =>
      withCase(withCase(o, rehashed({ ...one(o, 1), id: id(2) })), rehashed({ ...one(o, 2), id: id(1) })),
    id(1),
  ],
  ['a case set back to what it was', (o, before) => withCase(o, one(before, 2)), id(2)],
  ['an erased case brought back', (o, before) => withCase(o, one(before, 3)), id(3)],
  ['the log taken away', (o) => lines(o, () => []), 'DSR'],
  ['a line of the log taken out', (o) => lines(o, (log) => log.toSpliced(2, 1)), 'heads.log'],
  [
    'two lines of the log exchanged',
    (o) => lines(o, ([a = '', b = '', c = '', ...rest]) => [a, c, b, ...rest]),
    'heads.log',
  ],
  [
    'a line of the log altered',
    (o) => lines(o, (log) => log.with(2, (log[2] ?? '').replace(id(2), id(3)))),
    'heads.log',
  ],
  ['a line added to the log', (o) => lines(o, (log) => [...log, log.at(-1) ?? '']), 'heads.log'],
  ['a line that is none', (o) => lines(o, (log) => log.with(3, 'nothing to see here')), 'heads.log'],
  ['the beginning of the log cut off', (o) => lines(o, (log) => log.slice(1)), 'heads.log'],
  [
    'a log made under a key of their own',
    (o) =>
      lines(
        o,
        () =>
          headLines(theirs.history, emptyTip, [logMark('begins'), ...[...o.cases.values()].map(headEntry)])
            .lines,
      ),
    'heads.log',
  ],
  [
    'an erasure noted by nobody',
    (o) => ({
      ...o,
      stones: [...o.stones, { caseId: id(1), first: one(o, 1).events[0]?.hash ?? '', trace: erasedTrace }],
    }),
    id(1),
  ],
  [
    'a case set back and the log cut to it',
    (o, before) => lines(withCase(without(o, id(4)), one(before, 2)), () => before.log),
    'heads.log',
    true,
  ],
  ['the whole register set back', (_, before) => before, 'anchor', true],
  ['the register emptied', () => ({ cases: new Map(), log: [], stones: [] }), 'anchor', true],
  [
    'everything made to look like the first release',
    (o) => ({ cases: new Map([...o.cases].map(([name, d]) => [name, noMarks(d)])), log: [], stones: [] }),
    'anchor',
    true,
  ],
];

const named = attacks.map(([what, attack, where, byAnchor = false]) => ({ what, attack, where, byAnchor }));

/** Where a register lies, to be laid open and closed again. */
type Place = {
  readonly store: () => Promise<Store>;
  readonly read: () => Promise<Open>;
  readonly write: (open: Open) => Promise<void>;
};

const order = (n: number) =>
  ({ prefix: 'DSR', year: 2026, requestId: `form-${n}`, events: () => [received()] as [AnyEvent] }) as const;

/** The register before, and after one more week. */
const lived = async ({ store, read }: Place): Promise<{ before: Open; now: Open; anchor: string }> => {
  const register = await keepRegister(await store(), key, plainKind);
  for (const n of [1, 2, 3]) await register.create(order(n));
  await register.append(id(2), 1, took());
  const before = await read();
  await register.append(id(2), 2, took('U0LEE', 9));
  await register.erase(id(3), erasedTrace);
  await register.create(order(4));
  const anchor = register.anchor() ?? '';
  await register.close();
  return { before, now: await read(), anchor };
};

const verified = async ({ store, read }: Place, anchor: string | null): Promise<Verification> => {
  const open = await store();
  try {
    const check = verification({
      lines: await open.headLines(0),
      stones: await open.tombstones(),
      key,
      anchors: anchor === null ? [] : anchorsIn(anchor),
    });
    for (const [name, document] of (await read()).cases)
      check.take({ id: name, bytes: Buffer.from(documentText(document)) });
    return check.result();
  } finally {
    await open.close();
  }
};

const places = (name: string, place: () => Place): void => {
  describe(`a register in ${name}`, () => {
    let found = {
      before: { cases: new Map(), log: [], stones: [] } as Open,
      now: { cases: new Map(), log: [], stones: [] } as Open,
      anchor: '',
    };
    beforeAll(async () => {
      found = await lived(place());
    }, 60_000);

    it('that nobody touched verifies, with its anchor and with an earlier one', async () => {
      await place().write(found.now);
      const { faults, whole, vouched, anchor } = await verified(place(), found.anchor);
      expect({ faults, whole, vouched, anchor }).toEqual({
        faults: [],
        whole: 4,
        vouched: true,
        anchor: found.anchor,
      });
      const log = openLog(key.history);
      log.take(found.before.log);
      const { count, link } = log.read().tip;
      expect((await verified(place(), `${count}-${link.slice(0, 24)}`)).faults).toEqual([]);
    });

    it.each(named)('with $what is named, at its place', async ({ attack, where, byAnchor }) => {
      await place().write(attack(found.now, found.before));
      const alone = (await verified(place(), null)).faults;
      const anchored = (await verified(place(), found.anchor)).faults;
      if (byAnchor) expect(anchored.map((fault) => fault.where)).toContain('anchor');
      else expect(alone.map((fault) => fault.where).join(', ')).toContain(where);
    });

    it.each(named.filter(({ where }) => where.startsWith('DSR-')))(
      'with $what is named when it is opened, and no forged history is shown',
      async ({ attack, where }) => {
        const after = attack(found.now, found.before);
        await place().write(after);
        const register = await keepRegister(await place().store(), key, plainKind);
        const told = register.problems().map((problem) => problem.where.replace('.json', ''));
        const shown = (await register.list()).map((head) => head.id);
        const noted = where === id(1) && after.stones.length > found.now.stones.length;
        const otherKey = register.problems().some(({ what }) => what === 'other-key');
        await register.close();
        if (noted) expect(shown).toContain(where);
        else expect(told).toContain(where);
        if (!noted && !otherKey) expect(shown).not.toContain(where);
      },
    );
  });
};

const folder = temporaryFolder();
let lasting = '';

const files: Place = {
  store: () => openFileStore(lasting),
  read: async () => {
    const store = await openFileStore(lasting, { readOnly: true });
    const names = (await readdir(join(lasting, 'cases'))).filter((name) => name.endsWith('.json')).sort();
    const cases = new Map<string, CaseDocument>();
    for (const name of names)
      cases.set(name.replace('.json', ''), JSON.parse(await readFile(join(lasting, 'cases', name), 'utf8')));
    return { cases, log: await store.headLines(0), stones: await store.tombstones() };
  },
  write: async ({ cases, log, stones }) => {
    await rm(join(lasting, 'cases'), { recursive: true, force: true });
    const { mkdir } = await import('node:fs/promises');
    await mkdir(join(lasting, 'cases'), { recursive: true });
    for (const [name, document] of cases)
      await writeFile(join(lasting, 'cases', `${name}.json`), documentText(document));
    if (log.length > 0)
      await writeFile(join(lasting, 'cases', 'heads.log'), log.map((line) => `${line}\n`).join(''));
    await writeFile(join(lasting, 'erased.json'), JSON.stringify(stones));
  },
};

let engine: PGlite;
const database: Database = {
  query: async (text, values = []) => engine.query(text, [...values]),
  close: async () => undefined,
};

const tables: Place = {
  store: () => openPostgresStore(database),
  read: async () => {
    const rows = async (text: string) => (await engine.query<Record<string, string>>(text)).rows;
    const cases = new Map<string, CaseDocument>();
    for (const row of await rows('SELECT id, document FROM privacy_case ORDER BY id'))
      cases.set(row['id'] ?? '', JSON.parse(row['document'] ?? ''));
    return {
      cases,
      log: (await rows('SELECT line FROM privacy_head ORDER BY n')).map((row) => row['line'] ?? ''),
      stones: (await rows('SELECT stone FROM privacy_erased')).map((row) => JSON.parse(row['stone'] ?? '')),
    };
  },
  write: async ({ cases, log, stones }) => {
    await engine.exec('DELETE FROM privacy_case; DELETE FROM privacy_head; DELETE FROM privacy_erased');
    for (const [name, document] of cases)
      await engine.query('INSERT INTO privacy_case VALUES ($1, $2, $3, $4, $5, $6)', [
        name,
        name.slice(0, 9),
        Number(name.slice(9)),
        `${document.requestId} ${name}`,
        document.checksum,
        documentText(document),
      ]);
    for (const [index, line] of log.entries())
      await engine.query('INSERT INTO privacy_head VALUES ($1, $2)', [index + 1, line]);
    for (const stone of stones)
      await engine.query('INSERT INTO privacy_erased VALUES ($1, $2)', [stone.first, JSON.stringify(stone)]);
  },
};

beforeAll(async () => {
  const { mkdtemp } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  lasting = await mkdtemp(join(tmpdir(), 'register-forged-'));
  engine = await emptyEngine();
}, 60_000);
afterAll(async () => {
  await rm(lasting, { recursive: true, force: true });
});

places('files', () => files);
places('PostgreSQL', () => tables);

describe('an evidence file', () => {
  const made = '2026-11-22T12:00:00.000Z';
  const document = withEvents(
    newDocument(id(1), 'form-1', [received()], key, []),
    [took(), took('U0LEE', 9)],
    key,
    [],
  );
  const whole = evidenceText(document, made, key);

  it('is the register’s own to whoever has its key, and whole to everybody', () => {
    expect(checkEvidence(Buffer.from(whole), key)).toMatchObject({ ok: true, vouched: true });
    expect(checkEvidence(Buffer.from(whole))).toMatchObject({ ok: true, vouched: false });
  });

  it('made anew around an altered, a shorter or an invented history is found out with the key', () => {
    const shorter = { ...document, events: document.events.slice(0, 2) };
    const invented = newDocument(id(1), 'form-1', [received()], theirs, []);
    for (const [what, forged] of Object.entries({
      altered: rehashed(
        document,
        document.events.map((r) => ({ ...r, by: 'U0BOSS' })),
      ),
      shorter,
      invented,
    })) {
      const bytes = Buffer.from(evidenceText(forged, made, theirs));
      expect(checkEvidence(bytes, key).ok, what).toBe(false);
    }
  });
});

describe('a register of the first release', () => {
  it('is taken over once and says so once', async () => {
    const { firstReleaseFolder } = await import('../support/first-release.ts');
    const { openRegister } = await import('../../src/register/open.ts');
    const { caseKind } = await import('../../src/register/history/case-kind.ts');
    const at = firstReleaseFolder(join(folder(), 'old'));
    const told: string[] = [];
    const before = await openRegister({ folder: at, key: keyText, readOnly: true }, caseKind, (line) =>
      told.push(line),
    );
    expect(before.problems()).toEqual([]);
    expect((await before.list()).length).toBe(8);
    expect(told).toEqual([]);
    for (const _ of ['once', 'again']) {
      const register = await openRegister({ folder: at, key: keyText }, caseKind, (line) => told.push(line));
      expect(register.problems()).toEqual([]);
      expect((await register.list()).filter(({ erased }) => erased).length).toBe(1);
      expect((await register.history(id(1))).length).toBeGreaterThan(50);
      await register.close();
    }
    expect(told.length).toBe(1);
    const store = await openFileStore(at, { readOnly: true });
    expect((await store.changes()).map(({ format }) => format)).toEqual(Array(8).fill(2));
  });

  it('taken over only half when the program was killed is taken over whole at the next start', async () => {
    const { firstReleaseFolder } = await import('../support/first-release.ts');
    const { openRegister } = await import('../../src/register/open.ts');
    const { caseKind } = await import('../../src/register/history/case-kind.ts');
    const old = firstReleaseFolder(join(folder(), 'old'));
    const at = firstReleaseFolder(join(folder(), 'new'));
    const silent = () => undefined;
    await (await openRegister({ folder: at, key: keyText }, caseKind, silent)).close();
    for (const name of [id(2), id(5)])
      await cp(join(old, 'cases', `${name}.json`), join(at, 'cases', `${name}.json`));
    const register = await openRegister({ folder: at, key: keyText }, caseKind, silent);
    expect(register.problems()).toEqual([]);
    expect((await register.list()).length).toBe(8);
    await register.close();
  });
});
