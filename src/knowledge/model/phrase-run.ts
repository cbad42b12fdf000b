/** Lets a model write the questions for one of the policies, task by task; each is kept as soon as it is there, so that an interrupted run goes on. */
import { joinPhrasings } from '../policy/phrasing-file.ts';
import type { Policy } from '../policy/policy.ts';
import type { PhrasingLine } from '../policy/policy-phrasings.ts';
import type { Model } from './model.ts';
import { linesFrom } from './phrase-lines.ts';
import { type PhraseTask, phrasePrefix, phraseRequest } from './phrase-request.ts';

export type PhraseRun = {
  readonly model: Model;
  /** How many tokens of policy one request may hold. */
  readonly context: number;
  readonly signal: AbortSignal;
  /** Called with all lines after every task. */
  readonly keep: (lines: readonly PhrasingLine[]) => Promise<void>;
  /** After every task: how many are done, and whether this one brought anything. */
  readonly told: (done: number, brought: boolean) => void;
};

/** A model that fails so often in a row is not asked further; what is there stays. */
const MOST_FAILURES = 3;

/** All lines, the earlier ones included, and how many tasks brought nothing. */
export const runPhrasing = async (
  policies: readonly Policy[],
  before: readonly PhrasingLine[],
  tasks: readonly PhraseTask[],
  { model, context, signal, keep, told }: PhraseRun,
): Promise<{ readonly lines: readonly PhrasingLine[]; readonly failed: number }> => {
  const by = model.state().name ?? 'model';
  let lines = before;
  let failed = 0;
  let inARow = 0;
  for (const [at, task] of tasks.entries()) {
    if (signal.aborted || inARow >= MOST_FAILURES) return { lines, failed: failed + tasks.length - at };
    const prefix = phrasePrefix(policies, task, context);
    const request = { prefix, ...phraseRequest(task), onSend: () => undefined };
    const content = await model.complete(request, signal).catch(() => '');
    const more = linesFrom(task, content, by);
    if (more === null) {
      failed += 1;
      inARow += 1;
    } else {
      inARow = 0;
      lines = joinPhrasings(lines, more);
      await keep(lines);
    }
    told(at + 1, more !== null);
  }
  return { lines, failed };
};
