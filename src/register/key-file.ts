/** Where the register's key comes from: REGISTER_KEY, or a file beside the cases that is made once. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder, readIfThere, writeDurably } from './durable-file.ts';
import { NewerFormat, WrongRegisterKey } from './errors.ts';
import { newRegisterKeyText, parseRegisterKey, type RegisterKey } from './sealing.ts';

const registerFormat = 1;
const about = z.object({ format: z.int(), keyId: z.string() });
type About = z.infer<typeof about>;

const aboutFile = 'register.json';
const keyFile = 'register.key';

const readAbout = async (folder: string): Promise<About | null> => {
  const text = await readIfThere(join(folder, aboutFile));
  if (text === null) return null;
  const parsed = about.safeParse(parseJson(text));
  if (!parsed.success) return null;
  if (parsed.data.format > registerFormat) {
    throw new NewerFormat(
      `The register in ${folder} was written by a newer version of this program. Install that version to use it.`,
    );
  }
  return parsed.data;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Notes which key seals this register. */
export const noteKey = async (folder: string, key: RegisterKey): Promise<void> =>
  writeDurably(
    join(folder, aboutFile),
    `${JSON.stringify({ format: registerFormat, keyId: key.id }, null, 2)}\n`,
  );

const missing = (folder: string, keyId: string): WrongRegisterKey =>
  new WrongRegisterKey(
    `REGISTER_KEY is not set and ${join(folder, keyFile)} is gone, but this register was sealed with ${keyId}. Set REGISTER_KEY to that key, or put the file back.`,
  );

/** Cases without a note of their key: a new key beside them would leave them sealed. */
const holdsCases = async (folder: string): Promise<boolean> => {
  try {
    return (await readdir(join(folder, 'cases'))).some((name) => name.endsWith('.json'));
  } catch {
    return false;
  }
};

/** The key that lies at hand, or null where there is none; nothing is made and nothing changed. Rejects with `WrongRegisterKey` for another one. */
export const keyAtHand = async (
  folder: string,
  fromEnvironment: string | undefined,
): Promise<RegisterKey | null> => {
  const there = fromEnvironment ?? (await readIfThere(join(folder, keyFile)));
  return there === null ? null : keyFor(folder, fromEnvironment, () => undefined, false);
};

/**
 * The key for this folder. Without REGISTER_KEY one is made and saved with mode 0600, and `tell` is given a sentence about it.
 * Rejects with `WrongRegisterKey` when the register was sealed with another one: nothing is changed then.
 */
export const keyFor = async (
  folder: string,
  fromEnvironment: string | undefined,
  tell: (sentence: string) => void,
  mayMake = true,
): Promise<RegisterKey> => {
  const known = await readAbout(folder);
  const path = join(folder, keyFile);
  const saved = fromEnvironment === undefined ? await readIfThere(path) : null;
  const text = fromEnvironment ?? saved;
  if (text === null) {
    if (known !== null) throw missing(folder, `key ${known.keyId}`);
    const made = newRegisterKeyText();
    if (!mayMake) return parseRegisterKey(made);
    if (await holdsCases(folder)) throw missing(folder, 'a key');
    await makeFolder(folder);
    await writeDurably(path, `${made}\n`);
    tell(
      `REGISTER_KEY is not set: a key was made and saved as ${path}. Keep a copy of it apart from the backups.`,
    );
    const key = parseRegisterKey(made);
    await noteKey(folder, key);
    return key;
  }
  const key = parseRegisterKey(text);
  if (known !== null && known.keyId !== key.id) {
    const source = fromEnvironment === undefined ? path : 'REGISTER_KEY';
    throw new WrongRegisterKey(
      `${source} is not the key of this register (it has key ${known.keyId}, this is ${key.id}). Set REGISTER_KEY to the right key; nothing was changed.`,
    );
  }
  if (known === null && mayMake) {
    await makeFolder(folder);
    await noteKey(folder, key);
  }
  return key;
};
