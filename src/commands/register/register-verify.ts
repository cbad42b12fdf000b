/** `register verify`: every history, the log of all changes, an evidence file. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { codeOf } from '../../base/error-code.ts';
import { readBackup } from '../../register/backup.ts';
import { RegisterUnavailable, unavailable } from '../../register/errors.ts';
import { readIfThere } from '../../register/files/durable-file.ts';
import { keyAtHand } from '../../register/files/key-file.ts';
import { type Anchor, anchorsIn } from '../../register/history/anchor.ts';
import { caseIdPattern, documentText } from '../../register/history/case-document.ts';
import { checkCaseFile } from '../../register/history/case-file-check.ts';
import { checkEvidence } from '../../register/history/evidence.ts';
import { faultText, type RegisterVerdict } from '../../register/history/verdict.ts';
import { type RegisterFinding, type StoredCase, verification } from '../../register/history/verify.ts';
import { openStore } from '../../register/open.ts';
import type { Store } from '../../register/store.ts';
import { done, type Io, no, wrongUse } from '../io.ts';
import type { RegisterEnv } from './register.ts';

const read = async (path: string): Promise<Buffer> => {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new RegisterUnavailable(`${path} cannot be read.`, { cause });
  }
};

const tell = (name: string, verdict: RegisterVerdict, io: Io): number => {
  if (!verdict.ok) {
    io.err(`${name}: ${faultText(verdict)}`);
    return no;
  }
  io.out(`${name}: ok, ${verdict.caseId}, ${verdict.events} events, last hash ${verdict.head}`);
  io.err(
    verdict.vouched
      ? 'Written by the register of this key.'
      : 'The hashes hold. That the register wrote it shows only with its key (REGISTER_KEY).',
  );
  return done;
};

const idOfFile = (path: string): string | null => {
  const id = basename(path).replace(/\.json$/u, '');
  return caseIdPattern.test(id) ? id : null;
};

const gzipStart = Buffer.from([0x1f, 0x8b]);

const verifyFile = async (path: string, env: RegisterEnv, io: Io): Promise<number> => {
  const key = await keyAtHand(env);
  const bytes = await read(path);
  if (bytes.subarray(0, 2).equals(gzipStart)) {
    const { documents, made } = await readBackup(bytes);
    io.out(`${path}: ok, a backup of ${made} with ${documents.length} cases`);
    return done;
  }
  // An indented case file begins with a lone brace; each line of evidence is an object of its own.
  const isCase = bytes.subarray(0, 2).toString('latin1') === '{\n';
  return tell(path, isCase ? checkCaseFile(idOfFile(path), bytes, key) : checkEvidence(bytes, key), io);
};

const listCaseFiles = async (folder: string): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json') && idOfFile(name) !== null);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return [];
    throw unavailable(`Reading ${folder}`, cause);
  }
};

const readAnchors = async (given: string | undefined, env: RegisterEnv): Promise<readonly Anchor[]> => {
  const place = given ?? env.anchorFile;
  if (place === undefined) return [];
  const typed = anchorsIn(place);
  if (typed.length > 0 || given === undefined) return typed.length > 0 ? typed : anchorsOf(place);
  const found = await anchorsOf(place);
  if (found.length === 0) throw new RegisterUnavailable(`There is no anchor in ${place}.`);
  return found;
};

const anchorsOf = async (file: string): Promise<readonly Anchor[]> =>
  anchorsIn((await readIfThere(resolve(file))) ?? '');

/** Every case of the register, one after the other, with what cannot even be read. */
const eachCase = async (
  env: RegisterEnv,
  store: Store,
  io: Io,
  take: (stored: StoredCase) => void,
): Promise<readonly RegisterFinding[]> => {
  if (env.databaseUrl !== undefined) {
    for (const document of await store.changes())
      take({ id: document.id, bytes: Buffer.from(documentText(document)) });
    return store.problems().map(({ where, message }) => ({ where, why: message }));
  }
  const cases = join(env.folder, 'cases');
  const names = await listCaseFiles(cases);
  for (const [index, name] of names.entries()) {
    if (io.terminal && index % 1000 === 999) io.err(`${index + 1} of ${names.length} checked`);
    take({ id: name.replace(/\.json$/u, ''), bytes: await read(join(cases, name)) });
  }
  return [];
};

/** The whole register, beside a running bot too: the log is read first, so that a case may be further than it and never behind. */
const verifyAll = async (given: string | undefined, env: RegisterEnv, io: Io): Promise<number> => {
  const key = await keyAtHand(env);
  const anchors = await readAnchors(given, env);
  const store = await openStore({ ...env, readOnly: true });
  try {
    const [lines, stones] = [await store.headLines(0), await store.tombstones()];
    const check = verification({ lines, stones, key, anchors });
    const unreadable = await eachCase(env, store, io, check.take);
    const { checked, whole, faults, notes, anchor, vouched } = check.result();
    for (const { where, why } of [...unreadable, ...faults]) io.err(`${where}: ${why}`);
    for (const { where, why } of notes) io.err(`Note: ${where}: ${why}`);
    io.out(`${whole} of ${checked + unreadable.length} histories are whole.`);
    if (anchor === null)
      io.err('This register is of an earlier release: the next start of the bot takes it over.');
    else if (!vouched)
      io.err('Without REGISTER_KEY the hashes alone were checked: whoever can write them can forge them.');
    if (anchor !== null) io.out(`anchor ${anchor}`);
    if (anchors.length > 0 && !faults.some(({ where }) => where === 'anchor'))
      io.out(`${anchors.length === 1 ? 'The anchor fits' : `All ${anchors.length} anchors fit`}.`);
    return faults.length + unreadable.length === 0 ? done : no;
  } finally {
    await store.close();
  }
};

/**
 * Every history of the register and the log of all changes, against anchors where there are any; or one evidence file, case file or backup.
 * Takes no lock. Without the register's key it checks hashes alone.
 */
export const verifyRegister = async (args: readonly string[], env: RegisterEnv, io: Io): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { anchor: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (more.length > 0 || (file !== undefined && values.anchor !== undefined)) return wrongUse;
  if (file !== undefined) return verifyFile(resolve(file), env, io);
  return verifyAll(values.anchor, env, io);
};
