import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Phrasing, readTopics, type Topic } from '../src/knowledge/question/topics.ts';

const phrasingSchema = z.object({ topic: z.string().min(1), phrasing: z.string().min(1) });

/** What the models are trained on. */
export type Catalogue = {
  readonly topics: readonly Topic[];
  readonly phrasings: readonly Phrasing[];
  /** Things that people write to a bot at work and that are no matter of privacy. */
  readonly offTopic: readonly string[];
};

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

/** Reads topics.json, phrasings.jsonl and off-topic.txt (a line each); a phrasing of an unknown topic is an error that names it. */
export const readCatalogue = async (dir: string): Promise<Catalogue> => {
  const read = (name: string): Promise<string> => readFile(join(dir, name), 'utf8');
  const topics = readTopics(await read('topics.json'));
  const known = new Set(topics.map((topic) => topic.id));
  const phrasings = linesOf(await read('phrasings.jsonl')).map((line) =>
    phrasingSchema.parse(JSON.parse(line)),
  );
  const stray = phrasings.find((phrasing) => !known.has(phrasing.topic));
  if (stray !== undefined)
    throw new Error(`phrasings.jsonl: there is no topic "${stray.topic}" (${stray.phrasing})`);
  return { topics, phrasings, offTopic: linesOf(await read('off-topic.txt')) };
};
