/** What `privacy init` writes: a company file to go on with, and the lines of .env that lead to it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { projectRoot } from '../../base/root.ts';

export type NewCompany = {
  readonly name: string;
  readonly contact: string | null;
  /** An id of data/regimes. */
  readonly regime: string;
  readonly jurisdiction: string;
  /** As people wrote them, one thing each: "patients" is kept as "patient". */
  readonly people: readonly string[];
  readonly clients: boolean;
};

export type Put = 'written' | 'unchanged' | 'kept';

const singular = (word: string): string => word.replace(/ies$/iu, 'y').replace(/(?<=[^s])s$/iu, '');

const HEAD = `# Who we are. Made by "privacy init"; put in your own teams, systems and house rules. docs/operate.md says what each field is,
# and data/company.yaml is a filled one. "npm run doctor" names what is wrong, with its line.
`;

const RULES = `
# How you go about it, shown as a layer of its own beside answers; "npx privacy policy check" holds them against the policy.
# house_rules:
#   - text: Log the request at once with /privacy request, with the day it arrived and the person's own words.
#     topics: [rights_how, right_access]
#     asks: [somebody asked for their data]
#     checked: 2026-11-30
`;

/** The text of the company file: what was asked, then general teams and systems to be replaced. */
export const companyText = async ({ contact, ...company }: NewCompany): Promise<string> => {
  const general = await readFile(join(projectRoot, 'data', 'company.neutral.yaml'), 'utf8');
  const asked = stringify({
    name: company.name,
    also: [],
    sender: { signed_by: 'The privacy team', ...(contact === null ? {} : { contact }) },
    regime: company.regime,
    jurisdiction: company.jurisdiction,
    people: company.people.map(singular),
    clients: company.clients,
  });
  return `${HEAD}${asked}\n${general.slice(general.indexOf('\nteams:') + 1)}${RULES}`;
};

const reading = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);

/** Writes a file that is not there; one that is there with other words is kept unless `force`. */
export const putFile = async (path: string, text: string, force: boolean): Promise<Put> => {
  const there = await reading(path);
  if (there === text) return 'unchanged';
  if (there !== null && !force) return 'kept';
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return 'written';
};

export type EnvPut = {
  readonly put: Put /** Variables that say something else and were left alone. */;
  readonly other: readonly string[];
};

/** Sets variables in an .env file, a new one from .env.example; nothing else in it changes, and what says otherwise stays unless `force`. */
export const putEnv = async (
  path: string,
  wanted: Readonly<Record<string, string>>,
  force: boolean,
): Promise<EnvPut> => {
  const example = await readFile(join(projectRoot, '.env.example'), 'utf8');
  const there = await reading(path);
  const other: string[] = [];
  const after = Object.entries(wanted).reduce((text, [name, value]) => {
    const line = new RegExp(`^${name}=(.*)$`, 'mu');
    const valueIn = (file: string): string => line.exec(file)?.[1]?.trim() ?? '';
    const said = valueIn(text);
    if (!line.test(text)) return `${text.trimEnd()}\n${name}=${value}\n`;
    // What .env.example says was chosen by nobody.
    if (!['', value, valueIn(example)].includes(said) && !force) {
      other.push(name);
      return text;
    }
    return text.replace(line, () => `${name}=${value}`);
  }, there ?? example);
  if (other.length > 0) return { put: 'kept', other };
  if (there === after) return { put: 'unchanged', other };
  await writeFile(path, after, { mode: 0o600 });
  return { put: 'written', other };
};
