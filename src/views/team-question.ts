import type { ModalView } from '@slack/types';
import { z } from 'zod';
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
} from './blocks.ts';
import { longestQuestion } from './menu.ts';

const nothingWritten = 'Please write something first.';

/** *Ask the privacy team*: the question as it was typed, to be changed before it is sent. */
export const teamQuestionForm = {
  id: 'team_question',
  view: (question: string): ModalView => ({
    type: 'modal',
    callback_id: teamQuestionForm.id,
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

/** The same card once somebody has answered. */
export const answeredCard = (question: string, asker: string, answeredBy: string): Message => ({
  text: 'A question for the privacy team, answered.',
  blocks: [
    header('A question for the privacy team'),
    inertQuote(question, null, questionBlockId),
    context(`Asked by <@${asker}>. Answered privately by <@${answeredBy}>.`),
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
        hint: 'It is sent to the asker as a direct message. Leave out personal details of others.',
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
