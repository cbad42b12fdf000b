/** Which letter an action of a case is recorded by. */
import { bestAcknowledgement, bestAnswer, bestRefusal } from '../flows/letters/choose-letter.ts';
import { keptAnswer } from '../flows/letters/kept-answer.ts';
import type { LetterScreen } from '../flows/letters/letter-screen.ts';
import { lettersOfCase } from '../flows/letters/letters-of-case.ts';
import type { CaseAction } from '../requests/decisions/case-actions.ts';
import type { LetterDependencies } from './open-letters.ts';

/** Actions whose form is a letter. Where none fits, the action's own form opens. */
const letterOfAction: Readonly<Partial<Record<CaseAction, string>>> = {
  writeAnswer: bestAnswer,
  refuse: bestRefusal,
  acknowledge: bestAcknowledgement,
  askForIdentity: 'identity-request',
  askForAuthority: 'authority-request',
  askForFee: 'fee',
  askForClarification: 'clarification',
  recordExtensionNotice: 'extension',
  recordResponseSent: keptAnswer,
};

/** Whether that letter can be written now and records the action. */
export const lettersFor = async (
  deps: LetterDependencies,
  user: string,
  number: string,
  action: CaseAction,
): Promise<string | null> => {
  const wanted = letterOfAction[action];
  if (wanted === undefined) return null;
  const found = await lettersOfCase({ desk: deps.cases, letters: deps.letters }, number, user, wanted);
  if (!found.ok) return null;
  const fits =
    action === 'writeAnswer'
      ? found.step.kind === 'review' || found.step.kind === 'read'
      : found.step.kind === stepOfAction[action];
  return fits ? wanted : null;
};

const stepOfAction: Readonly<Partial<Record<CaseAction, LetterScreen['step']['kind']>>> = {
  refuse: 'review',
  acknowledge: 'acknowledge',
  askForIdentity: 'ask_identity',
  askForAuthority: 'ask_authority',
  askForFee: 'ask_fee',
  askForClarification: 'ask_clarification',
  recordExtensionNotice: 'record_extension',
  recordResponseSent: 'record_answer',
};
