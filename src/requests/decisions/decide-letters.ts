/** Decisions on a letter other than the answer: its wording approved, and sent. */

import type { Case } from '../case/case.ts';
import type { LetterKind, Personal } from '../case/case-events.ts';
import { allow, type Decision, instantTrouble, type Moment, refuse, stamp } from './decision.ts';
import { gate } from './gate.ts';

/** `personal.letter` is the text itself, sealed: what was approved can be shown again and compared. */
type Letter = { readonly letter: LetterKind; readonly contentHash: string; readonly personal?: Personal };

const same = (letter: Letter) => (each: Letter) =>
  each.letter === letter.letter && each.contentHash === letter.contentHash;

export const approveLetter = (request: Case, input: Letter, moment: Moment): Decision =>
  gate('approveLetter', request, moment) ??
  (request.letters.some(same(input))
    ? refuse('already_done')
    : allow({ type: 'letter_approved', ...stamp(moment), ...input }));

/** Where a wording was approved, only that wording may have been sent. */
const otherThanApproved = (request: Case, input: Letter): boolean =>
  request.letters.some((each) => each.letter === input.letter && each.sentAt === null) &&
  !request.letters.some(same(input));

export const recordLetterSent = (
  request: Case,
  input: Letter & { readonly sentAt: string },
  moment: Moment,
): Decision =>
  gate('recordLetterSent', request, moment) ??
  instantTrouble(input.sentAt, moment, request.receivedAt) ??
  (otherThanApproved(request, input)
    ? refuse('content_changed')
    : request.letters.some((each) => same(input)(each) && each.sentAt !== null)
      ? refuse('already_done')
      : allow({ type: 'letter_sent', ...stamp(moment), ...input }));
