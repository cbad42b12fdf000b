/** Letters that the history keeps, word for word: under review, approved, sent. */
import type { Case } from './case.ts';
import type { CaseEvent } from './case-events.ts';
import { sealedWords } from './sealed-words.ts';

/** The letter that an event holds, word for word; null where it holds none, or its words are erased. */
export const letterIn = (event: CaseEvent | undefined): string | null => sealedWords(event, 'letter') ?? null;

/** The answer that is under review or approved; null when there is none, or its words are not kept. */
export const answerUnderReview = (request: Case, history: readonly CaseEvent[]): string | null =>
  request.review === null
    ? null
    : letterIn(history.findLast((event) => event.type === 'submitted_for_review'));

/** The approved wording of a letter that has not been sent yet. */
export const approvedWording = (
  request: Case,
  history: readonly CaseEvent[],
  letter: string,
): string | null => {
  const sent = new Set(
    request.letters.filter((each) => each.sentAt !== null).map(({ contentHash: hash }) => hash),
  );
  return letterIn(
    history.findLast(
      (event) => event.type === 'letter_approved' && event.letter === letter && !sent.has(event.contentHash),
    ),
  );
};
