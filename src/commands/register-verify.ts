import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { readBackup } from '../register/backup.ts';
import { caseIdPattern, documentText } from '../register/case-document.ts';
import { checkCaseFile } from '../register/case-file-check.ts';
import { RegisterUnavailable, unavailable } from '../register/errors.ts';
import { checkEvidence } from '../register/evidence.ts';
import { openStore } from '../register/open.ts';
import { faultText, type Verdict } from '../register/verdict.ts';
import { done, type Io, no, wrongUse } from './io.ts';
import type { RegisterEnv } from './register.ts';

const read = async (path: string): Promise<Buffer> => {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new RegisterUnavailable(`${path} cannot be read.`, { cause });
  }
};

const tell = (name: string, verdict: Verdict, io: Io): number => {
  if (!verdict.ok) {
    io.err(`${name}: ${faultText(verdict)}`);
    return no;
  }
  io.out(`${name}: ok, ${verdict.caseId}, ${verdict.events} events, last hash ${verdict.head}`);
  return done;
};

const idOfFile = (path: string): string | null => {
  const id = basename(path).replace(/\.json$/u, '');
  return caseIdPattern.test(id) ? id : null;
};

const gzipStart = Buffer.from([0x1f, 0x8b]);

const verifyFile = async (path: string, io: Io): Promise<number> => {
  const bytes = await read(path);
  if (bytes.subarray(0, 2).equals(gzipStart)) {
    const { documents, made } = await readBackup(bytes);
    io.out(`${path}: ok, a backup of ${made} with ${documents.length} cases`);
    return done;
  }
  // An indented case file begins with a lone brace; each line of evidence is an object of its own.
  const isCase = bytes.subarray(0, 2).toString('latin1') === '{\n';
  return tell(path, isCase ? checkCaseFile(idOfFile(path), bytes) : checkEvidence(bytes), io);
};

const listCaseFiles = async (folder: string): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json') && idOfFile(name) !== null);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw unavailable(`Reading ${folder}`, cause);
  }
};

const verifyDatabase = async (env: RegisterEnv, io: Io): Promise<number> => {
  const store = await openStore(env);
  const documents = await store.changes();
  const unreadable = store.problems();
  await store.close();
  for (const { message } of unreadable) io.err(message);
  const bad = documents.filter((document) => {
    const verdict = checkCaseFile(document.id, Buffer.from(documentText(document)));
    if (!verdict.ok) io.err(`${document.id}: ${faultText(verdict)}`);
    return !verdict.ok;
  });
  io.out(`${documents.length - bad.length} of ${documents.length + unreadable.length} histories are whole.`);
  return bad.length + unreadable.length === 0 ? done : no;
};

/** Every history of the register, or one evidence file, case file or backup. Needs no key and no lock. */
export const verifyRegister = async (args: readonly string[], env: RegisterEnv, io: Io): Promise<number> => {
  const [file, ...more] = args;
  if (more.length > 0 || file?.startsWith('-')) return wrongUse;
  if (file !== undefined) return verifyFile(resolve(file), io);
  if (env.databaseUrl !== undefined) return verifyDatabase(env, io);
  const cases = join(env.folder, 'cases');
  const names = await listCaseFiles(cases);
  let bad = 0;
  for (const [index, name] of names.entries()) {
    if (io.terminal && index % 1000 === 999) io.err(`${index + 1} of ${names.length} checked`);
    const verdict = checkCaseFile(idOfFile(name), await read(join(cases, name)));
    if (verdict.ok) continue;
    bad += 1;
    io.err(`${name}: ${faultText(verdict)}`);
  }
  io.out(`${names.length - bad} of ${names.length} histories are whole.`);
  return bad === 0 ? done : no;
};
