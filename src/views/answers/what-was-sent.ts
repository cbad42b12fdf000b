/** What was sent to the model, for whoever asked. */
import type { KnownBlock } from '@slack/types';
import type { SentRequest } from '../../flows/ask/sent-requests.ts';
import { context, escaped, header, type Message, section } from '../blocks.ts';
import { notice } from '../notice.ts';

const chunk = 2_900;
/** Slack takes about thirteen thousand characters in one message; of a longer request the ends are shown, and the whole is a file. */
const most = 11_000;

export const isTooLongToShow = (body: string): boolean => body.length > most;

/** The beginning, and from the question on to the end; between them stand the instructions and the policy. */
const endsOf = (body: string): readonly [string, string] => {
  const question = Math.max(body.lastIndexOf('Question: '), body.lastIndexOf('Asked before'));
  return [body.slice(0, 400), body.slice(Math.max(question, body.length - 4 * chunk))];
};

const chunksOf = (text: string): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / chunk) }, (_, at) => text.slice(at * chunk, (at + 1) * chunk));

const preformatted = (text: string): KnownBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
});

/** With hyphens at which no line breaks. */
const minute = (at: Date): string =>
  `${at.toISOString().slice(0, 16).replaceAll('-', '\u2011').replace('T', ' at ')} UTC`;

/** The question as it stands in the body; null where no such line is found. */
const questionIn = (body: string): string | null => {
  const quoted = [...body.matchAll(/Question: ((?:[^"\\]|\\.)*)"/gu)].at(-1)?.[1];
  return quoted === undefined ? null : quoted.replace(/\\(["\\/])/gu, '$1');
};

const intro = (at: Date, body: string): string => {
  const question = questionIn(body);
  const left = question === null ? '' : ` Your question left as: “${escaped(question)}”`;
  return `This is the body of your last request to the language model, byte for byte (${Buffer.byteLength(body)} bytes, ${minute(at)}). Names, addresses and numbers that may identify somebody were replaced before it left.${left}`;
};

const longMessage = (line: string, body: string): Message => {
  const [beginning, end] = endsOf(body);
  const between = body.length - beginning.length - end.length;
  return {
    text: line,
    blocks: [
      header('What was sent to the language model'),
      section(line),
      preformatted(beginning),
      context(
        `… ${between} characters of instructions and of the policy itself, the same for every question. Every byte is in the file that I send you as a direct message.`,
      ),
      ...chunksOf(end).map(preformatted),
      context('Only you can see this. I keep it in memory for an hour, then it is gone.'),
    ],
  };
};

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
  const line = intro(request.at, request.body);
  if (isTooLongToShow(request.body)) return longMessage(line, request.body);
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
