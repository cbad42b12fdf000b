/** How the program tidies its memory, and how much it lets itself take before it does. */
import { setFlagsFromString } from 'node:v8';

/**
 * The heap may grow by this share before it is tidied; by itself a small one grows fourfold first, so that memory seems to leak for an
 * hour, and a large register takes twice what it holds (`npm run bench`, steady use and the register by its size).
 */
export const tidyHeapSooner = (): void => setFlagsFromString('--heap-growing-percent=40');

/**
 * What was made last is tidied by the thread that made it: a megabyte takes it half a millisecond, where helpers that have to be woken on a
 * busy machine first kept everybody waiting for 2 to 4 (`--trace-gc-nvp`, 100 commands a second on two cores).
 */
export const tidyAlone = (): void => setFlagsFromString('--no-parallel-scavenge');
