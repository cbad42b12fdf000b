/** `eval --train-persons` and `eval persons`: the model that tells a question about one particular person, trained, and judged on authors that it has not read. */
import { join } from 'node:path';
import { type AuthorFigures, personsAcrossAuthors } from '../../../eval/persons-across-authors.ts';
import { trainPersons } from '../../../eval/train-persons.ts';
import { projectRoot } from '../../base/root.ts';
import type { KnownWords } from '../../knowledge/question/judge-words.ts';
import { openKnownWords } from '../../knowledge/question/known-words.ts';
import { openUnderstanding } from '../../knowledge/question/understanding.ts';
import { done, type Io, wrongUse } from '../io.ts';

export const EVAL_PERSONS_USE = 'eval persons [--json]';

const WORDS = join(projectRoot, 'data', 'knowledge');
const HERE = join(projectRoot, 'eval');

/** Without any company's words, so that every company reads the same model. */
const wordsOfNoCompany = async (): Promise<KnownWords> => {
  const { ordinary, vocabulary, repair } = await openUnderstanding(WORDS, []);
  return openKnownWords([], ordinary, vocabulary.words, repair, WORDS);
};

export const evalTrainPersons = async (io: Io): Promise<number> => {
  const lines = await trainPersons(WORDS, HERE, await wordsOfNoCompany());
  io.err(`privacy eval: trained on ${lines} lines about persons and nobody`);
  return done;
};

const rowOf = ({
  author,
  described,
  found,
  generic,
  generic_kept,
  named,
  named_kept,
}: AuthorFigures): string =>
  [
    author.padEnd(14),
    `described, found ${found} of ${described};`,
    `of nobody, kept back ${generic_kept} of ${generic};`,
    `named, kept back ${named_kept} of ${named}`,
  ].join(' ');

export const evalPersons = async (args: readonly string[], io: Io): Promise<number> => {
  if (args.some((arg) => arg !== '--json')) {
    io.err(`Usage: privacy ${EVAL_PERSONS_USE}`);
    return wrongUse;
  }
  const figures = await personsAcrossAuthors(WORDS, HERE, await wordsOfNoCompany());
  if (args.includes('--json')) io.out(JSON.stringify(figures));
  else for (const row of figures) io.out(rowOf(row));
  return done;
};
