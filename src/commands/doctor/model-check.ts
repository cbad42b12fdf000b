/** The doctor's look at the configured model. */
import { z } from 'zod';
import type { Config } from '../../base/config.ts';
import { openAiUrl, usualModel } from '../../knowledge/model/model.ts';
import { chosenModel } from '../../knowledge/model/model-choice.ts';
import { type Whereabouts, whereaboutsOf } from '../../knowledge/model/whereabouts.ts';
import { type Check, error, fine, warning } from './check.ts';

const listSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

const patienceMs = 8_000;
/** Not found, not allowed, not implemented. */
const LISTS_NONE: ReadonlySet<number> = new Set([404, 405, 501]);

const PLACES = {
  own: ['on this machine or network', null],
  eea: ['in the EEA, as far as its name tells', null],
  united_kingdom: [
    'in the United Kingdom, as far as its name tells',
    'The EEA holds the UK adequate; if your policy limits transfers to the EEA, agree it with the privacy team.',
  ],
  elsewhere: [
    'outside the EEA, as far as its name tells',
    'Using it is itself a transfer, which the shipped policy limits: agree it with the privacy team, or point OPENAI_BASE_URL at a server in the EEA or of your own. Questions go with whatever may identify somebody taken out.',
  ],
  unknown: [
    'somewhere that its name does not tell',
    'If it stands outside the EEA, using it is itself a transfer, which the shipped policy limits: ask the provider, and agree it with the privacy team. Questions go with whatever may identify somebody taken out.',
  ],
} as const satisfies Record<Whereabouts, readonly [string, string | null]>;

const listed = async (answer: Response): Promise<readonly string[]> => {
  const list = listSchema.safeParse(await answer.json().catch(() => null));
  return list.success ? list.data.data.map(({ id }) => id) : [];
};

const examine = async (model: NonNullable<Config['model']>): Promise<Check> => {
  const base = (model.baseUrl ?? openAiUrl).replace(/\/$/, '');
  const { host, protocol } = new URL(base);
  const place = whereaboutsOf(host);
  if (protocol === 'http:' && place !== 'own')
    return error(
      'model',
      `Questions would go to ${base} unencrypted.`,
      'Write https:// in OPENAI_BASE_URL; http:// is for a server on this machine or network.',
    );
  const answer = await fetch(`${base}/models`, {
    headers: model.apiKey === null ? {} : { authorization: `Bearer ${model.apiKey}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  });
  /** Some servers chat and list nothing; with a name the bot needs no list. */
  const listsNone = LISTS_NONE.has(answer.status) && model.name !== null;
  if (!answer.ok && !listsNone)
    return error(
      'model',
      `The model server at ${base} answered ${answer.status}.`,
      'Check OPENAI_API_KEY and OPENAI_BASE_URL. The bot answers without it meanwhile.',
    );
  const names = listsNone ? [] : await listed(answer);
  const wanted = model.name ?? (model.baseUrl === null ? usualModel : chosenModel(names));
  if (wanted !== null && names.length > 0 && !names.includes(wanted))
    return error(
      'model',
      `The model server at ${base} has no model "${wanted}".`,
      `Set OPENAI_MODEL to one that it has, for instance ${names.slice(0, 3).join(', ')}. The bot answers without it meanwhile.`,
    );
  if (wanted === null && names.length > 0)
    return error(
      'model',
      `None of the models at ${base} seems to write: ${names.slice(0, 3).join(', ')}.`,
      'Set OPENAI_MODEL, or load a model that chats. The bot answers without it meanwhile.',
    );
  const [where, concern] = PLACES[place];
  const lists = listsNone ? 'lists no models, and is asked for' : 'answers';
  const stands = `The model server at ${base} ${lists}${wanted === null ? '' : ` (${wanted})`}; it stands ${where}.`;
  return concern === null ? fine('model', stands) : warning('model', stands, concern);
};

/** Whether the model that is configured can be used, and where it stands. `named` is OPENAI_MODEL as it was set. */
export const checkModel = async (
  { model }: Pick<Config, 'model'>,
  named: string | undefined,
): Promise<Check> => {
  if (model === null)
    return named === undefined || named === ''
      ? fine(
          'model',
          'No model is configured: answers are extracts of the policy, and nothing leaves this machine.',
        )
      : warning(
          'model',
          'OPENAI_MODEL is set, but there is neither OPENAI_API_KEY nor OPENAI_BASE_URL: no model is used.',
          'Set one of them, or remove OPENAI_MODEL.',
        );
  try {
    return await examine(model);
  } catch {
    return warning(
      'model',
      `The model server at ${model.baseUrl ?? openAiUrl} cannot be reached.`,
      'Check OPENAI_BASE_URL and the network. The bot answers without it meanwhile.',
    );
  }
};
