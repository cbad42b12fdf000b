/** What the intake form yields: one case for each right in the letter, linked, each with its own clock. Anybody may log. */
import type { ArrivalChannel, CaseEvent, LoggedEvent, Personal, Regime, Relation, Right } from './case-events.ts';
import { checklistFor } from './checklists.ts';
import { instantTrouble, type Moment, type Refusal, refuse, stamp } from './decision.ts';

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
  readonly suspectedBreach: boolean;
  readonly systems: readonly string[];
  /** The case that this one follows: a closed case is never reopened. */
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

export type Intake =
  | {
      readonly ok: true;
      readonly cases: readonly { readonly number: string; readonly events: readonly CaseEvent[] }[];
      readonly hints: readonly IntakeHint[];
    }
  | Refusal;

const dayMs = 86_400_000;
const copies: readonly Right[] = ['access', 'portability'];
const restrictable: readonly Right[] = ['rectification', 'objection', 'restriction'];

/** Advice for whoever logs it; none of it blocks the logging, because the clock runs from receipt anyway. */
export const intakeHints = (form: IntakeForm, now: string): readonly IntakeHint[] => {
  const has = (...rights: readonly Right[]) => form.rights.some((right) => rights.includes(right));
  const when: readonly (readonly [boolean, IntakeHint])[] = [
    [Date.parse(now) - Date.parse(form.receivedAt) > 2 * dayMs, 'logged_late'],
    [form.clientWorkspace, 'forward_to_client'],
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

/** `numbers` are reserved by the register, one for each distinct right and in the same order. */
export const logRequest = (form: IntakeForm, numbers: readonly string[], moment: Moment): Intake => {
  const rights = [...new Set(form.rights)];
  if (rights.length === 0) return refuse('text_missing', { what: 'which right it is' });
  const trouble = instantTrouble(form.receivedAt, moment, '2018-05-25T00:00:00Z');
  if (trouble) return trouble;
  if (numbers.length !== rights.length) throw new Error('one case number for each right');
  const cases = rights.map((right, index) => {
    const number = numbers[index] ?? '';
    const links: readonly CaseEvent[] = [
      ...numbers
        .filter((other) => other !== number)
        .map((to): CaseEvent => ({ type: 'linked', ...stamp(moment), to, relation: 'same_letter' })),
      ...(form.follows
        ? [
            {
              type: 'linked',
              ...stamp(moment),
              to: form.follows.number,
              relation: form.follows.relation,
            } as const,
          ]
        : []),
    ];
    const logged: CaseEvent = {
      type: 'logged',
      ...stamp(moment),
      number,
      right,
      receivedAt: form.receivedAt,
      timeZone: form.timeZone,
      channel: form.channel,
      regime: form.regime,
      jurisdiction: form.jurisdiction,
      people: form.people,
      clientWorkspace: form.clientWorkspace,
      agent: form.agent,
      checklist: checklistFor(right).id,
      systems: form.systems,
      personal: form.personal,
    };
    const freeze: readonly CaseEvent[] = copies.includes(right)
      ? [{ type: 'frozen', ...stamp(moment) }]
      : [];
    return { number, events: [logged, ...freeze, ...links] };
  });
  return { ok: true, cases, hints: intakeHints(form, moment.at) };
};
