/** Facts of a letter that a choice of its form decides, and amounts as the letter writes them. */

import type { Case } from '../../requests/case/case.ts';
import type { ArrivalChannel } from '../../requests/case/case-events.ts';
import { identityDoubts as doubtCodes } from '../../requests/case/event-codes.ts';
import { moneyIn } from '../../requests/clock/law-in-words.ts';
import type { Moment } from '../../requests/decisions/decision.ts';
import { identityLadder } from '../../requests/decisions/identity-ladder.ts';
import { doubtToPerson } from '../cases/case-choices.ts';
import { penceOf } from '../cases/waiting-choices.ts';
import type { LetterStep } from './letter-screen.ts';
import type { TypedFields } from './letter-source.ts';

/** Chosen from lists, not typed; kept with a draft like the rest. */
export const codeFields = [
  'doubt_code',
  'method_code',
  'about_code',
  'needs_code',
  'finding_code',
  'ground_code',
  'register_reasons',
] as const;

/** Facts that a choice of the form decides; their fields are not asked for as well. */
export const chosenFacts = (typed: TypedFields, channel: ArrivalChannel): TypedFields => {
  const doubt = doubtCodes.find((code) => code === typed['doubt_code']);
  const chosen = identityLadder.findIndex(({ method: code }) => code === typed['method_code']);
  // Whatever is lighter than what was chosen is enough as well, and a choice (Art 12(6)); not where the account itself is in doubt.
  const first = doubt === 'account_compromise_suspected' ? chosen : 0;
  const ways = chosen < 0 ? [] : identityLadder.slice(first, chosen + 1).map(({ toPerson }) => toPerson);
  return {
    ...(doubt === undefined ? {} : { doubt: doubtToPerson(doubt, channel) }),
    ...(ways.length === 0 ? {} : { accepted: ways.join('\n') }),
  };
};

/** An amount is written the way the letter shows it, however it was typed. */
export const asMoney = (typed: TypedFields, request: Case, law: Moment['law']): TypedFields => {
  const pence = penceOf(typed['amount'] ?? '');
  return pence === 0 ? typed : { ...typed, amount: moneyIn(law, request.regime, pence) };
};

export const decidedByChoice: Readonly<Partial<Record<LetterStep['kind'], readonly string[]>>> = {
  ask_identity: ['doubt', 'accepted'],
};
