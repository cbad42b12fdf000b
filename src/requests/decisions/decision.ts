/** A decision is a value: the events to append, or a refusal that says why and what to do instead. Nothing is thrown. */
import type { CaseEvent, Personal } from '../case/case-events.ts';
import type { HolidayTable } from '../clock/holidays.ts';
import type { Right } from '../clock/rights.ts';
import type { Facts, RefusalCode } from './refusals.ts';

export type Role = 'anyone' | 'team' | 'approver';

/** Whoever presses the button; roles are looked up when it is done, not when the form was opened. */
export type Actor = { readonly id: string; readonly roles: readonly Role[] };

/** A case of the same person, as the register knows it now. */
export type Related = { readonly number: string; readonly right: Right; readonly open: boolean };

/** Local dates (YYYY-MM-DD); null where the law gives none or none may be shown. */
export type ClockReading = {
  readonly due: string | null;
  readonly extensionNoticeDue: string | null;
  readonly refusalDue: string | null;
};

/** Everything outside the case that a decision depends on. */
export type Moment = {
  readonly actor: Actor;
  /** ISO instant of the decision. */
  readonly at: string;
  /** The local date of an instant in the case's zone: the law counts days, not hours. */
  readonly dateOf: (instant: string) => string;
  readonly clock: ClockReading;
  /** The regimes and their places: grounds, pauses and holidays are asked of it. */
  readonly law: HolidayTable;
  readonly related: readonly Related[];
};

export type Refusal = { readonly ok: false; readonly code: RefusalCode; readonly facts: Facts };
export type Allowance = { readonly ok: true; readonly events: readonly CaseEvent[] };
export type Decision = Allowance | Refusal;

export const allow = (...events: readonly CaseEvent[]): Allowance => ({ ok: true, events });
export const refuse = (code: RefusalCode, facts: Facts = {}): Refusal => ({ ok: false, code, facts });

export const has = (actor: Actor, role: Role): boolean =>
  role === 'anyone' || actor.roles.includes(role) || (role === 'team' && actor.roles.includes('approver'));

export const stamp = (moment: Moment): { readonly at: string; readonly by: string } => ({
  at: moment.at,
  by: moment.actor.id,
});

/** The sealed words of an event; nothing where there are none. */
export const kept = (personal: Personal | undefined): { readonly personal?: Personal } =>
  personal ? { personal } : {};

export const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
  !Number.isNaN(Date.parse(text));

export const isAfter = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b);

/** An instant that a person typed: it must be one, not lie ahead, and not lie before what it follows. */
export const instantTrouble = (typed: string, moment: Moment, notBefore?: string): Refusal | null => {
  if (!isInstant(typed)) return refuse('not_an_instant', { given: typed });
  if (isAfter(typed, moment.at)) return refuse('in_the_future', { given: typed });
  if (notBefore !== undefined && isAfter(notBefore, typed))
    return refuse('before_what_it_follows', { given: typed, earliest: notBefore });
  return null;
};
