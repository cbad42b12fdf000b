/** Quotes apart from their answer: what *More* shows, and what everybody reads after *Share in channel*. */
import type { KnownBlock } from '@slack/types';
import type { Beside } from '../../flows/ask/recent-questions.ts';
import type { Citation } from '../../knowledge/answer/answer.ts';
import { rowByCells } from '../../knowledge/answer/row-in-words.ts';
import type { PolicyHead } from '../../knowledge/policy/policy.ts';
import { actions, context, escaped, inertText, type Message, section, shortened } from '../blocks.ts';
import { firstPage, inWords, isRow, passages, sourceLine } from './citations.ts';
import { besideBlocks, moreButton, nothingMore } from './more.ts';

const further = (rest: readonly Citation[]): readonly KnownBlock[] => {
  const buttons = moreButton('', { ...nothingMore, refs: rest, passages: rest.length });
  return buttons.length === 0 ? [] : [actions('more_quotes', buttons)];
};

/** Rows in their very words, cell by cell, for whoever wants to check what was said in words. */
const rowsByCells = (page: readonly Citation[]): readonly KnownBlock[] => {
  const rows = page.filter(isRow);
  return rows.flatMap(({ quote, header, section: name, policy }, at) => [
    ...(rows[at - 1]?.section === name && rows[at - 1]?.policy === policy
      ? []
      : [
          context(
            `${name === '' ? 'The row' : `*${escaped(shortened(name, 200))}*: the row`} as it stands, cell by cell:`,
          ),
        ]),
    inertText(
      shortened(
        quote
          .split('\n')
          .map((row) => rowByCells(header?.split('\n')[0] ?? '', row))
          .join('\n\n'),
        2_900,
      ),
    ),
  ]);
};

/** What *More* holds, for whoever pressed it; `beside` is null when there is nothing or it is not remembered any more. */
export const furtherQuotes = (
  citations: readonly Citation[],
  policies: readonly PolicyHead[],
  beside: Beside | null = null,
): Message => {
  const { page, rest } = firstPage(citations);
  // A row is said in its own words below.
  const said = page.filter((one) => !isRow(one));
  const lines = [
    'More:',
    ...page.map((one) => `“${inWords(one)}”`),
    ...(beside?.procedure ?? []),
    ...(beside?.law ?? []).map((note) => note.text),
  ];
  return {
    text: escaped(shortened(lines.join('\n'), 3_000)),
    blocks: [
      ...(said.length === 0 ? [] : [section('*More from the policy*'), ...passages(said, 'quote', policies)]),
      ...rowsByCells(page),
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
