/** The walls of docs/architecture.md, held against every import of src. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/base/root.ts';
import { faultsOf, importsIn, readRooms } from './support/walls.ts';

const src = join(projectRoot, 'src');
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesBelow(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name)
        ? [relative(src, join(folder, entry.name)).split(sep).join('/')]
        : [],
  );

const files = filesBelow(src);
const textOf = new Map(files.map((file) => [file, readFileSync(join(src, file), 'utf8')]));
const imports = files.flatMap((file) => importsIn(file, textOf.get(file) ?? ''));
const rooms = readRooms(readFileSync(join(projectRoot, 'docs/architecture.md'), 'utf8'));

/** One vendor, one home: these may be imported by one file only. */
const singleHome = [/^openai/, /^lowdb/, /^pg$/, /^node-cron$/, /^pino$/, /^parse5$/, /^saxes$/, /^unpdf$/];

/** Where time, chance and the environment come in. */
const outside = /^(main|cli)\.ts$|^base\/(clock|config|logger)\.ts$|^runtime\/wire\.ts$|^workspace\/page\//;

describe('the architecture', () => {
  it('has looked at the source: rooms, files and imports were found', () => {
    expect(rooms.length).toBeGreaterThan(15);
    expect(files.length).toBeGreaterThan(300);
    expect(imports.length).toBeGreaterThan(1_000);
  });

  it('has no loose file, no wall crossed, no vendor away from home and no circle', () => {
    expect(faultsOf(rooms, files, imports)).toEqual([]);
  });

  it('has a file in each room of the table', () => {
    const empty = rooms.filter(
      ({ name }) => !files.some((file) => file === name || file.startsWith(`${name}/`)),
    );
    expect(empty.map(({ name }) => name)).toEqual([]);
  });

  it.each([
    ['a loose file', 'stray.ts', `import type { Clock } from './base/clock.ts';`],
    ['a forbidden import', 'flows/ask/x.ts', `import { section } from '../../views/blocks.ts';`],
    ['a value where only types are allowed', 'flows/ask/x.ts', `import { x } from '../../register/open.ts';`],
    [
      'a type where nothing is allowed',
      'blockkit/x.ts',
      `import type { Case } from '../requests/case/case.ts';`,
    ],
    ['a vendor away from home', 'requests/case/x.ts', `import { z } from 'zod';`],
    ['a circle', 'requests/case/x.ts', `import { y } from './x.ts';`],
  ])('would notice %s', (_, file, text) => {
    expect(faultsOf(rooms, [file], importsIn(file, text)).length).toBe(1);
  });

  it('tells a type from a value, wherever the word stands', () => {
    const typed = importsIn(
      'base/x.ts',
      `import { type A, type B } from './clock.ts';\nimport { type A, b } from './root.ts';`,
    );
    expect(typed.map(({ typeOnly }) => typeOnly)).toEqual([true, false]);
  });

  it.each(singleHome.map((vendor) => [vendor.source, vendor] as const))(
    'has one home for %s',
    (_, vendor) => {
      const homes = imports.filter((one) => vendor.test(one.to) && !one.typeOnly).map(({ from }) => from);
      expect(new Set(homes).size).toBeLessThanOrEqual(1);
    },
  );

  it('keeps the requests and the limits pure: not even a Node module', () => {
    const impure = imports.filter(
      ({ from, to }) => /^(requests|blockkit)\//.test(from) && to.startsWith('node:'),
    );
    expect(impure).toEqual([]);
  });

  it('loads the model client only where a model is configured: by an import() and nothing else', () => {
    expect(imports.some(({ to }) => to.endsWith('/openai-model.ts'))).toBe(true);
    const still = files.filter((file) =>
      /^import\b(?! type).*openai-model\.ts/mu.test(textOf.get(file) ?? ''),
    );
    expect(still).toEqual([]);
  });

  it('never draws pictures where people are answered: the renderer belongs to a thread of its own', () => {
    expect(imports.filter(({ to }) => to.startsWith('@resvg/'))).toEqual([]);
  });

  it('goes at most two levels below src', () => {
    expect(files.filter((file) => file.split('/').length > 3)).toEqual([]);
  });

  it('takes the time, chance and the environment only where the outside comes in', () => {
    const reaching = files.filter(
      (file) =>
        !outside.test(file) &&
        /\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\(|\bprocess\.env\b/.test(textOf.get(file) ?? ''),
    );
    expect(reaching).toEqual([]);
  });
});
