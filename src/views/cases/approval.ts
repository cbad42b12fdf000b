/** What an approver signs, whole, above the button that signs it: the letter with its outcome, or a proposal with its words. */
import type { KnownBlock } from '@slack/types';
import type { SeenCase } from '../../flows/cases/case-action-row.ts';
import { wordsOfProposal } from '../../flows/cases/rows-answer.ts';
import type { ProposalKind } from '../../requests/case/case-events.ts';
import { answerUnderReview } from '../../requests/case/kept-letters.ts';
import type { Act } from '../../requests/case/step.ts';
import { refusalGroundsFor } from '../../requests/decisions/refusal-grounds.ts';
import { context, escaped, section } from '../blocks.ts';
import { letterBlocks } from '../letters/letter-text.ts';
import { inertPieces } from './case-action-form.ts';
import { outcomeName } from './case-words.ts';

/** What follows from a yes; nothing is done by the bot but what it records. */
const consequences: Readonly<Record<ProposalKind, string>> = {
  extension: 'If you agree, the person is told next; only then does it count.',
  fee: 'If you agree, the person is asked for the fee, and the case waits for it.',
  second_identity_request: 'If you agree, the case waits for the person to show who they are.',
  weak_identity: 'If you agree, the proof counts and the work goes on.',
  lapse: 'If you agree, the case ends without an answer.',
  agent_withdrawal: 'If you agree, the request is withdrawn and the case ends.',
  deletion: 'If you agree, whoever works on the case erases it, system by system. I delete nothing myself.',
  lift_restriction: 'If you agree, the data may be used again.',
  receipt_correction: 'If you agree, the due date is worked out anew.',
  regime_change: 'If you agree, the due date is worked out anew.',
  jurisdiction_change: 'If you agree, the due date is worked out anew.',
};

const labels: Readonly<Record<string, string>> = {
  reasons: 'Reasons',
  words: 'Their words',
  erase: 'What is erased',
  keep: 'What is kept, and why',
};

/** The sealed words of a proposal, each field under its name. */
export const proposalBlocks = (seen: SeenCase, id: string): readonly KnownBlock[] => {
  const words = wordsOfProposal(seen, id);
  const kind = seen.request.approvals.find((each) => each.id === id)?.proposal.kind;
  return [
    ...Object.entries(words).flatMap(([name, text]) => [
      section(`*${labels[name] ?? 'Reasons'}*`),
      ...inertPieces(text),
    ]),
    ...(Object.keys(words).length === 0 ? [section('_No words were given with it._')] : []),
    ...(kind === undefined ? [] : [context(consequences[kind])]),
  ];
};

const answerBlocks = (seen: SeenCase): readonly KnownBlock[] => {
  const { request, moment } = seen;
  const { review } = request;
  const ground = refusalGroundsFor(request, moment).find(({ id }) => id === review?.ground);
  const letter = answerUnderReview(seen.request, seen.history);
  return [
    ...(review === null
      ? []
      : [
          section(
            [
              `*Outcome:* ${outcomeName(review.outcome, request.right)}`,
              ...(ground === undefined
                ? []
                : [`*Ground:* ${escaped(ground.title)} (${escaped(ground.source)})`]),
            ].join('\n'),
          ),
        ]),
    ...(letter === null ? [section('_Its words are not kept any more._')] : letterBlocks(letter)),
    context('You approve exactly these words and this outcome.'),
  ];
};

/** Empty for every other step. */
export const toBeSigned = (seen: SeenCase, act: Act | null): readonly KnownBlock[] => {
  if (act?.action === 'approve') return answerBlocks(seen);
  return act?.action === 'agree' ? proposalBlocks(seen, act.about) : [];
};
