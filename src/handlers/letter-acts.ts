/** From a filled-in letter form to the act that records it, or the marks on its fields. */

import { receivedInstant } from '../flows/cases/intake-moment.ts';
import { penceOf } from '../flows/cases/waiting-choices.ts';
import type { actOnLetter, LetterAct } from '../flows/letters/act-on-letter.ts';
import type { LetterScreen } from '../flows/letters/letter-screen.ts';
import { openChoices } from '../flows/letters/open-choices.ts';
import { proofs } from '../requests/case/event-codes.ts';
import type { CaseAction } from '../requests/decisions/case-actions.ts';
import { refusalSentence } from '../requests/decisions/refusals.ts';
import { isOpenGap } from '../views/letters/gap-fields.ts';
import { gapField, type ShownLetter } from '../views/letters/shown-letter.ts';
import type { FieldValues } from './bolt/payloads.ts';
import { text } from './bolt/typed-text.ts';
import type { Dependencies } from './dependencies.ts';

/** The fields that keep a letter back, each with its reason. */
export const openGaps = ({
  composed: { gaps },
  step,
  codes,
}: LetterScreen): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    openChoices({ step, codes }).map(({ name, problem }) => [gapField(name), problem] as const),
  ),
  ...(step.kind === 'ask_fee' && penceOf(gaps.find(({ name }) => name === 'amount')?.typed ?? '') === 0
    ? { [gapField('amount')]: 'Please give an amount, such as 15.00.' }
    : {}),
  ...Object.fromEntries(
    gaps.flatMap((gap) => {
      if (gap.problem !== null) return [[gapField(gap.name), gap.problem] as const];
      return isOpenGap(gap) && step.kind !== 'read'
        ? [[gapField(gap.name), 'Please fill this in.'] as const]
        : [];
    }),
  ),
});

export const actSentence = (
  refused: Exclude<Awaited<ReturnType<typeof actOnLetter>>, { readonly ok: true }>,
): string =>
  refused.code === 'no_such_case' ? `There is no case ${refused.facts.number}.` : refusalSentence(refused);

type ReadForm = { readonly act: LetterAct } | { readonly errors: Readonly<Record<string, string>> };

const noDay = { errors: { sent_on: 'Please choose the day on which it was sent.' } };

export type Doable = Exclude<LetterScreen['step'], { readonly kind: 'read' }>;

export const actFrom = (
  deps: Pick<Dependencies, 'cases' | 'newId'>,
  { step, codes }: LetterScreen & { readonly step: Doable },
  fields: FieldValues,
  heldBack: ShownLetter['heldBack'],
): ReadForm => {
  if (step.kind === 'review') {
    const outcome = step.outcomes.find((known) => known === text(fields['outcome']));
    if (outcome === undefined) return { errors: { outcome: 'Please choose one from the list.' } };
    return {
      act: {
        kind: 'review',
        outcome,
        ground: codes['ground_code'] ?? '',
        reasons: (codes['register_reasons'] ?? '').trim(),
        nothingHeldBack: heldBack === 'nothing' ? deps.newId() : null,
      },
    };
  }
  if (step.kind === 'ask_fee')
    return { act: { kind: step.kind, finding: codes['finding_code'] || (step.findings[0]?.[0] ?? '') } };
  const sentAt = receivedInstant(deps.cases, text(fields['sent_on']), null);
  if (sentAt === null) return noDay;
  switch (step.kind) {
    case 'record_answer':
    case 'record_extension': {
      const proof = proofs.find((known) => known === text(fields['proof']));
      return proof === undefined
        ? { errors: { proof: 'Please choose what shows that it was sent.' } }
        : { act: { kind: step.kind, sentAt, proof } };
    }
    case 'ask_identity':
      return {
        act: {
          kind: step.kind,
          sentAt,
          doubt: codes['doubt_code'] ?? '',
          method: codes['method_code'] ?? step.methods[0]?.[0] ?? '',
        },
      };
    case 'ask_clarification':
      return {
        act: {
          kind: step.kind,
          sentAt,
          about: codes['about_code'] ?? '',
          needs: codes['needs_code'] ?? '',
        },
      };
    default:
      return { act: { kind: step.kind, sentAt } };
  }
};

export const caseActionOf: Readonly<Record<LetterAct['kind'], CaseAction>> = {
  acknowledge: 'acknowledge',
  review: 'sendForReview',
  record_answer: 'recordResponseSent',
  record_letter: 'recordLetterSent',
  record_extension: 'recordExtensionNotice',
  ask_identity: 'askForIdentity',
  ask_authority: 'askForAuthority',
  ask_clarification: 'askForClarification',
  ask_fee: 'askForFee',
  approve: 'approveLetter',
};

/** The field that a refusal of the case's rules is shown on. */
export const fieldOf = (act: LetterAct): string => (act.kind === 'review' ? 'outcome' : 'sent_on');
