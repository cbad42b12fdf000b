/** The gates before review, deletion, lapsing and closing (procedure C), as questions to a case. */

import { type Case, openTasks, type Task } from '../case/case.ts';
import type { CaseOutcome } from '../case/case-events.ts';
import { lapseTerms } from '../case/lapse-terms.ts';
import { systemNamed } from '../case/systems.ts';
import type { Right } from '../clock/rights.ts';
import { stopRights } from './case-actions.ts';
import { type Moment, type Refusal, refuse } from './decision.ts';
import { pending } from './two-persons.ts';

const needsSearchLog: readonly Right[] = ['access', 'portability'];
const needsRedactionLog: readonly Right[] = ['access'];
/** Nobody has said yet whether anything had to be taken out. */
export const heldBackUnsaid = (request: Case): boolean =>
  needsRedactionLog.includes(request.right) && request.redactors.length === 0;

/**
 * What is answered follows from the register: no answer gives everything, or holds nothing, against what is recorded, and one in part
 * says what is held back. A complaint that is upheld in part holds nothing back.
 */
export const outcomeTrouble = (request: Case, outcome: CaseOutcome): Refusal | null => {
  if (request.right === 'complaint') return null;
  const { redacted, exemptions, searches } = request;
  const heldBack = redacted || exemptions.length > 0;
  switch (outcome) {
    case 'full':
      return heldBack ? refuse('outcome_held_back') : null;
    case 'no_data':
      if (heldBack) return refuse('outcome_held_back');
      return searches.some(({ result }) => result === 'found') ? refuse('outcome_found') : null;
    case 'partial':
      return heldBack ? null : refuse('exemption_missing');
    default:
      return null;
  }
};

/** Art 19: whoever received the data is told of these. */
export const needsRecipients: readonly Right[] = ['rectification', 'erasure', 'restriction'];
const needsHoldCheck: readonly Right[] = ['erasure', 'client_data_deletion', 'client_information_retention'];

const unfinished = (tasks: readonly Task[]): Refusal | null => {
  const titles = tasks.map(({ title }) => title);
  return titles.length > 0
    ? refuse('tasks_open', {
        tasks: [...titles.slice(0, 3), ...(titles.length > 3 ? [`${titles.length - 3} more`] : [])].join(
          '; ',
        ),
        count: String(titles.length),
      })
    : null;
};

const pendingTrouble = (request: Case): Refusal | null => {
  const kinds = pending(request).map((each) => each.proposal.kind.replaceAll('_', ' '));
  return kinds.length > 0 ? refuse('approval_pending', { kinds: kinds.join(', ') }) : null;
};

const art19Trouble = (request: Case): Refusal | null =>
  needsRecipients.includes(request.right) && request.recipients.length === 0
    ? refuse('recipients_missing')
    : null;

/**
 * Is everything done that an answer rests on? A recorded system task is a line of the search log. What was taken out may also be asked in the
 * answer's own form: `heldBack` says whether it still can be.
 */
export const preparedTrouble = (
  request: Case,
  heldBack: 'on record' | 'asked in the form' = 'on record',
): Refusal | null => {
  if (needsHoldCheck.includes(request.right)) {
    const check = request.tasks.find((task) => task.id === 'check-hold');
    if (check?.status !== 'done') return refuse('hold_not_checked');
  }
  if (request.unsureRight) return refuse('right_not_named');
  const asked = heldBack === 'asked in the form';
  const left = asked
    ? { ...request, tasks: request.tasks.filter(({ act }) => act !== 'writeAnswer') }
    : request;
  const open = unfinished(openTasks(left, ['work']));
  if (open) return open;
  if (needsSearchLog.includes(request.right) && request.searches.length === 0)
    return refuse('search_log_missing', {
      systems: request.systems.map((id) => systemNamed(id, request.places).name).join(', '),
    });
  if (!asked && heldBackUnsaid(request)) return refuse('redaction_log_missing');
  return art19Trouble(request);
};

/** May the answer go to review? What is proposed later than that holds up no approval. */
export const answerTrouble = (
  request: Case,
  heldBack: 'on record' | 'asked in the form' = 'on record',
): Refusal | null => preparedTrouble(request, heldBack) ?? pendingTrouble(request);

/** Erasing to prevent disclosure is an offence (DPA 2018 s 173), so a copy that was asked for comes first. */
export const deletionTrouble = (request: Case, moment: Omit<Moment, 'actor'>): Refusal | null => {
  if (request.hold) return refuse('on_hold');
  const copies = moment.related.filter(
    (each) => each.open && (each.right === 'access' || each.right === 'portability'),
  );
  if (copies.length > 0 || request.frozen)
    return refuse('related_open', { numbers: copies.map((each) => each.number).join(', ') });
  const met = (type: string) => request.clockEvents.some((event) => event.type === type);
  if (
    request.right === 'client_data_deletion' &&
    !(met('client_receipt_confirmed') && met('client_deletion_requested'))
  )
    return refuse('client_not_ready');
  return null;
};

const dayMs = 86_400_000;

/** Reminded often enough and silent long enough. */
export const lapseTrouble = (request: Case, moment: Moment): Refusal | null => {
  if (request.chasers.length < lapseTerms.chasers)
    return refuse('chase_more', { count: String(request.chasers.length) });
  if (request.waitingSince === null) return refuse('chase_more', { count: '0' });
  const until = Date.parse(request.waitingSince) + lapseTerms.days * dayMs;
  return Date.parse(moment.at) < until
    ? refuse('wait_longer', {
        days: String(lapseTerms.days),
        date: moment.dateOf(new Date(until).toISOString()),
      })
    : null;
};

/** Restricted only until it is decided (Art 18(1)(a) and (d)). */
export const restrictedUntilDecided: readonly Right[] = ['objection', 'rectification'];

/** What the data was restricted for is decided, and the answer has gone out. */
export const isDecided = ({ right, state }: Case): boolean =>
  restrictedUntilDecided.includes(right) && (state === 'responded' || state === 'refused');

/** Art 18(3): the person was told, or the answer, which a second person read, may have told of it and nobody looked. */
export const mayBeLifted = (request: Case): boolean =>
  request.restrictionNoticeAt !== null || (isDecided(request) && request.review?.endsRestriction !== false);

/** A case closes with nothing left undone: the answer's last steps, Art 19, the freeze, proposals, what was restricted meanwhile. */
export const closingTrouble = (request: Case): Refusal | null => {
  if (request.frozen) return refuse('freeze_on');
  const waiting = pendingTrouble(request);
  if (waiting) return waiting;
  if (request.restricted && isDecided(request)) return refuse('still_restricted');
  if (request.state !== 'responded') return null;
  return unfinished(openTasks(request, ['work', 'send', 'after'])) ?? art19Trouble(request);
};

/** Days in which somebody notices; what comes later is a new request with a clock of its own. */
const reopeningDays = 7;

/** Why a closed case stays closed; null where it was stopped and told no longer ago than that. `at` is an instant. */
export const reopeningTrouble = ({ right, closedAt, endedAs, erased }: Case, at: string): Refusal | null => {
  if (!stopRights.includes(right) || closedAt === null || endedAs !== 'responded')
    return refuse('no_reopening');
  // Nobody could be told any more: their name went with the rest.
  if (erased) return refuse('erased_already');
  return Date.parse(at) - Date.parse(closedAt) > reopeningDays * dayMs ? refuse('reopening_too_late') : null;
};
