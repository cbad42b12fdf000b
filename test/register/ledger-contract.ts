import { expect, it } from 'vitest';
import type { Ledger, LedgerEntries } from '../../src/register/ledger.ts';

export type LedgerBackend = {
  /** Opens the ledger of this test; again after it was closed or its process was killed. */
  readonly open: () => Promise<Ledger>;
  /** Its process is killed: nothing is closed. */
  readonly kill: (ledger: Ledger) => Promise<void>;
  /** What is kept, read from beside. */
  readonly read: () => Promise<LedgerEntries>;
};

const where = { channel: 'C1', ts: '1.000001', version: 3 };
const all = () => true;
const keys = (entries: readonly { readonly key: string }[]) => entries.map(({ key }) => key);

/** What every ledger must do. `backend()` gives an empty one for each test. */
export const ledgerContract = (backend: () => Promise<LedgerBackend>): void => {
  it('lets one of many claims win, now and after a restart', async () => {
    const { open } = await backend();
    const ledger = await open();
    const claims = await Promise.all(Array.from({ length: 20 }, () => ledger.claim('card DSR-2026-0001')));
    expect(claims.filter(Boolean)).toHaveLength(1);
    await ledger.close();
    const again = await open();
    expect(await again.claim('card DSR-2026-0001')).toBe(false);
    await again.close();
  });

  it('keeps where a message stands, after a restart and for whoever reads it from beside', async () => {
    const { open, read } = await backend();
    const ledger = await open();
    await ledger.claim('a');
    await ledger.confirm('a', where);
    await ledger.close();
    const again = await open();
    expect(again.find('a')).toMatchObject({ state: 'confirmed', place: where });
    expect((await read()).get('a')?.place).toEqual(where);
    await again.close();
  });

  it('gives back what could not be posted', async () => {
    const { open, read } = await backend();
    const ledger = await open();
    await ledger.claim('a');
    await ledger.release('a');
    expect(ledger.find('a')).toBeNull();
    expect((await read()).has('a')).toBe(false);
    await ledger.close();
    const again = await open();
    expect(await again.claim('a')).toBe(true);
    await again.close();
  });

  it('lets what failed or was put off be claimed again by a message, and what was said by none', async () => {
    const { open } = await backend();
    const ledger = await open();
    const wanted = ['a', 'b', 'c'].map((key) => ({ key, message: 'm1' }));
    expect(await ledger.claimAll(wanted)).toEqual(['a', 'b', 'c']);
    expect(keys(ledger.carriedBy('m1'))).toEqual(['a', 'b', 'c']);
    expect(ledger.carries('m1')).toBe(3);
    expect(keys(ledger.claimedFor('m1'))).toEqual(
      keys(ledger.carriedBy('m1').filter(({ state }) => state === 'claimed')),
    );
    expect(keys(await ledger.held('m1'))).toEqual(['a', 'b', 'c']);
    await ledger.settle([
      { key: 'a', state: 'confirmed', message: 'm1', place: where },
      { key: 'b', state: 'failed', tries: 2, again: '2026-11-23T09:17:00.000Z', why: 'internal_error' },
      { key: 'c', state: 'covered' },
      { key: 'c', state: 'snoozed', again: '2026-11-24T09:15:00.000Z' },
    ]);
    expect(await ledger.held('m1')).toEqual([]);
    expect([...keys(ledger.unsaid())].sort()).toEqual(['b', 'c']);
    const again = wanted.map(({ key }) => ({ key, message: 'm2' }));
    expect(await ledger.claimAll(again)).toEqual(['b', 'c']);
    expect(ledger.find('b')).toMatchObject({ state: 'claimed', tries: 2, message: 'm2' });
    await ledger.close();
  });

  it('gives out again what a killed process had claimed, once, and never what somebody works on', async () => {
    const { open, kill } = await backend();
    const ledger = await open();
    await ledger.claimAll([
      { key: 'a', message: 'm1' },
      { key: 'b', message: 'm2' },
    ]);
    await ledger.confirm('b', where);
    expect(await ledger.adopt(all)).toEqual([]);
    await kill(ledger);
    const next = await open();
    expect(keys(await next.adopt(({ message }) => message === 'm2'))).toEqual([]);
    expect(keys(await next.adopt(all))).toEqual(['a']);
    expect(await next.adopt(all)).toEqual([]);
    expect(keys(await next.held('m1'))).toEqual(['a']);
    await next.close();
  });

  it('gives out again what was left here, once', async () => {
    const { open } = await backend();
    const ledger = await open();
    await ledger.claimAll([{ key: 'a', message: 'm1' }]);
    ledger.leave(['a']);
    const both = await Promise.all([ledger.adopt(all), ledger.adopt(all)]);
    expect(keys(both.flat())).toEqual(['a']);
    await ledger.close();
  });

  it('keeps what was settled twice in one write as it was said last', async () => {
    const { open, read } = await backend();
    const ledger = await open();
    await ledger.settle([
      { key: 'a', state: 'covered' },
      { key: 'a', state: 'confirmed' },
    ]);
    expect((await read()).get('a')?.state).toBe('confirmed');
    await ledger.close();
  });
};
