import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDayBook } from '../../src/register/files/day-book.ts';
import { fileFolder } from '../../src/register/files/file-folder.ts';
import { openShelf } from '../../src/register/files/shelf.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shelf-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const schema = z.strictObject({ id: z.string(), words: z.string() });
const shelf = () => openShelf(fileFolder(join(dir, 'things')), schema);

describe('a shelf', () => {
  it('keeps one of two things of the same id that come at the same moment', async () => {
    const [one, other] = [shelf(), shelf()];
    const added = await Promise.all([
      one.add({ id: 'a', words: 'first' }),
      other.add({ id: 'a', words: 'second' }),
      one.add({ id: 'a', words: 'third' }),
    ]);
    expect(added.filter((kept) => kept)).toHaveLength(1);
    expect(await shelf().all()).toHaveLength(1);
    expect(await readdir(join(dir, 'things'))).toEqual(['a.json']);
  });

  it('shows one program what another has put there', async () => {
    const [one, other] = [shelf(), shelf()];
    expect(await one.all()).toEqual([]);
    await other.add({ id: 'a', words: 'new' });
    expect(await one.all()).toEqual([{ id: 'a', words: 'new' }]);
    await other.replace({ id: 'a', words: 'changed' });
    expect(await one.all()).toEqual([{ id: 'a', words: 'changed' }]);
  });

  it('passes over a half-written or foreign file and names it', async () => {
    await shelf().add({ id: 'a', words: 'good' });
    await writeFile(join(dir, 'things', 'b.json'), '{"id":"b","wor');
    await writeFile(join(dir, 'things', 'c.json'), '{"other":1}');
    expect(await shelf().all()).toEqual([{ id: 'a', words: 'good' }]);
    expect(await shelf().unreadable()).toEqual(['b.json', 'c.json']);
  });
});

describe('a day book', () => {
  let now = new Date('2026-01-01T12:00:00Z');
  const book = () => openDayBook(fileFolder(join(dir, 'days')), z.object({ n: z.number() }), 30, () => now);

  it('forgets what is too long ago, also on the disk, and not a day sooner', async () => {
    now = new Date('2026-01-01T12:00:00Z');
    await book().write({ n: 1 });
    now = new Date('2026-01-31T12:00:00Z');
    expect(await book().read()).toEqual([{ n: 1 }]);
    now = new Date('2026-02-01T12:00:00Z');
    await book().write({ n: 2 });
    expect(await book().read()).toEqual([{ n: 2 }]);
    expect(await readdir(join(dir, 'days'))).toEqual(['2026-02-01.jsonl']);
  });

  it('passes over lines that are cut off or foreign', async () => {
    now = new Date('2026-03-01T12:00:00Z');
    await mkdir(join(dir, 'days'));
    await writeFile(join(dir, 'days', '2026-03-01.jsonl'), '{"n":1}\n{"m":2}\n{"n":3');
    expect(await book().read()).toEqual([{ n: 1 }]);
  });
});
