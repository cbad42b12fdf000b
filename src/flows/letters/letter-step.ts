/** What may be done with a letter as its case stands now, or why it can only be read. */
import type { Template } from '../../letters/template.ts';
import { type Case, isOpen } from '../../requests/case/case.ts';
import type { CaseOutcome } from '../../requests/case/case-events.ts';
import type { CaseAction } from '../../requests/decisions/case-actions.ts';
import type { Moment } from '../../requests/decisions/decision.ts';
import { gate } from '../../requests/decisions/gate.ts';
import { answerTrouble, outcomeTrouble } from '../../requests/decisions/guards.ts';
import { refusalSentence } from '../../requests/decisions/refusals.ts';
import { feeFindings, realDoubts } from '../cases/case-choices.ts';
import { abouts, methodsFor, reasonable } from '../cases/waiting-choices.ts';
import { groundsOfLetter, isAnswer, outcomesOf } from './answer-outcomes.ts';
import type { Viewer } from './letter-readers.ts';
import type { LetterStep } from './letter-screen.ts';

const answerStep = (template: Template, request: Case, moment: Moment): LetterStep => {
  if (request.state !== 'in_progress')
    return {
      kind: 'read',
      why:
        request.state === 'received'
          ? 'Take the case first; then this answer can be sent for review.'
          : 'Another answer is with the approver or has been sent. Choose it above to go on with it.',
    };
  // What is known before the press is said before it: a refusal needs no finished searches, an answer does.
  const trouble = template.moment === 'refuse' ? null : answerTrouble(request, 'asked in the form');
  if (trouble !== null)
    return { kind: 'read', why: `${refusalSentence(trouble)} You can write it now; it is kept.` };
  const grounds = groundsOfLetter(template, request, moment).map(({ id, title }) => ({ id, title }));
  const all = outcomesOf(template);
  const outcomes = all.filter((outcome) => outcomeTrouble(request, outcome) === null);
  const untrue = outcomes.length > 0 ? null : outcomeTrouble(request, all[0] ?? 'full');
  return untrue === null
    ? { kind: 'review', outcomes, grounds }
    : { kind: 'read', why: refusalSentence(untrue) };
};

/** The action that a letter belongs to, where it can be made now. */
const askingStep = (template: Template, request: Case, moment: Moment): LetterStep | null => {
  const open = (action: CaseAction): boolean => gate(action, request, moment) === null;
  switch (template.id) {
    case 'identity-request':
      return open('askForIdentity') && request.identityRequests === 0
        ? { kind: 'ask_identity', doubts: realDoubts, methods: methodsFor({ request }) }
        : null;
    case 'authority-request':
      return open('askForAuthority') ? { kind: 'ask_authority' } : null;
    case 'clarification':
      return open('askForClarification') ? { kind: 'ask_clarification', abouts, needs: reasonable } : null;
    case 'fee':
      return open('askForFee') ? { kind: 'ask_fee', findings: feeFindings } : null;
    default:
      return template.moment === 'extend' &&
        request.extension?.sentAt === null &&
        open('recordExtensionNotice')
        ? { kind: 'record_extension' }
        : null;
  }
};

export const stepOf = (
  template: Template,
  request: Case,
  viewer: Viewer,
  approved: boolean,
  moment: Moment,
): LetterStep => {
  if (!viewer.team)
    return { kind: 'read', why: 'When it has gone out, tell the privacy team: they record it in the case.' };
  if (template.moment === 'acknowledge')
    return request.acknowledgedAt === null
      ? { kind: 'acknowledge' }
      : { kind: 'read', why: 'An acknowledgement is recorded already.' };
  if (isAnswer(template)) return answerStep(template, request, moment);
  const asking = approved ? null : askingStep(template, request, moment);
  if (asking !== null) return asking;
  if (template.id === 'fee' && request.state !== 'awaiting_fee')
    return { kind: 'read', why: 'An approver has to agree to the fee first; then this letter goes out.' };
  if (template.moment === 'extend' && request.extension === null)
    return {
      kind: 'read',
      why: 'Propose the extension in the case first. When a second person has agreed, send this letter and record the notice there.',
    };
  if (template.moment === 'extend')
    return { kind: 'read', why: 'When it has gone out, press *Record extension notice* in the case.' };
  return { kind: 'record_letter', mayApprove: viewer.approver && isOpen(request) && !approved, approved };
};

/** The outcome that the letter comes to, or that it was sent with before, stands first. */
export const presetBy = (step: LetterStep, first: CaseOutcome | null): LetterStep =>
  step.kind === 'review' && first !== null && step.outcomes.includes(first)
    ? { ...step, outcomes: [first, ...step.outcomes.filter((each) => each !== first)] }
    : step;
