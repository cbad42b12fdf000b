/** How much memory the program lets itself take before it tidies. */
import { setFlagsFromString } from 'node:v8';

/**
 * The heap may grow by this share before it is tidied; by itself a small one grows fourfold first, so that memory seems to leak for an
 * hour, and a large register takes twice what it holds (`npm run bench`, steady use and the register by its size).
 */
export const tidyHeapSooner = (): void => setFlagsFromString('--heap-growing-percent=40');
