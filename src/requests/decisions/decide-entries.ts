/** Decisions that enter something into the case: a search, a redaction, an exemption, a recipient, a note. */

import type { Case } from '../case/case.ts';
import type { CaseEvent, Personal, RecipientResult } from '../case/case-events.ts';
import type { CaseAction } from './case-actions.ts';
import { allow, type Decision, kept, type Moment, refuse, stamp } from './decision.ts';
import { gate } from './gate.ts';
import { groundsOf, partialGroundsFor } from './refusal-grounds.ts';

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
