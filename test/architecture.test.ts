import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/base/root.ts';

/** The table of docs/architecture.md: which room may import which, and which vendors are at home there. */
type Room = { readonly rooms: readonly string[]; readonly vendors: readonly RegExp[] };
const none: readonly string[] = [];
const rules: Readonly<Record<string, Room>> = {
  requests: { rooms: none, vendors: [] },
  blockkit: { rooms: none, vendors: [/^@slack\/types$/] },
  knowledge: {
    rooms: none,
    vendors: [
      /^zod$/,
      /^yaml$/,
      /^stemmer$/,
      /^mdast/,
      /^micromark/,
      /^openai/,
      /^parse5$/,
      /^fflate$/,
      /^saxes$/,
      /^unpdf$/,
    ],
  },
  register: { rooms: ['requests'], vendors: [/^zod$/, /^lowdb/, /^pg$/] },
  letters: { rooms: ['requests', 'knowledge'], vendors: [/^zod$/, /^yaml$/] },
  flows: { rooms: ['requests', 'knowledge', 'register', 'letters'], vendors: [] },
  views: {
    rooms: ['requests', 'knowledge', 'flows', 'letters', 'blockkit'],
    vendors: [/^@slack\/types$/, /^zod$/],
  },
  pictures: { rooms: ['flows', 'requests', 'views'], vendors: [] },
  handlers: {
    rooms: ['flows', 'views', 'pictures', 'blockkit', 'knowledge', 'requests'],
    vendors: [/^@slack\/bolt$/, /^@slack\/types$/, /^zod$/],
  },
  workspace: { rooms: ['blockkit'], vendors: [/^ws$/, /^@slack\/types$/, /^preact/, /^zod$/, /^yaml$/] },
  commands: {
    rooms: ['flows', 'requests', 'knowledge', 'register', 'letters', 'blockkit', 'pictures'],
    vendors: [/^zod$/, /^yaml$/],
  },
};
/** One vendor, one home: these may be imported by one file only. */
const singleHome = [
  /^openai/,
  /^lowdb/,
  /^pg$/,
  /^node-cron$/,
  /^pino$/,
  /^date-holidays$/,
  /^parse5$/,
  /^fflate$/,
  /^saxes$/,
  /^unpdf$/,
];

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  );

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

const importsOf = (path: string): Import[] =>
  [
    ...readFileSync(path, 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\(\s*'([^']+)'|(?:^|\n)import\s+'([^']+)'/g,
    ),
  ].map((match) => ({
    from: path,
    to: match[2] ?? match[3] ?? match[4] ?? '',
    typeOnly: match[1] !== undefined,
  }));

const src = join(projectRoot, 'src');
const sources = files(src);
const imports = sources.flatMap(importsOf);
const name = (path: string): string => relative(projectRoot, path).split(sep).join('/');
const roomOf = (path: string): string => {
  const [first = '', ...rest] = relative(src, path).split(sep);
  return rest.length === 0 ? '' : first;
};
const target = (one: Import): string | null =>
  one.to.startsWith('.') ? join(dirname(one.from), one.to) : null;

describe('the architecture', () => {
  it('has looked at the source: files and imports were found', () => {
    expect(sources.length).toBeGreaterThan(10);
    expect(imports.length).toBeGreaterThan(20);
  });

  it('knows every room', () => {
    const rooms = new Set(sources.map(roomOf).filter((room) => room !== ''));
    expect([...rooms].filter((room) => rules[room] === undefined)).toEqual([]);
  });

  it('lets a room import only the rooms below it', () => {
    const broken = imports.filter((one) => {
      const path = target(one);
      const room = rules[roomOf(one.from)];
      if (path === null || room === undefined) return false;
      const to = roomOf(path);
      if (to === '..') return roomOf(one.from) !== 'commands';
      const free =
        to === ''
          ? /\/(clock|root|logger|config|calendars|model-from-config|seal)\.ts$/.test(path)
          : to === roomOf(one.from);
      return !free && !room.rooms.includes(to);
    });
    expect(broken.map((one) => `${name(one.from)} imports ${one.to}`)).toEqual([]);
  });

  it('keeps requests and blockkit pure: not even a clock or a Node module', () => {
    const impure = imports.filter((one) => {
      const room = roomOf(one.from);
      if (room !== 'requests' && room !== 'blockkit') return false;
      const path = target(one);
      return path === null ? !/^@slack\/types$/.test(one.to) : roomOf(path) !== room;
    });
    expect(impure.map((one) => `${name(one.from)} imports ${one.to}`)).toEqual([]);
  });

  it('keeps every vendor in its rooms', () => {
    const strays = imports.filter((one) => {
      const room = rules[roomOf(one.from)];
      if (room === undefined || one.to.startsWith('.') || one.to.startsWith('node:')) return false;
      return !room.vendors.some((vendor) => vendor.test(one.to));
    });
    expect(strays.map((one) => `${name(one.from)} imports ${one.to}`)).toEqual([]);
  });

  it.each(singleHome.map((vendor) => [vendor.source, vendor] as const))(
    'has one home for %s',
    (_, vendor) => {
      const homes = new Set(
        imports.filter((one) => vendor.test(one.to) && !one.typeOnly).map((one) => name(one.from)),
      );
      expect([...homes].length).toBeLessThanOrEqual(1);
    },
  );

  it('loads the model client only where a model is configured: by an import() and nothing else', () => {
    const loading = imports.filter((one) => one.to.endsWith('/openai-model.ts'));
    const still = sources.filter((path) =>
      /^import\b(?! type).*openai-model\.ts/mu.test(readFileSync(path, 'utf8')),
    );
    expect(loading.length).toBeGreaterThan(0);
    expect(still.map(name)).toEqual([]);
  });

  it('never draws pictures where people are answered: the renderer belongs to a thread of its own', () => {
    expect(imports.filter((one) => one.to.startsWith('@resvg/')).map((one) => name(one.from))).toEqual([]);
  });

  it('has no cycles', () => {
    const edges = new Map<string, string[]>();
    for (const one of imports) {
      const path = target(one);
      if (path !== null && !one.typeOnly) edges.set(one.from, [...(edges.get(one.from) ?? []), path]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].map(name).join(' → '));
        return;
      }
      if (done.has(path)) return;
      for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of sources) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it('goes at most two levels below src', () => {
    expect(sources.map(name).filter((path) => path.split('/').length > 4)).toEqual([]);
  });

  it('takes the time, chance and the environment only where the outside comes in', () => {
    const outside = /^src\/(main|cli|clock|config|app|logger)\.ts$|^src\/workspace\/page\//;
    const reaching = sources.filter(
      (path) =>
        !outside.test(name(path)) &&
        /\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\(|\bprocess\.env\b/.test(readFileSync(path, 'utf8')),
    );
    expect(reaching.map(name)).toEqual([]);
  });
});
