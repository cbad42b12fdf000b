import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { decrypt } from '../../src/base/seal.ts';
import { parseRegisterKey, unseal, unwrapCaseKey } from '../../src/register/history/sealing.ts';
import { openRegister } from '../../src/register/open.ts';
import { erasedTrace, keyText, plainKind, received, took } from './plain-kind.ts';
import { temporaryFolder } from './temp-folder.ts';

const folder = temporaryFolder();
const key = parseRegisterKey(keyText);
const id = 'DSR-2026-0001';
const base64 = /[A-Za-z0-9+/]{40,}={0,2}/gu;

/** Whoever has the key and the whole folder: every text that could be a wrapped key is tried on every text that could be sealed. */
const readable = async (at: string): Promise<readonly string[]> => {
  const texts: string[] = [];
  for (const name of await readdir(at, { recursive: true }))
    if ((await stat(join(at, name))).isFile()) texts.push(await readFile(join(at, name), 'latin1'));
  const found = [...new Set(texts.flatMap((text) => text.match(base64) ?? []))];
  const attempt = <T>(work: () => T): T[] => {
    try {
      return [work()];
    } catch {
      return [];
    }
  };
  const caseKeys = found.flatMap((text) => attempt(() => unwrapCaseKey(key, id, text)));
  const opened = caseKeys.flatMap((caseKey) =>
    found.flatMap((text) =>
      [1, 2, 3].flatMap((n) => attempt(() => JSON.stringify(unseal(caseKey, id, n, text)))),
    ),
  );
  const bare = found.flatMap((text) =>
    [key.wrapping, key.lookup, key.sealing].flatMap((secret) =>
      attempt(() => decrypt(secret, '', text).toString()),
    ),
  );
  return [...opened, ...bare, ...texts.filter((text) => /Quastel|zebra/u.test(text))];
};

it('erasing reaches everything in the folder, also what crashes and earlier releases left lying about', async () => {
  const at = join(folder(), 'data');
  const open = () => openRegister({ folder: at, key: keyText }, plainKind, () => undefined);
  const register = await open();
  await register.create({ prefix: 'DSR', year: 2026, requestId: 'form-1', events: () => [received()] });
  await register.append(id, 1, { ...took(), personal: { note: 'about the zebra' } });
  await register.close();
  const file = join(at, 'cases', `${id}.json`);
  expect((await readable(at)).length).toBeGreaterThan(0);
  // The rest of a write that a crash cut off, an aside of the first release, and a half-done restore.
  await cp(file, join(at, 'cases', `.${id}.json.tmp`));
  for (const place of ['set-aside', 'replaced', 'restoring']) {
    await mkdir(join(at, place), { recursive: true });
    await cp(file, join(at, place, `${id}.json.tmp`));
  }
  const again = await open();
  await again.erase(id, erasedTrace);
  await again.close();
  expect(await readable(at)).toEqual([]);
});

it('the search above finds what was not erased', async () => {
  const at = join(folder(), 'data');
  await mkdir(at, { recursive: true });
  await writeFile(join(at, 'x'), 'the zebra');
  expect(await readable(at)).toEqual(['the zebra']);
});
