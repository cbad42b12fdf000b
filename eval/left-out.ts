/** How the answers fare on each company of eval/policies by models that have learned from others only. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { likenessBytes } from '../src/knowledge/rank/likeness.ts';
import { readLessons } from './likeness-lessons.ts';
import { evaluateOthers, type OtherRows } from './other-policies.ts';
import { answerableFile, decisionCases, type LeftOutModels, trainDecision } from './train-decision.ts';
import { likenessLeftOut } from './train-likeness.ts';
import { readSayableLessons, sayableLeftOut } from './train-sayable.ts';
import { verdictCases, verdictModelsLeftOut, writeVerdictModels } from './train-verdict.ts';

/** The measures of every company with copies of `words` in which likeness, what is sayable, decision and verdict have not seen it. */
export const evaluateWith = async (
  companies: string,
  words: string,
  models: LeftOutModels,
  now: () => number,
): Promise<OtherRows> => {
  const cases = await decisionCases(companies, words, models);
  const verdictsOf = verdictModelsLeftOut(await verdictCases(companies, words));
  const folders = new Map<string, string>();
  try {
    for (const { name } of cases.without) {
      const folder = await mkdtemp(join(tmpdir(), 'left-out-'));
      folders.set(name, folder);
      await cp(words, folder, { recursive: true });
      await writeFile(join(folder, 'trained', 'likeness.bin'), likenessBytes(models.likenessOf(name)));
      await writeFile(join(folder, 'sayable.bin'), models.sayableOf(name));
      await writeFile(join(folder, 'answerable.json'), answerableFile(trainDecision(cases, [name])));
      await writeVerdictModels(folder, verdictsOf(name));
    }
    return await evaluateOthers(companies, now, (name) => folders.get(name));
  } finally {
    for (const folder of folders.values()) await rm(folder, { recursive: true, force: true });
  }
};

/** Trains them: a few minutes. */
export const leftOutModels = async (
  companies: string,
  policyDir: string,
  words: string,
): Promise<LeftOutModels> => ({
  likenessOf: likenessLeftOut(await readLessons(companies, policyDir, words)),
  sayableOf: sayableLeftOut(await readSayableLessons(companies)),
});

/** The same with models trained here: a few minutes. */
export const evaluateLeftOut = async (
  companies: string,
  policyDir: string,
  words: string,
  now: () => number,
): Promise<OtherRows> =>
  evaluateWith(companies, words, await leftOutModels(companies, policyDir, words), now);
