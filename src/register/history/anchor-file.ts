/** Anchors outside the register: a file that they are appended to, best where whoever can write the register cannot write. */
import { appendFile } from 'node:fs/promises';
import { unavailable } from '../errors.ts';
import { readIfThere } from '../files/durable-file.ts';
import { type Anchor, anchorsIn } from './anchor.ts';

/** Every anchor that was noted there; none where there is no such file. */
export const readAnchorFile = async (file: string): Promise<readonly Anchor[]> =>
  anchorsIn((await readIfThere(file)) ?? '');

/** A line with the moment and the anchor. Rejects with `RegisterUnavailable`. */
export const noteAnchor = async (file: string, at: Date, anchor: string): Promise<void> => {
  try {
    await appendFile(file, `${at.toISOString()} ${anchor}\n`, { mode: 0o600 });
  } catch (cause) {
    throw unavailable('Noting the anchor of the register', cause);
  }
};
