/** Passages of a policy as people read them: with section, document and date, a row of a table in words. */
import type { KnownBlock } from '@slack/types';
import type { Citation } from '../../knowledge/answer/answer.ts';
import { rowInWords } from '../../knowledge/answer/row-in-words.ts';
import { isStated } from '../../knowledge/policy/controllers.ts';
import type { PolicyHead } from '../../knowledge/policy/policy.ts';
import { context, escaped, inertLeaves, shortened } from '../blocks.ts';
import { leavesOf, withoutMarks } from './marks.ts';

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

export const isRow = ({ quote, header }: Pick<Citation, 'quote' | 'header'>): boolean =>
  header !== null || /^\s*\|/u.test(quote);

/** Its own words without the signs of Markdown; of a table "Orders: kept for 6 years", a line a row, never with pipes. */
export const inWords = (citation: Pick<Citation, 'quote' | 'header'>): string =>
  isRow(citation)
    ? citation.quote
        .split('\n')
        .map((row) => rowInWords(citation.header?.split('\n')[0] ?? '', row))
        .join('\n')
    : withoutMarks(citation.quote);

/** Each section is named once, with its document where several answer, and the lead-in of a list, itself quoted or not, stands once above its bullets; the quotes are leaves that Slack never parses. */
export const passages = (
  citations: readonly Citation[],
  blockId: string,
  policies: readonly PolicyHead[] = [],
  sections: 'named' | 'unnamed' = 'named',
): readonly KnownBlock[] => {
  const several = new Set(citations.map(({ policy }) => policy)).size > 1;
  const documentOf = ({ policy }: Citation): string =>
    several ? (policies.find(({ id }) => id === policy)?.title ?? policy) : '';
  return citations.flatMap((citation, index) => {
    const before = citations[index - 1];
    const sameSection = before?.section === citation.section && before.policy === citation.policy;
    const introduction = citation.leadIn;
    const title = [
      ...(citation.section === '' ? [] : [`*${escaped(shortened(citation.section, 200))}*`]),
      ...(documentOf(citation) === '' ? [] : [escaped(shortened(documentOf(citation), 200))]),
    ].join(' · ');
    const repeated = sameSection && [before.leadIn, before.quote].includes(introduction ?? '');
    return [
      ...(title === '' || sameSection || sections === 'unnamed' ? [] : [context(title)]),
      inertLeaves(
        isRow(citation) ? [{ text: inWords(citation) }] : leavesOf(citation.quote),
        repeated || introduction === null ? null : withoutMarks(introduction),
        `${blockId}_${index}`,
      ),
    ];
  });
};

/** "Acme privacy notice, June 2020"; a day that nobody has stated is left out. */
export const sourceOf = (citations: readonly Citation[], policies: readonly PolicyHead[]): string => {
  const ids = [...new Set(citations.map(({ policy }) => policy))];
  const names = ids.map((id) => {
    const head = policies.find((policy) => policy.id === id);
    if (head === undefined) return id;
    return isStated(head.updated) ? `${head.title}, ${head.updated}` : head.title;
  });
  return shortened(names.join('; '), 1_000);
};

export const sourceLine = (citations: readonly Citation[], policies: readonly PolicyHead[]): string =>
  `Source: ${sourceOf(citations, policies)}`;
