/** `eval record`, `replay` and `cost`: what a model would be asked, how its replies would have answered, and what redaction costs. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readReplies, recordRequests, replaying } from '../../../eval/model-requests.ts';
import { spread } from '../../../eval/phrasing-curve.ts';
import { type Evaluation, evaluate, readItems } from '../../../eval/run.ts';
import type { Item } from '../../../eval/scores.ts';
import type { Knowledge } from '../../knowledge/answer/answer.ts';
import { openKnowledge } from '../../knowledge/answer/knowledge.ts';
import { policyDir } from '../company-env.ts';
import { done, type Io, no, wrongUse } from '../io.ts';

export const EVAL_MODEL_USE =
  'eval record --questions FILE --out FILE [--take N] [--unredacted] | eval replay --questions FILE --replies FILE [--json] | eval cost --questions FILE --replies FILE --unredacted-replies FILE';

const optionsOf = (args: readonly string[]) => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        questions: { type: 'string' },
        out: { type: 'string' },
        replies: { type: 'string' },
        'unredacted-replies': { type: 'string' },
        take: { type: 'string' },
        json: { type: 'boolean', default: false },
        unredacted: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch {
    return null;
  }
};

/** To tell what redaction costs: the same flow with nothing taken out. Only ever written to a file here. */
const withoutRedaction = (knowledge: Knowledge): Knowledge => ({
  ...knowledge,
  redact: (text) => ({ safe: true, text, removed: [] }),
});

type Recorded = {
  readonly questions: string;
  readonly out: string;
  readonly take: number;
  readonly unredacted: boolean;
};

const record = async ({ questions, out, take, unredacted }: Recorded, io: Io): Promise<number> => {
  const items = spread(await readItems(questions), take);
  const knowledge = await openKnowledge(policyDir(io.env));
  const recording = await recordRequests(items, unredacted ? withoutRedaction(knowledge) : knowledge);
  const lines = [{ prefix: recording.prefix }, ...recording.requests].map((line) => JSON.stringify(line));
  await writeFile(out, `${lines.join('\n')}\n`);
  io.err(
    `privacy eval: ${recording.requests.length} requests written to ${out}; ${recording.unsent.length} of ${items.length} questions would not be sent: ${recording.unsent.join(' ')}`,
  );
  return done;
};

type Replayed = Evaluation & { readonly fared: ReadonlyMap<string, number> };

/** What was replied to, and what is never sent. */
const answerable = async (
  items: readonly Item[],
  knowledge: Knowledge,
  replies: ReadonlyMap<string, string>,
): Promise<readonly Item[]> => {
  const unsent = new Set((await recordRequests(items, knowledge)).unsent);
  return items.filter(({ id }) => replies.has(id) || unsent.has(id));
};

const replayed = async (
  items: readonly Item[],
  knowledge: Knowledge,
  replies: ReadonlyMap<string, string>,
): Promise<Replayed> => {
  const files = new Map(knowledge.documents.map(({ head, file }) => [head.id, file]));
  const { ask, fared } = replaying(items, knowledge, replies);
  return { ...(await evaluate(items, ask, knowledge, files, () => performance.now())), fared };
};

const printWrong = ({ rows }: Replayed, io: Io): void => {
  for (const { item, answer, score } of rows.filter((row) => !row.score.right))
    io.out(
      `${item.id}  ${item.kind.padEnd(12)} ${score.why.padEnd(24)} ${answer.foundBy} ${answer.without ?? ''} ${item.question}`,
    );
};

const replay = async (questions: string, repliesFile: string, json: boolean, io: Io): Promise<number> => {
  const replies = await readReplies(repliesFile);
  const knowledge = await openKnowledge(policyDir(io.env));
  const items = await answerable(await readItems(questions), knowledge, replies);
  const run = await replayed(items, knowledge, replies);
  const { rows, summary, fared } = run;
  if (json)
    io.out(
      JSON.stringify({
        summary,
        fared: Object.fromEntries(fared),
        wrong: rows
          .filter(({ score }) => !score.right)
          .map(({ item, answer, score }) => ({ id: item.id, why: score.why, answer })),
      }),
    );
  else {
    printWrong(run, io);
    for (const [name, value] of [...Object.entries(summary), ...fared]) io.out(`${name.padEnd(22)} ${value}`);
  }
  return (summary['bad_quotes'] ?? 0) > 0 ? no : done;
};

/** The same questions twice, as they leave the house and as they were typed: the difference is what redaction costs. */
const cost = async (
  { questions, replies, unredacted }: Readonly<Record<'questions' | 'replies' | 'unredacted', string>>,
  io: Io,
): Promise<number> => {
  const knowledge = await openKnowledge(policyDir(io.env));
  const bare = withoutRedaction(knowledge);
  const [own, other] = [await readReplies(replies), await readReplies(unredacted)];
  const items = await answerable(await answerable(await readItems(questions), knowledge, own), bare, other);
  const [withIt, withoutIt] = [await replayed(items, knowledge, own), await replayed(items, bare, other)];
  io.out('wrong as it leaves the house:');
  printWrong(withIt, io);
  io.out('wrong as it was typed:');
  printWrong(withoutIt, io);
  const right = ({ rows }: Replayed): number => rows.filter(({ score }) => score.right).length;
  io.out(`questions              ${items.length}`);
  io.out(`right, redacted        ${right(withIt)}`);
  io.out(`right, as typed        ${right(withoutIt)}`);
  const points = (100 * (right(withoutIt) - right(withIt))) / Math.max(1, items.length);
  io.out(`cost in points         ${points.toFixed(1)}`);
  return done;
};

export const evalModel = async ([action, ...args]: readonly string[], io: Io): Promise<number> => {
  const given = optionsOf(args);
  const take = Number(given?.take ?? Number.MAX_SAFE_INTEGER);
  if (given?.questions !== undefined && take > 0) {
    if (action === 'record' && given.out !== undefined)
      return record({ questions: given.questions, out: given.out, take, unredacted: given.unredacted }, io);
    const other = given['unredacted-replies'];
    if (action === 'cost' && given.replies !== undefined && other !== undefined)
      return cost({ questions: given.questions, replies: given.replies, unredacted: other }, io);
    if (action === 'replay' && given.replies !== undefined)
      return replay(given.questions, given.replies, given.json, io);
  }
  io.err(`Usage: privacy ${EVAL_MODEL_USE}`);
  return wrongUse;
};
