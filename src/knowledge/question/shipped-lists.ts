/** The large lists and models of `data/knowledge`, the same for every company and policy: read once while they stay as they are. */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { readOnce } from '../../base/read-once.ts';
import { projectRoot } from '../../base/root.ts';
import { likenessModelAt } from '../rank/likeness.ts';
import { askedWordsSchema } from './asked-words.ts';
import { readEnglishWords, readPlainEnglish } from './english.ts';
import { phrasingIndexSchema } from './phrasing-index.ts';
import { openTopicModel } from './topic-model.ts';
import { topicProfilesSchema } from './topic-profiles.ts';
import { wordBearingSchema } from './word-bearing.ts';

/** Where they lie. */
export const SHIPPED = join(projectRoot, 'data', 'knowledge');

const fromJson = <Schema extends z.ZodType>(schema: Schema) =>
  readOnce(async (path): Promise<z.output<Schema>> => schema.parse(JSON.parse(await readFile(path, 'utf8'))));

// Each takes the path of its file and throws as its schema does.
export const askedWordsAt = fromJson(askedWordsSchema);
export const phrasingIndexAt = fromJson(phrasingIndexSchema);
export const wordBearingAt = fromJson(wordBearingSchema);
export const topicProfilesAt = fromJson(topicProfilesSchema);
/** By the path of the model's names; its weights lie beside them. */
export const topicModelAt = readOnce((path) => openTopicModel(dirname(path), basename(path, '.json')));

/** Reads them all beforehand: while the policies are read elsewhere there is time for it. Whoever needs one later says what is wrong with it. */
export const readShippedLists = async (dir: string): Promise<void> => {
  const trained = (name: string): string => join(dir, 'trained', name);
  await Promise.allSettled([
    readEnglishWords(),
    readPlainEnglish(),
    askedWordsAt(trained('asked-words.json')),
    phrasingIndexAt(trained('phrasing-index.json')),
    likenessModelAt(trained('likeness.bin')),
    topicModelAt(trained('topics.json')),
    topicModelAt(trained('persons.json')),
    topicProfilesAt(trained('topic-profiles.json')),
    wordBearingAt(trained('word-bearing.json')),
  ]);
};
