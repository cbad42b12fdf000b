/** Decisions of everyday work on a case. Each checks the person, the state and its own input, and returns what to append. */
import type { Case } from '../case/case.ts';
import type {
  CaseEvent,
  LetterKind,
  Personal,
  RecipientResult,
  Relation,
  TaskResult,
  WaiveReason,
} from '../case/case-events.ts';
import type { CaseAction } from './case-actions.ts';
import {
  type Actor,
  allow,
  type Decision,
  has,
  instantTrouble,
  kept,
  type Moment,
  refuse,
  stamp,
} from './decision.ts';
import { gate } from './gate.ts';
import { groundsOf, partialGroundsFor } from './refusal-grounds.ts';
import { holderTrouble, ownButton } from './task-holder.ts';

export const take = (request: Case, moment: Moment): Decision =>
  gate('take', request, moment) ?? allow({ type: 'taken', ...stamp(moment) });

/** `to` must work in the privacy team and not be named in the case. */
export const handOver = (request: Case, to: Actor, moment: Moment): Decision => {
  const shut = gate('handOver', request, moment);
  if (shut) return shut;
  if (request.owner === to.id) return refuse('already_done');
  if (!has(to, 'team')) return refuse('not_staff');
  if (request.conflicts.includes(to.id)) return refuse('conflict_of_interest');
  return allow({ type: 'handed_over', ...stamp(moment), to: to.id });
};

/** `to` must find the button of the step: what is recorded in the case goes to whoever works on it. */
export const assignTask = (request: Case, task: string, to: Actor, moment: Moment): Decision => {
  const shut = gate('assignTask', request, moment);
  if (shut) return shut;
  const found = request.tasks.find((each) => each.id === task);
  if (!found) return refuse('unknown_task');
  if (found.status !== 'open' || found.assignee === to.id) return refuse('already_done');
  return (
    holderTrouble(request, found, to) ?? allow({ type: 'task_assigned', ...stamp(moment), task, to: to.id })
  );
};

/** Open to the privacy team and to the task's own assignee. The findings in words go into `personal`. */
export const markTaskDone = (
  request: Case,
  input: { readonly task: string; readonly result: TaskResult; readonly personal?: Personal },
  moment: Moment,
): Decision => {
  const shut = gate('markDone', request, moment);
  if (shut) return shut;
  const task = request.tasks.find((each) => each.id === input.task);
  if (!has(moment.actor, 'team') && task?.assignee !== moment.actor.id) return refuse('assignee_only');
  if (!task) return refuse('unknown_task');
  if (task.status !== 'open') return refuse('already_done');
  const button = ownButton(request, task);
  if (button !== null) return refuse('step_has_own_button', { button });
  if (task.afterDeletionApproval && !request.deletionApproved) return refuse('deletion_not_approved');
  if (task.afterDeletionApproval && request.hold) return refuse('on_hold');
  if (task.system && input.result === 'done')
    return refuse('reason_missing', { allowed: 'found, not found, action taken' });
  return allow({
    type: 'task_done',
    ...stamp(moment),
    task: task.id,
    result: input.result,
    ...kept(input.personal),
  });
};

/** A check for a legal hold is the one task that cannot be waived. */
export const waiveTask = (
  request: Case,
  input: { readonly task: string; readonly reason: WaiveReason; readonly personal?: Personal },
  moment: Moment,
): Decision => {
  const shut = gate('waiveTask', request, moment);
  if (shut) return shut;
  const task = request.tasks.find((each) => each.id === input.task);
  if (!task) return refuse('unknown_task');
  if (task.status !== 'open') return refuse('already_done');
  if (task.id === 'check-hold') return refuse('hold_not_checked');
  return allow({
    type: 'task_waived',
    ...stamp(moment),
    task: task.id,
    reason: input.reason,
    ...kept(input.personal),
  });
};

export const acknowledge = (request: Case, sentAt: string, moment: Moment): Decision =>
  gate('acknowledge', request, moment) ??
  instantTrouble(sentAt, moment, request.receivedAt) ??
  allow({ type: 'acknowledged', ...stamp(moment), sentAt });

type WorkEntry = { readonly entry: string; readonly personal?: Personal };

/** Entries carry the id of the form they came from: the same form twice is one entry. */
const record = (
  action: CaseAction,
  request: Case,
  input: WorkEntry,
  moment: Moment,
  event: (base: { readonly at: string; readonly by: string; readonly personal?: Personal }) => CaseEvent,
): Decision => {
  const shut = gate(action, request, moment);
  if (shut) return shut;
  if (input.entry === '') return refuse('text_missing', { what: 'the entry' });
  if (request.entries.includes(input.entry)) return refuse('already_done');
  return allow(event({ ...stamp(moment), ...kept(input.personal) }));
};

export const logSearch = (
  request: Case,
  input: WorkEntry & { readonly system: string; readonly result: 'found' | 'not_found' },
  moment: Moment,
): Decision =>
  record('logSearch', request, input, moment, (base) => ({
    type: 'search_logged',
    ...base,
    entry: input.entry,
    system: input.system,
    result: input.result,
  }));

type Redaction = WorkEntry & { readonly reason: string; readonly items: number | null };

/** What was taken out and the reason say the same. */
const redactionTrouble = ({ reason, items, personal }: Redaction, allowed: readonly string[]) => {
  if (!allowed.includes(reason)) return refuse('reason_missing', { allowed: allowed.join(', ') });
  if (reason !== 'none_needed') return items === 0 ? refuse('redaction_of_nothing') : null;
  return (items ?? 0) > 0 || personal !== undefined ? refuse('redaction_needless') : null;
};

/**
 * `reason` is an exemption's id, or 'none_needed' with neither items nor words. `items` is null where nobody has counted: the event holds 0
 * then, which with a reason means just that.
 */
export const logRedaction = (request: Case, input: Redaction, moment: Moment): Decision => {
  const allowed = ['none_needed', ...groundsOf(request, moment).exemptions.map((each) => each.id)];
  return (
    gate('logRedaction', request, moment) ??
    redactionTrouble(input, allowed) ??
    record('logRedaction', request, input, moment, (base) => ({
      type: 'redaction_logged',
      ...base,
      entry: input.entry,
      reason: input.reason,
      items: input.items ?? 0,
    }))
  );
};

export const logExemption = (
  request: Case,
  input: WorkEntry & { readonly exemption: string },
  moment: Moment,
): Decision =>
  partialGroundsFor(request, moment).some((each) => each.id === input.exemption)
    ? record('logExemption', request, input, moment, (base) => ({
        type: 'exemption_logged',
        ...base,
        entry: input.entry,
        exemption: input.exemption,
      }))
    : (gate('logExemption', request, moment) ??
      refuse('reason_missing', {
        allowed: partialGroundsFor(request, moment)
          .map((each) => each.title)
          .join(', '),
      }));

/** Art 19: each recipient is told of a rectification, erasure or restriction, or the reason why not is kept. */
export const recordRecipient = (
  request: Case,
  input: WorkEntry & { readonly recipient: string; readonly result: RecipientResult },
  moment: Moment,
): Decision =>
  record('recordRecipient', request, input, moment, (base) => ({
    type: 'recipient_told',
    ...base,
    entry: input.entry,
    recipient: input.recipient,
    result: input.result,
  }));

export const addNote = (request: Case, input: WorkEntry, moment: Moment): Decision =>
  record('addNote', request, input, moment, (base) => ({ type: 'note_added', ...base, entry: input.entry }));

export const declareConflict = (
  request: Case,
  input: { readonly user: string; readonly why: 'named_in_data' | 'named_in_complaint' },
  moment: Moment,
): Decision => {
  const shut = gate('declareConflict', request, moment);
  if (shut) return shut;
  if (request.conflicts.includes(input.user)) return refuse('already_done');
  return allow({ type: 'conflict_declared', ...stamp(moment), ...input });
};

export const liftConflict = (request: Case, input: { readonly user: string }, moment: Moment): Decision => {
  const shut = gate('liftConflict', request, moment);
  if (shut) return shut;
  if (!request.conflicts.includes(input.user)) return refuse('already_done');
  return allow({ type: 'conflict_taken_back', ...stamp(moment), user: input.user });
};

export const link = (
  request: Case,
  input: { readonly to: string; readonly relation: Relation },
  moment: Moment,
): Decision => {
  const shut = gate('link', request, moment);
  if (shut) return shut;
  if (request.links.some((each) => each.to === input.to)) return refuse('already_done');
  return allow({ type: 'linked', ...stamp(moment), ...input });
};

/** `personal.letter` is the text itself, sealed: what was approved can be shown again and compared. */
type Letter = { readonly letter: LetterKind; readonly contentHash: string; readonly personal?: Personal };

const same = (letter: Letter) => (each: Letter) =>
  each.letter === letter.letter && each.contentHash === letter.contentHash;

export const approveLetter = (request: Case, input: Letter, moment: Moment): Decision =>
  gate('approveLetter', request, moment) ??
  (request.letters.some(same(input))
    ? refuse('already_done')
    : allow({ type: 'letter_approved', ...stamp(moment), ...input }));

/** Where a wording was approved, only that wording may have been sent. */
const otherThanApproved = (request: Case, input: Letter): boolean =>
  request.letters.some((each) => each.letter === input.letter && each.sentAt === null) &&
  !request.letters.some(same(input));

export const recordLetterSent = (
  request: Case,
  input: Letter & { readonly sentAt: string },
  moment: Moment,
): Decision =>
  gate('recordLetterSent', request, moment) ??
  instantTrouble(input.sentAt, moment, request.receivedAt) ??
  (otherThanApproved(request, input)
    ? refuse('content_changed')
    : request.letters.some((each) => same(input)(each) && each.sentAt !== null)
      ? refuse('already_done')
      : allow({ type: 'letter_sent', ...stamp(moment), ...input }));
