/** One real question to the model that is configured, as the bot would ask it: what works, in which shape, and how long it took. */
import type { Clock } from '../../base/clock.ts';
import type { Config } from '../../base/config.ts';
import { finder, type ModelFinding } from '../../knowledge/model/finder.ts';
import type { Model } from '../../knowledge/model/model.ts';
import { openPolicies } from '../../knowledge/policy/open-policies.ts';
import { modelFrom } from '../../runtime/model-from-config.ts';
import { type Check, error, fine, warning } from './check.ts';

/** Of every policy, and of nobody. */
const QUESTION = 'how long is personal information kept?';
/** A model that needs longer is of no use to anybody who asks. */
const LONGEST_MS = 120_000;

const NAME = 'model finds';

const shapes = {
  json_schema: 'replies in a fixed schema (json_schema)',
  json_object: 'replies as JSON without a schema (json_object)',
  words: 'takes no response_format, and is asked for JSON in words',
} as const;

const judged = (finding: ModelFinding, model: Model, ms: number, patienceMs: number): Check => {
  const { name, shape } = model.state();
  const seconds = ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`;
  if (finding.kind === 'unreadable')
    return error(
      NAME,
      `The model ${name ?? ''} replied in ${seconds}, but not in the shape that it is asked for.`,
      'Set OPENAI_MODEL to a larger or newer model. The bot answers from its own search meanwhile.',
    );
  const { reply, units, whole } = finding;
  const held = units.length === 1 ? '1 passage that stands' : `${units.length} passages that stand`;
  const said = `Asked "${QUESTION}", the model ${name ?? ''} said "${reply.outcome}" in ${seconds}, with ${held} in the policies; it ${shapes[shape]}.`;
  if (!whole || (reply.outcome === 'answered' && units.length === 0))
    return warning(
      NAME,
      `${said} Something that it named does not stand there.`,
      'That is never shown; if it happens often, take another model.',
    );
  return ms > patienceMs
    ? warning(
        NAME,
        said,
        `That is longer than MODEL_PATIENCE (${patienceMs / 1_000} s): people would get the answer of the search. Raise MODEL_PATIENCE, or take a quicker model.`,
      )
    : fine(NAME, said);
};

/** In the words of the server, or of what lies beneath them; one line. */
const whyFailed = (problem: unknown): string => {
  if (!(problem instanceof Error)) return 'unknown';
  if (/aborted|timeout/iu.test(problem.message)) return `no reply within ${LONGEST_MS / 1_000} s.`;
  const beneath = problem.cause instanceof Error ? ` (${problem.cause.message})` : '';
  return `${problem.message}${beneath}`.split('\n', 1).join('').slice(0, 200);
};

/** Null where no model is configured. Sends the policies and the built-in question, nothing else. */
export const tryModel = async (
  { model: settings, policyDir }: Pick<Config, 'model' | 'policyDir'>,
  clock: Clock,
): Promise<Check | null> => {
  if (settings === null) return null;
  const model = await modelFrom({ model: settings });
  if (model === null) return null;
  try {
    const policies = await openPolicies(policyDir);
    await model.look();
    const began = clock().getTime();
    const sought = { question: QUESTION, before: null, local: [] };
    const find = finder(policies, model, settings.context);
    const finding = await find(sought, AbortSignal.timeout(LONGEST_MS), () => undefined);
    return judged(finding, model, clock().getTime() - began, settings.patienceMs);
  } catch (problem) {
    return error(
      NAME,
      `A real question to the model failed: ${whyFailed(problem)}`,
      'Check OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL. The bot answers from its own search meanwhile.',
    );
  }
};
