/** docs/performance.md: one section a part, written by `npm run bench`; a part that was not measured this time keeps what it had. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/base/root.ts';
import type { Line } from './figures.ts';

const file = join(projectRoot, 'docs/performance.md');

const opening = [
  '# How fast it is',
  'Written by `npm run bench`, never by hand: each part as it was measured last, on the machine and under the load that its first line names. Goals are for a machine that does nothing else. `BENCH_PARTS` chooses parts by a word of their title, PostgreSQL is measured on a server of its own where one is installed, or in the empty database of `BENCH_DATABASE_URL`; `BENCH_MINUTES` and `BENCH_SIZES` shorten.',
  '',
].join('\n');

const table = (lines: readonly Line[]): string =>
  [
    '| what | figure | goal | |',
    '|---|---|---|---|',
    ...lines.map(
      ({ what, figure, goal, met }) =>
        `| ${what} | ${figure} | ${goal ?? '–'} | ${met === null ? '' : met ? 'met' : '**missed**'} |`,
    ),
  ].join('\n');

export const report = (title: string, lines: readonly Line[], now: Date): void => {
  const [, ...sections] = (existsSync(file) ? readFileSync(file, 'utf8') : '').split(/^## /mu);
  const where = `${now.toISOString().slice(0, 16)}Z, Node ${process.versions.node}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} at the end`;
  const mine = `${title}\n${where}\n\n${table(lines)}\n`;
  const at = sections.findIndex((section) => section.startsWith(`${title}\n`));
  if (at < 0) sections.push(mine);
  else sections[at] = mine;
  writeFileSync(file, [opening, ...sections.map((section) => `## ${section.trimEnd()}\n`)].join('\n'));
};
