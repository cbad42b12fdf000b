/** `eval record` and `eval replay`: what a model would be asked, and how its replies would have answered. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readReplies, recordRequests, replaying } from '../../eval/model-requests.ts';
import { evaluate, readItems } from '../../eval/run.ts';
import type { Knowledge } from '../knowledge/answer/answer.ts';
import { openKnowledge } from '../knowledge/answer/knowledge.ts';
import { policyDir } from './company-env.ts';
import { done, type Io, no, wrongUse } from './io.ts';

export const EVAL_MODEL_USE =
  'eval record --questions FILE --out FILE [--take N] [--unredacted] | eval replay --questions FILE --replies FILE [--json]';

const optionsOf = (args: readonly string[]) => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        questions: { type: 'string' },
        out: { type: 'string' },
        replies: { type: 'string' },
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

/** So many of a list, evenly spread. */
const spread = <T>(all: readonly T[], take: number): readonly T[] =>
  take >= all.length
    ? all
    : Array.from({ length: take }, (_, at) => all[Math.floor((at * all.length) / take)]).flatMap((one) =>
        one === undefined ? [] : [one],
      );

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

const replay = async (questions: string, repliesFile: string, json: boolean, io: Io): Promise<number> => {
  const replies = await readReplies(repliesFile);
  const knowledge = await openKnowledge(policyDir(io.env));
  const files = new Map(knowledge.documents.map(({ head, file }) => [head.id, file]));
  const all = await readItems(questions);
  const recorded = await recordRequests(all, knowledge);
  const unsent = new Set(recorded.unsent);
  // What was recorded and replied to, and what is never sent.
  const items = all.filter(({ id }) => replies.has(id) || unsent.has(id));
  const { ask, fared } = replaying(items, knowledge, replies);
  const { rows, summary } = await evaluate(items, ask, knowledge, files, () => performance.now());
  const wrong = rows.filter(({ score }) => !score.right);
  if (json)
    io.out(
      JSON.stringify({
        summary,
        fared: Object.fromEntries(fared),
        wrong: wrong.map(({ item, answer, score }) => ({ id: item.id, why: score.why, answer })),
      }),
    );
  else {
    for (const { item, answer, score } of wrong)
      io.out(
        `${item.id}  ${item.kind.padEnd(12)} ${score.why.padEnd(24)} ${answer.foundBy} ${answer.without ?? ''} ${item.question}`,
      );
    for (const [name, value] of [...Object.entries(summary), ...fared]) io.out(`${name.padEnd(22)} ${value}`);
  }
  return (summary['bad_quotes'] ?? 0) > 0 ? no : done;
};

export const evalModel = async ([action, ...args]: readonly string[], io: Io): Promise<number> => {
  const given = optionsOf(args);
  const take = Number(given?.take ?? Number.MAX_SAFE_INTEGER);
  if (given?.questions !== undefined && take > 0) {
    if (action === 'record' && given.out !== undefined)
      return record({ questions: given.questions, out: given.out, take, unredacted: given.unredacted }, io);
    if (action === 'replay' && given.replies !== undefined)
      return replay(given.questions, given.replies, given.json, io);
  }
  io.err(`Usage: privacy ${EVAL_MODEL_USE}`);
  return wrongUse;
};
