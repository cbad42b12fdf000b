/** A question to the privacy team: form and card. */
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { TeamEntry } from '../../knowledge/answer/team-entry.ts';
import {
  actions,
  button,
  context,
  header,
  inertQuote,
  type Message,
  plain,
  section,
  textField,
} from '../blocks.ts';
import { longestQuestion } from '../menu.ts';
import { type AnsweredQuestion, longDate } from './team-entry.ts';

const nothingWritten = 'Please write something first.';

/** Which question a form began with: an id only. */
export const questionAbout = z.object({ about: z.string() });

/** *Ask the privacy team*: the question as it was typed, to be changed before it is sent. */
export const teamQuestionForm = {
  id: 'team_question',
  /** `about` finds the question while it is remembered. */
  view: (question: string, about: string): ModalView => ({
    type: 'modal',
    callback_id: teamQuestionForm.id,
    private_metadata: JSON.stringify({ about }),
    title: plain('Ask the privacy team'),
    submit: plain('Send'),
    close: plain('Cancel'),
    blocks: [
      textField('question', 'Your question', {
        initial: question,
        maximum: longestQuestion,
        hint: 'Leave out names, addresses, numbers and other details of the people it is about.',
      }),
      context(
        'The privacy team sees this question and that it comes from you. Their answer comes to you in a direct message from me.',
      ),
    ],
  }),
  submission: z.object({ question: z.string(nothingWritten).trim().min(1, nothingWritten) }),
};

export const questionBlockId = 'team_question_text';

/** The question in the privacy team's channel. */
export const teamQuestionCard = (question: string, asker: string): Message => ({
  text: 'A question for the privacy team is waiting for an answer.',
  blocks: [
    header('A question for the privacy team'),
    inertQuote(question, null, questionBlockId),
    context(`Asked by <@${asker}>. The answer goes to them privately.`),
    actions('team_question_actions', [button('Answer', 'answer_team_question', asker, { style: 'primary' })]),
  ],
});

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

const spanWords = (minutes: number): string =>
  minutes < 60
    ? counted(Math.max(1, minutes), 'minute')
    : minutes < 48 * 60
      ? counted(Math.round(minutes / 60), 'hour')
      : counted(Math.round(minutes / 60 / 24), 'day');

export const teamAnswerBlockId = 'team_answer_text';

/** The same card once somebody has answered; `saved` is the entry that was made of it. */
export const answeredCard = (
  question: string,
  answer: string,
  who: AnsweredQuestion,
  saved: TeamEntry | null,
): Message => ({
  text: 'A question for the privacy team, answered.',
  blocks: [
    header('A question for the privacy team'),
    inertQuote(question, null, questionBlockId),
    context(
      `Asked by <@${who.asker}>. Answered privately by <@${who.answeredBy}> after ${spanWords(who.minutes)}:`,
    ),
    inertQuote(answer, null, teamAnswerBlockId),
    ...(saved === null
      ? [
          actions('team_answer_actions', [button('Save as an entry', 'save_entry', JSON.stringify(who))]),
          context(
            'Saved, it is shown to whoever asks the very same again, as the privacy team’s own answer.',
          ),
        ]
      : [
          context(
            `Saved as an entry by <@${saved.savedBy}>. To be looked at again by ${longDate(saved.reviewBy)}.`,
          ),
          actions('team_answer_actions', [button('Edit entry', 'edit_entry', saved.id)]),
        ]),
  ],
});

/** What the answer form must remember: ids only. */
export const answeringTo = z.object({ asker: z.string(), channel: z.string(), ts: z.string() });

export type AnsweringTo = z.infer<typeof answeringTo>;

export const teamAnswerForm = {
  id: 'team_answer',
  view: (question: string, to: AnsweringTo): ModalView => ({
    type: 'modal',
    callback_id: teamAnswerForm.id,
    private_metadata: JSON.stringify(to),
    title: plain('Answer privately'),
    submit: plain('Send answer'),
    close: plain('Cancel'),
    blocks: [
      section(`<@${to.asker}> asked:`),
      inertQuote(question, null, questionBlockId),
      textField('answer', 'Your answer', {
        maximum: 2_500,
        hint: 'It is sent to the asker as a direct message, and stands on the card in this channel. Leave out names and contact details.',
      }),
    ],
  }),
  submission: z.object({ answer: z.string(nothingWritten).trim().min(1, nothingWritten) }),
};

/** The direct message that closes the loop. */
export const teamAnswerMessage = (question: string, answer: string, answeredBy: string): Message => ({
  text: 'The privacy team has answered your question.',
  blocks: [
    header('The privacy team has answered'),
    section('You asked:'),
    inertQuote(question, null),
    section(`<@${answeredBy}> answers for the privacy team:`),
    inertQuote(answer, null),
    context('This is the privacy team’s own answer, not a quote from the policy.'),
  ],
});
