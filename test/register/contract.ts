import { expect, it } from 'vitest';
import { NoSuchCase, StaleHistory } from '../../src/register/errors.ts';
import type { AnyEvent, Register } from '../../src/register/register.ts';
import { erasedMark } from '../../src/requests/case/sealed-words.ts';
import { erasedTrace, received, took, unfoldable } from './plain-kind.ts';

type Opened = Register<AnyEvent, readonly string[]>;

export type Backend = {
  /** Opens the register of this test; a second call opens the same one again after a restart. */
  readonly open: () => Promise<Opened>;
  /** Everything that is kept, as bytes in which plain text would be found. */
  readonly bytes: () => Promise<string>;
};

const order = (requestId: string, ...events: readonly [AnyEvent, ...AnyEvent[]]) =>
  ({ prefix: 'DSR', year: 2026, requestId, events: () => events }) as const;

/** What every backend must do. `backend()` gives an empty one for each test. */
export const registerContract = (backend: () => Promise<Backend>): void => {
  it('gives the events back as they were, after a restart too', async () => {
    const { open } = await backend();
    const register = await open();
    const { id } = await register.create(order('form-1', received()));
    await register.append(id, 1, took());
    await register.close();
    const again = await open();
    expect(await again.history(id)).toEqual([received(), took()]);
    expect((await again.list()).map(({ id, length, summary }) => ({ id, length, summary }))).toEqual([
      { id: 'DSR-2026-0001', length: 2, summary: ['received', 'taken'] },
    ]);
    await again.close();
  });

  it('counts each series on its own, four digits at least', async () => {
    const { open } = await backend();
    const register = await open();
    const ids = [];
    for (const [prefix, year] of [
      ['DSR', 2026],
      ['DSR', 2026],
      ['CMP', 2026],
      ['DSR', 2027],
    ] as const) {
      const { id } = await register.create({
        prefix,
        year,
        requestId: `form-${ids.length}`,
        events: () => [received()],
      });
      ids.push(id);
    }
    expect(ids).toEqual(['DSR-2026-0001', 'DSR-2026-0002', 'CMP-2026-0001', 'DSR-2027-0001']);
    await register.close();
  });

  it('gives different numbers to forms submitted at the same moment', async () => {
    const { open } = await backend();
    const register = await open();
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, n) => register.create(order(`form-${n}`, received()))),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(12);
    await register.close();
  });

  it('makes one case of one form, however often and whenever it is submitted', async () => {
    const { open } = await backend();
    const register = await open();
    const [first, second] = await Promise.all([
      register.create(order('form-1', received())),
      register.create(order('form-1', received())),
    ]);
    expect([first?.created, second?.created]).toEqual([true, false]);
    await register.close();
    const again = await open();
    expect(await again.create(order('form-1', received()))).toEqual({ id: first?.id, created: false });
    expect(await again.list()).toHaveLength(1);
    await again.close();
  });

  it('makes one event of two clicks of one button', async () => {
    const { open } = await backend();
    const register = await open();
    const { id } = await register.create(order('form-1', received()));
    const clicks = await Promise.allSettled([
      register.append(id, 1, took('U1')),
      register.append(id, 1, took('U2')),
    ]);
    expect(clicks.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(register.append(id, 1, took('U3'))).rejects.toBeInstanceOf(StaleHistory);
    expect(await register.history(id)).toEqual([received(), took('U1')]);
    await register.close();
  });

  it('appends several events together', async () => {
    const { open } = await backend();
    const register = await open();
    const { id } = await register.create(order('form-1', received(), took()));
    await register.append(id, 2, took('U2', 6), took('U3', 7));
    expect(await register.history(id)).toHaveLength(4);
    await register.close();
  });

  it('says so when there is no such case', async () => {
    const { open } = await backend();
    const register = await open();
    await expect(register.history('DSR-2026-0009')).rejects.toBeInstanceOf(NoSuchCase);
    await expect(register.append('../../etc/passwd', 0, took())).rejects.toBeInstanceOf(NoSuchCase);
    await register.close();
  });

  it('finds the cases of a data subject however the name or address is spelled', async () => {
    const { open } = await backend();
    const register = await open();
    const { id } = await register.create(
      order('form-1', received('Jané Doe', 'Jane.Doe@Example.com, 020 7946 0018')),
    );
    await register.create(order('form-2', received('Somebody Else', 'else@example.com')));
    const found = async (kind: 'email' | 'phone' | 'name', value: string) =>
      register.withSubject([{ kind, value }]);
    expect(await found('email', 'jane.doe@example.com')).toEqual([id]);
    expect(await found('phone', '+44 (0)20 7946 0018')).toEqual([id]);
    expect(await found('name', 'doe, jane')).toEqual([id]);
    expect(await found('name', 'John Doe')).toEqual([]);
    await register.close();
  });

  it('keeps no personal data in plain text', async () => {
    const { open, bytes } = await backend();
    const register = await open();
    const { id } = await register.create(order('form-1', received()));
    await register.append(id, 1, { ...took(), personal: { note: 'aardvark whistle' } });
    await register.close();
    const all = await bytes();
    expect(all).toContain('U0SAM');
    for (const canary of ['Quastel', 'canary.example', 'zebra', 'aardvark']) {
      expect(all.toLowerCase()).not.toContain(canary.toLowerCase());
      expect(all).not.toContain(Buffer.from(canary).toString('base64').slice(0, 6));
    }
  });

  it('erases personal data for good, says so in the history, and is not found by it any more', async () => {
    const { open } = await backend();
    const register = await open();
    const { id } = await register.create(order('form-1', received()));
    await register.erase(id, erasedTrace);
    await register.erase(id, erasedTrace);
    await register.close();
    const again = await open();
    const marks = { name: erasedMark, contact: erasedMark, words: erasedMark };
    expect(await again.history(id)).toEqual([{ ...received(), personal: marks }, erasedTrace]);
    expect(await again.withSubject([{ kind: 'email', value: 'w.quastel@canary.example' }])).toEqual([]);
    expect((await again.list())[0]?.erased).toBe(true);
    await expect(again.append(id, 2, received())).rejects.toThrow(/erased/u);
    await again.append(id, 2, took());
    await again.close();
  });

  it('tells listeners which case changed, until they stop listening', async () => {
    const { open } = await backend();
    const register = await open();
    const heard: string[] = [];
    const stop = register.onChange((id) => heard.push(id));
    const { id } = await register.create(order('form-1', received()));
    await register.append(id, 1, took());
    stop();
    await register.append(id, 2, took());
    expect(heard).toEqual([id, id]);
    await register.close();
  });

  it('refuses a history that could not be shown again, before it is saved', async () => {
    const { open } = await backend();
    const register = await open();
    const { id } = await register.create(order('form-1', received()));
    await expect(register.append(id, 1, { ...took(), type: unfoldable })).rejects.toThrow();
    await expect(register.create(order('form-2', { ...took(), type: unfoldable }))).rejects.toThrow();
    expect(await register.list()).toHaveLength(1);
    await register.append(id, 1, took());
    await register.close();
  });

  it('refuses what is no event and keeps nothing of it', async () => {
    const { open } = await backend();
    const register = await open();
    const bad = { type: 'taken', at: 'yesterday', by: 'U1' };
    const { id } = await register.create(order('form-1', received()));
    await expect(register.append(id, 1, bad)).rejects.toThrow();
    expect(await register.history(id)).toEqual([received()]);
    await register.close();
  });
};
