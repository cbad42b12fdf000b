/** `privacy eval`: answer quality on question files, against a baseline. */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { evaluateLeftOut } from '../../../eval/left-out.ts';
import type { OtherRows } from '../../../eval/other-policies.ts';
import { evaluatePolicyQa, type RankRow } from '../../../eval/policyqa.ts';
import { measureRedaction, type RedactionFigures } from '../../../eval/redaction.ts';
import { type Evaluation, evaluate, readItems, regressions } from '../../../eval/run.ts';
import { codeOf } from '../../base/error-code.ts';
import { projectRoot } from '../../base/root.ts';
import { answerQuestion } from '../../flows/ask/answer-question.ts';
import { openKnowledge } from '../../knowledge/answer/knowledge.ts';
import { openPolicies } from '../../knowledge/policy/open-policies.ts';
import { PolicyProblem } from '../../knowledge/policy/policy-problem.ts';
import { readPlainEnglish } from '../../knowledge/question/english.ts';
import { openUnderstanding } from '../../knowledge/question/understanding.ts';
import { companyIn, policyDir, regimeFor } from '../company-env.ts';
import { done, type Io, no, type Verb, wrongUse } from '../io.ts';
import { EVAL_CURVE_USE, evalCurve } from './eval-curve.ts';
import { EVAL_MESSAGES_USE, evalMessages } from './eval-messages.ts';
import { EVAL_MODEL_USE, evalModel } from './eval-model.ts';
import { EVAL_PERSONS_USE, evalPersons } from './eval-persons.ts';
import { evalTrain, trainings } from './eval-train.ts';

const USE =
  'Usage: privacy eval [--questions FILE] [--redaction FILE] [--json] [--save] | eval --policyqa FILE [--json] | eval --train | eval --train-persons | eval --train-decision | eval --train-verdict | eval --train-orders | eval --left-out';
const WORDS = join(projectRoot, 'data', 'knowledge');
const QUESTIONS = join(projectRoot, 'eval', 'questions.jsonl');
const SHIPPED = join(projectRoot, 'data', 'policies');
const OTHERS = join(projectRoot, 'eval', 'policies');
const REDACTION = join(projectRoot, 'eval', 'redaction.jsonl');
const BASELINE = join(projectRoot, 'eval', 'baseline.json');

const options = z.strictObject({
  questions: z.string().optional(),
  policyqa: z.string().optional(),
  redaction: z.string().optional(),
  json: z.boolean().default(false),
  save: z.boolean().default(false),
  train: z.boolean().default(false),
  'train-persons': z.boolean().default(false),
  'train-decision': z.boolean().default(false),
  'train-verdict': z.boolean().default(false),
  'train-orders': z.boolean().default(false),
  'left-out': z.boolean().default(false),
});

/** `--name value` and `--name`; null when it is not one of the options. */
const readOptions = (args: readonly string[]): z.infer<typeof options> | null => {
  const given: Record<string, string | true> = {};
  for (let at = 0; at < args.length; at += 1) {
    const name = /^--([a-z-]+)$/.exec(args[at] ?? '')?.[1];
    const value = args[at + 1];
    if (name === undefined) return null;
    if (name === 'questions' || name === 'policyqa' || name === 'redaction') {
      if (value === undefined) return null;
      given[name] = value;
      at += 1;
    } else given[name] = true;
  }
  return options.safeParse(given).data ?? null;
};

const table = (rows: readonly RankRow[]): readonly string[] => {
  const line = (cells: readonly (string | number)[]): string =>
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(22) : String(cell).padStart(9))).join(' ');
  return [
    line(['method', 'level', 'MRR', 'R@1', 'R@3', 'R@5', 'nDCG@10', 'p50 ms']),
    ...rows.map((row) =>
      line([row.method, row.level, row.mrr, row.recall1, row.recall3, row.recall5, row.ndcg10, row.p50]),
    ),
  ];
};

const now = (): number => performance.now();

const policyQa = async (file: string, json: boolean, io: Io): Promise<number> => {
  const { policyQaMethods } = await import('../../../eval/policyqa-methods.ts');
  const rows = await evaluatePolicyQa(file, policyQaMethods(await openUnderstanding(WORDS, [])), now);
  if (json) io.out(JSON.stringify(rows));
  else for (const line of table(rows)) io.out(line);
  return done;
};

const report = ({ rows, summary }: Evaluation, io: Io): void => {
  for (const { item, answer, score } of rows.filter(({ score: { why } }) => why !== '')) {
    io.out(
      `${item.id}  ${item.kind.padEnd(12)} ${score.why.padEnd(24)} (${answer.confidence}) ${item.question}`,
    );
  }
  io.out('');
  for (const [name, value] of Object.entries(summary)) io.out(`${name.padEnd(22)} ${value}`);
};

const SHOWN = [
  'right',
  'right_plain',
  'answerable',
  'shown',
  'shown_plain',
  'first3',
  'first3_plain',
  'answered_unsaid',
  'silent',
  'verdict',
  'verdict_wrong',
  'bad_quotes',
];

/** Rows for each company that nobody prepared: without phrasings, with them, and what an off-the-shelf search has among its first three. */
const otherRows = (others: OtherRows): readonly string[] => {
  const line = (head: string, cells: readonly string[]): string =>
    [head.padEnd(32), ...cells.map((cell, at) => cell.padStart((SHOWN[at] ?? '').length + 1))].join('');
  return [
    '',
    line('policies that nobody mapped', SHOWN),
    ...Object.entries(others).flatMap(([company, ways]) =>
      Object.entries(ways).map(([way, measures]) =>
        line(
          `${company}, ${way}`,
          SHOWN.map((name) => String(measures[name] ?? '')),
        ),
      ),
    ),
  ];
};

const redactionRows = (figures: RedactionFigures): readonly string[] => [
  '',
  'what may leave the house (questions shown to a model)',
  ...Object.entries(figures).map(([name, value]) => `${name.padEnd(22)} ${value}`),
];

const questions = async (given: z.infer<typeof options>, io: Io): Promise<number> => {
  const items = await readItems(given.questions ?? QUESTIONS);
  const dir = policyDir(io.env);
  const company = await companyIn(io.env);
  const files = new Map((await openPolicies(dir, company.names)).map(({ head, file }) => [head.id, file]));
  const knowledge = await openKnowledge(dir, undefined, regimeFor(io.env, company), company);
  const evaluation = await evaluate(items, answerQuestion(knowledge), knowledge, files, now);
  const { rows, summary } = evaluation;
  // Only the question set of the project has a baseline to hold; named as a file it is measured without the other companies.
  const held = resolve(given.questions ?? QUESTIONS) === QUESTIONS && !given.save;
  const baseline = held
    ? z.record(z.string(), z.number()).parse(JSON.parse(await readFile(BASELINE, 'utf8')))
    : {};
  const worse = regressions(summary, baseline);
  // What it is compared with is not installed where the bot runs.
  const others: OtherRows =
    given.questions === undefined
      ? await (await import('../../../eval/other-policies.ts')).evaluateOthers(OTHERS, now)
      : {};
  const english = await readPlainEnglish();
  const redaction = await measureRedaction(given.redaction ?? REDACTION, knowledge.redact, (word) =>
    english.has(word),
  );
  if (given.save) await writeFile(BASELINE, `${JSON.stringify(summary, null, 2)}\n`);
  if (given.json) {
    const items = rows.map(({ item, score, answer }) => ({
      id: item.id,
      kind: item.kind,
      outcome: answer.outcome,
      ...score,
    }));
    io.out(JSON.stringify({ summary, others, redaction: redaction.figures, regressions: worse, items }));
  } else {
    report(evaluation, io);
    for (const line of [...otherRows(others), ...redactionRows(redaction.figures)]) io.out(line);
  }
  for (const line of worse) io.err(`privacy eval: ${line}`);
  const bad = [summary, ...Object.values(others).flatMap((ways) => Object.values(ways))].some(
    (measures) => (measures['bad_quotes'] ?? 0) > 0,
  );
  return worse.length > 0 || bad ? no : done;
};

export const evalVerb: Verb = async (args, io) => {
  const withModel = ['record', 'replay', 'cost'].includes(args[0] ?? '');
  const curve = args[0] === 'curve';
  const messages = args[0] === 'messages';
  const persons = args[0] === 'persons';
  const given = readOptions(withModel || curve || messages || persons ? [] : args);
  if (given === null) {
    io.err(`${USE} | ${EVAL_MODEL_USE} | ${EVAL_CURVE_USE} | ${EVAL_MESSAGES_USE} | ${EVAL_PERSONS_USE}`);
    return wrongUse;
  }
  try {
    if (curve) return await evalCurve(args.slice(1), io);
    if (messages) return await evalMessages(args.slice(1), io);
    if (persons) return await evalPersons(args.slice(1), io);
    if (withModel) return await evalModel(args, io);
    const training = trainings.find((name) => given[name]);
    if (training !== undefined) return await evalTrain[training](io);
    if (given['left-out']) {
      const rows = await evaluateLeftOut(OTHERS, SHIPPED, WORDS, now);
      for (const line of otherRows(rows)) io.out(line);
      return done;
    }
    return await (given.policyqa === undefined
      ? questions(given, io)
      : policyQa(given.policyqa, given.json, io));
  } catch (problem) {
    const missing = problem instanceof Error && codeOf(problem) === 'ENOENT';
    if (!(problem instanceof PolicyProblem) && !missing) throw problem;
    io.err(`privacy eval: ${problem.message}`);
    return missing ? wrongUse : no;
  }
};
