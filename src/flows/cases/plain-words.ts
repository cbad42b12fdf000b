/** Codes, instants and proposals as people read them, in forms and on cards alike. */

import type { Case } from '../../requests/case/case.ts';
import type { Proposal, ProposalKind } from '../../requests/case/case-events.ts';
import { describeDate } from '../../requests/clock/calendar-date.ts';
import { placeName } from '../../requests/clock/explain-parts.ts';
import type { HolidayTable } from '../../requests/clock/holidays.ts';
import { groundInWords, moneyIn } from '../../requests/clock/law-in-words.ts';
import { localMoment } from '../../requests/clock/zone.ts';
import { codeWords } from './code-words.ts';

export const readableCode = (code: string): string => codeWords[code] ?? code.replaceAll(/[_-]/g, ' ');

/** A ground of the law in the middle of a sentence. */
export const groundWords = (id: string, { regime }: Pick<Case, 'regime'>, law: HolidayTable): string =>
  groundInWords(law, regime, id) ?? readableCode(id);

/** "UK", or "UK and EU" where a case runs under both; a further one is written as "eu/ireland". */
export const regimesInWords = (regime: string, also: readonly string[] = []): string =>
  [regime, ...also].map((one) => (one.split('/')[0] ?? one).toUpperCase()).join(' and ');

/** An instant as clocks in the case's place show it. */
export const when = (instant: string, zone: string): string => {
  const { date, time } = localMoment(new Date(instant), zone);
  return `${describeDate(date)}, ${time}`;
};

export const proposalWords: Readonly<Record<ProposalKind, string>> = {
  extension: 'extend by two months',
  fee: 'ask for a fee',
  second_identity_request: 'ask for identity a second time',
  weak_identity: 'accept weak proof of identity',
  lapse: 'let the case lapse',
  agent_withdrawal: 'accept a withdrawal by the representative',
  deletion: 'delete the data',
  lift_restriction: 'lift the restriction',
  receipt_correction: 'correct the receipt',
  regime_change: 'change the regime',
  jurisdiction_change: 'change the jurisdiction',
};

/** What exactly a second person is asked to agree to. */
export const proposalDetail = (
  proposal: Proposal,
  { timeZone: zone, regime }: Pick<Case, 'timeZone' | 'regime'>,
  law: HolidayTable,
): string => {
  const words = proposalWords[proposal.kind];
  switch (proposal.kind) {
    case 'extension':
      return `${words}, because of ${proposal.reason === 'complexity' ? 'complexity' : 'the number of requests'}`;
    case 'fee':
      return `${words} of ${moneyIn(law, regime, proposal.pence)}, because it is ${readableCode(proposal.finding)}`;
    case 'second_identity_request':
    case 'weak_identity':
      return `${words} (${readableCode(proposal.method)})`;
    case 'receipt_correction':
      return `${words} to ${when(proposal.receivedAt, zone)} (${readableCode(proposal.reason)})`;
    case 'regime_change':
      return `${words} to ${regimesInWords(proposal.regime, proposal.also)} (${readableCode(proposal.reason)})`;
    case 'jurisdiction_change':
      return `${words} to ${placeName(proposal.jurisdiction)} (${readableCode(proposal.reason)})`;
    case 'lapse':
    case 'agent_withdrawal':
    case 'deletion':
    case 'lift_restriction':
      return words;
  }
};
