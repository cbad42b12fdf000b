/** A letter of a case as a form shows it: which others fit, how it reads now, and what may be done with it. */
import type { LetterDesk } from '../../letters/letter-desk.ts';
import type { CaseOutcome } from '../../requests/case/case-events.ts';
import type { Right } from '../../requests/clock/rights.ts';
import type { Refusal } from '../../requests/decisions/decision.ts';
import type { FieldChoice } from '../cases/case-action-row.ts';
import type { Casework } from '../cases/casework.ts';
import type { Composed } from './composed-letter.ts';
import type { ReturnedAnswer } from './returned-answer.ts';

export type LettersAtDesk = { readonly desk: Casework; readonly letters: LetterDesk };

/** A letter by its template's id, or a ground by the law's. */
export type LetterTitle = { readonly id: string; readonly title: string };

/** What may be done with the letter that is shown. */
export type LetterStep =
  | { readonly kind: 'acknowledge' }
  | {
      readonly kind: 'review';
      readonly outcomes: readonly CaseOutcome[];
      readonly grounds: readonly LetterTitle[];
    }
  | { readonly kind: 'record_answer' }
  /** Letters that ask, or tell of an extension, are recorded by the very form that shows them. */
  | {
      readonly kind: 'ask_identity';
      readonly doubts: readonly FieldChoice[];
      readonly methods: readonly FieldChoice[];
    }
  | { readonly kind: 'ask_authority' }
  | {
      readonly kind: 'ask_clarification';
      readonly abouts: readonly FieldChoice[];
      readonly needs: readonly FieldChoice[];
    }
  /** An approver agrees before it goes out: the letter is kept as a draft until then. */
  | { readonly kind: 'ask_fee'; readonly findings: readonly FieldChoice[] }
  | { readonly kind: 'record_extension' }
  | { readonly kind: 'record_letter'; readonly mayApprove: boolean; readonly approved: boolean }
  /** Only to be read; the sentence says why. */
  | { readonly kind: 'read'; readonly why: string };

export type LetterScreen = {
  readonly ok: true;
  readonly number: string;
  readonly right: Right;
  readonly choices: readonly LetterTitle[];
  readonly letter: LetterTitle;
  readonly composed: Composed;
  readonly step: LetterStep;
  readonly today: string;
  /** Nobody has said yet whether something was left out for other people's sake: the answer's form asks. */
  readonly asksHeldBack: boolean;
  /** What was chosen so far in the lists of a letter that asks. */
  readonly codes: Readonly<Record<string, string>>;
  /** Of an answer that came back: who returned it, and why. */
  readonly returned: ReturnedAnswer | null;
  /** Other cases of the same letter that this one speaks of, and that are recorded with it. */
  readonly also: readonly string[];
};

export type Letters =
  | LetterScreen
  | Refusal
  | { readonly ok: false; readonly code: 'no_such_case'; readonly facts: { readonly number: string } }
  | { readonly ok: false; readonly code: 'no_letter'; readonly facts: { readonly number: string } };
