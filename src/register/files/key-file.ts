/** Where the register's key comes from: REGISTER_KEY, or a file that is made once, beside the cases or where REGISTER_KEY_FILE says. */
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { NewerFormat, WrongRegisterKey } from '../errors.ts';
import { newRegisterKeyText, parseRegisterKey, type RegisterKey } from '../history/sealing.ts';
import { makeFolder, readIfThere, writeDurably } from './durable-file.ts';

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

/** DATA_DIR, REGISTER_KEY and REGISTER_KEY_FILE. */
export type KeyPlace = {
  readonly folder: string;
  readonly key?: string | undefined;
  readonly keyFile?: string | undefined;
};

const pathOf = ({ folder, keyFile: elsewhere }: KeyPlace): string => elsewhere ?? join(folder, keyFile);

const missing = (path: string, keyId: string): WrongRegisterKey =>
  new WrongRegisterKey(
    `REGISTER_KEY is not set and ${path} is not there, but this register was sealed with ${keyId}. Set REGISTER_KEY to that key, or put the file back.`,
  );

/** Cases without a note of their key: a new key beside them would leave them sealed. */
const holdsCases = async (folder: string): Promise<boolean> => {
  try {
    return (await readdir(join(folder, 'cases'))).some((name) => name.endsWith('.json'));
  } catch {
    return false;
  }
};

/** The key in a text. What was cut must be put back: a new key would open nothing, so making one is never the advice where there is a register. */
const readKey = (text: string, source: string, begun: boolean): RegisterKey => {
  try {
    return parseRegisterKey(text);
  } catch (cause) {
    if (!begun && source === 'REGISTER_KEY') throw cause;
    throw new WrongRegisterKey(
      `${source} does not hold a whole key (32 bytes in base64, 44 characters): it was cut or altered. Put the copy of it back that was kept elsewhere; nothing was changed.`,
      { cause },
    );
  }
};

/** The key that lies at hand, or null where there is none; nothing is made and nothing changed. Rejects with `WrongRegisterKey` for another one. */
export const keyAtHand = async (place: KeyPlace): Promise<RegisterKey | null> => {
  const there = place.key ?? (await readIfThere(pathOf(place)));
  return there === null ? null : keyFor(place, () => undefined, false);
};

const makeKey = async (path: string, tell: (sentence: string) => void): Promise<string> => {
  const made = newRegisterKeyText();
  await makeFolder(dirname(path));
  await writeDurably(path, `${made}\n`);
  tell(
    `REGISTER_KEY is not set: a key was made and saved as ${path}. Keep a copy of it apart from the backups.`,
  );
  return made;
};

/**
 * The key of this place. Without REGISTER_KEY one is made and saved with mode 0600, and `tell` is given a sentence about it.
 * Rejects with `WrongRegisterKey` when the register was sealed with another one: nothing is changed then.
 */
export const keyFor = async (
  place: KeyPlace,
  tell: (sentence: string) => void,
  mayMake = true,
): Promise<RegisterKey> => {
  const { folder, key: fromEnvironment } = place;
  const known = await readAbout(folder);
  const path = pathOf(place);
  const source = fromEnvironment === undefined ? path : 'REGISTER_KEY';
  let text = fromEnvironment ?? (await readIfThere(path));
  if (text === null) {
    if (known !== null) throw missing(path, `key ${known.keyId}`);
    if (!mayMake) return parseRegisterKey(newRegisterKeyText());
    if (await holdsCases(folder)) throw missing(path, 'a key');
    text = await makeKey(path, tell);
  }
  const key = readKey(text, source, known !== null || (await holdsCases(folder)));
  if (known !== null && known.keyId !== key.id) {
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
