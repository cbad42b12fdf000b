import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupBytes, readBackup } from '../../src/register/backup.ts';
import { BadBackup, RegisterNotEmpty, WrongRegisterKey } from '../../src/register/errors.ts';
import { openFileStore } from '../../src/register/files/file-store.ts';
import { restoreBackup } from '../../src/register/files/restore.ts';
import { rekey } from '../../src/register/history/rekey.ts';
import { expired } from '../../src/register/history/retention.ts';
import { parseRegisterKey } from '../../src/register/history/sealing.ts';
import { openRegister } from '../../src/register/open.ts';
import { vouchedStone } from '../../src/register/store.ts';
import { erasedMark } from '../../src/requests/case/sealed-words.ts';
import { erasedTrace, keyText, otherKeyText, plainKind, received, took } from './plain-kind.ts';
import { allBytes, temporaryFolder } from './temp-folder.ts';

const folder = temporaryFolder();
const key = parseRegisterKey(keyText);
const made = '2026-11-22T12:00:00.000Z';
const at = (name: string): string => join(folder(), name);

const open = (name: string, keyTo: string = keyText) =>
  openRegister({ folder: at(name), key: keyTo }, plainKind, () => undefined);

const fill = async (name: string): Promise<void> => {
  const register = await open(name);
  for (const n of [1, 2, 3]) {
    await register.create({ prefix: 'DSR', year: 2026, requestId: `form-${n}`, events: () => [received()] });
  }
  await register.append('DSR-2026-0002', 1, took());
  await register.close();
};

const backupOf = async (name: string): Promise<Buffer> => {
  const store = await openFileStore(at(name), { readOnly: true });
  return backupBytes({
    made,
    documents: await store.changes(),
    erased: await store.tombstones(),
    heads: await store.headLines(0),
  });
};

describe('a backup', () => {
  it('gives the whole register back in another place', async () => {
    await fill('old');
    expect(await restoreBackup(at('new'), await backupOf('old'), key, false)).toBe(3);
    const register = await open('new');
    expect(await register.history('DSR-2026-0002')).toEqual([received(), took()]);
    expect(
      await register.create({ prefix: 'DSR', year: 2026, requestId: 'form-1', events: () => [took()] }),
    ).toEqual({
      id: 'DSR-2026-0001',
      created: false,
    });
    await register.close();
  });

  it('holds neither the key nor plain personal data', async () => {
    await fill('old');
    const text = gunzipSync(await backupOf('old')).toString('latin1');
    for (const secret of ['Quastel', 'zebra', keyText]) expect(text).not.toContain(secret);
  });

  it('is refused after any flipped bit, and nothing changes', async () => {
    await fill('old');
    const bytes = await backupOf('old');
    const text = gunzipSync(bytes);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.nat(7), async (place, bit) => {
        const copy = Buffer.from(text);
        copy[place] = (copy[place] ?? 0) ^ (1 << bit);
        await expect(readBackup(gzipSync(copy))).rejects.toThrow();
      }),
      { numRuns: 150 },
    );
    await expect(restoreBackup(at('new'), bytes.subarray(0, -9), key, false)).rejects.toBeInstanceOf(
      BadBackup,
    );
    expect(await readdir(folder())).toEqual(['old']);
  });

  it('does not overwrite cases unless it is told to', async () => {
    await fill('old');
    const bytes = await backupOf('old');
    const register = await open('old');
    await register.append('DSR-2026-0001', 1, took());
    await register.close();
    await expect(restoreBackup(at('old'), bytes, key, false)).rejects.toBeInstanceOf(RegisterNotEmpty);
    await restoreBackup(at('old'), bytes, key, true);
    const again = await open('old');
    expect(await again.history('DSR-2026-0001')).toEqual([received()]);
    await again.close();
    expect(await readdir(at('old'))).not.toContain('replaced');
  });

  it('needs the key that sealed it', async () => {
    await fill('old');
    const bytes = await backupOf('old');
    await expect(
      restoreBackup(at('new'), bytes, parseRegisterKey(otherKeyText), false),
    ).rejects.toBeInstanceOf(WrongRegisterKey);
  });

  it('does not bring back what was erased after it was made', async () => {
    await fill('old');
    const bytes = await backupOf('old');
    const before = await open('old');
    await before.erase('DSR-2026-0001', erasedTrace);
    await before.close();
    await restoreBackup(at('old'), bytes, key, true);
    const register = await open('old');
    const marks = { name: erasedMark, contact: erasedMark, words: erasedMark };
    expect(await register.history('DSR-2026-0001')).toEqual([
      { ...received(), personal: marks },
      erasedTrace,
    ]);
    expect(await register.history('DSR-2026-0003')).toEqual([received()]);
    await register.close();
  });

  it('made after an erasure cannot be unsealed with any key that still exists', async () => {
    await fill('old');
    const sealed = JSON.parse(await readFile(join(at('old'), 'cases', 'DSR-2026-0001.json'), 'utf8'));
    const register = await open('old');
    await register.erase('DSR-2026-0001', erasedTrace);
    await register.close();
    const after = gunzipSync(await backupOf('old')).toString('utf8');
    expect(after).not.toContain(sealed.key.wrapped);
    expect(after).not.toContain(sealed.events[0].sealed.data);
    expect(await allBytes(at('old'))).not.toContain(sealed.key.wrapped);
  });
});

describe('what a crash interrupts', () => {
  it('in the middle of a restore is finished at the next start', async () => {
    await fill('old');
    await rename(join(at('old'), 'cases'), join(at('old'), 'restoring'));
    await mkdir(join(at('old'), 'replaced'));
    const register = await open('old');
    expect(await register.list()).toHaveLength(3);
    await register.close();
    expect((await readdir(at('old'))).sort()).toEqual(['cases', 'register.json']);
  });

  it('in the middle of an erasure is finished at the next start', async () => {
    await fill('old');
    const store = await openFileStore(at('old'));
    const document = await store.read('DSR-2026-0001');
    const first = document?.events[0]?.hash ?? '';
    await store.bury(vouchedStone(key, { caseId: 'DSR-2026-0001', first, trace: erasedTrace }));
    await store.close();
    const register = await open('old');
    expect((await register.list()).map(({ erased }) => erased)).toEqual([true, false, false]);
    await register.close();
  });
});

describe('another key', () => {
  it('opens everything after rekeying, and the old one nothing', async () => {
    await fill('old');
    const other = parseRegisterKey(otherKeyText);
    const store = await openFileStore(at('old'));
    expect(await rekey(store, key, other, plainKind)).toBe(3);
    await store.close();
    const half = await openFileStore(at('old'));
    expect(await rekey(half, key, other, plainKind)).toBe(0);
    await half.close();
    const { noteKey } = await import('../../src/register/files/key-file.ts');
    await noteKey(at('old'), other);
    await expect(open('old')).rejects.toBeInstanceOf(WrongRegisterKey);
    const register = await open('old', otherKeyText);
    expect(await register.history('DSR-2026-0002')).toEqual([received(), took()]);
    expect(await register.withSubject([{ kind: 'email', value: 'w.quastel@canary.example' }])).toHaveLength(
      3,
    );
    await register.close();
  });
});

describe('retention', () => {
  const head = (id: string, summary: string | null, erased = false) => ({
    id,
    length: 1,
    openedAt: '',
    changedAt: '',
    lastType: '',
    erased,
    summary,
  });

  it('is over the day after the last day, once', () => {
    const heads = [
      head('A', '2026-11-21'),
      head('B', '2026-11-22'),
      head('C', null),
      head('D', '2020-01-01', true),
    ];
    expect(expired(heads, '2026-11-22', (last) => last)).toEqual(['A']);
  });
});
