/** What somebody has begun to write and not sent: one sealed text each, gone when it is sent. */
import { z } from 'zod';
import type { Seal } from '../../base/seal.ts';
import { RegisterUnavailable } from '../errors.ts';
import { inTurn } from '../in-turn.ts';
import type { TextFolder } from '../text-folder.ts';

const stored = z.object({ id: z.string(), sealed: z.string() });
const fieldsShape = z.record(z.string(), z.string());

/** Ids become names: only what is safe there. */
const nameOf = (id: string): string => `${id.replaceAll(/[^A-Za-z0-9.-]/gu, '-')}.json`;

/** Two people write at once, seldom more. */
const mostTries = 10;

/** Whatever was begun for a case goes with its personal data; nothing is opened for that, so no key is needed. */
export const dropDraftsOf = async (folder: TextFolder, number: string): Promise<void> => {
  for (const name of await folder.names(`${number}.`)) await folder.drop(name);
};

export const openDrafts = (folder: TextFolder, seal: Seal) => {
  const turn = inTurn();
  const opened = (id: string, text: string | null): Readonly<Record<string, string>> => {
    if (text === null) return {};
    try {
      const { sealed } = stored.parse(JSON.parse(text));
      return fieldsShape.parse(JSON.parse(seal.open(sealed, id) ?? '{}'));
    } catch {
      return {};
    }
  };
  return {
    read: (id: string) => turn(id, async () => opened(id, await folder.read(nameOf(id)))),
    update: (
      id: string,
      change: (fields: Readonly<Record<string, string>>) => Promise<Readonly<Record<string, string>> | null>,
    ): Promise<void> =>
      turn(id, async () => {
        // Another instance may write the same draft between our look and our word: then it is looked at again.
        for (let tries = 0; tries < mostTries; tries += 1) {
          const before = await folder.read(nameOf(id));
          const fields = await change(opened(id, before));
          if (fields === null) return;
          const text = JSON.stringify({ id, sealed: seal.seal(JSON.stringify(fields), id) });
          if (await folder.swap(nameOf(id), before, text)) return;
        }
        throw new RegisterUnavailable('This draft is being written by somebody else at this moment.');
      }),
    drop: (id: string): Promise<void> => turn(id, () => folder.drop(nameOf(id))),
    dropOlder: (beginning: string, than: Date): Promise<void> =>
      folder.dropOlder(than, nameOf(beginning).replace(/\.json$/u, '')),
    idsOf: async (beginning: string): Promise<readonly string[]> =>
      (await folder.names(beginning)).map((name) => name.replace(/\.json$/u, '')),
  };
};
