/** `register backup`, `restore` and `erase`. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backupBytes, readBackup } from '../../register/backup.ts';
import { ledgerChanges, ledgerName, ledgerText, readBeside, writeBeside } from '../../register/beside.ts';
import { RegisterUnavailable, WrongRegisterKey } from '../../register/errors.ts';
import { dropDraftsOf } from '../../register/files/draft-store.ts';
import { readIfThere, writeDurably } from '../../register/files/durable-file.ts';
import { fileFolders } from '../../register/files/file-folder.ts';
import { noteKey } from '../../register/files/key-file.ts';
import { restoreBackup, restoreInto } from '../../register/files/restore.ts';
import { caseKind } from '../../register/history/case-kind.ts';
import { holds, rekey } from '../../register/history/rekey.ts';
import { expired } from '../../register/history/retention.ts';
import { parseRegisterKey } from '../../register/history/sealing.ts';
import { openKey, openLedger, openRegister, openStore, readLedger, withTexts } from '../../register/open.ts';
import { resealStores } from '../../register/sealed-stores.ts';
import { done, type Io, no, wrongUse } from '../io.ts';
import type { RegisterEnv } from './register.ts';

export const backupRegister = async (args: readonly string[], env: RegisterEnv, io: Io): Promise<number> => {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0 || file.startsWith('-')) return wrongUse;
  const store = await openStore({ ...env, readOnly: true });
  const documents = await store.changes();
  const erased = await store.tombstones();
  const heads = await store.headLines(0);
  await store.close();
  const made = io.clock().toISOString();
  // In a database the ledger is a table; a backup holds it as a folder would.
  const ledger =
    env.databaseUrl === undefined
      ? ((await readIfThere(join(env.folder, ledgerName))) ?? '')
      : ledgerText(await readLedger(env));
  const beside = {
    ...(ledger === '' ? {} : { [ledgerName]: ledger }),
    ...(await withTexts(env, io.clock, readBeside)),
  };
  await writeDurably(resolve(file), await backupBytes({ made, documents, erased, heads, beside }));
  io.err(`${documents.length} cases written to ${file}. REGISTER_KEY is not in it: keep that apart.`);
  const lost = store.problems().filter(({ what }) => what === 'damaged-case' || what === 'newer-format');
  for (const { message } of lost) io.err(`Not in the backup: ${message}`);
  return lost.length === 0 ? done : no;
};

const readBackupFile = async (file: string): Promise<Buffer> => {
  try {
    return await readFile(resolve(file));
  } catch (cause) {
    throw new RegisterUnavailable(`${file} cannot be read.`, { cause });
  }
};

export const restoreRegister = async (args: readonly string[], env: RegisterEnv, io: Io): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { force: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return wrongUse;
  const bytes = await readBackupFile(file);
  const key = await openKey({ ...env, readOnly: true }, io.err);
  const force = values.force === true;
  const { [ledgerName]: ledger = '', ...beside } = (await readBackup(bytes)).beside ?? {};
  if (env.databaseUrl !== undefined) {
    const store = await openStore(env);
    const restored = await restoreInto(store, bytes, key).finally(() => store.close());
    const table = await openLedger(env, io.clock);
    await table.settle(ledgerChanges(ledger)).finally(table.close);
    const texts = await withTexts(env, io.clock, (to) => writeBeside(to, beside, force));
    io.err(`${restored} cases and ${texts} texts beside them restored to the database.`);
    return done;
  }
  const restored = await restoreBackup(env.folder, bytes, key, force);
  await noteKey(env.folder, key);
  const path = join(env.folder, ledgerName);
  const said = ledger !== '' && (force || (await readIfThere(path)) === null);
  if (said) await writeDurably(path, ledger);
  const files = (await withTexts(env, io.clock, (to) => writeBeside(to, beside, force))) + (said ? 1 : 0);
  io.err(`${restored} cases and ${files} files beside them restored to ${env.folder}.`);
  return done;
};

export const eraseCases = async (args: readonly string[], env: RegisterEnv, io: Io): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { yes: { type: 'boolean' }, expired: { type: 'boolean' } },
    allowPositionals: true,
  });
  const overdue = values.expired === true;
  const [id, ...more] = positionals;
  if (more.length > 0 || (id === undefined) !== overdue) return wrongUse;
  const at = io.clock().toISOString();
  const register = await openRegister(env, caseKind, io.err);
  try {
    const ids =
      id === undefined ? expired(await register.list(), at.slice(0, 10), (each) => each.retainUntil) : [id];
    if (id !== undefined) await register.history(id);
    if (values.yes !== true) {
      io.err(
        `This would erase the personal data of ${ids.join(', ') || 'no case'} for good. Add --yes to do it.`,
      );
      return no;
    }
    const reason = overdue ? 'retention' : 'decided';
    for (const each of ids) {
      await register.erase(each, { type: 'personal_data_erased', at, by: 'system', reason });
      await withTexts(env, io.clock, ({ folder }) => dropDraftsOf(folder('drafts'), each));
    }
    io.err(`Personal data erased: ${ids.join(', ') || 'nothing was due'}. The history without it stays.`);
    return done;
  } finally {
    await register.close();
  }
};

export const rekeyRegister = async (args: readonly string[], env: RegisterEnv, io: Io): Promise<number> => {
  const next = io.env['NEW_REGISTER_KEY'];
  if (args.length > 0 || next === undefined) return wrongUse;
  // Not held against the folder here, which may be under the new one already.
  const from = env.key === undefined ? await openKey(env, io.err) : parseRegisterKey(env.key);
  const to = parseRegisterKey(next);
  if (from.id === to.id) throw new WrongRegisterKey('NEW_REGISTER_KEY is the key that is in use already.');
  // Done already, here or from another machine; what lies beside it may not be.
  const looked = await openStore({ ...env, readOnly: true });
  const lines = await looked.headLines(0).finally(looked.close);
  const rekeyed = lines.length > 0 && holds(to, lines);
  // A register of an earlier release is taken over under the old key first.
  if (!rekeyed) await (await openRegister(env, caseKind, io.err)).close();
  const store = await openStore(env);
  try {
    const changed = rekeyed ? 0 : await rekey(store, from, to, caseKind);
    const shared = await withTexts(env, io.clock, (texts) => resealStores(texts, from, to));
    // With a database this machine has an inbox of its own, for the time in which the database says nothing.
    const own = env.databaseUrl === undefined ? null : await resealStores(fileFolders(env.folder), from, to);
    const sealed = shared.sealed + (own?.sealed ?? 0);
    const closed = [...new Set([...shared.closed, ...(own?.closed ?? [])])];
    if (env.databaseUrl === undefined) await noteKey(env.folder, to);
    io.err(
      `${changed} cases and ${sealed} notes beside them sealed anew. Set REGISTER_KEY to the new key now; older backups need the old one.`,
    );
    if (env.databaseUrl !== undefined)
      io.err('Run this on every other machine of this register too: each has an inbox of its own.');
    if (closed.length > 0) io.err(`Neither key opens what lies sealed in: ${closed.join(', ')}.`);
    return done;
  } finally {
    await store.close();
  }
};
