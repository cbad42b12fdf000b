/** What people say of an answer: Slack's own feedback buttons under it, the form that asks why, and what is held about a person. */
import type { Button, ContextActionsBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { gapDays } from '../../knowledge/answer/gap-line.ts';
import {
  button,
  context,
  escaped,
  header,
  type Message,
  plain,
  section,
  shortened,
  textField,
} from '../blocks.ts';

const reasons = [
  ['wrong_passage', 'It quotes the wrong passage'],
  ['incomplete', 'Something is missing'],
  ['unclear', 'I do not understand it'],
  ['outdated', 'The policy itself is wrong or old'],
  ['not_found', 'The policy does say it, but it was not found'],
  ['other', 'Something else'],
] as const;

/** What a reason reads as; the code itself where it is none of these. */
export const reasonWords = (reason: string): string =>
  reasons.find(([code]) => code === reason)?.[1] ?? reason;

/** The words are fixed by interface.md, section 3. */
const labels = { helpful: 'Helpful', notHelpful: 'Not helpful' } as const;

const ratingSchema = z.templateLiteral([z.enum(['helpful', 'not_helpful']), ' ', z.string()]);

/** What was pressed of Slack's own feedback buttons, and under which id the question is remembered; null when it is not one of ours. */
export const ratingOf = (
  value: string,
): { readonly helpful: boolean; readonly questionId: string } | null => {
  const read = ratingSchema.safeParse(value);
  if (!read.success) return null;
  const [verdict = '', questionId = ''] = read.data.split(' ');
  return { helpful: verdict === 'helpful', questionId };
};

/** Slack draws these in messages only (context actions block). */
export const ratingBlock = (questionId: string): ContextActionsBlock => ({
  type: 'context_actions',
  block_id: 'answer_rating',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: 'rate_answer',
      positive_button: { text: plain(labels.helpful), value: `helpful ${questionId}` },
      negative_button: { text: plain(labels.notHelpful), value: `not_helpful ${questionId}` },
    },
  ],
});

/** The same where Slack has no such block: forms. */
export const ratingButtons = (questionId: string): readonly Button[] => [
  button(labels.helpful, 'answer_helpful', questionId),
  button(labels.notHelpful, 'answer_not_helpful', questionId),
];

export const feedbackForm = {
  id: 'answer_feedback',
  /** `questionId` finds the question while it is remembered. */
  view: (questionId: string): ModalView => ({
    type: 'modal',
    callback_id: feedbackForm.id,
    private_metadata: questionId,
    title: plain('What was wrong?'),
    submit: plain('Send'),
    close: plain('Cancel'),
    blocks: [
      {
        type: 'input',
        block_id: 'reason',
        label: plain('Reason'),
        element: {
          type: 'static_select',
          action_id: 'value',
          placeholder: plain('Choose one'),
          options: reasons.map(([value, text]) => ({ text: plain(text), value })),
        },
      },
      textField('note', 'Anything else?', {
        optional: true,
        maximum: 500,
        hint: 'Please leave out names and other personal details.',
      }),
      context(
        `The privacy team reads your reason, your note and your question, without your name and with only ordinary words left in them. They are kept sealed for ${gapDays} days.`,
      ),
    ],
  }),
  submission: z.object({
    reason: z.enum(
      reasons.map(([value]) => value),
      'Please choose a reason.',
    ),
    note: z.string().nullable().default(null),
  }),
};

/** What `/privacy about-me` says; `kept` are plain sentences. */
export const aboutMeMessage = (kept: readonly string[]): Message => ({
  text: escaped(`What I hold about you: ${shortened(kept.join(' '), 2_800)}`),
  blocks: [
    header('What I hold about you'),
    ...kept.slice(0, 40).map((line) => section(`• ${escaped(shortened(line, 2_000))}`)),
    context('Only you can see this.'),
  ],
});
