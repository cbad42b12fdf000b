import { defineConfig } from 'vitest/config';

// Threads that a test starts read the program's TypeScript too.
const execArgv = ['--import', new URL('./test/support/typescript-in-threads.mjs', import.meta.url).href];

// What runs anywhere; what needs Chromium and what needs a PostgreSQL server are named at the end of `npm test`.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          execArgv,
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
