/** Whether a crash of this process may leave its memory on the disk: that is the operating system's to say. */
import { readFile } from 'node:fs/promises';

const limit = /^Max core file size\s+(\S+)/mu;

/** From the text of `/proc/self/limits`; null where dumps are off, or nobody says. */
const dumpsIn = (limits: string): string | null => {
  const soft = limit.exec(limits)?.[1] ?? '0';
  return soft === '0'
    ? null
    : 'A crash may leave a core dump, and with it the key and what people wrote: start this with `ulimit -c 0` (docs/security.md).';
};

/** For this process, as a sentence; only Linux tells. */
export const coreDumps = async (): Promise<string | null> =>
  dumpsIn(await readFile('/proc/self/limits', 'utf8').catch(() => ''));
