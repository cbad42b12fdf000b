import { beforeEach, describe, expect, it } from 'vitest';
import { sealUnder } from '../../src/base/seal.ts';
import { fileFolders } from '../../src/register/files/file-folder.ts';
import { openInbox } from '../../src/register/text-inbox.ts';
import { countingLater } from '../../src/slack/counting-later.ts';
import { temporaryFolder } from '../register/temp-folder.ts';

const folder = temporaryFolder();
let passes: (() => void)[];
beforeEach(() => {
  passes = [];
});

const opened = async (dir: string) =>
  countingLater(
    await openInbox(fileFolders(dir), sealUnder(new Uint8Array(32)), () => new Date()),
    () => new Promise((resolve) => passes.push(resolve)),
  );
const settled = async (): Promise<void> => {
  for (const pass of passes) pass();
  await new Promise(setImmediate);
};

describe('an answer said in doubt', () => {
  it('is left behind by a kill until it has been counted once more', async () => {
    const dir = folder();
    const inbox = await opened(dir);
    await inbox.take('Ev1', 'words');
    await inbox.saying('Ev1');
    inbox.countLater('Ev1', async () => true);
    await inbox.finish('Ev1');
    const next = await opened(dir);
    expect((await next.unfinished()).map(({ key }) => key)).toEqual(['Ev1']);
    expect(await next.saying('Ev1')).toBe('said');
  });

  it('is given out again where it could not be counted, and finished where it could', async () => {
    const dir = folder();
    const inbox = await opened(dir);
    for (const key of ['Ev1', 'Ev2']) {
      await inbox.take(key, 'words');
      inbox.countLater(key, async () => key === 'Ev2');
      await inbox.finish(key);
    }
    expect(await inbox.unfinished()).toEqual([]);
    await settled();
    await expect.poll(async () => (await inbox.unfinished()).map(({ key }) => key)).toEqual(['Ev1']);
    await expect.poll(async () => (await (await opened(dir)).unfinished()).length).toBe(1);
  });
});
