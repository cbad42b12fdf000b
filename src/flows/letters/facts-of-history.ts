/** What the last event of its kind tells a letter: of a doubt, a decision, a withdrawal, a fee. */
import type { CaseEvent } from '../../requests/case/case-events.ts';
import { sealedWords } from '../../requests/case/sealed-words.ts';
import { moneyIn } from '../../requests/clock/law-in-words.ts';
import { doubtToPerson } from '../cases/case-choices.ts';
import { channelOf } from './as-logged.ts';
import type { PrefillSource } from './prefilled.ts';
import type { Texts } from './usual-words.ts';

const missingAfter: Readonly<Partial<Record<CaseEvent['type'], string>>> = {
  identity_requested: 'something that shows who you are',
  authority_requested: 'proof that you may act for the person',
  fee_requested: 'the fee',
  clarification_requested: 'your answer to our question',
};

/** The last thing that we asked for. */
export const missing = (history: readonly CaseEvent[]): string =>
  missingAfter[history.findLast(({ type }) => missingAfter[type] !== undefined)?.type ?? 'logged'] ?? '';

/** What the person is told of the doubt that was recorded. */
export const doubt = (history: readonly CaseEvent[]): string => {
  const last = history.findLast((event) => event.type === 'identity_requested');
  return last?.type === 'identity_requested' ? doubtToPerson(last.doubt, channelOf(history)) : '';
};

/** What was decided about an objection, in the words that it was decided with. */
export const decided = (history: readonly CaseEvent[]): Texts => {
  const last = history.findLast(
    (event) => event.type === 'task_done' && event.personal?.['processing'] !== undefined,
  );
  const words = (name: string): string => sealedWords(last, name) ?? '';
  return { processing: words('processing'), grounds: words('grounds'), weighed: words('weighed') };
};

/** Who withdrew, as it was recorded. */
export const withdrawal = (history: readonly CaseEvent[]): string => {
  const last = history.findLast((event) => event.type === 'withdrawn');
  if (last?.type !== 'withdrawn') return '';
  const who = last.byAgent ? 'The person who writes for you' : 'You';
  return `${who} told us so ${last.confirmed === 'call' ? 'on the phone' : 'in writing'}.`;
};

export const fee = ({ request, history, law }: PrefillSource): Texts => {
  const last = history.findLast(
    (event) => event.type === 'approval_requested' && event.proposal.kind === 'fee',
  );
  if (last?.type !== 'approval_requested' || last.proposal.kind !== 'fee') return {};
  return {
    amount: moneyIn(law, request.regime, last.proposal.pence),
    finding: sealedWords(last, 'reasons') ?? '',
  };
};
