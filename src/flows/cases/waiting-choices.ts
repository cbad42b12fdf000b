/** What is chosen or typed where a case waits for its person: ways to show who one is, what a question is about, an amount. */
import type { IdentityMethod } from '../../requests/case/case-events.ts';
import { identityLadder, proportionateMethods } from '../../requests/decisions/identity-ladder.ts';
import type { FieldChoice, SeenCase } from './case-action-row.ts';

export const allMethods: readonly FieldChoice<IdentityMethod>[] = identityLadder.map(({ method, title }) => [
  method,
  title,
]);

/** The methods that could ever be proportionate for this right, lightest first. */
export const methodsFor = ({ request }: Pick<SeenCase, 'request'>): readonly FieldChoice<IdentityMethod>[] =>
  proportionateMethods(request.right, 'account_compromise_suspected').map(({ method, title, level }) => [
    method,
    title,
    level === 1 ? 'Enough in most cases' : level === 2 ? 'Only if the first two will not do' : 'Last resort',
  ]);

export const reasonable: readonly FieldChoice<'yes' | 'no'>[] = [
  ['yes', 'Yes, we hold a lot about this person'],
  ['no', 'No, it would only be convenient', 'Then the clock does not pause'],
];

export const abouts: readonly FieldChoice<'information' | 'processing_activities'>[] = [
  ['information', 'Which information they mean'],
  ['processing_activities', 'Which activities or services they mean'],
];

/** An amount as people write it, with or without its currency, in hundredths; 0 when it is none, which the decision refuses. */
export const penceOf = (typed: string): number => {
  const amount = /^(?:£|€|CHF|GBP|EUR)?\s*(\d{1,5})(?:[.,](\d{2}))?\.?$/.exec(typed.trim());
  return amount === null ? 0 : Number(amount[1]) * 100 + Number(amount[2] ?? 0);
};
