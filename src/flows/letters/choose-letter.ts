/** Which letter is shown: the one wanted, the one that came back, or the best for what is to be done. */
import type { LetterDesk } from '../../letters/letter-desk.ts';
import { lettersFor } from '../../letters/letters-for.ts';
import type { Template } from '../../letters/template.ts';
import { type Case, isOpen } from '../../requests/case/case.ts';
import { answerUnderReview } from '../../requests/case/kept-letters.ts';
import { localDate } from '../../requests/clock/zone.ts';
import { rowOf } from '../cases/look-at-cases.ts';
import { keptAnswer, keptTitle } from './kept-answer.ts';
import type { OpenedCase } from './letter-readers.ts';
import type { LettersAtDesk, LetterTitle } from './letter-screen.ts';
import { type ReturnedAnswer, returnedAnswer } from './returned-answer.ts';

const fitting = ({ desk, letters }: LettersAtDesk, request: Case): readonly LetterTitle[] => {
  const { deadline } = rowOf(desk, request);
  const due = deadline?.due ?? null;
  const ids = lettersFor(letters.templates.values(), {
    ...request,
    extended: deadline?.extended ?? false,
    overdue: due !== null && localDate(desk.clock(), request.timeZone) > due,
  });
  return ids.flatMap((id) => {
    const template = letters.templates.get(id);
    return template === undefined ? [] : [{ id, title: template.title }];
  });
};

/** What a button asks for that knows no letter by its name. */
export const bestAnswer = 'best-answer';

export const bestAcknowledgement = 'best-acknowledgement';

export const bestRefusal = 'best-refusal';

const best = (
  letters: LetterDesk,
  request: Case,
  all: readonly LetterTitle[],
  wanted: string | null,
): LetterTitle | undefined => {
  const nothing =
    request.searches.length > 0 && request.searches.every(({ result }) => result === 'not_found');
  const of = (moment: Template['moment']): readonly LetterTitle[] =>
    all.filter(({ id }) => letters.templates.get(id)?.moment === moment);
  if (wanted === bestAcknowledgement) return of('acknowledge')[0];
  if (wanted === bestRefusal) return of('refuse')[0];
  if (wanted !== bestAnswer) return undefined;
  // Whoever decided to go on tells why; that letter is a refusal.
  if (request.tasks.some(({ result }) => result === 'goes_on')) return of('refuse')[0];
  const answers = of('answer');
  return (nothing ? answers.find(({ id }) => id === 'no-data') : undefined) ?? answers[0];
};

/** Whoever writes the answer goes on with the one that came back; a refusal is gone on with only as a refusal. */
const cameBack = (
  letters: LetterDesk,
  all: readonly LetterTitle[],
  wanted: string | null,
  returned: ReturnedAnswer | null,
): LetterTitle | undefined => {
  const found = all.find(({ id }) => id === returned?.letter);
  if (found === undefined) return undefined;
  return wanted === bestAnswer ||
    (wanted === bestRefusal && letters.templates.get(found.id)?.moment === 'refuse')
    ? found
    : undefined;
};

export type LetterChoice = {
  /** Every letter that fits, best first; the kept answer before them. */
  readonly all: readonly LetterTitle[];
  /** Undefined where no letter fits. */
  readonly chosen: LetterTitle | undefined;
  /** The answer that is under review or approved, word for word; null where there is none, or not for this viewer. */
  readonly kept: string | null;
  readonly returned: ReturnedAnswer | null;
};

/** `wanted` is a template's id or one of the best of a kind; without it, or where it does not fit, the best letter for now. */
export const chooseLetter = (
  at: LettersAtDesk,
  { request, history, viewer }: OpenedCase,
  wanted: string | null,
): LetterChoice => {
  const works = viewer.team && isOpen(request);
  const kept = works ? answerUnderReview(request, history) : null;
  const returned = works ? returnedAnswer(request, history) : null;
  const fits = fitting(at, request);
  const all = kept === null ? fits : [{ id: keptAnswer, title: keptTitle(request) }, ...fits];
  const chosen =
    all.find(({ id }) => id === wanted) ??
    cameBack(at.letters, fits, wanted, returned) ??
    best(at.letters, request, fits, wanted) ??
    all[0];
  return { all, chosen, kept, returned };
};
