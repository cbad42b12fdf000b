/** Opens the register, and the ledger beside it, that the environment names. */
import { join } from 'node:path';
import type { Clock } from '../base/clock.ts';
import { WrongRegisterKey } from './errors.ts';
import { readIfThere } from './files/durable-file.ts';
import { fileFolders } from './files/file-folder.ts';
import { openFileLedger, readFileLedger } from './files/file-ledger.ts';
import { indexName, openFileStore } from './files/file-store.ts';
import { keyFor } from './files/key-file.ts';
import { type Anchor, anchorFault } from './history/anchor.ts';
import { openLog } from './history/head-log.ts';
import { parseRegisterKey, type RegisterKey } from './history/sealing.ts';
import { keepRegister } from './kept-register.ts';
import type { Ledger, LedgerEntries } from './ledger.ts';
import type { AnyEvent, EventKind, Register } from './register.ts';
import type { Store } from './store.ts';
import { keptFolders, type TextFolders } from './text-folder.ts';

export type RegisterPlace = {
  /** DATA_DIR */
  readonly folder: string;
  /** REGISTER_KEY */
  readonly key: string | undefined;
  /** REGISTER_KEY_FILE */
  readonly keyFile?: string | undefined;
  /** DATABASE_URL: PostgreSQL instead of files. */
  readonly databaseUrl?: string | undefined;
  /** Reads only, beside a running bot: takes no lock, changes nothing. */
  readonly readOnly?: boolean;
};

/** The place alone, without a key: for backups and evidence. pg is loaded only when it is used. */
export const openStore = async ({ folder, databaseUrl, readOnly = false }: RegisterPlace): Promise<Store> => {
  if (databaseUrl === undefined) return openFileStore(folder, { readOnly });
  const [{ connect }, { openPostgresStore }] = await Promise.all([
    import('./postgres/connection.ts'),
    import('./postgres/postgres.ts'),
  ]);
  return openPostgresStore(connect(databaseUrl), readOnly ? undefined : join(folder, indexName));
};

/** Longer than this nobody waits at a start, or for the doctor, to hear that the database is silent (milliseconds). */
const reachMs = 2_500;

/** Why the database cannot be used now, as a sentence; null when it answers, or there is none. */
export const unreachable = async (
  { databaseUrl }: Pick<RegisterPlace, 'databaseUrl'>,
  after: (ms: number) => Promise<void>,
): Promise<string | null> => {
  if (databaseUrl === undefined) return null;
  const { connect } = await import('./postgres/connection.ts');
  const database = connect(databaseUrl);
  const asked = database.query('SELECT 1').then(
    () => null,
    (cause: unknown) => (cause instanceof Error ? cause.message : 'it cannot be reached'),
  );
  // Ending waits for a connection that is silent: nobody waits for the ending.
  void asked.finally(() => database.close()).catch(() => undefined);
  const why = await Promise.race([asked, after(reachMs).then(() => 'it says nothing')]);
  return why === null ? null : `The database of DATABASE_URL does not answer: ${why}.`;
};

/** With a database several instances share one key, so none is made. */
export const openKey = async (
  place: RegisterPlace,
  tell: (sentence: string) => void,
): Promise<RegisterKey> => {
  const { key, keyFile, databaseUrl, readOnly = false } = place;
  if (databaseUrl === undefined) return keyFor(place, tell, !readOnly);
  const text = key ?? (keyFile === undefined ? null : await readIfThere(keyFile));
  if (text !== null) return parseRegisterKey(text);
  throw new WrongRegisterKey(
    'With DATABASE_URL, REGISTER_KEY must be set too: all instances need the same key. Make one with: openssl rand -base64 32',
  );
};

/** `tell` is given sentences for the log. Rejects with `RegisterLocked`, `WrongRegisterKey`, `NewerFormat`, `RegisterUnavailable`. */
export const openRegister = async <E extends AnyEvent, S>(
  place: RegisterPlace,
  kind: EventKind<E, S>,
  tell: (sentence: string) => void,
): Promise<Register<E, S>> => {
  const store = await openStore(place);
  try {
    const { readOnly = false } = place;
    return await keepRegister(store, await openKey(place, tell), kind, { readOnly, tell });
  } catch (cause) {
    await store.close();
    throw cause;
  }
};

/** Why the register is not the one that gave these anchors; read beside a running bot, without a key. Empty where all of them fit. */
export const anchorFaults = async (
  place: Omit<RegisterPlace, 'key'>,
  anchors: readonly Anchor[],
): Promise<readonly string[]> => {
  if (anchors.length === 0) return [];
  const store = await openStore({ ...place, key: undefined, readOnly: true });
  try {
    const log = openLog(
      null,
      anchors.map(({ count }) => count),
    );
    log.take(await store.headLines(0));
    const read = log.read();
    return anchors.flatMap((anchor) => anchorFault(anchor, read) ?? []);
  } finally {
    await store.close();
  }
};

type Home = Pick<RegisterPlace, 'folder' | 'databaseUrl'>;

/** Where the register is: in its folder, or in its database, where several instances share it. */
export const openLedger = async ({ folder, databaseUrl }: Home, clock: Clock): Promise<Ledger> => {
  if (databaseUrl === undefined) return openFileLedger(folder, clock);
  const [{ connect }, { openPostgresLedger }] = await Promise.all([
    import('./postgres/connection.ts'),
    import('./postgres/postgres-ledger.ts'),
  ]);
  return openPostgresLedger(connect(databaseUrl), clock);
};

/** What it holds now, read beside a running bot and changing nothing. */
export const readLedger = async ({ folder, databaseUrl }: Home): Promise<LedgerEntries> => {
  if (databaseUrl === undefined) return readFileLedger(folder);
  const [{ connect }, { readPostgresLedger }] = await Promise.all([
    import('./postgres/connection.ts'),
    import('./postgres/postgres-ledger.ts'),
  ]);
  const database = connect(databaseUrl);
  return readPostgresLedger(database).finally(() => database.close());
};

/** What lies beside the cases, for a command: in DATA_DIR, or in the database. */
export const openTexts = async (
  { folder, databaseUrl }: Home,
  clock: Clock,
): Promise<Pick<TextFolders, 'folder' | 'close'>> => {
  if (databaseUrl === undefined) return fileFolders(folder);
  const [{ connect }, { openPostgresTexts }] = await Promise.all([
    import('./postgres/connection.ts'),
    import('./postgres/postgres-folder.ts'),
  ]);
  return openPostgresTexts(connect(databaseUrl), clock);
};

/** Runs with what lies beside the cases, and closes it. */
export const withTexts = async <T>(
  home: Home,
  clock: Clock,
  work: (texts: Pick<TextFolders, 'folder'>) => Promise<T>,
): Promise<T> => {
  const texts = await openTexts(home, clock);
  return work(texts).finally(texts.close);
};

/** The same for a bot, which takes on work there beside other instances. `tell` is given a sentence for the log. */
export const openFolders = async (
  { folder, databaseUrl }: Home,
  clock: Clock,
  tell: (sentence: string) => void,
): Promise<TextFolders> => {
  if (databaseUrl === undefined) return fileFolders(folder);
  const [{ connect }, { openPostgresFolders }] = await Promise.all([
    import('./postgres/connection.ts'),
    import('./postgres/postgres-folder.ts'),
  ]);
  const folders = await openPostgresFolders(connect(databaseUrl), clock);
  const moved = await moveTexts(fileFolders(folder), folders);
  if (moved > 0)
    tell(`${moved} files of an earlier release (entries, gaps, drafts) were moved into the database.`);
  return folders;
};

/** Earlier releases kept these beside each instance, also where the register was in a database. Resolves with how many there were. */
const moveTexts = async (
  from: Pick<TextFolders, 'folder'>,
  to: Pick<TextFolders, 'folder'>,
): Promise<number> => {
  let moved = 0;
  for (const name of keptFolders) {
    const [here, there] = [from.folder(name), to.folder(name)];
    for (const [file, text] of await here.all()) {
      // Lines of one day come from every machine; of anything else the first stays.
      if (file.endsWith('.jsonl')) await there.append(file, text);
      else await there.swap(file, null, text);
      await here.drop(file);
      moved += 1;
    }
  }
  return moved;
};
