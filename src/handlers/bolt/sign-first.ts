/** A sign of life where something takes its time: the one way in which a person is asked to wait, then gets what they waited for. */
import { alarm } from '../../base/alarm.ts';
import type { Dependencies } from '../dependencies.ts';

const waiting = Symbol('waiting');

/**
 * The result of `work`. When it takes longer than `patienceMs` (milliseconds; 0: a sign at once unless it is there already), `sign`
 * is shown first, and `signed` is what it returned, so that the result can be filled in there; null where no sign was needed. Rejects as they do.
 */
export const signFirst = async <Result, Signed>(
  { after }: Pick<Dependencies, 'after'>,
  patienceMs: number,
  work: Promise<Result>,
  sign: () => Promise<Signed>,
): Promise<{ readonly result: Result; readonly signed: Signed | null }> => {
  const { rings, off } = alarm(after, patienceMs);
  const first = await Promise.race([work, rings.then((): typeof waiting => waiting)]).finally(off);
  if (first !== waiting) return { result: first, signed: null };
  const signed = await sign();
  return { result: await work, signed };
};
