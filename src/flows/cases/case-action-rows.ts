/** Every action that is made in a case, one row each; letters have their own screen. */
import type { CaseAction } from '../../requests/decisions/case-actions.ts';
import type { ActionForm } from './case-action-row.ts';
import { answerRows } from './rows-answer.ts';
import { clockRows } from './rows-clock.ts';
import { endingRows } from './rows-ending.ts';
import { logRows } from './rows-log.ts';
import { outcomeRows } from './rows-outcome.ts';
import { safeguardRows } from './rows-safeguards.ts';
import { waitingRows } from './rows-waiting.ts';
import { workRows } from './rows-work.ts';

export type WorkAction = Exclude<
  CaseAction,
  'approveLetter' | 'recordLetterSent' | 'askTeams' | 'writeAnswer'
>;

export const caseActionRows: Readonly<Record<WorkAction, ActionForm>> = {
  ...workRows,
  ...logRows,
  ...waitingRows,
  ...clockRows,
  ...safeguardRows,
  ...answerRows,
  ...endingRows,
  ...outcomeRows,
};

export const isWorkAction = (name: string): name is WorkAction => Object.hasOwn(caseActionRows, name);
