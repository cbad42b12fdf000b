/** *More*: what stands beside a first quote, one press away; its button holds where passages stand and under which id the rest is remembered. */
import type { Button, KnownBlock } from '@slack/types';
import type { Beside } from '../../flows/ask/recent-questions.ts';
import type { CitationRef, LawNote } from '../../knowledge/answer/answer.ts';
import { actions, button, inertText, section, shortened } from '../blocks.ts';
import { decodeRefs, encodeRefs } from './citation-refs.ts';

export type MoreOf = {
  readonly refs: readonly CitationRef[];
  /** How many further passages there are. */
  readonly passages: number;
  readonly law: boolean;
  readonly procedure: boolean;
  /** Other questions that may have been meant. */
  readonly others: boolean;
};

export const nothingMore: MoreOf = { refs: [], passages: 0, law: false, procedure: false, others: false };

const holds = ({ passages, law, procedure, others }: MoreOf): string =>
  [
    ...(passages === 0 ? [] : [passages === 1 ? 'one further passage' : `${passages} further passages`]),
    ...(law ? ['the law'] : []),
    ...(procedure ? ['our procedure'] : []),
    ...(others ? ['other questions'] : []),
  ].join(', ');

/** "Under More: the law, our procedure."; nothing where there is nothing to say of it. */
export const moreLine = (more: MoreOf): readonly string[] =>
  holds(more) === '' ? [] : [`Under *More*: ${holds(more)}.`];

/** No button where there is nothing more. */
export const moreButton = (questionId: string, more: MoreOf): readonly Button[] => {
  const beside = more.law || more.procedure || more.others;
  return more.refs.length === 0 && !beside
    ? []
    : [button('More', 'show_more', `${beside ? questionId : ''}|${encodeRefs(more.refs)}`)];
};

/** What a *More* button holds; null when it is not one of ours. */
export const readMore = (
  value: string,
): { readonly questionId: string; readonly refs: readonly CitationRef[] } | null => {
  const [, questionId, encoded] = /^([^|]*)\|(.*)$/u.exec(value) ?? [];
  if (questionId === undefined || encoded === undefined) return null;
  const refs = encoded === '' ? [] : decodeRefs(encoded);
  return refs === null ? null : { questionId, refs };
};

export const procedureTitle = 'What to do (our procedure, not the policy)';
export const lawTitle = 'The law (not our policy)';
export const lawLine = ({ text, source }: LawNote): string => `${text} (${source})`;

/** Lines under a title of their own; nothing where there are none. */
export const labelled = (title: string, lines: readonly string[]): readonly KnownBlock[] =>
  lines.length === 0
    ? []
    : [section(`*${title}*`), ...lines.slice(0, 6).map((line) => inertText(shortened(line, 2_900)))];

export const suggestions = (questions: readonly string[], title: string): readonly KnownBlock[] =>
  questions.length === 0
    ? []
    : [
        section(title),
        actions(
          'did_you_mean',
          questions
            .slice(0, 3)
            .map((question, index) => button(question, `ask_this:${index}`, shortened(question, 1_900))),
        ),
      ];

/** What to do comes before what the law says. */
export const besideBlocks = (beside: Beside | null): readonly KnownBlock[] =>
  beside === null
    ? []
    : [
        ...labelled(procedureTitle, beside.procedure),
        ...labelled(lawTitle, beside.law.map(lawLine)),
        ...suggestions(beside.didYouMean, '*Did you mean something else?*'),
      ];
