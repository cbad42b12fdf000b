/** Reads the law as data: every folder of data/regimes is a regime. What is wrong is named all at once, with its file and place. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { HolidayPlace } from '../requests/clock/holidays.ts';
import type { RegimeData } from '../requests/clock/regime.ts';
import { calendarFile, defaultsFile, groundsFile, placesFile } from './grounds-schema.ts';
import { readOnce } from './read-once.ts';
import { regimeProblems } from './regime-checks.ts';
import { regimeFile, rightsFile } from './regime-schema.ts';
import { projectRoot } from './root.ts';
import { parseYaml } from './yaml.ts';

/** Everything that is wrong with the data of the law, each with its file. */
export class LawDataError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `The law as data has ${problems.length === 1 ? 'one problem' : `${problems.length} problems`}:\n${problems.map((one) => `  ${one}`).join('\n')}`,
    );
    this.name = 'LawDataError';
    this.problems = problems;
  }
}

type FileRead<T> = { readonly value: T | null; readonly problems: readonly string[] };

const readFile = <Schema extends z.ZodType>(path: string, schema: Schema): FileRead<z.infer<Schema>> => {
  const name = path.startsWith(projectRoot) ? path.slice(projectRoot.length + 1) : path;
  try {
    const text = readFileSync(path, 'utf8');
    const read = schema.safeParse(path.endsWith('.json') ? JSON.parse(text) : parseYaml(text, true));
    if (read.success) return { value: read.data, problems: [] };
    const problems = read.error.issues.map(
      (issue) => `${name}: ${issue.path.join('.') || 'the file'}: ${issue.message}`,
    );
    return { value: null, problems };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n', 1).join('') : 'cannot be read';
    return { value: null, problems: [`${name}: ${why}`] };
  }
};

// The same files are asked for by whoever needs a date, a place or a name of the law.
const reading = <Schema extends z.ZodType>(schema: Schema) => readOnce((path) => readFile(path, schema));
const regimeAt = reading(regimeFile);
const rightsAt = reading(rightsFile);
const groundsAt = reading(groundsFile);
const placesAt = reading(placesFile);
const calendarAt = reading(calendarFile);
const defaultsAt = reading(defaultsFile);

type RegimeRead = {
  readonly id: string;
  readonly regime: RegimeData | null;
  readonly places: Readonly<Record<string, HolidayPlace>>;
  readonly calendar: z.infer<typeof calendarFile> | null;
  readonly problems: readonly string[];
};

const readRegime = (data: string, id: string): RegimeRead => {
  const folder = join(data, 'regimes', id);
  const head = regimeAt(join(folder, 'regime.yaml'));
  const rights = rightsAt(join(folder, 'rights.yaml'));
  const grounds = groundsAt(join(folder, 'grounds.yaml'));
  const places = placesAt(join(folder, 'places.yaml'));
  const calendar = calendarAt(join(data, 'calendars', `${id}.json`));
  const problems = [head, rights, grounds, places, calendar].flatMap((one) => one.problems);
  const [file, law, rows] = [head.value, rights.value, places.value];
  if (file === null || law === null || grounds.value === null || rows === null || calendar.value === null)
    return { id, regime: null, places: {}, calendar: null, problems };
  const {
    foreign_places: foreignPlaces,
    gdpr_articles: _shared,
    complaints_to_controller: _complaints,
    ...rest
  } = file;
  const regime: RegimeData = { ...rest, foreignPlaces, rights: law.rights, grounds: grounds.value };
  const days = calendar.value.jurisdictions;
  const known = Object.entries(rows.places).map(([name, place]): readonly [string, HolidayPlace] => [
    name,
    {
      regime: id,
      name: place.name,
      days: days[name] ?? {},
      compared: place.compared,
      source: place.source,
      publishedTo: rows.published_to,
    },
  ]);
  const own = regimeProblems(id, regime, Object.keys(rows.places), Object.keys(days));
  return { id, regime, places: Object.fromEntries(known), calendar: calendar.value, problems: own };
};

/** The regimes, their places, and the calendars of those; throws a {@link LawDataError} that names every problem. */
export const readRegimes = (data: string): readonly (RegimeRead & { readonly regime: RegimeData })[] => {
  const names = folders(data);
  const reads = names.map((name) => readRegime(data, name));
  const problems = reads.flatMap((one) => one.problems);
  const twice = reads.flatMap(({ id, places }) =>
    Object.keys(places)
      .filter((place) => reads.some((other) => other.id < id && place in other.places))
      .map((place) => `data/regimes/${id}/places.yaml: the place "${place}" belongs to another regime too`),
  );
  const found = reads.flatMap(({ regime, ...rest }) => (regime === null ? [] : [{ ...rest, regime }]));
  if (names.length === 0) throw new LawDataError(['data/regimes holds no regime']);
  if (problems.length + twice.length > 0) throw new LawDataError([...problems, ...twice]);
  return found;
};

export type LawDefaults = {
  readonly regime: string;
  readonly jurisdiction: string;
  readonly timeZone: string;
};

/** What a fresh clone works under, from data/regimes/regimes.yaml. */
export const lawDefaults = (data: string = join(projectRoot, 'data')): LawDefaults => {
  const read = defaultsAt(join(data, 'regimes', 'regimes.yaml'));
  if (read.value === null) throw new LawDataError(read.problems);
  const { regime, jurisdiction, time_zone: timeZone } = read.value;
  return { regime, jurisdiction, timeZone };
};

export type LawNames = {
  readonly regimes: readonly string[];
  readonly jurisdictions: readonly string[];
  /** The places of each regime, by its id. */
  readonly placesOf: Readonly<Record<string, readonly string[]>>;
};

const folders = (data: string): readonly string[] =>
  readdirSync(join(data, 'regimes'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** Which regimes and places there are, without reading the rest; a file that cannot be read is named when the table is read. */
export const lawNames = (data: string = join(projectRoot, 'data')): LawNames => {
  const regimes = folders(data);
  const placesOf = Object.fromEntries(
    regimes.map((id) => {
      const read = placesAt(join(data, 'regimes', id, 'places.yaml')).value;
      return [id, Object.keys(read?.places ?? {})] as const;
    }),
  );
  return { regimes, jurisdictions: Object.values(placesOf).flat(), placesOf };
};

/** What a regime is called in full: "United Kingdom (UK GDPR)". Throws a LawDataError for one that is not there. */
export const regimeName = (id: string, data: string = join(projectRoot, 'data')): string => {
  const read = regimeAt(join(data, 'regimes', id, 'regime.yaml'));
  if (read.value === null) throw new LawDataError(read.problems);
  return read.value.name;
};

/** What the notes of the law need to know of a regime. */
export type NotesLaw = {
  readonly id: string;
  /** Put in front of an article that all regimes of the GDPR share. */
  readonly law: string;
  /** Do the articles of the GDPR hold here under the same numbers? */
  readonly sharesArticles: boolean;
  /** The rule by which people may complain to the controller itself; null where there is none. */
  readonly complaintsToController: string | null;
};

/** Throws a LawDataError for a regime that is not there. */
export const notesLaw = (id: string, data: string = join(projectRoot, 'data')): NotesLaw => {
  const read = regimeAt(join(data, 'regimes', id, 'regime.yaml'));
  if (read.value === null) throw new LawDataError(read.problems);
  const { law, gdpr_articles: sharesArticles, complaints_to_controller: rule } = read.value;
  return { id, law, sharesArticles, complaintsToController: rule ?? null };
};
