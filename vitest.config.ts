import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Threads that a test starts read the program's TypeScript too.
const execArgv = ['--import', new URL('./test/support/typescript-in-threads.mjs', import.meta.url).href];

// What runs anywhere; what needs Chromium and what needs a PostgreSQL server are named at the end of `npm test`.
export default defineConfig({
  test: {
    // Much of a test is waiting: a machine of two cores has two workers, not one less than it has cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          // The program is loaded once for all files of a worker; no test may lean on what another left in a module.
          isolate: false,
          execArgv,
          globalSetup: './test/support/folder-in-memory.ts',
          setupFiles: './test/support/same-examples.ts',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/postgres/**', 'node_modules/**'],
          testTimeout: 60_000,
          // A bot is started in a hook; on a machine that does other things as well that takes more than ten seconds.
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'postgres',
          execArgv,
          include: ['test/postgres/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          // One after the other in one process, and not beside the others: a page that waits for a core waits too long.
          isolate: false,
          sequence: { groupOrder: 1 },
          execArgv,
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
