/** The patience with a thread: what it may cost, however busy the process and the machine are. */
import { describe, expect, it } from 'vitest';
import { inGuardedThread, type Spent } from '../../src/base/guarded-thread.ts';

const thread = new URL('./silent-thread.mjs', import.meta.url);
const limits = { patienceMs: 1_000, heapMb: 64, growthMb: 1_024 };

const outcome = async (input: string, spent: Spent): Promise<string> =>
  (await inGuardedThread(thread, input, limits, () => () => spent)).kind;

describe('the patience with a thread', () => {
  it('is not shortened by what other threads of this process compute', async () => {
    expect(await outcome('word', { cpuMs: 20_000, waitedMs: 20 })).toBe('done');
  });
  it('ends when the thread itself can have computed so long', async () => {
    expect(await outcome('never', { cpuMs: 20_000, waitedMs: 1_000 })).toBe('too-long');
  });
  it('lasts longer where the machine gives the thread no processor', async () => {
    expect(await outcome('word', { cpuMs: 10, waitedMs: 9_000 })).toBe('done');
  });
  it('ends some time, also with a thread that computes nothing', async () => {
    expect(await outcome('never', { cpuMs: 10, waitedMs: 10_000 })).toBe('too-long');
  });
  it('counts the time that went by and not the time that was to go by', async () => {
    const readings = [0, 10_000];
    const late = await inGuardedThread(thread, 'never', { ...limits, patienceMs: 50 }, () => () => ({
      cpuMs: 0,
      waitedMs: readings.shift() ?? 10_000,
    }));
    expect(late.kind).toBe('too-long');
  });
});
