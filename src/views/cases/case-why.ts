/** *Why can't I …?* */
import type { ModalView } from '@slack/types';
import type { SeenCase } from '../../flows/cases/case-action-row.ts';
import { type CaseState, endedStates, waitingStates } from '../../requests/case/case.ts';
import { actionsNow } from '../../requests/case/open-actions.ts';
import type { CaseAction } from '../../requests/decisions/case-actions.ts';
import { type RefusalCode, refusalSentence } from '../../requests/decisions/refusals.ts';
import { escaped, plain, section, shortened } from '../blocks.ts';

/** What the team may want at this step and not find: the ways on from here, and the ways out. */
const wantedIn = (state: CaseState): readonly CaseAction[] => {
  if (endedStates.includes(state)) return ['close', 'reopen', 'writeAnswer', 'extend'];
  if (state === 'ready_for_review' || state === 'approved')
    return ['approve', 'return', 'recall', 'recordResponseSent', 'extend', 'withdraw'];
  return [
    'askForIdentity',
    'askForClarification',
    'extend',
    'askTeams',
    'proposeDeletion',
    'writeAnswer',
    'sendForReview',
    'recordResponseSent',
    'refuse',
    'withdraw',
    ...(waitingStates.includes(state) ? (['lapse'] as const) : []),
    'close',
  ];
};

/** What anybody sees for themselves: it is done, or it belongs to another right. */
const PLAIN: readonly RefusalCode[] = ['already_done', 'same_value', 'not_for_this_right'];
/** Of these it is asked of every right. */
const ASKED_OF_ALL: readonly CaseAction[] = ['extend', 'refuse'];

/** Each reason once, with all that it shuts. */
const reasons = ({ request, moment }: SeenCase): ReadonlyMap<string, readonly string[]> => {
  const wanted = wantedIn(request.state);
  const found = new Map<string, readonly string[]>();
  for (const step of actionsNow(request, moment)) {
    if (step.open || !wanted.includes(step.action)) continue;
    const asked = step.why.code === 'not_for_this_right' && ASKED_OF_ALL.includes(step.action);
    if (PLAIN.includes(step.why.code) && !asked) continue;
    const why = refusalSentence(step.why);
    found.set(why, [...new Set([...(found.get(why) ?? []), step.label])]);
  }
  return found;
};

/** What somebody at this step may want and cannot do, with the reason and what to do instead. */
export const whyNotView = (seen: SeenCase): ModalView => {
  const shut = [...reasons(seen)];
  return {
    type: 'modal',
    title: plain('Why can’t I …?'),
    close: plain('Back'),
    blocks: [
      section(
        shut.length === 0
          ? `*${seen.request.number}*: nothing that belongs to this step is shut.`
          : `*${seen.request.number}*: what is not possible right now, and why.`,
      ),
      ...shut.map(([why, labels]) => section(`*${labels.join(' · ')}*\n${shortened(escaped(why), 2_000)}`)),
    ],
  };
};
