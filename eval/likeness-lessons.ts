/** The questions of all companies, each with the passages that answer it: what likeness is learned from. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPolicies } from '../src/knowledge/policy/open-policies.ts';
import type { Policy } from '../src/knowledge/policy/policy.ts';
import { readPolicyMap } from '../src/knowledge/policy/policy-map.ts';
import { readPolicyPhrasings } from '../src/knowledge/policy/policy-phrasings.ts';
import { type FeatureCounts, likenessFeatures } from '../src/knowledge/rank/likeness-terms.ts';
import { readThesaurus, type Thesaurus } from '../src/knowledge/rank/thesaurus.ts';
import { answeringUnits, fieldsOf } from '../src/knowledge/rank/unit-fields.ts';
import { writtenQuestions } from '../src/knowledge/rank/written-questions.ts';
import { readCatalogue } from './catalogue.ts';
import { policiesIn, readItems } from './run.ts';
import { comparable } from './scores.ts';

/** One question: the numbers of the passages that answer it, and how much it counts. */
export type LessonQuestion = {
  readonly features: FeatureCounts;
  readonly gold: readonly number[];
  readonly worth: number;
};

export type Lesson = {
  readonly company: string;
  readonly passages: readonly FeatureCounts[];
  readonly questions: readonly LessonQuestion[];
};

/** A question that somebody asked counts for so many that were written for a passage. */
const ASKED_WORTH = 3;
/** Neighbours in the catalogue are alike: one in so many brought as much as all of them. */
const STRIDE = 4;

type Read = (text: string) => FeatureCounts;

const passagesOf = (policies: readonly Policy[], thesaurus: Thesaurus): readonly FeatureCounts[] => {
  const { passage } = likenessFeatures(thesaurus);
  return policies.flatMap((policy) => {
    const fields = fieldsOf(policy);
    return answeringUnits(policy).map(({ id }) => passage(fields.get(id) ?? []));
  });
};

/** The phrasings beside the policies of one folder of eval/policies, and its answerable questions. */
const lessonOf = async (dir: string, company: string, thesaurus: Thesaurus, read: Read): Promise<Lesson> => {
  const policies = await openPolicies(policiesIn(dir));
  const units = policies.flatMap(answeringUnits);
  const files = await Promise.all(
    policies.map((policy) => readPolicyPhrasings(policy, join(dir, 'phrasings'))),
  );
  const { texts, owners } = writtenQuestions(files, units);
  const written = texts.flatMap((text, at) => {
    const owner = owners[at] ?? -1;
    return owner < 0 ? [] : [{ features: read(text), gold: [owner], worth: 1 }];
  });
  const items = await readItems(join(dir, 'questions.jsonl'));
  const asked = items
    .filter(({ kind }) => kind === 'answerable')
    .map(({ question, gold }) => ({
      features: read(question),
      gold: units.flatMap(({ text }, at) =>
        gold.some((one) => comparable(text).includes(comparable(one))) ? [at] : [],
      ),
      worth: ASKED_WORTH,
    }))
    .filter(({ gold }) => gold.length > 0);
  return { company, passages: passagesOf(policies, thesaurus), questions: [...written, ...asked] };
};

/** The catalogue's phrasings and the first passage to which the map of the shipped policy leads them. */
const lessonOfCatalogue = async (
  policyDir: string,
  words: string,
  thesaurus: Thesaurus,
  read: Read,
): Promise<readonly Lesson[]> => {
  const { phrasings } = await readCatalogue(words);
  const found: Lesson[] = [];
  for (const policy of await openPolicies(policyDir)) {
    const map = await readPolicyMap(policy);
    const numberOf = new Map(answeringUnits(policy).map(({ id }, at) => [id, at]));
    const questions = phrasings.flatMap(({ topic, phrasing }) => {
      const unit = map?.get(topic)?.says[0];
      const gold = unit === undefined ? undefined : numberOf.get(unit.within ?? unit.id);
      return gold === undefined ? [] : [{ phrasing, gold }];
    });
    found.push({
      company: policy.head.id,
      passages: passagesOf([policy], thesaurus),
      questions: questions
        .filter((_, at) => at % STRIDE === 0)
        .map(({ phrasing, gold }) => ({ features: read(phrasing), gold: [gold], worth: 1 })),
    });
  }
  return found;
};

/** All lessons: a company each of `companies`, and the shipped policy with the catalogue. */
export const readLessons = async (
  companies: string,
  policyDir: string,
  words: string,
): Promise<readonly Lesson[]> => {
  const thesaurus = readThesaurus(await readFile(join(words, 'thesaurus.yaml'), 'utf8'));
  const { question: read } = likenessFeatures(thesaurus);
  const found: Lesson[] = [];
  for (const name of (await readdir(companies)).sort())
    found.push(await lessonOf(join(companies, name), name, thesaurus, read));
  return [...found, ...(await lessonOfCatalogue(policyDir, words, thesaurus, read))];
};
