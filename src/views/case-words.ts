/** The register's codes in plain words. */
import { type CalendarDate, describeDate } from '../requests/calendar-date.ts';
import type { CaseState, Task } from '../requests/case.ts';
import type { Outcome, Proposal, ProposalKind } from '../requests/case-events.ts';
import type { Team } from '../requests/systems.ts';
import { localMoment } from '../requests/zone.ts';

export const stateWords: Readonly<Record<CaseState, string>> = {
  received: 'received, nobody has taken it yet',
  awaiting_identity: 'waiting for proof of identity',
  awaiting_authority: 'waiting for proof of authority',
  awaiting_fee: 'waiting for the fee',
  in_progress: 'in progress',
  awaiting_clarification: 'paused: waiting for the person to clarify',
  ready_for_review: 'waiting for a second person to review the answer',
  approved: 'approved, not sent yet',
  responded: 'answered',
  refused: 'refused',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
  forwarded_to_controller: 'passed on to the client',
  closed: 'closed',
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  full: 'everything done or given',
  partial: 'partly done or given',
  no_data: 'no data held',
  refused: 'refused',
};

export const teamWords: Readonly<Record<Team, string>> = {
  operations: 'Operations',
  senior_management: 'Senior management',
  marketing: 'Marketing',
  support: 'Support',
  accounts: 'Accounts',
  advisors: 'Professional advisors',
  client: 'The client',
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

export const readableCode = (code: string): string => code.replaceAll('_', ' ');

export const mention = (user: string): string => (user === 'system' ? 'the assistant' : `<@${user}>`);

/** An instant as clocks in the case's place show it. */
export const when = (instant: string, zone: string): string => {
  const { date, time } = localMoment(new Date(instant), zone);
  return `${describeDate(date)}, ${time}`;
};

export const onDay = (instant: string, zone: string): string =>
  describeDate(localMoment(new Date(instant), zone).date);

const count = (days: number, what: string): string => `${days} ${what}${days === 1 ? '' : 's'}`;

/** "29 days left (21 working days)", "due today", "3 days overdue". */
export const daysLeftWords = (days: number, workingDays: number | null): string => {
  if (days === 0) return 'due *today*';
  if (days < 0) return `*${count(-days, 'day')} overdue*`;
  const working = workingDays === null ? '' : ` (${count(workingDays, 'working day')})`;
  return `${count(days, 'day')} left${working}`;
};

export const dateWords = (date: CalendarDate): string => describeDate(date);

/** What exactly a second person is asked to agree to. */
export const proposalDetail = (proposal: Proposal, zone: string): string => {
  const words = proposalWords[proposal.kind];
  switch (proposal.kind) {
    case 'extension':
      return `${words}, because of ${proposal.reason === 'complexity' ? 'complexity' : 'the number of requests'}`;
    case 'fee':
      return `${words} of £${(proposal.pence / 100).toFixed(2)}, because it is ${readableCode(proposal.finding)}`;
    case 'second_identity_request':
    case 'weak_identity':
      return `${words} (${readableCode(proposal.method)})`;
    case 'receipt_correction':
      return `${words} to ${when(proposal.receivedAt, zone)} (${readableCode(proposal.reason)})`;
    case 'regime_change':
      return `${words} to ${proposal.regime.toUpperCase()} (${readableCode(proposal.reason)})`;
    case 'jurisdiction_change':
      return `${words} to ${proposal.jurisdiction} (${readableCode(proposal.reason)})`;
    case 'lapse':
    case 'agent_withdrawal':
    case 'deletion':
    case 'lift_restriction':
      return words;
  }
};

const resultWords: Readonly<Record<string, string>> = {
  done: 'done',
  found: 'found',
  not_found: 'nothing found',
  action_taken: 'action taken',
  not_applicable: 'does not apply',
  covered_elsewhere: 'covered elsewhere',
  disproportionate: 'out of proportion',
  no_data_in_system: 'no data there',
};

export const taskResult = (task: Task): string =>
  task.result === null
    ? ''
    : `${task.status === 'waived' ? 'waived: ' : ''}${resultWords[task.result] ?? readableCode(task.result)}`;
