import { expect, it } from 'vitest';
import { z } from 'zod';
import { type Seal, sealUnder } from '../../src/base/seal.ts';
import { openDayBook } from '../../src/register/files/day-book.ts';
import { dropDraftsOf, openDrafts } from '../../src/register/files/draft-store.ts';
import { openShelf } from '../../src/register/files/shelf.ts';
import { forgetRecent, recentTexts } from '../../src/register/recent-texts.ts';
import type { TextFolders } from '../../src/register/text-folder.ts';
import { neverAnswered, openInbox } from '../../src/register/text-inbox.ts';

export type BesideBackend = {
  /** Another process over the same place. */
  readonly open: () => Promise<TextFolders>;
  /** It is killed: nothing is closed. */
  readonly kill: (folders: TextFolders) => Promise<void>;
  /** Everything that is stored, as text. */
  readonly bytes: () => Promise<string>;
};

const key = (n: number): Seal => sealUnder(new Uint8Array(32).fill(n));
const thing = z.strictObject({ id: z.string(), words: z.string() });
const never = (): Promise<void> => new Promise(() => {});

/** What every place for what lies beside the cases must do. `backend()` gives an empty one for each test. */
export const besideContract = (backend: () => Promise<BesideBackend>, shared: boolean): void => {
  let now = new Date();
  const clock = (): Date => now;
  const inbox = (folders: TextFolders, n = 1) => openInbox(folders, key(n), clock);
  const later = (ms: number): void => {
    now = new Date(now.getTime() + ms);
  };

  it('lists texts in order of name, whole or by what is in them', async () => {
    const folder = (await (await backend()).open()).folder('drafts');
    for (const name of ['b.json', 'a.json', 'B.json']) await folder.put(name, `text of ${name}`);
    expect([...(await folder.all()).keys()]).toEqual(['B.json', 'a.json', 'b.json']);
    expect([...(await folder.all('of a'))]).toEqual([['a.json', 'text of a.json']]);
    expect(await folder.names('a')).toEqual(['a.json']);
    await folder.drop('a.json');
    expect(await folder.read('a.json')).toBeNull();
  });

  it('drops what was last written before a moment, of all names or of those that begin so', async () => {
    const folder = (await (await backend()).open()).folder('drafts');
    for (const name of ['a.json', 'ab.json', 'b.json']) await folder.put(name, 'x');
    await folder.dropOlder(new Date(now.getTime() - 60_000));
    expect(await folder.names('')).toEqual(['a.json', 'ab.json', 'b.json']);
    await folder.dropOlder(new Date(now.getTime() + 3_600_000), 'a');
    expect(await folder.names('')).toEqual(['b.json']);
    await folder.dropOlder(new Date(now.getTime() + 3_600_000));
    expect(await folder.names('')).toEqual([]);
  });

  it('swaps a text for whoever knows what stands there, and for one of many', async () => {
    const { open } = await backend();
    const [one, other] = [(await open()).folder('drafts'), (await open()).folder('drafts')];
    const made = await Promise.all([1, 2, 3].map((n) => one.swap('a.json', null, `first ${n}`)));
    expect(made.filter(Boolean)).toHaveLength(1);
    const there = await one.read('a.json');
    const swapped = await Promise.all([1, 2, 3].map((n) => other.swap('a.json', there, `second ${n}`)));
    expect(swapped.filter(Boolean)).toHaveLength(1);
    expect(await one.swap('a.json', there, 'third')).toBe(false);
    expect(await one.read('a.json')).toMatch(/second/u);
  });

  it('adds lines to a text, also many at once', async () => {
    const { open } = await backend();
    const folder = (await open()).folder('gaps');
    await Promise.all(Array.from({ length: 20 }, (_, n) => folder.append('2026-11-30.jsonl', `${n}\n`)));
    const lines = (await folder.read('2026-11-30.jsonl'))?.trim().split('\n').map(Number) ?? [];
    expect(lines.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('takes a delivery once: at the same moment, from another process, after a restart', async () => {
    const { open } = await backend();
    const [one, other] = [await inbox(await open()), await inbox(await open())];
    const taken = await Promise.all([one.take('Ev1', 'x'), other.take('Ev1', 'x'), one.take('Ev1', 'x')]);
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await (await inbox(await open())).take('Ev1', 'x')).toBe(false);
  });

  it('finds what a killed process had taken on and not finished, for one of those that look', async () => {
    const { open, kill } = await backend();
    const folders = await open();
    const before = await inbox(folders);
    await before.take('Ev1', 'first words');
    await before.take('Ev2', 'second words');
    await before.finish('Ev2');
    expect(await before.unfinished()).toEqual([]);
    await kill(folders);
    const next = await inbox(await open());
    expect(await next.unfinished()).toEqual([
      { key: 'Ev1', content: 'first words', last: false, said: false },
    ]);
    expect(await next.unfinished()).toEqual([]);
    await next.finish('Ev1');
    expect(await (await inbox(await open())).unfinished()).toEqual([]);
  });

  it('gives out the rest, and later what could not be taken over at the first try', async () => {
    const { open, kill } = await backend();
    const folders = await open();
    const before = await inbox(folders);
    for (const id of ['Ev1', 'Ev2', 'Ev3']) await before.take(id, `words of ${id}`);
    await kill(folders);
    const real = await open();
    let swaps = 0;
    const stumbling: TextFolders = {
      ...real,
      folder: (name) => {
        const there = real.folder(name);
        const swap: typeof there.swap = async (...given) => {
          swaps += 1;
          // The second is done, and nobody hears of it.
          const done = await there.swap(...given);
          if (swaps === 2) throw new Error('the database does not answer');
          return done;
        };
        return { ...there, swap };
      },
    };
    const next = await inbox(stumbling);
    const first = await next.unfinished();
    expect(first).toHaveLength(2);
    const second = await next.unfinished();
    expect([...first, ...second].map(({ key: id }) => id).toSorted()).toEqual(['Ev1', 'Ev2', 'Ev3']);
  });

  it('lets one say the answer: not whoever was taken for gone, and not unseen where it may stand', async () => {
    const { open, kill } = await backend();
    const folders = await open();
    const before = await inbox(folders);
    for (const id of ['Ev1', 'Ev2']) await before.take(id, 'words');
    expect([await before.saying('Ev1'), await before.saying('Ev1')]).toEqual(['ours', 'ours']);
    await kill(folders);
    const next = await inbox(await open());
    await next.unfinished();
    // It was only slow.
    expect([await before.saying('Ev1'), await before.saying('Ev2')]).toEqual(['others', 'others']);
    await before.finish('Ev2');
    expect([await next.saying('Ev1'), await next.saying('Ev2')]).toEqual(['said', 'look']);
    await next.finish('Ev1');
    await next.finish('Ev2');
    expect(await (await inbox(await open())).unfinished()).toEqual([]);
  });

  it('gives out again what was given back, for an hour of minutes, then once to say that it is given up', async () => {
    const { open } = await backend();
    const folders = await open();
    const one = await inbox(folders);
    await one.take('Ev1', 'words');
    let lives = 0;
    for (; lives < 100; lives += 1) {
      one.again('Ev1');
      await one.finish('Ev1');
      const [given] = await one.unfinished();
      if (given?.last !== false) break;
    }
    expect(lives).toBe(60);
    expect(await one.unfinished()).toEqual([]);
    expect(await neverAnswered(folders, key(1))).toEqual({ lost: 1, closed: 0 });
    expect(await one.take('Ev1', 'words')).toBe(false);
  });

  it('looks before it answers what Slack brings again', async () => {
    const { open } = await backend();
    const one = await inbox(await open());
    await one.take('Ev1', 'words');
    one.doubt('Ev1');
    expect([one.doubted('Ev1'), await one.saying('Ev1')]).toEqual([true, 'look']);
  });

  it('gives out what brings processes down ten times, then once to say that it is given up', async () => {
    const { open, kill } = await backend();
    const given: boolean[][] = [];
    let folders = await open();
    await (await inbox(folders)).take('Ev1', 'poison');
    for (let start = 0; start < 12; start += 1) {
      await kill(folders);
      folders = await open();
      given.push((await (await inbox(folders)).unfinished()).map(({ last }) => last));
    }
    expect(given).toEqual([...Array(10).fill([false]), [true], []]);
    expect((await neverAnswered(folders, key(1))).lost).toBe(1);
  });

  it('keeps no words of a delivery in clear, and gives none to another key', async () => {
    const { open, kill, bytes } = await backend();
    const folders = await open();
    await (await inbox(folders)).take('Ev1', 'the canary sings');
    expect(await bytes()).not.toContain('canary');
    await kill(folders);
    expect(await neverAnswered(folders, key(2))).toEqual({ lost: 0, closed: 1 });
    expect(await (await inbox(await open(), 2)).unfinished()).toEqual([]);
    expect(await (await inbox(await open())).unfinished()).toHaveLength(1);
  });

  it('lets the next one try what was released, and forgets after a day', async () => {
    const { open } = await backend();
    const one = await inbox(await open());
    expect([await one.claim('share 1'), await one.claim('share 1')]).toEqual([true, false]);
    await one.release('share 1');
    expect(await (await inbox(await open())).claim('share 1')).toBe(true);
    later(25 * 60 * 60_000);
    expect(await (await inbox(await open())).claim('share 1')).toBe(true);
  });

  it('tells of one interaction whether another process has it, where there is another', async () => {
    const { open } = await backend();
    const [one, other] = [await inbox(await open()), await inbox(await open())];
    expect(await one.first('12.34')).toBe(true);
    expect(await other.first('12.34')).toBe(!shared);
  });

  it('claims an interaction again when nobody heard the answer, and knows its own claim', async () => {
    const { open } = await backend();
    const real = await open();
    let failing = 1;
    const unheard: TextFolders = {
      ...real,
      folder: (name) => {
        const there = real.folder(name);
        const swap: typeof there.swap = async (...given) => {
          const done = await there.swap(...given);
          failing -= 1;
          if (failing >= 0) throw new Error('the database does not answer');
          return done;
        };
        return { ...there, swap };
      },
    };
    const [one, other] = [await inbox(unheard), await inbox(await open())];
    expect([await one.first('1.2'), await other.first('1.2')]).toEqual([true, !shared]);
    failing = 10;
    if (shared) await expect(one.first('1.3')).rejects.toThrow();
  });

  it('keeps drafts sealed, shows one process what another wrote, and loses no field of either', async () => {
    const { open, bytes } = await backend();
    const seal = key(1);
    const one = openDrafts((await open()).folder('drafts'), seal);
    const other = openDrafts((await open()).folder('drafts'), seal);
    await one.update('DSR-2026-0001.answer', async () => ({ summary: 'marmalade' }));
    expect(await other.read('DSR-2026-0001.answer')).toEqual({ summary: 'marmalade' });
    const adding = (drafts: typeof one, field: string) =>
      drafts.update('DSR-2026-0001.answer', async (fields) => ({ ...fields, [field]: 'x' }));
    if (shared)
      await Promise.all([adding(one, 'a'), adding(other, 'b'), adding(one, 'c'), adding(other, 'd')]);
    else for (const field of ['a', 'b', 'c', 'd']) await adding(one, field);
    expect(Object.keys(await one.read('DSR-2026-0001.answer')).sort()).toEqual([
      'a',
      'b',
      'c',
      'd',
      'summary',
    ]);
    expect(await bytes()).not.toContain('marmalade');
    const under = openDrafts((await open()).folder('drafts'), key(2));
    expect(await under.read('DSR-2026-0001.answer')).toEqual({});
  });

  it('drops the drafts of one case and no other', async () => {
    const folder = (await (await backend()).open()).folder('drafts');
    const drafts = openDrafts(folder, key(1));
    for (const id of ['DSR-2026-0001.a', 'DSR-2026-0001.b', 'DSR-2026-00010.a'])
      await drafts.update(id, async () => ({ summary: 'x' }));
    await dropDraftsOf(folder, 'DSR-2026-0001');
    expect(await drafts.idsOf('DSR-')).toEqual(['DSR-2026-00010.a']);
    await drafts.drop('DSR-2026-00010.a');
    expect(await drafts.idsOf('')).toEqual([]);
  });

  it('keeps one of two entries of the same id, and shows one process what another put there or changed', async () => {
    const { open } = await backend();
    const one = openShelf((await open()).folder('entries'), thing);
    const other = openShelf((await open()).folder('entries'), thing);
    const added = await Promise.all([
      one.add({ id: 'a', words: 'first' }),
      other.add({ id: 'a', words: 'second' }),
    ]);
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await one.all()).toHaveLength(1);
    await other.replace({ id: 'a', words: 'changed' });
    expect(await one.all()).toEqual([{ id: 'a', words: 'changed' }]);
    expect(await other.all()).toEqual(await one.all());
  });

  it('keeps the notes of each day, from every process, for as many days as it is told', async () => {
    const { open } = await backend();
    const schema = z.object({ n: z.number() });
    const book = async () => openDayBook((await open()).folder('gaps'), schema, 2, clock);
    const [one, other] = [await book(), await book()];
    await one.write({ n: 1 });
    await other.write({ n: 2 });
    expect((await one.read()).map(({ n }) => n).sort()).toEqual([1, 2]);
    later(2 * 24 * 60 * 60_000);
    expect(await other.read()).toHaveLength(2);
    later(24 * 60 * 60_000);
    expect(await one.read()).toEqual([]);
  });

  it('remembers sealed for an hour what another process was told', async () => {
    const { open, bytes } = await backend();
    const recent = async (n = 1) => recentTexts((await open()).folder('recent'), key(n), clock, never);
    const [one, other] = [await recent(), await recent()];
    one.keep('question q1', { question: 'who sees the marmalade?' });
    one.keep('question q1', { question: 'who sees the marmalade now?' });
    expect(await one.recall('question q1')).toEqual({ question: 'who sees the marmalade now?' });
    expect(await other.recall('question q1')).toEqual({ question: 'who sees the marmalade now?' });
    expect(await (await recent(2)).recall('question q1')).toBeNull();
    expect(await bytes()).not.toContain('marmalade');
    later(60 * 60_000);
    expect(await other.recall('question q1')).toBeNull();
  });

  it('has nothing left of it a while after, although nobody asked again', async () => {
    const { open } = await backend();
    const folder = (await open()).folder('recent');
    const recent = recentTexts(folder, key(1), clock, never);
    now = new Date();
    recent.keep('question q1', 'who sees the marmalade?');
    await recent.recall('question q1');
    later(30 * 60_000);
    await forgetRecent(folder, clock);
    expect([...(await folder.all())]).toHaveLength(1);
    later(60 * 60_000);
    await forgetRecent(folder, clock);
    expect([...(await folder.all())]).toEqual([]);
  });
};
