/**
 * How to make sure who somebody is, from light to heavy, and how far up the ladder a request may go (Art 12(6); EDPB 01/2022
 * paras 65-79). The method is recorded, never the document.
 */
import type { IdentityDoubt, IdentityMethod } from '../case/case-events.ts';
import type { Right } from '../clock/rights.ts';

type IdentityRung = {
  readonly method: IdentityMethod;
  readonly level: 1 | 2 | 3;
  readonly title: string;
  /** As a letter says it to the person. */
  readonly toPerson: string;
};

export const identityLadder: readonly IdentityRung[] = [
  {
    method: 'logged_in_confirmation',
    level: 1,
    title: 'A confirmation from inside their account',
    toPerson: 'a confirmation from inside your account with us',
  },
  {
    method: 'code_to_known_address',
    level: 1,
    title: 'A code or link to the address we already have',
    toPerson: 'the code that we send to the address we already have of you',
  },
  {
    method: 'known_facts',
    level: 2,
    title: 'Two facts that only the person and we know',
    toPerson: 'two facts that only you and we know, such as the date of your last invoice',
  },
  {
    method: 'call_back_known_number',
    level: 2,
    title: 'A call back to the number on the account',
    toPerson: 'a call from us to the number on your account',
  },
  {
    method: 'video_call',
    level: 3,
    title: 'A short video call with somebody who knows them',
    toPerson: 'a short video call with somebody here who knows you',
  },
  {
    method: 'id_document_redacted',
    level: 3,
    title: 'A redacted document, shown and not kept: last resort',
    toPerson: 'an identity document with everything but your name covered, which we look at and do not keep',
  },
];

/** What could go wrong if we answered the wrong person. */
const highestLevel: Readonly<Record<Right, 0 | 1 | 2 | 3>> = {
  access: 2,
  portability: 2,
  erasure: 2,
  rectification: 2,
  restriction: 1,
  objection: 1,
  automated_decision: 1,
  complaint: 1,
  consent_withdrawal: 0,
  direct_marketing_objection: 0,
  client_data_deletion: 2,
  client_information_retention: 2,
};

const graveDoubts: readonly IdentityDoubt[] = ['account_compromise_suspected', 'sensitive_disclosure'];

/** The methods that are proportionate for this right and this doubt, lightest first; empty where none may be asked for. */
export const proportionateMethods = (right: Right, doubt: IdentityDoubt): readonly IdentityRung[] => {
  const usual = highestLevel[right];
  const highest = usual === 2 && graveDoubts.includes(doubt) ? 3 : usual;
  return identityLadder.filter((rung) => rung.level <= highest);
};

export const isProportionate = (right: Right, doubt: IdentityDoubt, method: IdentityMethod): boolean =>
  proportionateMethods(right, doubt).some((rung) => rung.method === method);
