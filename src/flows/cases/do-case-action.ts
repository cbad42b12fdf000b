/** One action on a case from its form to the register: fields read, roles looked up, decided, appended. */
import type { Case } from '../../requests/case/case.ts';
import { replay } from '../../requests/case/replay.ts';
import { localDate } from '../../requests/clock/zone.ts';
import { type Actor, has, isAfter, type Refusal, refuse } from '../../requests/decisions/decision.ts';
import type { RefusalCode } from '../../requests/decisions/refusals.ts';
import type { FormField, SeenCase } from './case-action-row.ts';
import { caseActionRows, type WorkAction } from './case-action-rows.ts';
import { actorOf, type Casework, isBarred, momentFor } from './casework.ts';
import { type Changed, changeCase, historyOf } from './change-case.ts';
import { receivedInstant } from './intake-moment.ts';
import { rowOf, seeCase } from './look-at-cases.ts';

export type AskedAction = {
  readonly action: WorkAction;
  readonly number: string;
  readonly about: string;
  readonly user: string;
};

type NoSuchCase = {
  readonly ok: false;
  readonly code: 'no_such_case';
  readonly facts: { readonly number: string };
};

/** The case for a form: all of it for whoever may see it, and for an assignee the one task that is theirs. */
export const caseForForm = async (
  desk: Casework,
  { action, number, about, user }: AskedAction,
): Promise<{ readonly ok: true; readonly seen: SeenCase } | Refusal | NoSuchCase> => {
  const seen = await seeCase(desk, number, user);
  if (!seen.ok) return seen;
  if (seen.sees === 'case') return { ok: true, seen };
  if (action !== 'markDone' || seen.sees !== 'tasks' || !seen.tasks.some((task) => task.id === about))
    return refuse('team_only');
  const history = await historyOf(desk, number);
  if (history === null) return refuse('team_only');
  const request = replay(history);
  const moment = await momentFor(desk, user, request, history);
  return {
    ok: true,
    seen: {
      request,
      history: [],
      deadline: rowOf(desk, request).deadline,
      moment,
      company: desk.company,
    },
  };
};

/** What was sent, by field id; a day's time has the id of the day and `_time`. */
export type Sent = Readonly<Record<string, string | readonly string[] | null>>;

const textOf = (value: Sent[string] | undefined): string => (typeof value === 'string' ? value.trim() : '');

/** Without a time a day means noon, but not before what it follows on the very same day. */
const notBeforeOnThatDay = (instant: string, request: Case): string => {
  const day = (each: string) => localDate(new Date(each), request.timeZone);
  const earlier = [request.waitingSince, request.receivedAt].filter(
    (each): each is string => each !== null && day(each) === day(instant) && isAfter(each, instant),
  );
  return earlier.sort().at(-1) ?? instant;
};

const readField = (
  desk: Casework,
  field: FormField,
  sent: Sent,
  openedAt: string,
  { request }: SeenCase,
): { readonly value: string } | { readonly error: string } => {
  const given = textOf(sent[field.id]);
  switch (field.kind) {
    case 'tick':
      return { value: (sent[field.id] ?? []).length > 0 ? 'yes' : '' };
    case 'text':
      if (given === '' && !field.optional) return { error: 'Please fill this in.' };
      return [...given].length > 3000
        ? { error: 'Please keep this under 3,000 characters.' }
        : { value: given };
    case 'choice':
      return field.options.some(([code]) => code === given)
        ? { value: given }
        : { error: 'Please choose one from the list.' };
    case 'person':
      return /^[UW][A-Z0-9]{2,}$/.test(given) ? { value: given } : { error: 'Please choose a person.' };
    case 'day': {
      const time = textOf(sent[`${field.id}_time`]);
      const instant = receivedInstant(desk, given, time === '' ? null : time, new Date(openedAt));
      if (instant === null) return { error: 'Please choose a date that exists.' };
      return { value: time === '' ? notBeforeOnThatDay(instant, request) : instant };
    }
  }
};

/** Refusals that one kind of field is to blame for: they are shown there, and everything typed stays. */
const blames: Readonly<Partial<Record<RefusalCode, readonly FormField['kind'][]>>> = {
  not_an_instant: ['day'],
  in_the_future: ['day'],
  before_what_it_follows: ['day'],
  extension_too_late: ['day'],
  nothing_still_open: ['tick'],
  unknown_place: ['choice'],
  text_missing: ['text'],
  reason_missing: ['choice'],
  reason_of_wrong_kind: ['choice'],
  ground_not_listed: ['choice'],
  doubt_missing: ['choice'],
  same_value: ['choice', 'day'],
  exemption_missing: ['choice'],
  outcome_held_back: ['choice'],
  outcome_found: ['choice'],
  content_changed: ['choice'],
  requesters_words_missing: ['choice', 'text'],
  unknown_task: ['choice'],
  hold_not_checked: ['choice'],
  not_staff: ['person'],
  step_for_team: ['person'],
  step_for_approver: ['person'],
  conflict_of_interest: ['person'],
  nobody_left: ['person'],
};

/** Where one of several fields of a kind is meant. */
const named: Readonly<Partial<Record<RefusalCode, string>>> = {
  over_asking: 'method',
  content_changed: 'unchanged',
  requesters_words_missing: 'confirmed',
  text_missing: 'amount',
  count_unread: 'items',
  redaction_of_nothing: 'items',
  redaction_needless: 'reason',
};

const toBlame = (code: string, fields: readonly FormField[]): string | null => {
  const known = (id: string | undefined) => fields.find((field) => field.id === id)?.id;
  const byName = known(Object.entries(named).find(([name]) => name === code)?.[1]);
  if (byName !== undefined) return byName;
  const kinds = Object.entries(blames).find(([name]) => name === code)?.[1] ?? [];
  return (
    kinds.map((kind) => fields.find((field) => field.kind === kind)?.id).find((id) => id !== undefined) ??
    null
  );
};

export type Done =
  | { readonly ok: true; readonly before: SeenCase }
  /** Marks on the fields that are missing or impossible. */
  | { readonly ok: false; readonly code: 'fields'; readonly errors: Readonly<Record<string, string>> }
  | {
      readonly ok: false;
      readonly code: 'refused';
      readonly refusal: Exclude<Changed, { readonly ok: true }>;
      /** The field to mark with it, or null where no field is to blame. */
      readonly field: string | null;
    };

const nobody: Actor = { id: '', roles: [] };

/** A conflict cannot be declared against everybody: somebody must be left who can take it back. */
const leavesNobody = async (desk: Casework, request: Case, user: string): Promise<boolean> => {
  if (desk.approvers === undefined) return false;
  const approvers = await desk.approvers();
  return approvers.length > 0 && approvers.every((one) => one === user || isBarred(request, one));
};

/** Whoever may do it is checked here, by the decision itself, on the case and the roles as they are now. */
export const doCaseAction = async (
  desk: Casework,
  asked: AskedAction & { readonly entry: string; readonly openedAt: string; readonly sent: Sent },
): Promise<Done> => {
  const found = await caseForForm(desk, asked);
  if (!found.ok) return { ok: false, code: 'refused', refusal: found, field: null };
  const row = caseActionRows[asked.action];
  const fields = row.fields(found.seen, asked.about);
  const values: Record<string, string> = {};
  const errors: Record<string, string> = {};
  for (const field of fields) {
    const read = readField(desk, field, asked.sent, asked.openedAt, found.seen);
    if ('error' in read) errors[field.id] = read.error;
    else values[field.id] = read.value;
  }
  // Authority comes before the fields, so that nobody learns from them what a case needs.
  const mayWork = has(found.seen.moment.actor, 'team') || asked.action === 'markDone';
  if (mayWork && Object.keys(errors).length > 0) return { ok: false, code: 'fields', errors };
  const chosen = fields.find((field) => field.kind === 'person');
  const person = chosen === undefined ? nobody : await actorOf(desk, values[chosen.id] ?? '');
  const { about, entry, number, user } = asked;
  if (asked.action === 'declareConflict' && (await leavesNobody(desk, found.seen.request, person.id))) {
    const refusal = refuse('nobody_left');
    return { ok: false, code: 'refused', refusal, field: toBlame(refusal.code, fields) };
  }
  const changed = await changeCase(desk, number, user, row.decide({ values, about, entry, person }));
  return changed.ok
    ? { ok: true, before: found.seen }
    : { ok: false, code: 'refused', refusal: changed, field: toBlame(changed.code, fields) };
};
