/** What is done with a letter: recorded as sent, sent for review, approved. The bot never sends one. */

import type { Case } from '../../requests/case/case.ts';
import type { Outcome } from '../../requests/case/case-events.ts';
import type { Proof } from '../../requests/decisions/decide-clock.ts';
import { recordResponseSent, refuseRequest, sendForReview } from '../../requests/decisions/decide-review.ts';
import { acknowledge, approveLetter, recordLetterSent } from '../../requests/decisions/decide-work.ts';
import type { Decision, Moment } from '../../requests/decisions/decision.ts';
import type { Casework } from '../cases/casework.ts';
import { type Changed, changeCase } from '../cases/change-case.ts';
import type { LetterScreen } from './letters-of-case.ts';

export type LetterAct =
  | { readonly kind: 'acknowledge'; readonly sentAt: string }
  | {
      readonly kind: 'review';
      readonly outcome: Outcome;
      readonly ground: string;
      readonly reasons: string;
    }
  | { readonly kind: 'record_answer'; readonly sentAt: string; readonly proof: Proof }
  | { readonly kind: 'record_letter'; readonly sentAt: string }
  | { readonly kind: 'approve' };

const decide = (screen: LetterScreen, act: LetterAct, request: Case, moment: Moment): Decision => {
  const { text, hash: contentHash } = screen.composed;
  const letter = screen.letter.id;
  const personal = { letter: text };
  switch (act.kind) {
    case 'acknowledge':
      return acknowledge(request, act.sentAt, moment);
    case 'review':
      return act.outcome === 'refused'
        ? refuseRequest(
            request,
            { ground: act.ground, contentHash, personal: { ...personal, reasons: act.reasons } },
            moment,
          )
        : sendForReview(request, { outcome: act.outcome, contentHash, personal }, moment);
    case 'record_answer':
      return recordResponseSent(request, { sentAt: act.sentAt, proof: act.proof, contentHash }, moment);
    case 'record_letter':
      return recordLetterSent(request, { letter, contentHash, personal, sentAt: act.sentAt }, moment);
    case 'approve':
      return approveLetter(request, { letter, contentHash, personal }, moment);
  }
};

/** Exactly the letter that `screen` shows; its words go sealed into the case. */
export const actOnLetter = (
  desk: Casework,
  screen: LetterScreen,
  act: LetterAct,
  user: string,
): Promise<Changed> =>
  changeCase(desk, screen.number, user, (request, moment) => decide(screen, act, request, moment));
