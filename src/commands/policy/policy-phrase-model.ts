/** `policy phrase --with-model`: the configured model writes the questions of staff for every passage; a person looks only at what is doubtful. */
import { rename, writeFile } from 'node:fs/promises';
import { readConfig } from '../../base/config.ts';
import { asksOfUnit } from '../../knowledge/model/phrase-lines.ts';
import { type PhraseTask, phraseCost, phraseTasks } from '../../knowledge/model/phrase-request.ts';
import { runPhrasing } from '../../knowledge/model/phrase-run.ts';
import { openPolicies } from '../../knowledge/policy/open-policies.ts';
import { linesOf, phrasingsFile } from '../../knowledge/policy/phrasing-file.ts';
import type { Policy } from '../../knowledge/policy/policy.ts';
import {
  type PhrasingLine,
  phrasingsPath,
  readPolicyPhrasings,
} from '../../knowledge/policy/policy-phrasings.ts';
import { modelFrom } from '../../runtime/model-from-config.ts';
import { policyDir } from '../company-env.ts';
import { done, type Io, no, wrongUse } from '../io.ts';
import { reviewed, typed } from './phrase-review.ts';

export const PHRASE_MODEL_USE = 'policy phrase --with-model [--yes]';

/** Whole or not at all: an interrupted run must not leave half a file. */
const save = async (policy: Policy, lines: readonly PhrasingLine[]): Promise<void> => {
  const path = phrasingsPath(policy);
  await writeFile(`${path}.new`, phrasingsFile(policy, lines));
  await rename(`${path}.new`, path);
};

const silentIn = (lines: readonly PhrasingLine[]): number =>
  lines.find(({ quote }) => quote === null)?.asks.length ?? 0;

type Job = {
  readonly policy: Policy;
  readonly before: readonly PhrasingLine[];
  readonly tasks: readonly PhraseTask[];
};

const jobFor = async (policies: readonly Policy[], policy: Policy): Promise<Job> => {
  const before = linesOf(await readPolicyPhrasings(policy));
  return { policy, before, tasks: phraseTasks(policies, policy, asksOfUnit(before), silentIn(before)) };
};

const thousands = (tokens: number): string => `${Math.ceil(tokens / 1_000)},000`;

const costOf = (policies: readonly Policy[], { policy, tasks }: Job, context: number): string => {
  const { requests, sent, repeated, received } = phraseCost(policies, tasks, context);
  return `${policy.head.id}: ${requests} requests, about ${thousands(sent)} tokens sent (${thousands(repeated)} of them the same policy again, which many servers cache) and ${thousands(received)} received.`;
};

export const phraseWithModel = async (args: readonly string[], io: Io): Promise<number> => {
  const rest = args.filter((arg) => arg !== '--with-model' && arg !== '--yes');
  const read = readConfig(io.env);
  const settings = read.ok ? read.config.model : null;
  const model = await modelFrom({ model: settings });
  if (rest.length > 0 || model === null || settings === null) {
    io.err(
      model === null
        ? 'privacy policy: no model is configured. Set OPENAI_API_KEY or OPENAI_BASE_URL, or use policy phrase --prompt with any assistant.'
        : `Usage: privacy ${PHRASE_MODEL_USE}`,
    );
    return wrongUse;
  }
  await model.look();
  const policies = await openPolicies(policyDir(io.env));
  const jobs = await Promise.all(policies.map((policy) => jobFor(policies, policy)));
  const open = jobs.filter(({ tasks }) => tasks.length > 0);
  for (const job of open) io.err(costOf(policies, job, settings.context));
  if (open.length === 0) io.err('Every passage has its questions; nothing is asked.');
  const next = typed(io);
  if (open.length > 0 && !args.includes('--yes')) {
    io.err('Only the policies are sent, no question of anybody. Go on? [y/N]');
    if (!/^y/u.test(await next())) return no;
  }
  let failed = 0;
  for (const { policy, before, tasks } of open) {
    const run = await runPhrasing(policies, before, tasks, {
      model,
      context: settings.context,
      signal: new AbortController().signal,
      keep: (lines) => save(policy, lines),
      told: (count, brought) =>
        io.terminal
          ? io.err(`${policy.head.id}: ${count} of ${tasks.length}${brought ? '' : ' (brought nothing)'}`)
          : undefined,
    });
    failed += run.failed;
    await save(policy, await reviewed(policy, run.lines, next, io));
    const asks = run.lines.reduce((sum, line) => sum + line.asks.length, 0);
    io.out(`${policy.head.id}: ${asks} questions in ${phrasingsPath(policy)}`);
  }
  if (failed > 0) io.err(`${failed} requests brought nothing; run it again to go on where it stopped.`);
  return failed > 0 ? no : done;
};
