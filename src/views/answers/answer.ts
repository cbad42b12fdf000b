/** An answer as people read it: question, first line, one quote with its conditions; everything else under *More*. */
import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Beside } from '../../flows/ask/recent-questions.ts';
import type { Answer, Citation, WithoutModel } from '../../knowledge/answer/answer.ts';
import type { PolicyHead } from '../../knowledge/policy/policy.ts';
import {
  actions,
  button,
  context,
  escaped,
  inertText,
  inertTitle,
  type Message,
  plain,
  section,
  shortened,
} from '../blocks.ts';
import { firstQuote, firstWords } from './answer-quote.ts';
import { encodeRefs } from './citation-refs.ts';
import { firstPage, inWords, passages, sourceLine, sourceOf } from './citations.ts';
import { ratingBlock, ratingButtons } from './feedback.ts';
import { leadsOf } from './leads.ts';
import { labelled, type MoreOf, moreButton, moreLine, suggestions } from './more.ts';
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
  /** The question as it may stand above its answer, naming nobody; null where it stands there already. */
  readonly title: string | null;
  /** Read together with the question before it in the thread. */
  readonly leans?: boolean;
  /** Whom staff can write to. */
  readonly contact: string;
};

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
  kept_back:
    'Nothing was sent to the language model, because your question may name or describe somebody; our own search answered.',
  too_late: 'The language model took too long, so our own search answered.',
  failed: 'The language model did not answer, so our own search did.',
  unreadable: 'The language model did not answer, so our own search did.',
  nothing_held: 'What the language model named does not stand in the policy, so our own search answered.',
  resting: 'The language model is not answering at the moment, so our own search did.',
} as const satisfies Record<WithoutModel, string>;

const foundBy = (
  { citations, foundBy: by, without: why }: Answer,
  near: readonly Citation[],
): readonly string[] => {
  const quotes = citations.length + near.length > 0;
  if (by === 'model')
    return [
      quotes
        ? 'Found by a language model; every quote is copied from the policy file and checked.'
        : 'Read by a language model.',
    ];
  return [
    ...(quotes ? ['Quotes are copied from the policy file and checked.'] : []),
    ...(why === undefined || without[why] === '' ? [] : [without[why]]),
  ];
};

/** What stands first, and what is left for *More*. */
const partsOf = ({ answer }: AnswerToShow) => {
  const first = firstQuote(answer.citations, answer.question);
  const leads = leadsOf(answer);
  const more: MoreOf = {
    refs: first.rest,
    passages: first.rest.length,
    law: answer.law.length > leads.laws,
    procedure: answer.procedure.length > leads.rules,
    others: answer.outcome === 'answered' && answer.didYouMean.length > 0,
  };
  // Law or house rule that answers is the one answer: what only comes close beside it would be read as another.
  const beside = leads.labelled.length > 0 && answer.outcome === 'silent' && answer.answeredBeside === true;
  const near = beside ? [] : firstPage(answer.nearest.slice(0, 3)).page;
  const words = beside
    ? (/^.*?[.!?](?=\s|$)/su.exec(answer.answer)?.[0] ?? '')
    : firstWords(answer, first.quote);
  return { ...first, leads: leads.labelled, more, near, words, beside };
};

type Parts = ReturnType<typeof partsOf>;

/** The buttons under every answer; the words are fixed by interface.md, section 3. */
const answerButtons = (
  { answer, questionId }: AnswerToShow,
  { quote, conditions, rest, more }: Parts,
  reader: Reader,
): readonly Button[] => {
  const refs = encodeRefs([...quote, ...conditions, ...rest]);
  const mayShare = reader.place === 'private' || (reader.place === 'modal' && reader.channel !== null);
  return [
    ...moreButton(questionId, more),
    ...(mayShare && refs !== '' ? [button('Share in channel', 'share_answer', refs)] : []),
    ...(reader.place === 'modal' ? ratingButtons(questionId) : []),
    button('Ask the privacy team', 'ask_team', questionId, {
      ...(answer.outcome === 'answered' ? {} : { style: 'primary' }),
    }),
  ];
};

/** "*But*, under *Exceptions* (Staff rules, March 2025):"; the bare word where the passage stands beside the quote. */
const butLine = (first: Citation, { section: name, policy }: Citation, source: string): string => {
  const document = policy === first.policy ? '' : ` (${escaped(source)})`;
  const under = name === first.section || name === '' ? '' : `, under *${escaped(shortened(name, 200))}*`;
  return `*But*${under}${document}:`;
};

/** One quote, where it stands, then what limits it. */
const quoteBlocks = (
  { quote, conditions }: Parts,
  policies: readonly PolicyHead[],
): readonly KnownBlock[] => {
  const [first] = quote;
  if (first === undefined) return [];
  // A document without headings of its own is named once.
  const named = policies.some(({ id, title }) => id === first.policy && title === first.section);
  const place = first.section === '' || named ? '' : `*${escaped(shortened(first.section, 200))}* · `;
  return [
    ...passages(quote, 'quote', policies, 'unnamed'),
    context(`${place}${escaped(sourceOf(quote, policies))}`),
    ...conditions.flatMap((one, at) => [
      section(butLine(first, one, sourceOf([one], policies))),
      ...passages([one], `condition_${at}`, policies, 'unnamed'),
    ]),
  ];
};

/** What *More* shows beside passages: nothing that the answer has shown already. */
export const besideOf = (answer: Answer): Beside => {
  const { laws, rules } = leadsOf(answer);
  return {
    law: answer.law.slice(laws),
    procedure: answer.procedure.slice(rules),
    didYouMean: answer.outcome === 'answered' ? answer.didYouMean : [],
  };
};

/** Up to three passages that come close; the label is left out where the first line ends in it. */
const nearBlocks = ({ answer, policies }: AnswerToShow, near: Parts['near']): readonly KnownBlock[] =>
  near.length === 0
    ? []
    : [
        ...(/closest:$/iu.test(answer.answer)
          ? []
          : [section('*Closest* (it does not answer your question)')]),
        ...passages(near, 'near', policies),
        context(escaped(sourceLine(near, policies))),
      ];

/** Whom to write to, where nothing was found and the first line does not say it. */
const contactLine = ({ answer, contact }: AnswerToShow): readonly string[] =>
  answer.outcome !== 'silent' || answer.answer.includes(contact) ? [] : [`Contact: ${escaped(contact)}.`];

const answerBlocks = (shown: AnswerToShow, parts: Parts, reader: Reader): readonly KnownBlock[] => {
  const { answer, policies, questionId, title, leans } = shown;
  const { words } = parts;
  const small = [
    ...moreLine(parts.more),
    ...contactLine(shown),
    ...(leans === true ? ['Read together with the question before it.'] : []),
    whoSees(reader),
    ...foundBy(answer, parts.near),
  ];
  return [
    ...(title === null || title === '' ? [] : [inertTitle(shortened(title, 300), 'asked')]),
    ...parts.leads.flatMap(({ title: label, lines }) => labelled(label, lines)),
    ...(parts.leads.length === 0 || parts.quote.length + parts.near.length === 0 || parts.beside
      ? []
      : [section('*What the policy says*')]),
    ...(words === ''
      ? []
      : [parts.beside ? context(escaped(shortened(words, 2_900))) : inertText(shortened(words, 2_900))]),
    ...quoteBlocks(parts, policies),
    ...(answer.team === undefined ? [] : teamAnswerBlocks(answer.team)),
    ...nearBlocks(shown, parts.near),
    ...(answer.outcome === 'answered' || parts.beside
      ? []
      : suggestions(answer.didYouMean, '*Did you mean one of these?*')),
    actions('answer_actions', answerButtons(shown, parts, reader)),
    ...(reader.place === 'modal' ? [] : [ratingBlock(questionId)]),
    context(small.join(' ')),
  ];
};

/** The text that notifications and screen readers get instead of the blocks. */
const answerText = (
  { policies, title }: AnswerToShow,
  { quote, conditions, leads, words }: Parts,
): string => {
  const cited = [...quote, ...conditions];
  const lines = [
    ...(title === null || title === '' ? [] : [title]),
    ...leads.flatMap(({ title: label, lines: led }) => [`${label}:`, ...led]),
    ...(words === '' ? [] : [words]),
    ...quote.map((one) => `“${inWords(one)}”`),
    ...conditions.map((one) => `But: “${inWords(one)}”`),
    ...(cited.length === 0 ? [] : [sourceLine(cited, policies)]),
  ];
  return escaped(shortened(lines.join('\n'), 3_000));
};

export const answerMessage = (shown: AnswerToShow, reader: Reader): Message => {
  const parts = partsOf(shown);
  return { text: answerText(shown, parts), blocks: answerBlocks(shown, parts, reader) };
};

/** The same answer in a form; `private_metadata` holds the channel it was opened from, so that it can be shared there. */
export const answerView = (shown: AnswerToShow, channel: string | null): ModalView => ({
  type: 'modal',
  title: plain('Privacy policy'),
  close: plain('Close'),
  private_metadata: channel ?? '',
  blocks: [...answerBlocks(shown, partsOf(shown), { place: 'modal', channel })],
});
