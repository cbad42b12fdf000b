/** Answers of the privacy team: forms and cards. */
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { ListedEntry } from '../../flows/ask/team-entries.ts';
import type { TeamAnswer, TeamEntry } from '../../knowledge/answer/team-entry.ts';
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
  textField,
} from '../blocks.ts';
import type { HomePart } from '../menu.ts';
import { longestQuestion } from '../menu.ts';

/** 27 November 2026 */
export const longDate = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

/** Beside an answer, under a label of its own: never mixed with what the policy says. */
export const teamAnswerBlocks = ({
  answer,
  answeredBy,
  savedOn,
  reviewBy,
  overdue,
}: TeamAnswer): readonly KnownBlock[] => [
  section(`*The privacy team answered, ${longDate(savedOn)}* (their own words, not the policy)`),
  inertQuote(answer, null),
  context(
    overdue
      ? `:warning: By <@${answeredBy}>. It should have been looked at again by ${longDate(reviewBy)}: ask the privacy team whether it still holds.`
      : `By <@${answeredBy}>. To be looked at again by ${longDate(reviewBy)}.`,
  ),
];

const longestAnswer = 2_500;
const mostWordings = 10;
const nothingWritten = 'Please write something first.';

/** Who asked, who answered, and how many minutes after the question; travels in a button's value. */
export const answeredSchema = z.object({
  asker: z.string(),
  answeredBy: z.string(),
  minutes: z.number().int().nonnegative(),
});

export type AnsweredQuestion = z.infer<typeof answeredSchema>;

/** What the form must remember; `fresh` is the card of an answer that is not an entry yet. */
export const editing = z.object({
  id: z.string(),
  fresh: z.object({ who: answeredSchema, channel: z.string(), ts: z.string() }).nullable(),
});

export type Editing = z.infer<typeof editing>;

export const teamEntryForm = {
  id: 'team_entry',
  view: (
    entry: Pick<TeamEntry, 'question' | 'wordings' | 'answer' | 'reviewBy'>,
    to: Editing,
    trouble: string | null = null,
  ): ModalView => ({
    type: 'modal',
    callback_id: teamEntryForm.id,
    private_metadata: JSON.stringify(to),
    title: plain(to.fresh === null ? 'Edit entry' : 'Save as an entry'),
    submit: plain('Save'),
    close: plain('Cancel'),
    blocks: [
      ...(trouble === null ? [] : [section(`:warning: ${trouble}`)]),
      textField('question', 'The question it answers', { initial: entry.question, maximum: longestQuestion }),
      textField('wordings', 'Other ways to ask the very same', {
        initial: entry.wordings.join('\n'),
        optional: true,
        hint: `One a line, ${mostWordings} at most. It is shown only to whoever asks just this, so the words matter.`,
      }),
      textField('answer', 'The answer', { initial: entry.answer, maximum: longestAnswer }),
      {
        type: 'input',
        block_id: 'review_by',
        label: plain('Look at it again by'),
        element: { type: 'datepicker', action_id: 'value', initial_date: entry.reviewBy },
      },
    ],
  }),
  submission: z.object({
    question: z.string(nothingWritten).trim().min(1, nothingWritten),
    wordings: z
      .string()
      .nullable()
      .default(null)
      .transform((text) => (text ?? '').split('\n').map((line) => line.trim()))
      .transform((lines) => [...new Set(lines.filter((line) => line !== ''))])
      .refine((lines) => lines.length <= mostWordings, `Please give ${mostWordings} at most.`),
    answer: z.string(nothingWritten).trim().min(1, nothingWritten),
    review_by: z.iso.date('Please choose a day.'),
  }),
};

const mostListed = 19;

const entryRows = (entry: ListedEntry): readonly KnownBlock[] => [
  { type: 'divider' },
  inertText(shortened(entry.question, 300)),
  inertQuote(shortened(entry.answer, 300), null),
  context(
    `By <@${entry.answeredBy}>, saved ${longDate(entry.savedOn)}. ${
      entry.due
        ? `:warning: *Due for review since ${longDate(entry.reviewBy)}.*`
        : `To be looked at again by ${longDate(entry.reviewBy)}.`
    }`,
  ),
  actions(`entry:${entry.id}`, [
    button('Edit', 'edit_entry', entry.id),
    button('Still right', 'renew_entry', entry.id),
    button('Retire', 'retire_entry', entry.id, {
      style: 'danger',
      confirm: {
        title: plain('Retire this entry?'),
        text: plain('It is shown to nobody any more.'),
        confirm: plain('Retire'),
        deny: plain('Keep'),
      },
    }),
  ]),
];

/** The team's list of its entries; `news` is what has just been done. */
export const entriesView = (entries: readonly ListedEntry[], news: string | null = null): ModalView => ({
  type: 'modal',
  title: plain('Our own entries'),
  close: plain('Close'),
  blocks: [
    ...(news === null ? [] : [section(`:white_check_mark: ${escaped(news)}`)]),
    section(
      entries.length === 0
        ? 'There are none yet. When you have answered a forwarded question, press *Save as an entry* on its card.'
        : 'Answers of the privacy team, shown beside the policy’s to whoever asks the very same. Those that are due for review come first; *Still right* keeps one for another year.',
    ),
    ...entries.slice(0, mostListed).flatMap(entryRows),
    ...(entries.length > mostListed ? [context(`And ${entries.length - mostListed} more.`)] : []),
  ],
});

/** What the privacy team finds on its Home tab. */
export const teamKnowledgePart = (entries: readonly ListedEntry[]): HomePart => {
  const due = entries.filter((entry) => entry.due).length;
  return [
    header('What people asked us'),
    section(
      `*${entries.length}* ${entries.length === 1 ? 'entry' : 'entries'} of our own${
        due === 0 ? '.' : `, :warning: *${due}* due for review.`
      }`,
    ),
    actions('team_knowledge', [
      button('Our own entries', 'menu_entries', ''),
      button('Gaps in the policy', 'menu_gaps', ''),
    ]),
  ];
};
