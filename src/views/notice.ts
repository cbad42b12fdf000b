/** Short private notices. */
import type { ModalView } from '@slack/types';
import { actions, button, escaped, type Message, plain, section } from './blocks.ts';

/** A button that makes an action once more. */
export type Again = { readonly actionId: string; readonly value: string };

/** A few plain words to one person. `text` is our own sentence, already safe. */
export const notice = (text: string): Message => ({ text, blocks: [section(text)] });

export const noticeView = (title: string, message: Message): ModalView => ({
  type: 'modal',
  title: plain(title),
  close: plain('Close'),
  blocks: [...message.blocks],
});

/** Who is looking: the search of our own, or a language model, for so many seconds at most. */
export type Looking = { readonly modelSeconds: number | null };

const LOOKING = 'Looking in the policy …';

/** Whether a message of ours was only a sign of life. */
export const isLookingNotice = (text: string | null | undefined): boolean =>
  text?.startsWith(LOOKING) === true;

const lookingWords = ({ modelSeconds }: Looking): string =>
  modelSeconds === null
    ? LOOKING
    : `${LOOKING} A language model reads it for you and gets no names. You have an answer within ${Math.ceil(modelSeconds)} seconds, from our own search if the model takes longer.`;

/** A sign of life; also how a restart tells it from an answer. */
export const lookingNotice = (looking: Looking): Message => notice(lookingWords(looking));

export const loadingView = (looking: Looking): ModalView =>
  noticeView('One moment', notice(`${lookingWords(looking)} This form fills in by itself.`));

/** What a person reads when something of ours broke; the reference is what they can tell us. */
export const troubleNotice = (reference: string): Message =>
  notice(
    `Something went wrong on my side, so I could not finish that. Please try again in a moment. If it happens again, tell the privacy team this reference: \`${escaped(reference)}\`.`,
  );

export const stillWorkingNotice = (): Message =>
  notice('I am still working on that. The result follows here in a moment.');

/** In place of a form that is taken and not done yet: whoever was at it may die, and then nothing comes any more. */
export const stillSendingNotice = (): Message =>
  notice(
    'I am still working on that. The result takes this place in a moment. If nothing has come in a minute, open the form again: if your words still stand in it, send it once more.',
  );

export const unknownActionNotice = (): Message =>
  notice(
    'I do not know that button or form any more; it may come from an older message. Type `/privacy help` to see what I can do.',
  );

export const unknownCommandNotice = (): Message =>
  notice('I do not know that command any more. Type `/privacy help` to see what I can do.');

/** Slack gives a form three seconds to open. `again` is the button that opens it; null where the same action must be made once more. */
export const tooLateNotice = (again: Again | null): Message => {
  const text = 'That took too long, so Slack did not let me open the form. Please try again.';
  return again === null
    ? notice(text)
    : {
        text,
        blocks: [
          section(text),
          {
            type: 'actions',
            elements: [
              {
                type: 'button',
                action_id: again.actionId,
                text: plain('Try again'),
                ...(again.value === '' ? {} : { value: again.value }),
              },
            ],
          },
        ],
      };
};

/** Where we may not look whether the answer stands, and twice would be worse than asking. */
export const interruptedNotice = (): Message =>
  notice(
    'I was interrupted while I answered you here. If you see no answer in the thread, please ask me again.',
  );

/** After an hour of trying. The question itself is not repeated: others may read along. */
export const givenUpNotice = (reference: string): Message =>
  notice(
    `I could not answer a message of yours, though I tried for a while. Please ask me again. If it happens again, tell the privacy team this reference: \`${escaped(reference)}\`.`,
  );

export const restartingNotice = (): Message =>
  notice('I am being restarted right now. Please try again in half a minute.');

/** Somebody's personal data in a question: said to the asker alone, with the way to where it belongs. `found` is what it looks like. */
export const personalWordsNotice = (found: string, everybodyReads: boolean): Message => {
  const text = `Your question seems to hold ${found}. I do not keep it or pass it on, and I need no names or numbers to answer.${
    everybodyReads
      ? ' Others in this channel can read your message: please delete it and ask again without it.'
      : ''
  } If somebody asked us about their own data, log it as a request: there such details are sealed.`;
  return {
    text,
    blocks: [section(text), actions('personal_words', [button('Log a rights request', 'menu_request', '')])],
  };
};

/** Slack stacks three forms and no more (docs `/surfaces/modals`). */
export const tooDeepNotice = (): Message =>
  notice('Slack opens no further form on top of these. Please close one, then press again.');

/** Somebody of another company, or a guest, as long as the operator lets in neither. */
export const strangerNotice = (): Message =>
  notice(
    'I work for the staff of one company, so I cannot help you here. Please ask the person you work with there, or write to that company’s privacy contact.',
  );

export const floodNotice = (): Message =>
  notice(
    'That is more than I take in from one place in a minute, so I did not do this one. Nothing that came before is lost: please wait a minute, then try again.',
  );
