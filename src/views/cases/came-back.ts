/** Why an answer or a proposal came back from its approver, in the case itself, until somebody has gone on. */
import type { KnownBlock } from '@slack/types';
import type { SeenCase } from '../../flows/cases/case-action-row.ts';
import { declineReasons, returnReasons } from '../../flows/cases/case-choices.ts';
import { proposalWords } from '../../flows/cases/plain-words.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';
import { inertQuote, section, shortened } from '../blocks.ts';
import { mention } from './case-words.ts';

const reasonIn = (list: readonly (readonly [string, string, string?])[], code: string): string =>
  list.find(([known]) => known === code)?.[1] ?? '';

const sentence = (event: CaseEvent): string => {
  if (event.type === 'returned')
    return `*The answer came back* from ${mention(event.by)}: ${reasonIn(returnReasons, event.reason)}.`;
  return event.type === 'approval_declined'
    ? `*Not agreed* by ${mention(event.by)} (${proposalWords[event.kind]}): ${reasonIn(declineReasons, event.reason)}.`
    : '';
};

/** The answer until it is sent for review again; a proposal until anybody else has recorded something. */
const lastBack = ({ request, history }: SeenCase): CaseEvent | undefined => {
  const at = history.findLastIndex(({ type }) =>
    ['returned', 'approval_declined', 'submitted_for_review'].includes(type),
  );
  const event = history[at];
  if (event?.type === 'returned')
    return event.reason === 'recalled' || request.state !== 'in_progress' ? undefined : event;
  const later = history.slice(at + 1).some(({ by }) => by !== event?.by && by !== 'system');
  return event?.type === 'approval_declined' && !later ? event : undefined;
};

export const cameBack = (seen: SeenCase): readonly KnownBlock[] => {
  const event = lastBack(seen);
  if (event === undefined) return [];
  const note = event.personal?.['note'];
  return [
    section(sentence(event)),
    ...(note === undefined ? [] : [inertQuote(shortened(note, 2_500), null)]),
  ];
};
