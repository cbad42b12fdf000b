/** What an action asks of the person who makes it, and how that becomes a decision. Knows no Slack: views draw the fields. */
import type { Company } from '../../company/company.ts';
import type { Case } from '../../requests/case/case.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';
import type { Deadline } from '../../requests/clock/clock-case.ts';
import type { Actor, Decision, Moment } from '../../requests/decisions/decision.ts';

/** A code of the register and the words for it. */
export type FieldChoice<T extends string = string> = readonly [code: T, words: string, about?: string];

export type FormField =
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly label: string;
      readonly options: readonly FieldChoice[];
      /** The heading that each option stands under, in the order of the options; left out, they have none. */
      readonly groups?: readonly string[];
      readonly initial?: string;
      readonly hint?: string;
    }
  | {
      readonly kind: 'text';
      readonly id: string;
      readonly label: string;
      readonly hint?: string;
      readonly optional?: boolean;
      readonly lines?: 'one' | 'many';
      readonly initial?: string;
    }
  /** A date and, optionally, a time; read as an instant. */
  | { readonly kind: 'day'; readonly id: string; readonly label: string; readonly hint?: string }
  | { readonly kind: 'person'; readonly id: string; readonly label: string; readonly hint?: string }
  | { readonly kind: 'tick'; readonly id: string; readonly label: string; readonly words: string };

/** The case as whoever fills in the form sees it. */
export type SeenCase = {
  readonly request: Case;
  readonly history: readonly CaseEvent[];
  readonly deadline: Deadline | null;
  readonly moment: Moment;
  readonly company: Company;
};

export type FilledForm = {
  /** By field id; '' where an optional field was left empty, 'yes' for a tick. Days are ISO instants. */
  readonly values: Readonly<Record<string, string>>;
  /** The task or the proposal that the action is about; '' where it is about the case. */
  readonly about: string;
  /** Made when the form opened: the same form twice is recognised by it. */
  readonly entry: string;
  /** Who was chosen in the person field, with their roles of now. */
  readonly person: Actor;
};

export type Decide = (request: Case, moment: Moment) => Decision;

export type ActionForm = {
  /** Sentences above the fields, our own words. */
  readonly intro?: (seen: SeenCase, about: string) => readonly string[];
  /** Sealed words to be read before deciding: only ever shown in the form. */
  readonly reading?: (seen: SeenCase, about: string) => string | null;
  readonly fields: (seen: SeenCase, about: string) => readonly FormField[];
  /** Asked before an action that has nothing to fill in. */
  readonly sure?: string;
  readonly decide: (filled: FilledForm) => Decide;
};

export const none = (): readonly FormField[] => [];

/** The code that was chosen; the form's reader has made sure that it is one of the list. */
export const codeOf = <T extends string>(list: readonly FieldChoice<T>[], given: string | undefined): T => {
  const found = list.find(([code]) => code === given);
  if (found === undefined) throw new Error('a choice that is not on its list got past the form');
  return found[0];
};

export const choice = (
  id: string,
  label: string,
  options: readonly FieldChoice[],
  more: { readonly initial?: string; readonly hint?: string; readonly groups?: readonly string[] } = {},
): FormField => ({ kind: 'choice', id, label, options, ...more });

export const day = (id: string, label: string, hint?: string): FormField => ({
  kind: 'day',
  id,
  label,
  ...(hint === undefined ? {} : { hint }),
});

export const words = (
  id: string,
  label: string,
  more: {
    readonly hint?: string;
    readonly optional?: boolean;
    readonly lines?: 'one' | 'many';
    readonly initial?: string;
  } = {},
): FormField => ({ kind: 'text', id, label, ...more });

/** A form of one day, which is all that its decision asks for. */
export const oneDay = (
  id: string,
  label: string,
  decide: (request: Case, at: string, moment: Moment) => Decision,
): Pick<ActionForm, 'fields' | 'decide'> => ({
  fields: () => [day(id, label)],
  decide:
    ({ values }) =>
    (request, moment) =>
      decide(request, values[id] ?? '', moment),
});

/** Only what was written; an empty field leaves no trace. */
export const personal = (
  fields: Readonly<Record<string, string | undefined>>,
): { readonly personal?: Readonly<Record<string, string>> } => {
  const kept = Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (text ? [[name, text] as const] : [])),
  );
  return Object.keys(kept).length === 0 ? {} : { personal: kept };
};

export const inWords = (
  fields: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> => personal(fields).personal ?? {};

/** A choice's words as a menu can hold them. */
export const clipped = (text: string): string =>
  [...text].length <= 75 ? text : `${[...text].slice(0, 74).join('')}…`;

export const secondPerson = 'A second person has to agree before it takes effect.';
