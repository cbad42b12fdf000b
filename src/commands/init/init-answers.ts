/** What `privacy init` has to know: from flags, from a person, or from the documents themselves. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { lawDefaults, lawNames, regimeName } from '../../base/regimes.ts';
import { projectRoot } from '../../base/root.ts';
import type { ReadDocument } from './import-into.ts';
import type { NewCompany } from './init-files.ts';

export const INIT_USE =
  'init [FILE…] [--name NAME] [--contact ADDRESS] [--regime uk|eu|ch] [--jurisdiction NAME] [--people WORDS] [--clients] [--dir FOLDER] [--env FILE] [--yes] [--force]';

const options = {
  name: { type: 'string' },
  contact: { type: 'string' },
  regime: { type: 'string' },
  jurisdiction: { type: 'string' },
  people: { type: 'string' },
  clients: { type: 'boolean' },
  dir: { type: 'string' },
  env: { type: 'string' },
  yes: { type: 'boolean' },
  force: { type: 'boolean' },
} as const;

export type Answers = NewCompany;

export type InitArgs = {
  readonly files: readonly string[];
  readonly given: Readonly<
    Partial<Record<'name' | 'contact' | 'regime' | 'jurisdiction' | 'people', string>>
  >;
  readonly clients: boolean;
  /** Absolute: where company.yaml and policies/ go. */
  readonly dir: string;
  /** Absolute. */
  readonly env: string;
  readonly force: boolean;
  /** Nothing is asked where anything was answered by a flag, so that a script never waits. */
  readonly asks: boolean;
};

/** The arguments, or what is wrong with them. */
export const readInitArgs = (args: readonly string[]): InitArgs | string => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const {
      name,
      contact,
      regime,
      jurisdiction,
      people,
      clients = false,
      yes = false,
      force = false,
    } = values;
    const given = Object.fromEntries(
      Object.entries({ name, contact, regime, jurisdiction, people }).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, value.trim()] as const],
      ),
    );
    return {
      files: positionals,
      given,
      clients,
      dir: resolve(projectRoot, values.dir ?? join('data', 'ours')),
      env: resolve(projectRoot, values.env ?? '.env'),
      force,
      asks: !yes && !clients && Object.keys(given).length === 0,
    };
  } catch (problem) {
    return problem instanceof Error ? (problem.message.split('.', 1)[0] ?? '') : 'wrong arguments';
  }
};

/** What is wrong with an answer, in words that name what it takes; null when nothing is. */
export type Amiss = (said: string) => string | null;

/**
 * Returns `usual` where nobody is asked, or where nothing is typed. A person is asked again while something is amiss; where nobody
 * is left to ask, the last answer is returned as it is.
 */
export type AskPerson = (question: string, usual: string, amiss?: Amiss) => Promise<string>;

/** A word of a list as people type it: "Northern Ireland" for northern-ireland. */
const chosen = (among: readonly string[], said: string): string | undefined =>
  among.find((each) => each === said.toLowerCase().replace(/\s+/gu, '-'));

const amissAmong =
  (among: readonly string[], what: string): Amiss =>
  (said) =>
    chosen(among, said) === undefined
      ? `"${said}" is no ${what} this bot knows. It takes: ${among.join(', ')}.`
      : null;

const amissYesNo: Amiss = (said) => (/^(?:y|yes|n|no)$/iu.test(said) ? null : 'It takes: yes or no.');

/** A string says what is missing or wrong. */
export const askAnswers = async (
  { given, clients, asks }: InitArgs,
  documents: readonly ReadDocument[],
  ask: AskPerson,
): Promise<Answers | string> => {
  const read = (field: 'controller' | 'contact'): string =>
    documents.flatMap(({ imported }) => imported.head[field] ?? []).at(0) ?? '';
  const name =
    given.name ??
    (await ask('Name of the company, as letters carry it:', read('controller'), (said) =>
      said === '' ? 'The documents do not say whose they are, and letters need a name.' : null,
    ));
  if (name === '') return 'the documents do not say whose they are: give --name.';
  const contact = given.contact ?? (await ask('Where people write to about privacy:', read('contact')));
  const { regimes, placesOf } = lawNames();
  const usual = lawDefaults();
  const noLaw = amissAmong(regimes, 'law');
  const law =
    given.regime ??
    (await ask(
      `Which law: ${regimes.map((id) => `${id} for ${regimeName(id)}`).join(', ')}?`,
      usual.regime,
      noLaw,
    ));
  const regime = chosen(regimes, law);
  if (regime === undefined) return noLaw(law) ?? '';
  const jurisdictions = placesOf[regime] ?? [];
  const noPlace = amissAmong(jurisdictions, 'jurisdiction');
  const first = jurisdictions.includes(usual.jurisdiction) ? usual.jurisdiction : (jurisdictions[0] ?? '');
  const place = given.jurisdiction ?? (await ask(`Where (${jurisdictions.join(', ')})?`, first, noPlace));
  const jurisdiction = chosen(jurisdictions, place);
  if (jurisdiction === undefined) return noPlace(place) ?? '';
  const people =
    given.people ??
    (await ask('Whose data do you hold (patients, pupils, donors …)?', 'customers, visitors'));
  const keeps =
    clients ||
    (asks &&
      /^y/iu.test(
        await ask(
          'Do other companies keep data of their own people with you, as clients (yes or no)?',
          'no',
          amissYesNo,
        ),
      ));
  return {
    name,
    contact: contact === '' ? null : contact,
    regime,
    jurisdiction,
    people: people
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    clients: keeps,
  };
};
