/** Trains the model that tells a question about one particular person from others. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { KnownWords } from '../src/knowledge/question/judge-words.ts';
import { wordKindsOf } from '../src/knowledge/question/known-words.ts';
import { PERSON_CLASSES, type PersonClass } from '../src/knowledge/question/particular-person.ts';
import { personFeatures } from '../src/knowledge/question/person-features.ts';
import type { TrainedTopicModel } from '../src/knowledge/question/topic-model.ts';
import { trainTopicModel } from '../src/knowledge/question/topic-training.ts';
import { redactionItems } from './redaction.ts';

/** How often a line of a class is shown: one that is missed goes out, so the few are shown often. */
const TIMES: Readonly<Record<PersonClass, number>> = { described: 6, named: 2, generic: 2 };
/** The catalogue is large and asks of nobody: every so many-th line of it is enough. */
const EVERY = 5;
/** Features that hardly weigh are left out: the program reads the file at each start. */
const MOST_FEATURES = 6_000;

export type PersonLine = { readonly topic: PersonClass; readonly phrasing: string };

const catalogueLine = z.object({ phrasing: z.string() });

/** Reads particular-persons.txt: messages under the heading of their class. */
export const readPersonLines = (file: string): readonly PersonLine[] => {
  const found: PersonLine[] = [];
  let topic: PersonClass = 'generic';
  for (const line of file.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const heading = PERSON_CLASSES.find((name) => line === `[${name}]`);
    if (heading === undefined) found.push({ topic, phrasing: line });
    else topic = heading;
  }
  return found;
};

const spread = (weights: Int8Array): number =>
  weights.reduce((most, weight) => Math.max(most, weight), -128) -
  weights.reduce((least, weight) => Math.min(least, weight), 127);

const lightened = ({
  topics,
  features,
  scale,
  weights,
}: TrainedTopicModel): Omit<TrainedTopicModel, 'rowOf'> => {
  const size = topics.length;
  const rows = features
    .map((feature, at) => ({ feature, at, own: weights.slice(at * size, (at + 1) * size) }))
    .toSorted((one, other) => spread(other.own) - spread(one.own) || one.at - other.at)
    .slice(0, MOST_FEATURES)
    .toSorted((one, other) => one.at - other.at);
  return {
    topics,
    features: rows.map(({ feature }) => feature),
    scale,
    weights: Int8Array.from(rows.flatMap(({ own }) => [...own])),
  };
};

/** `author`: the letter before the ids of a hand in redaction.jsonl, or one of four shares of particular-persons.txt. */
export type AuthoredLine = PersonLine & { readonly author: string };

/** The lines of `evalDir` that were written for this: particular-persons.txt and redaction.jsonl. */
export const authoredLines = async (evalDir: string): Promise<readonly AuthoredLine[]> => [
  ...readPersonLines(await readFile(join(evalDir, 'particular-persons.txt'), 'utf8')).map((line, at) => ({
    ...line,
    author: `lines, ${(at % 4) + 1} of 4`,
  })),
  ...(await redactionItems(join(evalDir, 'redaction.jsonl'))).map(
    ({ id, question, identifying, combination }): AuthoredLine => ({
      topic: combination ? 'described' : identifying.length > 0 ? 'named' : 'generic',
      phrasing: question,
      author: id.replace(/\d+$/u, ''),
    }),
  ),
];

/** What is learnt from: lines that were written for this, and the catalogue of `words`. */
export const personLines = async (
  words: string,
  authored: readonly PersonLine[],
): Promise<readonly PersonLine[]> => {
  const catalogue = (await readFile(join(words, 'phrasings.jsonl'), 'utf8'))
    .split('\n')
    .filter((line, at) => line.trim() !== '' && at % EVERY === 0)
    .map((line): PersonLine => ({ topic: 'generic', ...catalogueLine.parse(JSON.parse(line)) }));
  const repeated = authored.flatMap(({ topic, phrasing }) =>
    Array.from({ length: TIMES[topic] }, () => ({ topic, phrasing })),
  );
  return [...repeated, ...catalogue];
};

/** Writes `trained/persons.json` and `.bin`; the same lines give the same bytes. `known` are the words without any company's. Returns the number of lines. */
export const trainPersons = async (words: string, evalDir: string, known: KnownWords): Promise<number> => {
  const lines = await personLines(words, await authoredLines(evalDir));
  const { weights, ...names } = lightened(trainTopicModel(lines, personFeatures(wordKindsOf(known))));
  await writeFile(join(words, 'trained', 'persons.json'), `${JSON.stringify(names)}\n`);
  await writeFile(join(words, 'trained', 'persons.bin'), weights);
  return lines.length;
};
