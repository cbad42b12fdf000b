/** Every gesture that is made in a case, one row each; letters have their own screen. */
import type { Gesture } from '../../requests/decisions/gestures.ts';
import type { ActionForm } from './gesture-row.ts';
import { answerRows } from './rows-answer.ts';
import { clockRows } from './rows-clock.ts';
import { logRows } from './rows-log.ts';
import { waitingRows } from './rows-waiting.ts';
import { workRows } from './rows-work.ts';

export type CaseGesture = Exclude<Gesture, 'approveLetter' | 'recordLetterSent' | 'askTeams' | 'writeAnswer'>;

export const gestureRows: Readonly<Record<CaseGesture, ActionForm>> = {
  ...workRows,
  ...logRows,
  ...waitingRows,
  ...clockRows,
  ...answerRows,
};

export const isCaseGesture = (name: string): name is CaseGesture => Object.hasOwn(gestureRows, name);
