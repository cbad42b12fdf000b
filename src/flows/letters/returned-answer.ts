/** An answer that came back: the form as it was sent, and the words of whoever returned it. */

import type { Case } from '../../requests/case/case.ts';
import type { CaseEvent, CaseOutcome, Personal, ReturnReason } from '../../requests/case/case-events.ts';
import { erasedMark, sealedWords } from '../../requests/case/sealed-words.ts';
import type { Composed } from './composed-letter.ts';
import type { TypedFields } from './letter-source.ts';

export type ReturnedAnswer = {
  readonly by: string;
  /** An instant. */
  readonly at: string;
  readonly reason: ReturnReason;
  /** In the approver's own words; null where there are none. */
  readonly note: string | null;
  /** The template's id; null where the answer was not written in the letter's form. */
  readonly letter: string | null;
  readonly outcome: CaseOutcome;
  /** By fact name, as it was sent. */
  readonly typed: TypedFields;
};

const template = 'template';
const field = 'field ';

/** What of an event's sealed words is the form of a letter, and is shown nowhere but in it. */
export const isOfTheForm = (name: string): boolean => name === template || name.startsWith(field);

/** What people have put into the form, to be sealed with the answer that was made of it; what the register filled in follows the register. */
export const asSent = (letter: string, { gaps }: Composed, codes: TypedFields): Personal => ({
  [template]: letter,
  ...Object.fromEntries(
    [
      // What the register filled in goes on following it: the approver may have asked for another entry.
      ...gaps.flatMap(({ name, typed, byHand }) => (byHand ? [[name, typed] as const] : [])),
      ...Object.entries(codes).filter(([, code]) => code !== ''),
    ].map(([name, words]) => [`${field}${name}`, words]),
  ),
});

const formIn = ({ personal = {} }: CaseEvent): Pick<ReturnedAnswer, 'letter' | 'typed'> => ({
  letter: personal[template] ?? null,
  typed: Object.fromEntries(
    Object.entries(personal).flatMap(([name, words]) =>
      name.startsWith(field) && words !== erasedMark ? [[name.slice(field.length), words]] : [],
    ),
  ),
});

/** Null where the last answer has not come back. What the team itself took back comes back as well. */
export const returnedAnswer = (
  { review }: Pick<Case, 'review'>,
  history: readonly CaseEvent[],
): ReturnedAnswer | null => {
  const back = history.findLast(({ type }) => type === 'returned');
  const sent = history.findLast(({ type }) => type === 'submitted_for_review');
  if (review !== null || back?.type !== 'returned' || sent?.type !== 'submitted_for_review') return null;
  return {
    by: back.by,
    at: back.at,
    reason: back.reason,
    note: sealedWords(back, 'note') ?? null,
    outcome: sent.outcome,
    ...formIn(sent),
  };
};
