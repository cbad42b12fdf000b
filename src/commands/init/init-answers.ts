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

/** `ask` returns its second argument where nobody is asked. A string says what is missing or wrong. */
export const askAnswers = async (
  { given, clients, asks }: InitArgs,
  documents: readonly ReadDocument[],
  ask: (question: string, usual: string) => Promise<string>,
): Promise<Answers | string> => {
  const read = (field: 'controller' | 'contact'): string =>
    documents.flatMap(({ imported }) => imported.head[field] ?? []).at(0) ?? '';
  const name = given.name ?? (await ask('Name of the company, as letters carry it:', read('controller')));
  if (name === '') return 'the documents do not say whose they are: give --name.';
  const contact = given.contact ?? (await ask('Where people write to about privacy:', read('contact')));
  const { regimes, placesOf } = lawNames();
  const usual = lawDefaults();
  const law =
    given.regime ??
    (await ask(`Which law: ${regimes.map((id) => `${id} for ${regimeName(id)}`).join(', ')}?`, usual.regime));
  const regime = regimes.find((each) => each === law.toLowerCase());
  if (regime === undefined) return `"${law}" is no law this bot knows: ${regimes.join(', ')}.`;
  const jurisdictions = placesOf[regime] ?? [];
  const first = jurisdictions.includes(usual.jurisdiction) ? usual.jurisdiction : (jurisdictions[0] ?? '');
  const place = given.jurisdiction ?? (await ask(`Where (${jurisdictions.join(', ')})?`, first));
  const jurisdiction = jurisdictions.find((each) => each === place.toLowerCase().replace(/\s+/gu, '-'));
  if (jurisdiction === undefined)
    return `"${place}" is no jurisdiction this bot knows: ${jurisdictions.join(', ')}.`;
  const people =
    given.people ??
    (await ask('Whose data do you hold (patients, pupils, donors …)?', 'customers, visitors'));
  const keeps =
    clients ||
    (asks &&
      /^y/iu.test(
        await ask('Do other companies keep data of their own people with you, as clients (yes or no)?', 'no'),
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
