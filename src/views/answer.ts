import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Answer, Citation, WithoutModel } from '../knowledge/answer/answer.ts';
import type { PolicyHead } from '../knowledge/policy/policy.ts';
import {
  actions,
  button,
  context,
  escaped,
  header,
  inertText,
  type Message,
  plain,
  section,
  shortened,
} from './blocks.ts';
import { encodeRefs } from './citation-refs.ts';
import { firstPage, passages, sourceLine } from './citations.ts';
import { teamAnswerBlocks } from './team-entry.ts';

/** Where the answer is read decides who can see it and what can still be done with it. */
export type Reader =
  /** Ephemeral in a channel: only the asker sees it, and may share it. */
  | { readonly place: 'private' }
  /** In a thread of a channel: everybody there reads it already, so there is nothing to share. */
  | { readonly place: 'thread' }
  /** The asker's own conversation with the bot: no channel to share to. */
  | { readonly place: 'direct' }
  /** A modal; `channel` is where it was opened from, if anywhere. */
  | { readonly place: 'modal'; readonly channel: string | null };

export type AnswerToShow = {
  readonly answer: Answer;
  readonly policies: readonly PolicyHead[];
  /** Under which the question is remembered for a few minutes, so that it can be passed on. */
  readonly questionId: string;
};

const headlines = {
  answered: 'What the policy says',
  silent: 'The policy does not say',
  out_of_scope: 'This is not a question for the privacy policy',
  declined: 'I cannot answer that',
} as const satisfies Record<Answer['outcome'], string>;

const whoSees = (reader: Reader): string => {
  switch (reader.place) {
    case 'private':
    case 'modal':
      return 'Only you can see this.';
    case 'direct':
      return 'Only you can see this conversation.';
    case 'thread':
      return 'Everybody in this channel can see this answer.';
  }
};

/** Why our own search answered where a model is on, in words for whoever asked; nothing that sounds like an error. */
const without = {
  gated: '',
  kept_back: 'Nothing was sent to the language model: your question may name or describe somebody.',
  too_late: 'The language model took too long.',
  failed: 'The language model did not answer.',
  unreadable: 'The language model did not answer.',
  nothing_held: 'What the language model named does not stand in the policy.',
  resting: 'The language model is not answering at the moment.',
} as const satisfies Record<WithoutModel, string>;

const foundBy = ({ citations, nearest, foundBy: by, without: why }: Answer): readonly string[] => {
  const quotes = citations.length + nearest.length > 0;
  if (by === 'model')
    return [
      quotes
        ? 'Found by a language model; every quote is copied from the policy file and checked.'
        : 'Read by a language model.',
    ];
  return [
    ...(quotes ? ['Found by our own search. Quotes are copied from the policy file and checked.'] : []),
    ...(why === undefined || without[why] === '' ? [] : [without[why]]),
  ];
};

/** The buttons under every answer; the words are fixed by interface.md, section 3. */
const answerButtons = ({ answer, questionId }: AnswerToShow, reader: Reader): readonly Button[] => {
  const refs = encodeRefs(answer.citations);
  const mayShare = reader.place === 'private' || (reader.place === 'modal' && reader.channel !== null);
  return [
    ...(mayShare && refs !== '' ? [button('Share in channel', 'share_answer', refs)] : []),
    button('Helpful', 'answer_helpful', questionId),
    button('Not helpful', 'answer_not_helpful', questionId),
    button('Ask the privacy team', 'ask_team', questionId, {
      ...(answer.outcome === 'answered' ? {} : { style: 'primary' }),
    }),
  ];
};

const labelled = (title: string, lines: readonly string[]): readonly KnownBlock[] =>
  lines.length === 0
    ? []
    : [section(`*${title}*`), ...lines.slice(0, 6).map((line) => inertText(shortened(line, 2_900)))];

const suggestions = (questions: readonly string[], answered: boolean): readonly KnownBlock[] =>
  questions.length === 0
    ? []
    : [
        section(answered ? '*Did you mean something else?*' : '*Did you mean one of these?*'),
        actions(
          'did_you_mean',
          questions
            .slice(0, 3)
            .map((question, index) => button(question, `ask_this:${index}`, shortened(question, 1_900))),
        ),
      ];

const answerBlocks = (shown: AnswerToShow, reader: Reader): readonly KnownBlock[] => {
  const { answer, policies } = shown;
  const { page, rest } = firstPage(answer.citations);
  const near = firstPage(answer.nearest.slice(0, 3)).page;
  return [
    header(headlines[answer.outcome]),
    ...(answer.answer === '' ? [] : [inertText(shortened(answer.answer, 2_900))]),
    ...passages(page, 'quote', policies),
    ...moreBlocks(rest),
    ...(answer.citations.length === 0 ? [] : [context(escaped(sourceLine(answer.citations, policies)))]),
    ...(answer.team === undefined ? [] : teamAnswerBlocks(answer.team)),
    ...(near.length === 0
      ? []
      : [
          section('*What comes closest* (it does not answer your question)'),
          ...passages(near, 'near', policies),
          context(escaped(sourceLine(near, policies))),
        ]),
    ...labelled(
      'The law (not our policy)',
      answer.law.map(({ text, source }) => `${text} (${source})`),
    ),
    ...labelled('How we do it (our procedure, not the policy)', answer.procedure),
    ...suggestions(answer.didYouMean, answer.outcome === 'answered'),
    actions('answer_actions', answerButtons(shown, reader)),
    context([whoSees(reader), ...foundBy(answer)].join(' ')),
  ];
};

/** Quotes that did not fit: one press shows them, whole. */
const moreBlocks = (rest: readonly Citation[]): readonly KnownBlock[] =>
  rest.length === 0
    ? []
    : [
        actions('more_quotes', [
          button(
            `Show ${rest.length} more ${rest.length === 1 ? 'passage' : 'passages'}`,
            'show_more',
            encodeRefs(rest),
          ),
        ]),
      ];

/** The text that notifications and screen readers get instead of the blocks. */
const answerText = ({ answer, policies }: AnswerToShow): string => {
  const quotes = answer.citations.slice(0, 3).map(({ quote }) => `“${quote}”`);
  const source = answer.citations.length === 0 ? [] : [sourceLine(answer.citations, policies)];
  return escaped(
    shortened([`${headlines[answer.outcome]}. ${answer.answer}`, ...quotes, ...source].join('\n'), 3_000),
  );
};

export const answerMessage = (shown: AnswerToShow, reader: Reader): Message => ({
  text: answerText(shown),
  blocks: answerBlocks(shown, reader),
});

/** The same answer in a form; `private_metadata` holds the channel it was opened from, so that it can be shared there. */
export const answerView = (shown: AnswerToShow, channel: string | null): ModalView => ({
  type: 'modal',
  title: plain('Privacy policy'),
  close: plain('Close'),
  private_metadata: channel ?? '',
  blocks: [...answerBlocks(shown, { place: 'modal', channel })],
});

/** More quotes of an answer, from where the first page stopped. */
export const furtherQuotes = (citations: readonly Citation[], policies: readonly PolicyHead[]): Message => {
  const { page, rest } = firstPage(citations);
  return {
    text: escaped(shortened(page.map(({ quote }) => `“${quote}”`).join('\n'), 3_000)),
    blocks: [
      section('*Further passages*'),
      ...passages(page, 'quote', policies),
      ...moreBlocks(rest),
      context(escaped(sourceLine(citations, policies)), 'Only you can see this.'),
    ],
  };
};

/** What everybody in the channel reads after *Share in channel*: verified quotes only, and who shared them. */
export const sharedAnswer = (
  citations: readonly Citation[],
  policies: readonly PolicyHead[],
  sharedBy: string,
): Message => {
  const { page, rest } = firstPage(citations);
  return {
    text: escaped(
      shortened(
        [
          'From the privacy policy:',
          ...page.map(({ quote }) => `“${quote}”`),
          sourceLine(citations, policies),
        ].join('\n'),
        3_000,
      ),
    ),
    blocks: [
      section(`<@${sharedBy}> shared this from the privacy policy:`),
      ...passages(page, 'quote', policies),
      ...moreBlocks(rest),
      context(
        escaped(sourceLine(citations, policies)),
        'Quotes checked against the policy file when shared.',
      ),
    ],
  };
};
