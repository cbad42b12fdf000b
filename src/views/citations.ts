import type { KnownBlock } from '@slack/types';
import type { Citation } from '../knowledge/answer.ts';
import type { PolicyHead } from '../knowledge/policy.ts';
import { context, escaped, inertQuote, shortened } from './blocks.ts';

/** A message of Slack holds 50 blocks and, in all, not much above 13,000 characters: stay well below both. */
const pageBlocks = 12;
const pageCharacters = 6_000;

/** As many whole quotes as one message holds comfortably; a quote is never cut, so the first one always stays. */
export const firstPage = (
  citations: readonly Citation[],
): { readonly page: readonly Citation[]; readonly rest: readonly Citation[] } => {
  let characters = 0;
  let count = 0;
  for (const { quote, leadIn, header } of citations) {
    characters += quote.length + (leadIn?.length ?? 0) + (header?.length ?? 0);
    if (count > 0 && (count >= pageBlocks || characters > pageCharacters)) break;
    count += 1;
  }
  return { page: citations.slice(0, count), rest: citations.slice(count) };
};

/** The section a quote stands in, then the quote in leaves that Slack never parses. */
export const citationBlocks = (citation: Citation, blockId: string): readonly KnownBlock[] => {
  const introduction = [citation.leadIn, citation.header].filter((line) => line !== null).join('\n');
  return [
    ...(citation.section === '' ? [] : [context(`*${escaped(shortened(citation.section, 200))}*`)]),
    inertQuote(citation.quote, introduction === '' ? null : introduction, blockId),
  ];
};

/** "Smartxpo privacy notice, June 2020". */
export const sourceLine = (citations: readonly Citation[], policies: readonly PolicyHead[]): string => {
  const ids = [...new Set(citations.map(({ policy }) => policy))];
  const names = ids.map((id) => {
    const head = policies.find((policy) => policy.id === id);
    return head === undefined ? id : `${head.title}, ${head.updated}`;
  });
  return shortened(`Source: ${names.join('; ')}`, 1_000);
};
