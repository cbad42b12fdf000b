import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { gapDays } from '../knowledge/answer/gap-line.ts';
import { context, escaped, header, type Message, plain, section, shortened, textField } from './blocks.ts';

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
