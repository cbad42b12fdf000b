/** Which letter an action of a case is recorded by. */
import { bestAcknowledgement, bestAnswer, bestRefusal } from '../flows/letters/choose-letter.ts';
import { keptAnswer } from '../flows/letters/kept-answer.ts';
import type { LetterScreen } from '../flows/letters/letter-screen.ts';
import { lettersOfCase } from '../flows/letters/letters-of-case.ts';
import type { CaseAction } from '../requests/decisions/case-actions.ts';
import type { LetterDependencies } from './open-letters.ts';

type LetterOfAction = {
  /** A template's id, or one of the best of a kind. */
  readonly letter: string;
  /** The steps in one of which that letter has to stand. */
  readonly steps: readonly LetterScreen['step']['kind'][];
};

/** Actions whose form is a letter. Where none fits, the action's own form opens. */
const letterOfAction: Readonly<Partial<Record<CaseAction, LetterOfAction>>> = {
  // An answer can be written, and is kept, before it can be sent for review.
  writeAnswer: { letter: bestAnswer, steps: ['review', 'read'] },
  refuse: { letter: bestRefusal, steps: ['review'] },
  acknowledge: { letter: bestAcknowledgement, steps: ['acknowledge'] },
  askForIdentity: { letter: 'identity-request', steps: ['ask_identity'] },
  askForAuthority: { letter: 'authority-request', steps: ['ask_authority'] },
  askForFee: { letter: 'fee', steps: ['ask_fee'] },
  askForClarification: { letter: 'clarification', steps: ['ask_clarification'] },
  recordExtensionNotice: { letter: 'extension', steps: ['record_extension'] },
  recordResponseSent: { letter: keptAnswer, steps: ['record_answer'] },
};

/** The letter that records this action, where it can be written now; else null. */
export const letterFor = async (
  deps: LetterDependencies,
  user: string,
  number: string,
  action: CaseAction,
): Promise<string | null> => {
  const wanted = letterOfAction[action];
  if (wanted === undefined) return null;
  const at = { desk: deps.cases, letters: deps.letters };
  const found = await lettersOfCase(at, number, user, wanted.letter);
  return found.ok && wanted.steps.includes(found.step.kind) ? wanted.letter : null;
};
