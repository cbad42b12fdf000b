/** What must be done once, however often it is asked for, and may be tried again when it failed. */
import type { Dependencies } from '../dependencies.ts';

/** False when `key` was done or is being done already. When `work` rejects, the key is given back and the error passed on. */
export const onceOnly = async (
  { once }: Pick<Dependencies, 'once'>,
  key: string,
  work: () => Promise<unknown>,
): Promise<boolean> => {
  if (!(await once.claim(key))) return false;
  try {
    await work();
  } catch (error) {
    await once.release(key);
    throw error;
  }
  return true;
};
