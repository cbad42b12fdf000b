/** The doctor's question to Slack about the bot's own views: would they be taken as they are? Asked only when somebody wants it. */
import { z } from 'zod';
import type { OwnView } from '../../runtime/own-views.ts';
import { type Check, error, fine, warning } from './check.ts';
import type { CallSlack } from './slack-checks.ts';

const faults = z.looseObject({
  errors: z
    .array(z.looseObject({ message: z.string().default(''), pointer: z.string().default('') }))
    .default([]),
});

/** Slack's judge takes one of `view` and `message`, and no token. */
const asked = (own: OwnView): Readonly<Record<string, string>> =>
  'view' in own ? { view: JSON.stringify(own.view) } : { message: JSON.stringify(own.message) };

const refused = ['invalid_blocks', 'invalid_view', 'invalid_message', 'invalid_arguments'];
const mostNamed = 5;

/** One question after the other: nobody is in a hurry here, and Slack counts. */
export const checkBlocks = async (views: readonly OwnView[], call: CallSlack): Promise<Check> => {
  const wrong: string[] = [];
  for (const own of views) {
    const answer = await call('blocks.validate', null, asked(own));
    if (answer.error === null) continue;
    if (!refused.includes(answer.error))
      return warning(
        'blocks',
        `Slack’s own judge of blocks does not answer (${answer.error}); ${own.name} was asked about.`,
        'Try again where slack.com can be reached; nothing of the bot needs this.',
      );
    const [first] = faults.safeParse(answer.body).data?.errors ?? [];
    wrong.push(
      first === undefined
        ? `${own.name}: ${answer.error}`
        : `${own.name}: ${first.message} (${first.pointer})`,
    );
  }
  return wrong.length === 0
    ? fine('blocks', `Slack would take all ${views.length} views and messages that were shown to it.`)
    : error(
        'blocks',
        `Slack would refuse ${wrong.length} of ${views.length}: ${wrong.slice(0, mostNamed).join('; ')}.`,
        'Report it: our own table of limits allows more than Slack does.',
      );
};
