/** The actions under *More*, by what they are about: a long menu is read by its headings. */
import type { PlainTextElement, PlainTextOption } from '@slack/types';
import { type CaseAction, rules } from '../../requests/decisions/case-actions.ts';
import { plain } from '../blocks.ts';

const headings = {
  answer: 'The answer',
  person: 'The person',
  data: 'The data',
  clock: 'The date',
  case: 'The case',
} as const;

const groupOf: Readonly<Record<CaseAction, keyof typeof headings>> = {
  writeAnswer: 'answer',
  sendForReview: 'answer',
  refuse: 'answer',
  approve: 'answer',
  return: 'answer',
  recall: 'answer',
  agree: 'answer',
  decline: 'answer',
  recordResponseSent: 'answer',
  stopAndTell: 'answer',
  markStopped: 'answer',
  confirmStopped: 'answer',
  approveLetter: 'answer',
  recordLetterSent: 'answer',
  acknowledge: 'person',
  askForIdentity: 'person',
  identityReceived: 'person',
  askForAuthority: 'person',
  authorityReceived: 'person',
  askForFee: 'person',
  feePaid: 'person',
  askForClarification: 'person',
  clarificationReceived: 'person',
  chase: 'person',
  withdraw: 'person',
  lapse: 'person',
  forward: 'person',
  recordClientStep: 'person',
  askTeams: 'data',
  logSearch: 'data',
  logRedaction: 'data',
  logExemption: 'data',
  recordRecipient: 'data',
  restrict: 'data',
  tellBeforeLifting: 'data',
  liftRestriction: 'data',
  placeHold: 'data',
  liftHold: 'data',
  proposeDeletion: 'data',
  nameRight: 'case',
  stopUse: 'answer',
  goOn: 'answer',
  recordErasure: 'data',
  extend: 'clock',
  recordExtensionNotice: 'clock',
  correctReceipt: 'clock',
  changeRegime: 'clock',
  changeJurisdiction: 'clock',
  take: 'case',
  handOver: 'case',
  assignTask: 'case',
  markDone: 'case',
  waiveTask: 'case',
  addNote: 'case',
  link: 'case',
  declareConflict: 'case',
  liftConflict: 'case',
  close: 'case',
  reopen: 'case',
};

type ActionGroup = { label: PlainTextElement; options: PlainTextOption[] };

/** `carried` is what a choice carries. In the order of the table of actions, under each heading that has any. */
export const actionGroups = (
  actions: readonly CaseAction[],
  carried: (action: CaseAction) => string,
): ActionGroup[] =>
  Object.entries(headings).flatMap(([group, heading]): readonly ActionGroup[] => {
    const options = actions
      .filter((action) => groupOf[action] === group)
      .map((action): PlainTextOption => ({ text: plain(rules[action].label), value: carried(action) }));
    return options.length === 0 ? [] : [{ label: plain(heading), options }];
  });
