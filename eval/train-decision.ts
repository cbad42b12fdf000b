/** Trains the decision between an answer and silence on the questions of the companies in eval/policies, each company left out in turn for the figures. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openPolicies } from '../src/knowledge/policy/open-policies.ts';
import { readPolicyPhrasings } from '../src/knowledge/policy/policy-phrasings.ts';
import { openUnderstanding } from '../src/knowledge/question/understanding.ts';
import { type AnswerableModel, type AnswerableModels, chanceOf } from '../src/knowledge/rank/answerable.ts';
import type { ByteRows } from '../src/knowledge/rank/byte-rows.ts';
import { evidenceOf } from '../src/knowledge/rank/evidence.ts';
import type { LikenessModel } from '../src/knowledge/rank/likeness.ts';
import { sayableBy } from '../src/knowledge/rank/sayable.ts';
import { unitRanking } from '../src/knowledge/rank/unit-ranking.ts';
import { fitNamed, thousandths } from './logistic.ts';
import { policiesIn, readItems } from './run.ts';
import { comparable } from './scores.ts';

const FEATURES = {
  withPhrasings: [
    'silent',
    'lacking',
    'covered',
    'length',
    'overNearMiss',
    'overSilence',
    'offTopic',
    'meaning',
    'meantOverNearMiss',
    'meantOverSilence',
  ],
  without: [
    'score',
    'margin',
    'over',
    'meaning',
    'aheadInMeaning',
    'covered',
    'coveredOpen',
    'states',
    'asksKind',
    'length',
    'offTopic',
    'ownWords',
    'topics',
    'elsewhere',
    'nowhere',
    'unheardOf',
    'asksWhen',
    'asksYesNo',
    'sayable',
  ],
} as const;

type Way = keyof typeof FEATURES;

/** One question: what spoke for its best passages, and whether they answer it. */
type Case = {
  readonly features: Readonly<Record<string, number>>;
  readonly answerable: boolean;
  /** Whether a right passage is among the first three. */
  readonly found: boolean;
};

/** Models that have not seen the questions of a company. */
export type LeftOutModels = {
  readonly likenessOf: (company: string) => LikenessModel;
  readonly sayableOf: (company: string) => ByteRows;
};

type Company = { readonly name: string; readonly cases: readonly Case[] };

const FIRST = 3;
/** So many of the unanswerable questions may get an answer where nothing but the text speaks; some of them other judges turn away. */
const UNSAID_AT_MOST = 0.12;
/** What a small policy is worth: two companies are too few to learn it from, this is half of what fits both. */
const SMALL_WORTH = 0.8;
/** With phrasings a wrong answer counts for more than a false silence, beside which the passage still stands as the closest. */
const UNSAID_COSTS = 0.6;

/** The cases of every company that can be read in this way. */
const companiesOf = async (
  dir: string,
  words: string,
  way: Way,
  { likenessOf, sayableOf }: LeftOutModels,
): Promise<readonly Company[]> => {
  const found: Company[] = [];
  for (const name of (await readdir(dir)).sort()) {
    const phrasings = join(dir, name, way === 'without' ? 'none' : 'phrasings');
    if (way === 'withPhrasings' && !existsSync(phrasings)) continue;
    const policies = await openPolicies(policiesIn(join(dir, name)));
    const understanding = {
      ...(await openUnderstanding(
        words,
        policies.map(({ file }) => file),
      )),
      likeness: likenessOf(name),
      sayable: sayableBy(sayableOf(name)),
    };
    const written = await Promise.all(policies.map((policy) => readPolicyPhrasings(policy, phrasings)));
    const { rank } = unitRanking(policies, understanding, written);
    const cases: Case[] = [];
    for (const { question, kind, gold } of await readItems(join(dir, name, 'questions.jsonl'))) {
      const { asked } = understanding.matter(question);
      if (understanding.gate(asked) === 'declined') continue;
      const text = understanding.repair(asked);
      const ranking = rank(text);
      const evidence = evidenceOf(text, ranking, understanding);
      if (evidence === null) continue;
      const first = ranking.ranked.slice(0, FIRST).map(({ unit }) => comparable(unit.text));
      cases.push({
        features: evidence,
        answerable: kind === 'answerable' || gold.length > 0,
        found: gold.some((one) => first.some((own) => own.includes(comparable(one)))),
      });
    }
    found.push({ name, cases });
  }
  return found;
};

const shareOf = (some: readonly Case[], holds: (one: Case) => boolean): number =>
  some.length === 0 ? 0 : some.filter(holds).length / some.length;

/** Moves the bias to where most questions fare well: at most so many unanswerable ones answered without phrasings, most right ones with. */
const atBest = (model: AnswerableModel, cases: readonly Case[], way: Way): AnswerableModel => {
  const shifted = (by: number): AnswerableModel => ({ ...model, bias: model.bias + by });
  const steps = Array.from({ length: 41 }, (_, at) => 2 - at / 10);
  const worth = (by: number): number => {
    const answers = (one: Case): boolean => chanceOf(shifted(by), one.features) >= 0.5;
    const unsaid = shareOf(
      cases.filter(({ answerable }) => !answerable),
      answers,
    );
    if (way === 'withPhrasings')
      return (
        shareOf(cases, (one) => (one.answerable ? one.found && answers(one) : !answers(one))) -
        UNSAID_COSTS * unsaid
      );
    return unsaid > UNSAID_AT_MOST
      ? -unsaid
      : shareOf(
          cases.filter(({ answerable }) => answerable),
          (one) => one.found && answers(one),
        );
  };
  // The middle of a run of good places is safer than its edge.
  const smooth = (by: number): number => (worth(by - 0.1) + 2 * worth(by) + worth(by + 0.1)) / 4;
  return shifted(steps.toSorted((one, other) => smooth(other) - smooth(one))[0] ?? 0);
};

const trained = (companies: readonly Company[], way: Way): AnswerableModel => {
  const cases = companies.flatMap(({ cases: own }) => own);
  const names = FEATURES[way];
  const model = fitNamed(
    names,
    cases.map(({ features }) => features),
    cases.map(({ answerable, found }) => (answerable && found ? 1 : 0)),
  );
  const moved = atBest(model, cases, way);
  const small: Readonly<Record<string, number>> = way === 'without' ? { small: SMALL_WORTH } : {};
  return { bias: thousandths(moved.bias), weights: { ...moved.weights, ...small } };
};

/** As it stands in `answerable.json`. */
export const answerableFile = (models: AnswerableModels): string => `${JSON.stringify(models, null, 2)}\n`;

const percent = (value: number): string => `${Math.round(100 * value)} %`;

/** What is decided on, of every company that can be read in each way. */
export type DecisionCases = Readonly<Record<Way, readonly Company[]>>;

export const decisionCases = async (
  dir: string,
  words: string,
  models: LeftOutModels,
): Promise<DecisionCases> => ({
  withPhrasings: await companiesOf(dir, words, 'withPhrasings', models),
  without: await companiesOf(dir, words, 'without', models),
});

/** The models trained on all companies that are not left out. */
export const trainDecision = (cases: DecisionCases, leftOut: readonly string[] = []): AnswerableModels => {
  const of = (way: Way): AnswerableModel =>
    trained(
      cases[way].filter(({ name }) => !leftOut.includes(name)),
      way,
    );
  return { withPhrasings: of('withPhrasings'), without: of('without') };
};

/** For each company what a model that has not seen it does with its questions, before other judges. */
export const decisionLeftOut = (cases: DecisionCases): readonly string[] =>
  (['withPhrasings', 'without'] as const).flatMap((way) =>
    cases[way].map(({ name, cases: questions }) => {
      const others = trainDecision(cases, [name])[way];
      const answers = (one: Case): boolean => chanceOf(others, one.features) >= 0.5;
      const own = (answerable: boolean): readonly Case[] =>
        questions.filter((one) => one.answerable === answerable);
      const first = shareOf(own(true), ({ found }) => found);
      const found = shareOf(own(true), (one) => one.found && answers(one));
      const unsaid = shareOf(own(false), answers);
      return `${way} ${name}, left out: right passage among the first three ${percent(first)}, found and answered ${percent(found)}, unanswerable answered ${percent(unsaid)}`;
    }),
  );
