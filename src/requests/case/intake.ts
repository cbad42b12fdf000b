/** What the intake form yields: one case for each right in the letter, linked, each with its own clock. Anybody may log. */

import { acceptedPlace } from '../clock/holidays.ts';
import type { Right } from '../clock/rights.ts';
import { instantTrouble, type Moment, type Refusal, refuse, stamp } from '../decisions/decision.ts';
import { isClient } from './case.ts';
import type { ArrivalChannel, CaseEvent, LoggedEvent, Personal, Regime, Relation } from './case-events.ts';
import { type CaseSeries, seriesOf } from './case-number.ts';
import { checklistFor } from './checklists.ts';
import type { System } from './systems.ts';

export type IntakeForm = {
  readonly rights: readonly Right[];
  readonly receivedAt: string;
  readonly channel: ArrivalChannel;
  readonly timeZone: string;
  readonly regime: Regime;
  readonly jurisdiction: string;
  readonly people: LoggedEvent['people'];
  readonly clientWorkspace: boolean;
  readonly agent: boolean;
  /** Whether they can be told to be whom they say; left out where nobody said. */
  readonly requester?: 'known' | 'unknown';
  /** Nobody is sure which right it is: the one that is given stands until the team names it. */
  readonly unsure?: boolean;
  readonly suspectedBreach: boolean;
  /** What is searched, each for the rights that it matters for; for all where that is null. */
  readonly systems: readonly (System & { readonly rights: readonly Right[] | null })[];
  /** The case that this one follows: only a stop that was confirmed too early is opened again, what comes later is a new case. */
  readonly follows: { readonly number: string; readonly relation: Relation } | null;
  /** `name`, `contact`, `words` and whatever else the person said. */
  readonly personal: Personal;
};

export type IntakeHint =
  | 'logged_late'
  | 'forward_to_client'
  | 'limit_who_sees_it'
  | 'suspected_breach'
  | 'copy_first_then_erase'
  | 'stop_marketing_now'
  | 'act_on_receipt'
  | 'restrict_meanwhile'
  | 'acknowledge_complaint';

/** A case to be created: the register gives the number, then asks for the first events. */
export type NewRequest = {
  readonly right: Right;
  readonly series: CaseSeries;
  readonly events: (number: string) => readonly [LoggedEvent, ...CaseEvent[]];
};

export type Intake =
  | { readonly ok: true; readonly cases: readonly NewRequest[]; readonly hints: readonly IntakeHint[] }
  | Refusal;

const dayMs = 86_400_000;
const copies: readonly Right[] = ['access', 'portability'];
const restrictable: readonly Right[] = ['rectification', 'objection', 'restriction'];

/** Advice for whoever logs it; none of it blocks the logging, because the clock runs from receipt anyway. */
const intakeHints = (form: IntakeForm, now: string): readonly IntakeHint[] => {
  const has = (...rights: readonly Right[]) => form.rights.some((right) => rights.includes(right));
  const when: readonly (readonly [boolean, IntakeHint])[] = [
    [Date.parse(now) - Date.parse(form.receivedAt) > 2 * dayMs, 'logged_late'],
    // A client that leaves asks for its own data: there is nobody to pass it on to.
    [form.clientWorkspace && !form.rights.every(isClient), 'forward_to_client'],
    [form.people === 'staff_or_applicant', 'limit_who_sees_it'],
    [form.suspectedBreach, 'suspected_breach'],
    [has(...copies) && has('erasure'), 'copy_first_then_erase'],
    [has('direct_marketing_objection'), 'stop_marketing_now'],
    [has('consent_withdrawal'), 'act_on_receipt'],
    [has(...restrictable), 'restrict_meanwhile'],
    [has('complaint'), 'acknowledge_complaint'],
  ];
  return when.filter(([yes]) => yes).map(([, hint]) => hint);
};

/** One new case for each distinct right. Access and portability freeze deletion from the first moment (DPA 2018 s 173). */
export const logRequest = (form: IntakeForm, moment: Moment): Intake => {
  const rights = [...new Set(form.rights)];
  if (rights.length === 0) return refuse('text_missing', { what: 'which right it is' });
  const trouble = instantTrouble(form.receivedAt, moment, '2018-05-25T00:00:00Z');
  if (trouble) return trouble;
  const base = stamp(moment);
  const cases = rights.map((right): NewRequest => {
    const places = form.systems
      .filter((each) => form.unsure === true || each.rights === null || each.rights.includes(right))
      .map(({ id, name, team }): System => ({ id, name, team }));
    return {
      right,
      series: seriesOf(right),
      events: (number) => [
        {
          type: 'logged',
          ...base,
          number,
          right,
          receivedAt: form.receivedAt,
          timeZone: form.timeZone,
          channel: form.channel,
          regime: form.regime,
          jurisdiction: acceptedPlace(moment.law, form.regime, form.jurisdiction),
          people: form.people,
          clientWorkspace: form.clientWorkspace,
          agent: form.agent,
          ...(form.requester === undefined ? {} : { requester: form.requester }),
          ...(form.unsure === true ? { unsure: true } : {}),
          checklist: checklistFor(right).id,
          systems: places.map(({ id }) => id),
          places,
          personal: form.personal,
        },
        ...(copies.includes(right) ? [{ type: 'frozen', ...base } as const] : []),
        ...(form.follows
          ? [{ type: 'linked', ...base, to: form.follows.number, relation: form.follows.relation } as const]
          : []),
      ],
    };
  });
  return { ok: true, cases, hints: intakeHints(form, moment.at) };
};

/** What to append to each case of one letter once every number is known. */
export const letterLinks = (
  number: string,
  numbers: readonly string[],
  moment: Moment,
): readonly CaseEvent[] =>
  numbers
    .filter((other) => other !== number)
    .map((to) => ({ type: 'linked', ...stamp(moment), to, relation: 'same_letter' }));
