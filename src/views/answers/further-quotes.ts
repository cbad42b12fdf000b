/** Quotes apart from their answer: what *More* shows, and what everybody reads after *Share in channel*. */
import type { KnownBlock } from '@slack/types';
import type { Beside } from '../../flows/ask/recent-questions.ts';
import type { Citation } from '../../knowledge/answer/answer.ts';
import type { PolicyHead } from '../../knowledge/policy/policy.ts';
import { actions, context, escaped, inertText, type Message, section, shortened } from '../blocks.ts';
import { firstPage, inWords, isRow, passages, sourceLine } from './citations.ts';
import { besideBlocks, moreButton, nothingMore } from './more.ts';

const further = (rest: readonly Citation[]): readonly KnownBlock[] => {
  const buttons = moreButton('', { ...nothingMore, refs: rest, passages: rest.length });
  return buttons.length === 0 ? [] : [actions('more_quotes', buttons)];
};

/** Rows exactly as they stand in the file, for whoever wants to check them. */
const verbatimRows = (page: readonly Citation[]): readonly KnownBlock[] => {
  const lines = page
    .filter(isRow)
    .flatMap(({ quote, header }, at, rows) => [
      ...(header === null || header === rows[at - 1]?.header ? [] : [header]),
      quote,
    ]);
  return lines.length === 0
    ? []
    : [context('The table as it stands in the policy file:'), inertText(shortened(lines.join('\n'), 2_900))];
};

/** What *More* holds, for whoever pressed it; `beside` is null when there is nothing or it is not remembered any more. */
export const furtherQuotes = (
  citations: readonly Citation[],
  policies: readonly PolicyHead[],
  beside: Beside | null = null,
): Message => {
  const { page, rest } = firstPage(citations);
  const lines = [
    'More:',
    ...page.map((one) => `“${inWords(one)}”`),
    ...(beside?.procedure ?? []),
    ...(beside?.law ?? []).map((note) => note.text),
  ];
  return {
    text: escaped(shortened(lines.join('\n'), 3_000)),
    blocks: [
      ...(page.length === 0 ? [] : [section('*More from the policy*'), ...passages(page, 'quote', policies)]),
      ...verbatimRows(page),
      ...further(rest),
      ...(citations.length === 0 ? [] : [context(escaped(sourceLine(citations, policies)))]),
      ...besideBlocks(beside),
      context('Only you can see this.'),
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
          ...page.map((one) => `“${inWords(one)}”`),
          sourceLine(citations, policies),
        ].join('\n'),
        3_000,
      ),
    ),
    blocks: [
      section(`<@${sharedBy}> shared this from the privacy policy:`),
      ...passages(page, 'quote', policies),
      ...further(rest),
      context(
        escaped(sourceLine(citations, policies)),
        'Quotes checked against the policy file when shared.',
      ),
    ],
  };
};
