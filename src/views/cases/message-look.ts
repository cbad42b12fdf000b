/** What a message looks like as a request. */
import type { KnownBlock, ModalView } from '@slack/types';
import type { LookedAt } from '../../flows/cases/look-at-message.ts';
import { describeDate } from '../../requests/clock/calendar-date.ts';
import type { NotOneReason } from '../../requests/recognise/marks-table.ts';
import {
  actions,
  button,
  context,
  escaped,
  header,
  inertQuote,
  inertText,
  plain,
  section,
  shortened,
} from '../blocks.ts';
import { dueLine } from './deadline.ts';
import { rightNames } from './right-names.ts';

/** Where the message's words stand, so that the next form can read them back; they travel in no value and no metadata. */
export const messageWordsBlock = 'message_words';

const messageLookId = 'message_look';

/** What lies beneath the intake form once the message is logged: nothing is offered a second time. */
export const messageLoggedView = (numbers: readonly string[]): ModalView => ({
  type: 'modal',
  title: plain('A rights request?'),
  close: plain('Close'),
  blocks: [section(`✅ *Logged as ${numbers.join(', ')}.* Nothing more to do here.`)],
});

/** As many characters as the intake form takes. */
const mostWords = 3_000;

const headlines: Readonly<Record<LookedAt['verdict'], string>> = {
  request: 'This looks like a rights request',
  perhaps: 'This may be a rights request',
  not_one: 'I am not sure',
  no_words: 'I can read no words here',
};

const explanations: Readonly<Record<LookedAt['verdict'], string>> = {
  request:
    'No magic words, form or address are needed: what the person *wants* counts. You decide; I only read the words.',
  perhaps:
    'It speaks of somebody’s data, but does not clearly ask for anything. If they want something done with it, it counts. When in doubt, log it: that harms nobody.',
  not_one:
    'It does not read like a rights request to me, but I only read the words. Log it when in doubt: that harms nobody.',
  no_words:
    'The message is a picture, a file or made of parts I cannot read. If somebody asks for something about their data in it, log it.',
};

/** Where something is named that may be meant, it is said what would make it a request. */
const mayMean =
  'What they write ends something, and does not say what becomes of their data. If they want that gone too, it is a request from the day it came: ask them, or log it; that harms nobody.';

const notOneSentences: Readonly<Record<NotOneReason, string>> = {
  question_about_the_rules: 'It reads like a question about the rules. Ask me with `/privacy`.',
  question_about_the_policy: 'It reads like a question about our policy. Ask me with `/privacy`.',
  talk_among_staff: 'It reads like colleagues talking about requests, not like a request.',
  login_help: 'It reads like somebody who needs help to log in.',
  tools_and_housekeeping: 'It reads like everyday work on tools or files.',
  complaint_about_something_else: 'It reads like a complaint, but not about personal data.',
  no_personal_data_mentioned: 'Nothing in it speaks of personal data.',
};

const foundBlocks = ({ found }: LookedAt): readonly KnownBlock[] =>
  found
    .slice(0, 11)
    .flatMap(({ mark, due }): KnownBlock[] => [
      section(`*${rightNames[mark.right]}*: ${escaped(mark.why)}`),
      inertQuote(shortened(mark.quote.text, 500), 'The words that show it'),
      ...(due === null ? [] : [context(dueLine(due))]),
    ]);

const isNot = ({ verdict, notOne }: LookedAt): string =>
  verdict === 'request'
    ? 'Not a question that you answer yourself, and no promise: nothing is decided, and the person need not prove or explain anything to be heard.'
    : notOne.map((reason) => notOneSentences[reason]).join(' ');

const ago = (days: number): string =>
  days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago, and a clock would have run since`;

const receivedText = ({ received, daysAgo }: LookedAt): string =>
  [
    `*When it was received*`,
    `Posted here on *${describeDate(received.date)} at ${received.time}* (${ago(daysAgo)}).`,
    'The clock runs from the moment it *first reached anyone* in the company. Was it forwarded or copied from an e-mail, a call or a ticket? Then put that earlier day into the form.',
  ].join('\n');

/** What a message looks like, for the one person who asked. `words` is the message as a person reads it. */
export const messageLookView = (
  looked: LookedAt,
  words: string,
  message: { readonly ts: string; readonly fromApp: boolean },
): ModalView => {
  const not = isNot(looked);
  return {
    type: 'modal',
    callback_id: messageLookId,
    private_metadata: message.ts,
    title: plain('A rights request?'),
    close: plain('Close'),
    blocks: [
      header(headlines[looked.verdict]),
      section(
        looked.verdict === 'perhaps' && looked.found.length > 0 ? mayMean : explanations[looked.verdict],
      ),
      ...foundBlocks(looked),
      ...(not === '' ? [] : [section(`*What it is not*\n${not}`)]),
      section(receivedText(looked)),
      ...(message.fromApp
        ? [
            context(
              'An app posted this, so the person may have written somewhere else: on a form, in a chat.',
            ),
          ]
        : [context('A colleague who writes about their own data has the same rights.')]),
      actions('message_next', [
        button(
          'Log this as a request',
          'log_this_message',
          looked.found.map(({ mark }) => mark.right).join(' '),
          { style: 'primary' },
        ),
      ]),
      ...(words === ''
        ? []
        : [
            { type: 'divider' as const },
            context('The message, as it goes into the form. Only you see this.'),
            inertText(shortened(words, mostWords), messageWordsBlock),
          ]),
    ],
  };
};
