/** What somebody has begun to write and not sent: one sealed file each, gone when it is sent. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Seal } from '../base/seal.ts';
import { makeFolder, writeDurably } from './durable-file.ts';
import { inTurn } from './in-turn.ts';

const stored = z.object({ id: z.string(), sealed: z.string() });
const fieldsShape = z.record(z.string(), z.string());

/** Ids become file names: only what is safe there. */
const nameOf = (id: string): string => `${id.replaceAll(/[^A-Za-z0-9.-]/gu, '-')}.json`;

const missing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Names without their ending; none where nothing was ever begun. */
const draftsIn = async (folder: string, beginning: string): Promise<readonly string[]> => {
  try {
    return (await readdir(folder))
      .filter((name) => name.startsWith(beginning) && name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length));
  } catch (error) {
    if (missing(error)) return [];
    throw error;
  }
};

/** Whatever was begun for a case goes with its personal data; nothing is opened for that, so no key is needed. */
export const dropDraftsOf = async (folder: string, number: string): Promise<void> => {
  for (const id of await draftsIn(folder, `${number}.`)) await rm(join(folder, nameOf(id)), { force: true });
};

export const openDrafts = (folder: string, seal: Seal) => {
  const turn = inTurn();
  const pathOf = (id: string): string => join(folder, nameOf(id));
  const opened = (id: string, text: string): Readonly<Record<string, string>> => {
    try {
      const { sealed } = stored.parse(JSON.parse(text));
      return fieldsShape.parse(JSON.parse(seal.open(sealed, id) ?? '{}'));
    } catch {
      return {};
    }
  };
  const read = async (id: string): Promise<Readonly<Record<string, string>>> => {
    try {
      return opened(id, await readFile(pathOf(id), 'utf8'));
    } catch (error) {
      if (missing(error)) return {};
      throw error;
    }
  };
  return {
    read: (id: string) => turn(id, () => read(id)),
    update: (
      id: string,
      change: (fields: Readonly<Record<string, string>>) => Promise<Readonly<Record<string, string>> | null>,
    ): Promise<void> =>
      turn(id, async () => {
        const fields = await change(await read(id));
        if (fields === null) return;
        await makeFolder(folder);
        await writeDurably(pathOf(id), JSON.stringify({ id, sealed: seal.seal(JSON.stringify(fields), id) }));
      }),
    drop: (id: string): Promise<void> => turn(id, () => rm(pathOf(id), { force: true })),
    idsOf: (beginning: string): Promise<readonly string[]> => draftsIn(folder, beginning),
  };
};
