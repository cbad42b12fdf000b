/** Each event of a history as the second half of a sentence: "<who> …". Plain fields only. */

import { arrivalWords } from '../../flows/cases/code-words.ts';
import {
  groundWords,
  proposalDetail,
  proposalWords,
  readableCode,
  regimesInWords,
  when,
} from '../../flows/cases/plain-words.ts';
import type { Case } from '../../requests/case/case.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';
import { takesOut } from '../../requests/case/evolve-work.ts';
import { systemNamed } from '../../requests/case/systems.ts';
import { placeName } from '../../requests/clock/explain-parts.ts';
import type { HolidayTable } from '../../requests/clock/holidays.ts';
import { moneyIn } from '../../requests/clock/law-in-words.ts';
import { escaped } from '../blocks.ts';
import { mention, onDay, outcomeName } from './case-words.ts';
import { rightNames } from './right-names.ts';

const titleOf = (request: Case, id: string): string =>
  escaped(request.tasks.find((task) => task.id === id)?.title ?? id);

/** 0 with a reason: nobody has counted. */
const redactedItems = (items: number): string =>
  items === 0 ? 'something, not counted' : items === 1 ? '1 item' : `${items} items`;

type Asked = Extract<CaseEvent, { readonly type: 'teams_asked' }>;

const isAsked = (event: CaseEvent): event is Asked => event.type === 'teams_asked';

/** A round that asks several teams is one thing that somebody did. */
const askedWords = (events: readonly Asked[], request: Case): string => {
  const systems = events.flatMap((event) => event.systems);
  const names = systems.map((id) => escaped(systemNamed(id, request.places).name)).join(', ');
  return `asked ${events.length === 1 ? 'a team' : `${events.length} teams`} about ${names}`;
};

type Searched = Extract<CaseEvent, { readonly type: 'team_answered' | 'search_logged' }>;

const isSearched = (event: CaseEvent): event is Searched =>
  event.type === 'team_answered' || event.type === 'search_logged';

/** What somebody said of several systems at once, in one sentence. */
const searchWords = (events: readonly Searched[], request: Case): string => {
  const named = (result: Searched['result']): string =>
    events
      .filter((event) => event.result === result)
      .map(({ system }) => escaped(systemNamed(system, request.places).name))
      .join(', ');
  const said = [
    ['found in', named('found')],
    ['nothing there in', named('not_found')],
    ['not theirs:', named('not_ours')],
  ].flatMap(([words, names]) => (names === '' ? [] : [`${words} ${names}`]));
  const [first] = events;
  const did =
    first?.type !== 'team_answered'
      ? 'searched'
      : first.corrects === true
        ? 'corrected the answer'
        : 'answered';
  return `${did}: ${said.join('; ')}`;
};

/** Events that one press or form made of one answer stand together: systems are told apart by what follows the entry. */
const together = (one: CaseEvent, other: CaseEvent): boolean =>
  (isSearched(one) || isAsked(one)) &&
  (isSearched(other) || isAsked(other)) &&
  one.type === other.type &&
  one.at === other.at &&
  one.by === other.by &&
  one.entry.split(':')[0] === other.entry.split(':')[0];

/** A history as people read it: each entry is one thing that somebody did. */
export const historyEntries = (history: readonly CaseEvent[]): readonly (readonly CaseEvent[])[] => {
  const entries: CaseEvent[][] = [];
  for (const event of history) {
    const last = entries.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && together(before, event)) last.push(event);
    else entries.push([event]);
  }
  return entries;
};

/** One entry of {@link historyEntries} as the second half of a sentence. */
export const entryWords = (events: readonly CaseEvent[], request: Case, law: HolidayTable): string => {
  const searched = events.filter(isSearched);
  if (searched.length > 0) return searchWords(searched, request);
  const asked = events.filter(isAsked);
  if (asked.length > 0) return askedWords(asked, request);
  return events.map((event) => eventWords(event, request, law)).join('; ');
};

export const eventWords = (event: CaseEvent, request: Case, law: HolidayTable): string => {
  const zone = request.timeZone;
  const ground = (id: string): string => groundWords(id, request, law);
  const day = (instant: string): string => onDay(instant, zone);
  switch (event.type) {
    case 'logged':
      return `logged the request (*${rightNames[event.right]}*), received ${when(event.receivedAt, zone)}, ${arrivalWords[event.channel]}`;
    case 'right_named':
      return `named the right: *${rightNames[event.right]}*`;
    case 'taken':
      return 'took the case';
    case 'handed_over':
      return `handed the case over to ${mention(event.to)}`;
    case 'task_assigned':
      return `gave “${titleOf(request, event.task)}” to ${mention(event.to)}`;
    case 'task_done':
      return `marked “${titleOf(request, event.task)}” as ${readableCode(event.result)}`;
    case 'task_waived':
      return `left out “${titleOf(request, event.task)}” (${readableCode(event.reason)})`;
    case 'acknowledged':
      return `acknowledged the request to the person on ${day(event.sentAt)}`;
    case 'identity_requested':
      return `asked for identity on ${day(event.sentAt)}: ${readableCode(event.method)}, because ${readableCode(event.doubt)}`;
    case 'identity_received':
      return `recorded that identity was shown on ${day(event.receivedAt)} (${readableCode(event.method)})`;
    case 'authority_requested':
      return `asked for proof of authority on ${day(event.sentAt)}`;
    case 'authority_received':
      return `recorded that authority was shown on ${day(event.receivedAt)}`;
    case 'fee_requested':
      return `asked for a fee of ${moneyIn(law, request.regime, event.pence)} (${readableCode(event.finding)})`;
    case 'fee_paid':
      return `recorded that the fee was paid on ${day(event.paidAt)}`;
    case 'clarification_requested':
      return `asked for clarification on ${day(event.sentAt)}; ${event.pauses ? 'the clock pauses' : 'time runs on'}`;
    case 'clarification_received':
      return `recorded that the person clarified on ${day(event.receivedAt)}${event.stillOpen === true ? ', with a question still open' : ''}`;
    case 'chased':
      return `reminded the person on ${day(event.sentAt)}`;
    case 'teams_asked':
      return askedWords([event], request);
    case 'team_answered':
    case 'search_logged':
      return searchWords([event], request);
    case 'redaction_logged':
      if (!takesOut(event)) return 'recorded that no redaction was needed';
      return `redacted ${redactedItems(event.items)} (${ground(event.reason)})`;
    case 'exemption_logged':
      return `recorded an exemption: ${ground(event.exemption)}`;
    case 'recipient_told':
      return `recorded a recipient (${readableCode(event.recipient)}): ${readableCode(event.result)}`;
    case 'note_added':
      return 'added a note';
    case 'conflict_declared':
      return `declared that ${mention(event.user)} is ${readableCode(event.why)}`;
    case 'conflict_taken_back':
      return `took back that ${mention(event.user)} has a conflict of interest`;
    case 'linked':
      return `linked ${event.to} (${readableCode(event.relation)})`;
    case 'restricted':
      return `restricted the data (${ground(event.ground)})`;
    case 'restriction_notice_given':
      return `told the person on ${day(event.sentAt)} that the restriction will be lifted`;
    case 'restriction_lifted':
      return 'lifted the restriction';
    case 'frozen':
      return 'froze deletion: nothing may be erased before the answer';
    case 'unfrozen':
      return 'ended the freeze on deletion';
    case 'hold_placed':
      return `placed a legal hold (${readableCode(event.reason)})`;
    case 'hold_lifted':
      return 'lifted the legal hold';
    case 'deletion_approved':
      return 'approved the deletion';
    case 'client_receipt_confirmed':
      return `recorded that the client confirmed receipt on ${day(event.receivedAt)}`;
    case 'client_deletion_requested':
      return `recorded that the client asked for deletion on ${day(event.receivedAt)}`;
    case 'agreement_terminated':
      return `recorded that the agreement ended on ${day(event.terminatedAt)}`;
    case 'approval_requested':
      return `asked a second person to agree: ${escaped(proposalDetail(event.proposal, request, law))}`;
    case 'approval_given':
      return `agreed: ${proposalWords[event.kind]}`;
    case 'approval_declined':
      return `did not agree: ${proposalWords[event.kind]} (${readableCode(event.reason)})`;
    case 'extended':
      return `told the person about the extension on ${day(event.noticeSentAt)} (${event.reason})`;
    case 'receipt_corrected':
      return `corrected the receipt to ${when(event.receivedAt, zone)} (${readableCode(event.reason)})`;
    case 'regime_changed':
      return `changed the regime to ${regimesInWords(event.regime, event.also)} (${readableCode(event.reason)})`;
    case 'jurisdiction_changed':
      return `changed the jurisdiction to ${escaped(placeName(event.jurisdiction))} (${readableCode(event.reason)})`;
    case 'submitted_for_review':
      return `sent the answer for review: ${outcomeName(event.outcome, request.right)}${event.basis === undefined ? '' : ` (objection to ${readableCode(event.basis)})`}`;
    case 'returned':
      return event.reason === 'recalled'
        ? 'took the answer back from review'
        : `returned the answer (${readableCode(event.reason)})`;
    case 'approved':
      return 'approved the answer';
    case 'response_recorded':
      return `recorded that the answer was sent on ${day(event.sentAt)} (${readableCode(event.proof)})`;
    case 'refused':
      return `recorded that the refusal was sent on ${day(event.sentAt)} (${readableCode(event.proof)})${event.wasDue === undefined ? '' : `, late: it was due by ${escaped(event.wasDue)}`}`;
    case 'letter_approved':
      return `approved a letter: ${escaped(readableCode(event.letter))}`;
    case 'letter_sent':
      return `recorded that a letter was sent on ${day(event.sentAt)}: ${escaped(readableCode(event.letter))}`;
    case 'withdrawn':
      return `recorded that the request was withdrawn (${event.confirmed === 'written' ? 'in writing' : 'in a confirmed call'})`;
    case 'lapsed':
      return `let the case lapse; the person was told on ${day(event.noticeSentAt)}`;
    case 'forwarded':
      return `passed the request on to the client on ${day(event.sentAt)}`;
    case 'closed':
      return `closed the case; the register keeps it until ${event.retainUntil}`;
    case 'reopened':
      return 'opened the case again: it had been closed by mistake';
    case 'personal_data_erased':
      return 'erased the personal data of this case';
  }
};
