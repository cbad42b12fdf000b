/** `privacy init`: from a company's own documents to a bot that answers from them, by a few questions or by flags. */
import { join, relative, resolve } from 'node:path';
import { projectRoot } from '../../base/root.ts';
import { openCompany } from '../../company/open-company.ts';
import { exampleQuestions } from '../../flows/ask/examples.ts';
import { openKnowledge } from '../../knowledge/answer/knowledge.ts';
import type { ImportOptions } from '../../knowledge/import/import-document.ts';
import { PolicyProblem } from '../../knowledge/policy/policy-problem.ts';
import { regimeFor } from '../company-env.ts';
import { done, type Io, no, type Verb, wrongUse } from '../io.ts';
import { importReport } from '../policy/policy-import.ts';
import { putDocument, type ReadDocument, readDocument } from './import-into.ts';
import {
  type Answers,
  type AskPerson,
  askAnswers,
  INIT_USE,
  type InitArgs,
  readInitArgs,
} from './init-answers.ts';
import { companyText, type Put, putEnv, putFile } from './init-files.ts';

const short = (path: string): string => {
  const from = relative(projectRoot, path);
  return from.startsWith('..') ? path : from;
};

const said: Readonly<Record<Put, string>> = {
  written: 'written',
  unchanged: 'as it was',
  kept: 'kept: it is there already and says something else (--force writes over it)',
};

type Documents = readonly ReadDocument[];

const NO_DOCUMENT = 'name at least one document to answer from.';

/** The documents that are named, or what to say where one of them is missing; throws PolicyProblem where one cannot be read. */
const readAll = async (files: readonly string[]): Promise<Documents | string> => {
  const read: ReadDocument[] = [];
  for (const file of files) {
    const document = await readDocument(resolve(file));
    if (document === null) return `there is no file ${resolve(file)}.`;
    read.push(document);
  }
  return read.length === 0 ? NO_DOCUMENT : read;
};

const WHICH_FILES =
  'Your policy, as a file (Word, web page, PDF, text, Markdown); several with commas between:';

/** Asks for documents until all that are named can be read; what is wrong as a string where nobody is left to ask. */
const askDocuments = async (ask: AskPerson, io: Io): Promise<Documents | string> => {
  for (;;) {
    const said = await ask(WHICH_FILES, '', (typed) => (typed === '' ? NO_DOCUMENT : null));
    const files = said
      .split(',')
      .map((file) => file.trim())
      .filter((file) => file !== '');
    const read = await readAll(files).catch((problem: unknown) => {
      if (problem instanceof PolicyProblem) return problem.message;
      throw problem;
    });
    if (typeof read !== 'string' || said === '') return read;
    io.err(read);
  }
};

/** Asks on `stderr` and reads the lines typed; `close` ends the reading. */
const personAt = (
  io: Io,
  asks: boolean,
): { readonly ask: AskPerson; readonly close: () => Promise<void> } => {
  const typed = asks ? io.lines()[Symbol.asyncIterator]() : null;
  const ask: AskPerson = async (question, usual, amiss) => {
    if (typed === null) return usual;
    let last: string | null = null;
    for (;;) {
      io.err(usual === '' ? question : `${question} [${usual}]`);
      const { value, done: over } = await typed.next();
      if (over === true) return last ?? usual;
      last = value.trim() === '' ? usual : value.trim();
      const wrong = amiss?.(last) ?? null;
      if (wrong === null) return last;
      io.err(wrong);
    }
  };
  return {
    ask,
    close: async () => {
      await typed?.return?.();
    },
  };
};

/** What a person said outranks what was read from the text; what the text does not say is what they said of the company. */
const knownOf = ({ imported }: ReadDocument, { name, contact }: Answers): ImportOptions => ({
  controller: name,
  ...(contact !== null && imported.head.contact === null ? { contact } : {}),
});

const write = async (args: InitArgs, documents: Documents, answers: Answers, io: Io): Promise<boolean> => {
  const { force } = args;
  const policyDir = join(args.dir, 'policies');
  const file = join(args.dir, 'company.yaml');
  const puts: Put[] = [];
  const tell = (path: string, put: Put): void => {
    puts.push(put);
    io.out(`${short(path)}: ${said[put]}`);
  };
  tell(file, await putFile(file, await companyText(answers), force));
  for (const document of documents) {
    const { path, outcome, imported } = await putDocument(policyDir, document, {
      force,
      known: knownOf(document, answers),
    });
    tell(path, outcome);
    if (outcome === 'written') for (const line of importReport(imported, false)) io.err(`  ${line}`);
  }
  const env = await putEnv(args.env, { COMPANY_FILE: short(file), POLICY_DIR: short(policyDir) }, force);
  tell(args.env, env.put);
  for (const name of env.other) io.err(`  ${name} says something else there.`);
  return puts.every((put) => put !== 'kept');
};

/** Opens what was written as the start of the bot will, and says what to do next. */
const prove = async (args: InitArgs, io: Io): Promise<void> => {
  const policyDir = join(args.dir, 'policies');
  const { company, notices } = await openCompany(join(args.dir, 'company.yaml'), policyDir);
  const knowledge = await openKnowledge(policyDir, undefined, regimeFor(io.env, company), company);
  const [example] = await exampleQuestions(knowledge, company.examples);
  for (const notice of notices) io.err(notice);
  io.err(
    `${company.name ?? ''}: ${knowledge.policies.length} ${knowledge.policies.length === 1 ? 'document' : 'documents'}, ${knowledge.sections.length} sections.`,
  );
  io.err('');
  io.err('Next: npm start');
  io.err(`Open the address that it prints and type: /privacy ${example}`);
  io.err(
    `Your teams and systems go into ${short(join(args.dir, 'company.yaml'))}. "npx privacy policy check" says what to look at in the documents.`,
  );
};

/** Writes the company file, the policies and .env; nothing that is there is written over unasked. Exit 1 when something was kept. */
export const init: Verb = async (given, io) => {
  const args = readInitArgs(given);
  if (typeof args === 'string') {
    io.err(`privacy init: ${args}`);
    io.err(`Usage: privacy ${INIT_USE}`);
    return wrongUse;
  }
  try {
    const { ask, close } = personAt(io, args.asks);
    const documents = args.files.length > 0 ? await readAll(args.files) : await askDocuments(ask, io);
    const answers = typeof documents === 'string' ? documents : await askAnswers(args, documents, ask);
    await close();
    if (typeof documents === 'string' || typeof answers === 'string') {
      io.err(`privacy init: ${String(answers)}`);
      if (args.files.length === 0 && !args.asks) io.err(`Usage: privacy ${INIT_USE}`);
      return wrongUse;
    }
    const all = await write(args, documents, answers, io);
    await prove(args, io);
    return all ? done : no;
  } catch (problem) {
    if (!(problem instanceof PolicyProblem)) throw problem;
    io.err(`privacy init: ${problem.message}`);
    return no;
  }
};
