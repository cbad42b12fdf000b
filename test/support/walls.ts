/** Reads the table of walls in docs/architecture.md and says which imports cross one. */
import { dirname, join } from 'node:path/posix';

export type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

type Room = {
  readonly name: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
  readonly vendors: readonly string[];
};

const namesIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? '');

/** A row of the table for each room that its first cell names; throws where a row cannot be read. */
export const readRooms = (markdown: string): readonly Room[] => {
  const rows = markdown
    .split('\n')
    .filter((line) => /^\| `/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.flatMap(([, names = '', , allowed = '', vendors = '']) => {
    const cells = allowed === '–' ? [] : allowed.split(/,\s*/);
    const types = cells.flatMap((cell) =>
      cell.startsWith('types of ') ? [cell.slice('types of '.length)] : [],
    );
    return namesIn(names).map((name) => ({
      name,
      values: cells.filter((cell) => !cell.startsWith('types of ')),
      types,
      vendors: namesIn(vendors),
    }));
  });
};

const within = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`);

/** The room of a file below src: the longest name that holds it; null for a loose one. */
export const roomOf = (rooms: readonly Room[], path: string): Room | null =>
  rooms.filter(({ name }) => within(path, name)).sort((a, b) => b.name.length - a.name.length)[0] ?? null;

/** Every import of a file below src: `to` is a path below src, `../…` for what lies outside it, or the name of a package. */
export const importsIn = (from: string, text: string): readonly Import[] =>
  [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(type\s)?([^'";]*?)from\s+'([^']+)'|import\(\s*'([^']+)'|(?:^|\n)import\s+'([^']+)'/g,
    ),
  ].map(([, type, names = '', named, loaded, bare]) => {
    const to = named ?? loaded ?? bare ?? '';
    const listed = names.replace(/[{}\s]+/g, ' ').trim();
    const onlyTypes =
      listed !== '' && listed.split(',').every((one) => one.trim() === '' || one.trim().startsWith('type '));
    return {
      from,
      to: to.startsWith('.') ? join(dirname(from), to) : to,
      typeOnly: type !== undefined || (names.includes('{') && onlyTypes),
    };
  });

const isOurs = (to: string): boolean => /\.tsx?$/.test(to);

/** What is wrong with these files and imports, a line each: loose files, walls crossed, vendors away from home, circles. */
export const faultsOf = (
  rooms: readonly Room[],
  files: readonly string[],
  imports: readonly Import[],
): readonly string[] => [
  ...files.filter((file) => roomOf(rooms, file) === null).map((file) => `${file} stands in no room`),
  ...imports.flatMap((one): readonly string[] => {
    const room = roomOf(rooms, one.from);
    if (room === null || one.to.startsWith('node:')) return [];
    if (!isOurs(one.to)) {
      const known = room.vendors.some((vendor) => within(one.to, vendor));
      return known ? [] : [`${one.from} imports ${one.to}, which is not at home in ${room.name}`];
    }
    if (one.to.startsWith('../')) {
      const outside = one.to.slice(3);
      return room.values.some((name) => within(outside, name)) ? [] : [`${one.from} imports ${one.to}`];
    }
    if (roomOf(rooms, one.to)?.name === room.name) return [];
    const open = room.values.some((name) => within(one.to, name));
    const forTypes = room.types.some((name) => within(one.to, name));
    if (open || (forTypes && one.typeOnly)) return [];
    return [`${one.from} imports ${forTypes ? 'values of' : ''}${forTypes ? ' ' : ''}${one.to}`];
  }),
  ...circlesIn(files, imports).map((circle) => `a circle: ${circle}`),
];

const circlesIn = (files: readonly string[], imports: readonly Import[]): readonly string[] => {
  const edges = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (isOurs(to) && !typeOnly) edges.set(from, [...(edges.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return circles;
};
