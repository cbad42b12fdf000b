/** What is done with a letter: recorded as sent, sent for review, approved. The bot never sends one. */

import { tellsRestrictionEnds } from '../../letters/restriction-ends.ts';
import type { Case } from '../../requests/case/case.ts';
import type { CaseEvent, CaseOutcome, IdentityDoubt } from '../../requests/case/case-events.ts';
import { type Proof, recordExtensionNotice } from '../../requests/decisions/decide-clock.ts';
import { approveLetter, recordLetterSent } from '../../requests/decisions/decide-letters.ts';
import { recordResponseSent, refuseRequest, sendForReview } from '../../requests/decisions/decide-review.ts';
import { acknowledge } from '../../requests/decisions/decide-tasks.ts';
import {
  askForAuthority,
  askForClarification,
  askForFee,
  askForIdentity,
} from '../../requests/decisions/decide-waiting.ts';
import {
  allow,
  type Decision,
  type Moment,
  type Refusal,
  refuse,
  stamp,
} from '../../requests/decisions/decision.ts';
import { groundsOf } from '../../requests/decisions/refusal-grounds.ts';
import { codeOf } from '../cases/case-action-row.ts';
import { doubts, feeFindings, findingNames } from '../cases/case-choices.ts';
import type { Casework } from '../cases/casework.ts';
import { type Changed, changeCase } from '../cases/change-case.ts';
import { abouts, allMethods, penceOf, reasonable } from '../cases/waiting-choices.ts';
import type { LetterScreen } from './letter-screen.ts';
import { asSent } from './returned-answer.ts';

export type LetterAct =
  | { readonly kind: 'acknowledge'; readonly sentAt: string }
  | {
      readonly kind: 'review';
      readonly outcome: CaseOutcome;
      readonly ground: string;
      readonly reasons: string;
      /** The form's own answer that nothing was left out: the id of that entry. */
      readonly nothingHeldBack: string | null;
    }
  | { readonly kind: 'record_answer'; readonly sentAt: string; readonly proof: Proof }
  | { readonly kind: 'record_letter'; readonly sentAt: string }
  | {
      readonly kind: 'ask_identity';
      readonly sentAt: string;
      readonly doubt: string;
      readonly method: string;
    }
  | { readonly kind: 'ask_authority'; readonly sentAt: string }
  | {
      readonly kind: 'ask_clarification';
      readonly sentAt: string;
      readonly about: string;
      readonly needs: string;
    }
  | { readonly kind: 'ask_fee'; readonly finding: string }
  | { readonly kind: 'record_extension'; readonly sentAt: string; readonly proof: Proof }
  | { readonly kind: 'approve' };

const identityDoubt = (code: string): IdentityDoubt | null => {
  const found = codeOf(doubts, code);
  return found === 'no_doubt' ? null : found;
};

/** The action, and the letter that made it, in one go. A proposal waits, so nothing was sent yet. */
const withLetter = (decision: Decision, letter: CaseEvent): Decision =>
  !decision.ok || decision.events.some(({ type }) => type === 'approval_requested')
    ? decision
    : allow(...decision.events, letter);

/** The basis that the letter names, by its id: the field begins with one of the regime's list, and may say more. */
const basisIn = ({ composed }: LetterScreen, request: Case, moment: Moment): { readonly basis?: string } => {
  const typed = composed.gaps.find(({ name }) => name === 'legalBasis')?.typed.toLowerCase() ?? '';
  const found = groundsOf(request, moment).objection.find(
    ({ title }) => typed !== '' && typed.startsWith(title.toLowerCase()),
  );
  return found === undefined ? {} : { basis: found.id };
};

/** The outcome is that of the letter; the register has its say in the decision itself. */
const contradiction = ({ composed: { says }, step }: LetterScreen, act: LetterAct): Refusal | null => {
  if (act.kind !== 'review' || step.kind !== 'review') return null;
  const { outcome, ground } = act;
  if (outcome === 'refused' && !step.grounds.some(({ id }) => id === ground))
    return refuse('ground_not_of_letter', { allowed: step.grounds.map(({ title }) => title).join('; ') });
  if (says.verdict !== null && says.verdict !== outcome)
    return refuse('outcome_not_of_findings', { says: findingNames[says.verdict] ?? says.verdict });
  return says.holdsBack && (outcome === 'full' || outcome === 'no_data')
    ? refuse('outcome_not_of_letter')
    : null;
};

const decide = (screen: LetterScreen, act: LetterAct, request: Case, moment: Moment): Decision => {
  const { text, hash: contentHash } = screen.composed;
  const letter = screen.letter.id;
  const personal = { letter: text };
  // An answer that comes back is gone on with as it was sent.
  const answer = { ...personal, ...asSent(letter, screen.composed, screen.codes) };
  const endsRestriction = tellsRestrictionEnds(text);
  const sentNow = (sentAt: string): CaseEvent => ({
    type: 'letter_sent',
    ...stamp(moment),
    letter,
    contentHash,
    sentAt,
    personal,
  });
  switch (act.kind) {
    case 'acknowledge':
      return acknowledge(request, act.sentAt, moment);
    case 'review':
      return act.outcome === 'refused'
        ? refuseRequest(
            request,
            {
              ground: act.ground,
              contentHash,
              personal: { ...answer, reasons: act.reasons },
              ...basisIn(screen, request, moment),
              endsRestriction,
            },
            moment,
          )
        : sendForReview(
            request,
            {
              outcome: act.outcome,
              contentHash,
              personal: answer,
              ...basisIn(screen, request, moment),
              endsRestriction,
              ...(act.nothingHeldBack === null ? {} : { nothingHeldBack: act.nothingHeldBack }),
            },
            moment,
          );
    case 'record_answer':
      return recordResponseSent(request, { sentAt: act.sentAt, proof: act.proof, contentHash }, moment);
    case 'record_letter':
      return recordLetterSent(request, { letter, contentHash, personal, sentAt: act.sentAt }, moment);
    case 'ask_identity': {
      const asked = askForIdentity(
        request,
        {
          doubt: identityDoubt(act.doubt),
          method: codeOf(allMethods, act.method),
          sentAt: act.sentAt,
        },
        moment,
      );
      return withLetter(asked, sentNow(act.sentAt));
    }
    case 'ask_authority':
      return withLetter(askForAuthority(request, act.sentAt, moment), sentNow(act.sentAt));
    case 'ask_clarification':
      return withLetter(
        askForClarification(
          request,
          {
            sentAt: act.sentAt,
            about: codeOf(abouts, act.about),
            reasonable: codeOf(reasonable, act.needs) === 'yes',
            personal: { question: text },
          },
          moment,
        ),
        sentNow(act.sentAt),
      );
    case 'ask_fee': {
      const typed = (name: string): string =>
        screen.composed.gaps.find((gap) => gap.name === name)?.typed ?? '';
      return askForFee(
        request,
        {
          finding: codeOf(feeFindings, act.finding),
          pence: penceOf(typed('amount')),
          personal: { reasons: typed('finding') },
        },
        moment,
      );
    }
    case 'record_extension':
      return withLetter(
        recordExtensionNotice(request, { sentAt: act.sentAt, proof: act.proof }, moment),
        sentNow(act.sentAt),
      );
    case 'approve':
      return approveLetter(request, { letter, contentHash, personal }, moment);
  }
};

/** Exactly the letter that `screen` shows; its words go sealed into the case. One acknowledgement is recorded in every case that it speaks of. */
export const actOnLetter = async (
  desk: Casework,
  screen: LetterScreen,
  act: LetterAct,
  user: string,
): Promise<Changed> => {
  const done = await changeCase(
    desk,
    screen.number,
    user,
    (request, moment) => contradiction(screen, act) ?? decide(screen, act, request, moment),
  );
  if (done.ok && act.kind === 'acknowledge')
    // Whoever may not work on that one leaves it as it is.
    for (const number of screen.also)
      await changeCase(desk, number, user, (request, moment) => acknowledge(request, act.sentAt, moment));
  return done;
};
