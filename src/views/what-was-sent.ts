import type { KnownBlock } from '@slack/types';
import type { SentRequest } from '../flows/ask/sent-requests.ts';
import { context, header, type Message, section } from './blocks.ts';
import { notice } from './notice.ts';

/** Slack takes about thirteen thousand characters in one message; requests are kept well below. */
const chunk = 2_900;

const chunksOf = (text: string): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / chunk) }, (_, at) => text.slice(at * chunk, (at + 1) * chunk));

const preformatted = (text: string): KnownBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
});

const intro = (at: Date, bytes: number): string =>
  `This is the body of your last request to the language model, byte for byte (${bytes} bytes, ${at.toISOString()}). Names, numbers and addresses were replaced before it left.`;

/** `/privacy what-was-sent`: `request` is null when nothing was sent in the last hour; `modelOn` whether there is a model at all. */
export const whatWasSentMessage = (request: SentRequest | null, modelOn: boolean): Message => {
  if (!modelOn)
    return notice(
      'Nothing of yours was ever sent to a language model: none is switched on here. Answers are copied from the policy on our own machine.',
    );
  if (request === null)
    return notice(
      'Nothing of yours was sent to the language model in the last hour. I keep it no longer than that.',
    );
  if (request.kind === 'kept_back')
    return notice(
      'Your last question was not sent to the language model: I could not be sure that it names nobody. Its answer was copied from the policy on our own machine.',
    );
  const line = intro(request.at, Buffer.byteLength(request.body));
  return {
    text: line,
    blocks: [
      header('What was sent to the language model'),
      section(line),
      ...chunksOf(request.body).map(preformatted),
      context('Only you can see this. I keep it in memory for an hour, then it is gone.'),
    ],
  };
};
