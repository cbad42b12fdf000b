/** What a letter's open fields begin with and where each comes from, and what it is taken from. */
import type { FactName } from '../../letters/fact-fields.ts';
import type { Case } from '../../requests/case/case.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';
import type { Moment } from '../../requests/decisions/decision.ts';
import type { Casework } from '../cases/casework.ts';

export type Origin =
  | { readonly from: 'policy'; readonly section: string }
  | { readonly from: 'register' }
  | { readonly from: 'company file' }
  | { readonly from: 'usual words' };

export type Prefilled = { readonly words: string; readonly origin: Origin };

export type Prefill = Readonly<Partial<Record<FactName, Prefilled>>>;

export type PrefillSource = {
  readonly request: Case;
  readonly history: readonly CaseEvent[];
  readonly law: Moment['law'];
  /** The template's id. */
  readonly letter: string;
  /** What the company says of itself. */
  readonly company: Pick<Casework['company'], 'automatedDecisions'>;
  /** The person's other cases. */
  readonly related: Moment['related'];
};
