import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { answerQuestion } from './flows/answer-question.ts';
import { sentRequests } from './flows/sent-requests.ts';
import { wordAnswer } from './flows/word-answer.ts';
import type { Parts } from './handlers/parts.ts';
import { alwaysHeld } from './holdings.ts';
import type { Knowledge } from './knowledge/answer.ts';
import type { Logger } from './logger.ts';
import { modelFrom } from './model-from-config.ts';

type Outside = {
  readonly config: Config;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  readonly after: (ms: number) => Promise<void>;
  readonly logger: Logger;
};

export type Asking = Pick<Parts, 'ask' | 'sentRequests'> & {
  /** What is held about everybody who asks, for `/privacy about-me`. */
  readonly held: () => Promise<readonly string[]>;
};

/** How questions are answered here: from the policy alone, or worded by the model where one is configured. */
export const openAsking = async ({ config, knowledge, clock, after, logger }: Outside): Promise<Asking> => {
  const model = await modelFrom(config);
  const held = () => Promise.resolve(alwaysHeld(model !== null));
  if (model === null) return { ask: answerQuestion(knowledge), sentRequests: null, held };
  const sent = sentRequests(clock);
  const told = (wording: string): void => logger.info({ wording }, 'model');
  const word = wordAnswer(knowledge, { model, clock, after, sent, told });
  return { ask: answerQuestion(knowledge, word), sentRequests: sent, held };
};
