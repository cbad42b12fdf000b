import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openKnowledge } from '../src/knowledge/answer/knowledge.ts';
import { openPolicies } from '../src/knowledge/policy/open-policies.ts';
import { evaluate, readItems } from './run.ts';
import type { Summary } from './scores.ts';

/** The measures on policies of other trades that have no map: a folder each, with the policy and its `questions.jsonl`. */
export const evaluateOthers = async (
  dir: string,
  now: () => number,
): Promise<Readonly<Record<string, Summary>>> => {
  const found: Record<string, Summary> = {};
  for (const name of (await readdir(dir)).sort()) {
    const folder = join(dir, name);
    const files = new Map((await openPolicies(folder)).map(({ head, file }) => [head.id, file]));
    const knowledge = await openKnowledge(folder);
    const items = await readItems(join(folder, 'questions.jsonl'));
    const { summary } = await evaluate(items, (question) => knowledge.ask(question), knowledge, files, now);
    found[name] = summary;
  }
  return found;
};
