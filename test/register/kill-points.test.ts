import * as files from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DiskCalls } from '../../src/register/files/durable-file.ts';
import { openFileStore } from '../../src/register/files/file-store.ts';
import { anchorsIn } from '../../src/register/history/anchor.ts';
import { documentText } from '../../src/register/history/case-document.ts';
import { parseRegisterKey } from '../../src/register/history/sealing.ts';
import { verification } from '../../src/register/history/verify.ts';
import { keepRegister } from '../../src/register/kept-register.ts';
import type { AnyEvent } from '../../src/register/register.ts';
import { erasedTrace, keyText, plainKind, received, took } from './plain-kind.ts';
import { temporaryFolder } from './temp-folder.ts';

const folder = temporaryFolder();
const key = parseRegisterKey(keyText);

/** A disk that is cut off at its nth call, and stays so: what the program does after that is not done. A write is cut in the middle. */
const dyingDisk = (dieAt: number): { readonly disk: DiskCalls; readonly calls: () => number } => {
  let calls = 0;
  const alive = (): boolean => {
    calls += 1;
    return calls < dieAt;
  };
  const dead = (): never => {
    throw Object.assign(new Error('killed'), { code: 'EIO' });
  };
  const guard =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> =>
      alive() ? call(...args) : dead();
  const handle = (real: files.FileHandle): files.FileHandle =>
    new Proxy(real, {
      get: (target, name) => {
        if (name === 'close') return () => target.close();
        if (name === 'writeFile')
          return async (content: string) => {
            if (alive()) return target.writeFile(content);
            await target.writeFile(content.slice(0, content.length / 2));
            return dead();
          };
        if (name === 'write')
          return async (bytes: Buffer, from: number, length: number, at: number) => {
            if (alive()) return target.write(bytes, from, length, at);
            await target.write(bytes, from, length >> 1, at);
            return dead();
          };
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? guard(value.bind(target)) : value;
      },
    });
  return {
    calls: () => calls,
    disk: {
      open: guard(async (...args: Parameters<typeof files.open>) =>
        handle(await files.open(...args)),
      ) as DiskCalls['open'],
      rename: guard(files.rename),
      rm: guard(files.rm),
    },
  };
};

const order = (n: number) =>
  ({ prefix: 'DSR', year: 2026, requestId: `form-${n}`, events: () => [received()] as [AnyEvent] }) as const;

/** A short life; what was acknowledged before the disk died, by case. */
const live = async (
  at: string,
  disk: DiskCalls,
): Promise<{ acknowledged: Map<string, number>; anchors: string[] }> => {
  const acknowledged = new Map<string, number>();
  const anchors: string[] = [];
  const store = await openFileStore(at, { disk }).catch(() => null);
  if (store === null) return { acknowledged, anchors };
  try {
    const register = await keepRegister(store, key, plainKind);
    const done = (id: string, length: number): void => {
      acknowledged.set(id, length);
      anchors.push(register.anchor() ?? '');
    };
    const one = await register.create(order(1));
    done(one.id, 1);
    await register.append(one.id, 1, took(), took('U2', 6));
    done(one.id, 3);
    const two = await register.create(order(2));
    done(two.id, 1);
    await register.erase(one.id, erasedTrace);
    done(one.id, 4);
    await register.append(two.id, 1, took());
    done(two.id, 2);
  } catch {
    // Killed.
  }
  await store.close().catch(() => undefined);
  return { acknowledged, anchors };
};

describe('a program that is killed at any call of the disk', () => {
  it('loses nothing that it acknowledged, and what it leaves never looks like forgery', async () => {
    const { disk, calls } = dyingDisk(Number.POSITIVE_INFINITY);
    await live(join(folder(), 'whole'), disk);
    const all = calls();
    expect(all).toBeGreaterThan(30);
    for (let dieAt = 1; dieAt <= all; dieAt += 1) {
      const at = join(folder(), `killed-${dieAt}`);
      const { acknowledged, anchors } = await live(at, dyingDisk(dieAt).disk);
      await files.rm(join(at, 'lock'), { force: true });
      // As it lies there, before any start mends it: what doctor and verify would say.
      for (const when of ['as it was left', 'after the next start', 'after another']) {
        const store = await openFileStore(at, { readOnly: when === 'as it was left' });
        if (when !== 'as it was left') {
          const register = await keepRegister(store, key, plainKind);
          const hurt = register.problems().filter(({ what }) => what !== 'set-aside');
          expect(hurt, `${dieAt} ${when}`).toEqual([]);
          const found = new Map((await register.list()).map(({ id, length }) => [id, length]));
          for (const [id, length] of acknowledged)
            expect(found.get(id), `${dieAt} ${when} ${id}`).toBeGreaterThanOrEqual(length);
          expect((await register.create(order(1))).id).toBe('DSR-2026-0001');
        }
        const reader = await openFileStore(at, { readOnly: true });
        const check = verification({
          lines: await reader.headLines(0),
          stones: await reader.tombstones(),
          key,
          anchors: anchorsIn(anchors.join(' ')),
        });
        for (const document of await reader.changes())
          check.take({ id: document.id, bytes: Buffer.from(documentText(document)) });
        expect(check.result().faults, `${dieAt} ${when}`).toEqual([]);
        if (when !== 'as it was left') await store.close();
      }
    }
  }, 120_000);
});
