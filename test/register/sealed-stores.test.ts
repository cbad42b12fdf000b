import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Seal, sealFor } from '../../src/base/seal.ts';
import { writeDurably } from '../../src/register/files/durable-file.ts';
import { fileFolders } from '../../src/register/files/file-folder.ts';
import { newRegisterKeyText, parseRegisterKey } from '../../src/register/history/sealing.ts';
import { resealStores, sealOf } from '../../src/register/sealed-stores.ts';
import { openInbox } from '../../src/register/text-inbox.ts';
import { firstReleaseFolder, firstReleaseKey } from '../support/first-release.ts';
import { temporaryFolder } from './temp-folder.ts';

const folder = temporaryFolder();
const key = parseRegisterKey(firstReleaseKey);
const clock = () => new Date('2026-11-29T10:00:00Z');

const gapWords = async (dataDir: string, seal: Seal): Promise<readonly (string | null)[]> => {
  const text = await readFile(join(dataDir, 'gaps', '2026-11-29.jsonl'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const { question, note } = JSON.parse(line);
      return [question, note].filter((value) => value !== null).map((value) => seal.open(value));
    });
};

const words = ['how long is the log kept', 'it was about something else'];
const taken = [{ key: 'Ev0FIRST', content: '{"text":"who can see client data?"}', last: false, said: false }];
const unfinished = async (dataDir: string, with_ = key) =>
  (await openInbox(fileFolders(dataDir), sealFor(with_.sealing, 'inbox'), clock)).unfinished();

describe('what lies sealed beside the cases', () => {
  it('of the first release opens as it is, and once, at a start, gets the key of its purpose', async () => {
    const dataDir = firstReleaseFolder(join(folder(), 'register'));
    expect(await gapWords(dataDir, sealOf('gap note', key))).toEqual(words);
    expect(await resealStores(fileFolders(dataDir), key, key)).toEqual({ sealed: 3, closed: [] });
    expect(await resealStores(fileFolders(dataDir), key, key)).toEqual({ sealed: 0, closed: [] });
    expect(await gapWords(dataDir, sealFor(key.sealing, 'gap note'))).toEqual(words);
    expect(await unfinished(dataDir)).toEqual(taken);
  });

  it('is carried over to a new key, interrupted or not, and the old key opens none of it', async () => {
    const dataDir = firstReleaseFolder(join(folder(), 'register'));
    const other = parseRegisterKey(newRegisterKeyText());
    const drafts = sealFor(key.sealing, 'draft');
    const draft = (id: string) => join(dataDir, 'drafts', `${id}.json`);
    const { makeFolder } = await import('../../src/register/files/durable-file.ts');
    await makeFolder(join(dataDir, 'drafts'));
    await writeDurably(draft('d1'), JSON.stringify({ id: 'd1', sealed: drafts.seal('dear nobody', 'd1') }));
    await writeDurably(
      draft('d2'),
      JSON.stringify({ id: 'd2', sealed: sealFor(other.sealing, 'draft').seal('done before', 'd2') }),
    );
    expect(await resealStores(fileFolders(dataDir), key, other)).toEqual({ sealed: 4, closed: [] });
    expect(await gapWords(dataDir, sealOf('gap note', other))).toEqual(words);
    expect(await gapWords(dataDir, sealOf('gap note', key))).toEqual([null, null]);
    expect(await unfinished(dataDir, other)).toEqual(taken);
    for (const id of ['d1', 'd2']) {
      const { sealed } = JSON.parse(await readFile(draft(id), 'utf8'));
      expect(drafts.open(sealed, id)).toBeNull();
      expect(sealFor(other.sealing, 'draft').open(sealed, id)).not.toBeNull();
    }
  });

  it('that neither key opens is named and left alone', async () => {
    const dataDir = firstReleaseFolder(join(folder(), 'register'));
    const [one, two] = [parseRegisterKey(newRegisterKeyText()), parseRegisterKey(newRegisterKeyText())];
    const before = await readFile(join(dataDir, 'gaps', '2026-11-29.jsonl'), 'utf8');
    expect(await resealStores(fileFolders(dataDir), one, two)).toEqual({
      sealed: 0,
      closed: ['gaps', 'inbox'],
    });
    expect(await readFile(join(dataDir, 'gaps', '2026-11-29.jsonl'), 'utf8')).toBe(before);
    expect((await readdir(join(dataDir, 'inbox'))).length).toBe(1);
  });

  it('opens for its own purpose and its own id alone', () => {
    const sealed = sealFor(key.sealing, 'draft').seal('words', 'd1');
    expect(sealFor(key.sealing, 'draft').open(sealed, 'd1')).toBe('words');
    expect(sealFor(key.sealing, 'draft').open(sealed, 'd2')).toBeNull();
    expect(sealFor(key.sealing, 'inbox').open(sealed, 'd1')).toBeNull();
  });
});
