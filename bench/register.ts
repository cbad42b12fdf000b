/** How fast the register is: what the ten-thousandth case costs, how long a start takes, how long a list takes. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseKind } from '../src/register/history/case-kind.ts';
import { newRegisterKeyText } from '../src/register/history/sealing.ts';
import { openRegister } from '../src/register/open.ts';
import type { NewCase } from '../src/register/register.ts';
import { caseNumber, eventsOf } from './fill.ts';

export type RegisterFigures = {
  readonly cases: number;
  readonly events: number;
  /** Milliseconds of one durable write, mean of 200: a case into an empty register, and into a full one. */
  readonly firstWriteMs: number;
  readonly lastWriteMs: number;
  /** An event appended to a case of the full register. */
  readonly appendMs: number;
  readonly startMs: number;
  readonly listMs: number;
  readonly heapMb: number;
};

type Event = ReturnType<(typeof caseKind)['parse']>;

const at = '2026-11-02T09:00:00.000Z';

const order = (n: number): NewCase<Event> => ({
  prefix: 'DSR',
  year: 2026,
  requestId: `form-${n}`,
  events: eventsOf,
});

const millisecondsOf = async (work: () => Promise<unknown>, times = 1): Promise<number> => {
  const start = performance.now();
  for (let n = 0; n < times; n += 1) await work();
  return (performance.now() - start) / times;
};

/** Fills a register in a temporary folder, or in `under`, and measures it. */
export const benchRegister = async (cases = 10_000, under = tmpdir()): Promise<RegisterFigures> => {
  const folder = await mkdtemp(join(under, 'register-bench-'));
  const place = { folder, key: newRegisterKeyText() };
  const silent = (): void => undefined;
  let n = 0;
  try {
    const register = await openRegister(place, caseKind, silent);
    const create = (): Promise<unknown> => {
      n += 1;
      return register.create(order(n));
    };
    await millisecondsOf(create, 100);
    const firstWriteMs = await millisecondsOf(create, 200);
    while (n < cases - 200) await Promise.all(Array.from({ length: 20 }, create));
    const lastWriteMs = await millisecondsOf(create, 200);
    let appended = 0;
    const append = (): Promise<unknown> => {
      appended += 1;
      return register.append(caseNumber(appended), 6, { type: 'taken', at, by: 'U0LEE' });
    };
    const appendMs = await millisecondsOf(append, 200);
    await register.close();
    const start = performance.now();
    const again = await openRegister(place, caseKind, silent);
    const startMs = performance.now() - start;
    const listMs = await millisecondsOf(() => again.list());
    const heapMb = process.memoryUsage().heapUsed / 2 ** 20;
    await again.close();
    return { cases: n, events: n * 6, firstWriteMs, lastWriteMs, appendMs, startMs, listMs, heapMb };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
