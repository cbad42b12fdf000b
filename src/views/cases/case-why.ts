/** *Why can't I …?* */
import type { ModalView } from '@slack/types';
import type { SeenCase } from '../../flows/cases/case-action-row.ts';
import { nextSteps } from '../../requests/case/next-steps.ts';
import type { CaseAction } from '../../requests/decisions/case-actions.ts';
import { refusalSentence } from '../../requests/decisions/refusals.ts';
import { escaped, plain, section, shortened } from '../blocks.ts';

/** Of what has to stop at once. */
const marketingOnly: readonly CaseAction[] = ['stopAndTell', 'markStopped', 'confirmStopped', 'reopen'];
const forClients: readonly CaseAction[] = ['forward', 'recordClientStep'];

/** Each reason once, with all that it shuts; what belongs to another right altogether is left out. */
const reasons = ({ request, moment, company }: SeenCase): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  for (const step of nextSteps(request, moment)) {
    if (step.open || (marketingOnly.includes(step.action) && step.why.code === 'not_for_this_right'))
      continue;
    if (!company.clients && forClients.includes(step.action)) continue;
    const why = refusalSentence(step.why);
    found.set(why, [...new Set([...(found.get(why) ?? []), step.label])]);
  }
  return found;
};

/** Every action that is shut now, with the reason and what to do instead. */
export const whyNotView = (seen: SeenCase): ModalView => ({
  type: 'modal',
  title: plain('Why can’t I …?'),
  close: plain('Back'),
  blocks: [
    section(`*${seen.request.number}*: what is not possible right now, and why.`),
    ...[...reasons(seen)]
      .slice(0, 90)
      .map(([why, labels]) => section(`*${labels.join(' · ')}*\n${shortened(escaped(why), 2_000)}`)),
  ],
});
