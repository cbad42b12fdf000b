/** How the program tidies its memory, and how much it lets itself take before it does. */
import { setFlagsFromString } from 'node:v8';

/**
 * The heap may grow by this share before it is tidied; by itself a small one grows fourfold first, so that memory seems to leak for an
 * hour, and a large register takes twice what it holds (`npm run bench`, steady use and the register by its size).
 */
export const tidyHeapSooner = (): void => setFlagsFromString('--heap-growing-percent=40');

/**
 * What was made last is tidied by the thread that made it. Helpers have to be woken first, and on a busy machine everybody waits for them:
 * a pause of the main thread was 4 ms with them and 1.3 without, one of the thread that reads questions 1.2 and 0.3 (medians of
 * `--trace-gc-nvp`, 100 commands a second, two shared cores).
 */
export const tidyAlone = (): void => setFlagsFromString('--no-parallel-scavenge');
