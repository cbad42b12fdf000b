/** *Is this a rights request?* on any message. */
import { lookAtMessage } from '../flows/cases/look-at-message.ts';
import { isRight } from '../requests/clock/rights.ts';
import { messageLookView, messageWordsBlock } from '../views/cases/message-look.ts';
import type { Feature, InteractionOutcome, MessageShortcut, Press } from './bolt/interaction.ts';
import { textOfBlock } from './bolt/payloads.ts';
import { readable } from './bolt/typed-text.ts';
import type { Dependencies } from './dependencies.ts';
import { openIntake } from './log-request.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'cases' | 'clock' | 'drafts' | 'newId' | 'slack'>;

/** A message's ts is when it was posted, in seconds; nothing was posted later than now. */
const postedAt = (ts: string, now: Date): Date => {
  const at = new Date(Number(ts) * 1_000);
  return Number.isNaN(at.getTime()) || ts === '' || at > now ? now : at;
};

const look =
  (deps: Takes) =>
  async ({ message, open }: MessageShortcut): Promise<InteractionOutcome> => {
    const words = readable(message.text);
    const looked = lookAtMessage(deps.cases, words, postedAt(message.ts, deps.clock()));
    await open(messageLookView(looked, words, { ts: message.ts, fromApp: message.user === null }));
    return looked.verdict;
  };

const log =
  (deps: Takes) =>
  (press: Press): Promise<InteractionOutcome> =>
    openIntake(deps, press, {
      rights: press.value.split(' ').filter(isRight),
      unsure: press.value.trim() === '',
      channel: 'slack',
      receivedAt: postedAt(press.view?.private_metadata ?? '', deps.clock()),
      words: textOfBlock(press.view?.blocks ?? [], messageWordsBlock),
      beneath: press.view?.id ?? '',
    });

/** The message shortcut *Is this a rights request?* and the way from there into the form. */
export const lookingAtMessages = (deps: Takes): Feature => ({
  messageShortcuts: { is_this_a_rights_request: look(deps) },
  presses: { log_this_message: log(deps) },
});
