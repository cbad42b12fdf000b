/** `privacy init`: from a company's own documents to a bot that answers from them, by a few questions or by flags. */
import { join, relative, resolve } from 'node:path';
import { lawDefaults } from '../../base/regimes.ts';
import { projectRoot } from '../../base/root.ts';
import { openCompany } from '../../company/open-company.ts';
import { exampleQuestions } from '../../flows/ask/examples.ts';
import { openKnowledge } from '../../knowledge/answer/knowledge.ts';
import type { ImportOptions } from '../../knowledge/import/import-document.ts';
import { PolicyProblem } from '../../knowledge/policy/policy-problem.ts';
import { done, type Io, no, type Verb, wrongUse } from '../io.ts';
import { importReport } from '../policy/policy-import.ts';
import { putDocument, type ReadDocument, readDocument } from './import-into.ts';
import { type Answers, askAnswers, INIT_USE, type InitArgs, readInitArgs } from './init-answers.ts';
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

/** The documents that are named; null, with a word to the person, where one is missing. */
const readAll = async (files: readonly string[], io: Io): Promise<readonly ReadDocument[] | null> => {
  const read: ReadDocument[] = [];
  for (const file of files) {
    const document = await readDocument(file);
    if (document === null) {
      io.err(`privacy init: there is no file ${file}.`);
      return null;
    }
    read.push(document);
  }
  return read;
};

/** What a person said outranks what was read from the text; what the text does not say is what they said of the company. */
const knownOf = ({ imported }: ReadDocument, { name, contact }: Answers): ImportOptions => ({
  controller: name,
  ...(contact !== null && imported.head.contact === null ? { contact } : {}),
});

const write = async (
  args: InitArgs,
  documents: readonly ReadDocument[],
  answers: Answers,
  io: Io,
): Promise<boolean> => {
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
  const knowledge = await openKnowledge(
    policyDir,
    undefined,
    company.regime ?? lawDefaults().regime,
    company,
  );
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
    const questions = args.asks ? io.lines()[Symbol.asyncIterator]() : null;
    const ask = async (question: string, usual: string): Promise<string> => {
      if (questions === null) return usual;
      io.err(usual === '' ? question : `${question} [${usual}]`);
      const { value, done: over } = await questions.next();
      return over === true || value.trim() === '' ? usual : value.trim();
    };
    const files =
      args.files.length > 0
        ? args.files
        : (
            await ask(
              'Your policy, as a file (Word, web page, PDF, text, Markdown); several with commas between:',
              '',
            )
          )
            .split(',')
            .map((file) => file.trim())
            .filter((file) => file !== '');
    if (files.length === 0) {
      io.err('privacy init: name at least one document to answer from.');
      io.err(`Usage: privacy ${INIT_USE}`);
      return wrongUse;
    }
    const documents = await readAll(
      files.map((file) => resolve(file)),
      io,
    );
    if (documents === null) return wrongUse;
    const answers = await askAnswers(args, documents, ask);
    await questions?.return?.();
    if (typeof answers === 'string') {
      io.err(`privacy init: ${answers}`);
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
