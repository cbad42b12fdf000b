import * as files from 'node:fs/promises';
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  NewerFormat,
  RegisterLocked,
  RegisterUnavailable,
  WrongRegisterKey,
} from '../../src/register/errors.ts';
import type { DiskCalls } from '../../src/register/files/durable-file.ts';
import { openFileStore } from '../../src/register/files/file-store.ts';
import { parseRegisterKey } from '../../src/register/history/sealing.ts';
import { keepRegister } from '../../src/register/kept-register.ts';
import { openRegister } from '../../src/register/open.ts';
import type { AnyEvent, NewCase } from '../../src/register/register.ts';
import { erasedTrace, keyText, otherKeyText, plainKind, received, took } from './plain-kind.ts';
import { allBytes, temporaryFolder } from './temp-folder.ts';

const folder = temporaryFolder();
const silent = () => undefined;
const open = (key: string | undefined = keyText, tell: (sentence: string) => void = silent) =>
  openRegister({ folder: folder(), key }, plainKind, tell);
const order = (requestId: string): NewCase<AnyEvent> => ({
  prefix: 'DSR',
  year: 2026,
  requestId,
  events: () => [received()],
});
const caseFile = (id: string) => join(folder(), 'cases', `${id}.json`);

const filled = async (count: number): Promise<void> => {
  const register = await open();
  for (let n = 0; n < count; n += 1) await register.create(order(`form-${n}`));
  await register.close();
};

describe('what lies in the folder', () => {
  it('deletes the rest of an interrupted write, which was never acknowledged, and names it', async () => {
    await filled(1);
    await writeFile(join(folder(), 'cases', '.DSR-2026-0001.json.tmp'), '{"format": 1, "id"');
    const register = await open();
    expect(register.problems().map(({ what }) => what)).toEqual(['set-aside']);
    expect((await readdir(join(folder(), 'cases'))).sort()).toEqual(['DSR-2026-0001.json', 'heads.log']);
    expect(await register.list()).toHaveLength(1);
    await register.close();
  });

  it.each([
    ['a foreign file', 'holiday.jpg', 'foreign-file'],
    ['a copy of a case under a stranger name', 'DSR-2026-0001 (copy).json', 'foreign-file'],
    ['an empty case file', 'DSR-2026-0007.json', 'damaged-case'],
  ])('leaves %s where it is, reports it and goes on', async (_, name, what) => {
    await filled(1);
    await writeFile(join(folder(), 'cases', name), '');
    const register = await open();
    expect(register.problems()).toMatchObject([{ what, where: name }]);
    expect(await readdir(join(folder(), 'cases'))).toContain(name);
    expect((await register.create(order('form-new'))).created).toBe(true);
    await register.close();
  });

  it('leaves a folder among the cases alone', async () => {
    await mkdir(join(folder(), 'cases', 'DSR-2026-0003.json'), { recursive: true });
    const register = await open();
    expect(register.problems()).toHaveLength(1);
    await register.close();
  });

  it("never gives a damaged case's number to another case", async () => {
    await filled(2);
    await writeFile(caseFile('DSR-2026-0002'), '{"half');
    const register = await open();
    expect((await register.create(order('form-9'))).id).toBe('DSR-2026-0003');
    await expect(register.history('DSR-2026-0002')).rejects.toThrow(/damaged/u);
    await register.close();
  });

  it('does not take the record of one case for another', async () => {
    await filled(2);
    await writeFile(caseFile('DSR-2026-0002'), await readFile(caseFile('DSR-2026-0001')));
    const register = await open();
    expect(register.problems()[0]?.message).toContain('DSR-2026-0001');
    await register.close();
  });

  it('refuses a case of a newer format with a sentence, and leaves it untouched', async () => {
    await filled(1);
    const newer = (await readFile(caseFile('DSR-2026-0001'), 'utf8')).replace('"format": 2', '"format": 9');
    await writeFile(caseFile('DSR-2026-0001'), newer);
    const register = await open();
    expect(register.problems()).toMatchObject([{ what: 'newer-format' }]);
    await expect(register.append('DSR-2026-0001', 1, took())).rejects.toBeInstanceOf(NewerFormat);
    expect(await readFile(caseFile('DSR-2026-0001'), 'utf8')).toBe(newer);
    await register.close();
  });

  it('keeps the case files readable by their owner alone', async () => {
    await filled(1);
    expect((await stat(caseFile('DSR-2026-0001'))).mode & 0o777).toBe(0o600);
  });
});

describe('the key', () => {
  it('is made once, saved for the owner alone, and told', async () => {
    const told: string[] = [];
    const register = await open('', (sentence) => told.push(sentence)).catch((cause: Error) => cause);
    expect(register).toBeInstanceOf(WrongRegisterKey);
    const first = await openRegister({ folder: folder(), key: undefined }, plainKind, (s) => told.push(s));
    const { id } = await first.create(order('form-1'));
    await first.close();
    const again = await openRegister({ folder: folder(), key: undefined }, plainKind, (s) => told.push(s));
    expect(await again.history(id)).toEqual([received()]);
    await again.close();
    expect(told).toHaveLength(1);
    expect((await stat(join(folder(), 'register.key'))).mode & 0o777).toBe(0o600);
  });

  it('that is wrong is refused by name, and changes nothing', async () => {
    await filled(1);
    const before = await allBytes(folder());
    await expect(open(otherKeyText)).rejects.toThrow(/REGISTER_KEY/u);
    await expect(openRegister({ folder: folder(), key: undefined }, plainKind, silent)).rejects.toThrow(
      WrongRegisterKey,
    );
    expect(await allBytes(folder())).toBe(before);
    const register = await open();
    expect(await register.history('DSR-2026-0001')).toEqual([received()]);
    await register.close();
  });

  it.each(['short', 'not base64 at all!', Buffer.alloc(16).toString('base64')])(
    'that is malformed (%s) is refused with the command that makes one',
    (text) => {
      expect(() => parseRegisterKey(text)).toThrow(/openssl rand -base64 32/u);
    },
  );
});

describe('a key file', () => {
  const place = (keyFile?: string) => ({ folder: folder(), key: undefined, keyFile });

  it('that was cut is named, and a new key is never the advice', async () => {
    await (await openRegister(place(), plainKind, silent)).close();
    const file = join(folder(), 'register.key');
    const whole = await readFile(file, 'utf8');
    for (const cut of [whole.slice(0, 20), '', 'BwcH']) {
      await writeFile(file, cut);
      const refused = await openRegister(place(), plainKind, silent).catch((cause: Error) => cause);
      expect(refused).toBeInstanceOf(WrongRegisterKey);
      expect(String(refused)).toContain(file);
      expect(String(refused)).not.toMatch(/openssl|make one|new key/iu);
    }
    await writeFile(file, whole);
    await (await openRegister(place(), plainKind, silent)).close();
  });

  it('may lie outside the register, and is then made there', async () => {
    const outside = join(folder(), '..', `${Date.now()}-outside`, 'the.key');
    const register = await openRegister(place(outside), plainKind, silent);
    await register.create(order('form-1'));
    await register.close();
    expect(await readdir(folder())).not.toContain('register.key');
    expect((await stat(outside)).mode & 0o777).toBe(0o600);
    await expect(openRegister(place(), plainKind, silent)).rejects.toBeInstanceOf(WrongRegisterKey);
    await (await openRegister(place(outside), plainKind, silent)).close();
    await rm(join(outside, '..'), { recursive: true });
  });
});

describe('the lock', () => {
  it('keeps a second process out and says who is in', async () => {
    const register = await open();
    await expect(open()).rejects.toThrow(new RegExp(`process ${process.pid} on `, 'u'));
    await expect(open()).rejects.toBeInstanceOf(RegisterLocked);
    await register.close();
    await (await open()).close();
  });

  it('of a process that is gone is taken over, also when its id was given to another process', async () => {
    const lock = join(folder(), 'lock');
    const { hostname } = await import('node:os');
    const gone = { pid: 2 ** 22 + 1, started: null, host: hostname(), token: 'a' };
    await writeFile(lock, JSON.stringify(gone));
    await (await open()).close();
    await writeFile(lock, JSON.stringify({ ...gone, pid: process.pid, started: 'an earlier boot 17' }));
    await (await open()).close();
  });

  it('of another machine is respected while that one is alive, and taken over when it fell silent', async () => {
    const lock = join(folder(), 'lock');
    await writeFile(lock, JSON.stringify({ pid: 1, started: null, host: 'elsewhere', token: 'a' }));
    await expect(open()).rejects.toThrow(/elsewhere/u);
    const { mtimeMs } = await stat(lock);
    await files.utimes(lock, mtimeMs / 1000, mtimeMs / 1000 - 120);
    await (await open()).close();
  });

  it('is not needed for reading', async () => {
    await filled(1);
    const register = await open();
    const reader = await openRegister({ folder: folder(), key: keyText, readOnly: true }, plainKind, silent);
    expect(await reader.list()).toHaveLength(1);
    await reader.close();
    await expect(open()).rejects.toBeInstanceOf(RegisterLocked);
    await register.close();
  });

  it('goes to one of many that ask at once', async () => {
    const lock = join(folder(), 'lock');
    const { hostname } = await import('node:os');
    await writeFile(lock, JSON.stringify({ pid: 2 ** 22 + 1, started: null, host: hostname(), token: 'a' }));
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => open()));
    const won = asked.filter((each) => each.status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const each of won) await each.value.close();
  });
});

const failing = (code: string, when: { on: boolean }): DiskCalls => ({
  rename: files.rename,
  rm: files.rm,
  open: async (path, flags, mode) => {
    const handle = await files.open(path, flags, mode);
    if (!when.on || flags !== 'w') return handle;
    // Half of it reaches the disk, then the call fails.
    handle.writeFile = async (content) => {
      await handle.write(Buffer.from(String(content)).subarray(0, 200));
      throw Object.assign(new Error(`${code}: simulated`), { code });
    };
    return handle;
  },
});

describe('a disk that fails', () => {
  it.each([
    ['ENOSPC', /disk is full/u],
    ['EACCES', /permissions/u],
    ['EROFS', /read-only/u],
  ])(
    'with %s is told in a sentence; nothing is half-written, and it works again afterwards',
    async (code, sentence) => {
      const fault = { on: false };
      const store = await openFileStore(folder(), { disk: failing(code, fault) });
      const register = await keepRegister(store, parseRegisterKey(keyText), plainKind);
      const { id } = await register.create(order('form-1'));
      fault.on = true;
      const before = await allBytes(folder());
      await expect(register.append(id, 1, took())).rejects.toBeInstanceOf(RegisterUnavailable);
      await expect(register.append(id, 1, took())).rejects.toThrow(sentence);
      await expect(register.create(order('form-2'))).rejects.toThrow(sentence);
      await expect(register.erase(id, erasedTrace)).rejects.toThrow(sentence);
      expect(await allBytes(folder())).toBe(before);
      expect(await register.history(id)).toEqual([received()]);
      expect((await register.list()).map(({ length }) => length)).toEqual([1]);
      fault.on = false;
      await register.append(id, 1, took());
      expect((await register.create(order('form-2'))).created).toBe(true);
      await register.close();
    },
  );

  it('that takes the case and not its line in the log acknowledges the case, says so, and writes the line with the next', async () => {
    const fault = { on: false };
    const disk: DiskCalls = {
      ...files,
      open: (async (path: string, ...rest: [string, number?]) => {
        if (fault.on && path.endsWith('heads.log')) throw Object.assign(new Error('no'), { code: 'EIO' });
        return files.open(path, ...rest);
      }) as DiskCalls['open'],
    };
    const register = await keepRegister(
      await openFileStore(folder(), { disk }),
      parseRegisterKey(keyText),
      plainKind,
    );
    fault.on = true;
    const { id } = await register.create(order('form-1'));
    await register.append(id, 1, took());
    expect(register.problems().map(({ what }) => what)).toEqual(['head-log']);
    fault.on = false;
    await register.append(id, 2, took());
    expect(register.problems()).toEqual([]);
    await register.close();
    const again = await open();
    expect(again.problems()).toEqual([]);
    expect((await again.list()).map(({ length }) => length)).toEqual([3]);
    await again.close();
  });

  it('with a folder that cannot be made is told in a sentence', async () => {
    await writeFile(join(folder(), 'file'), '');
    await chmod(join(folder(), 'file'), 0o400);
    await expect(
      openRegister({ folder: join(folder(), 'file', 'inside'), key: keyText }, plainKind, silent),
    ).rejects.toBeInstanceOf(RegisterUnavailable);
  });
});
