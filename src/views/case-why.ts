import type { ModalView } from '@slack/types';
import type { SeenCase } from '../flows/gesture-row.ts';
import { nextSteps } from '../requests/next-steps.ts';
import { refusalSentence } from '../requests/refusals.ts';
import { escaped, plain, section, shortened } from './blocks.ts';

/** Every gesture that is shut now, with the reason and what to do instead. */
export const whyNotView = ({ request, moment }: SeenCase): ModalView => ({
  type: 'modal',
  title: plain('Why can’t I …?'),
  close: plain('Back'),
  blocks: [
    section(`*${request.number}*: what is not possible right now, and why.`),
    ...nextSteps(request, moment)
      .flatMap((step) => (step.open ? [] : [step]))
      .slice(0, 90)
      .map((step) => section(`*${step.label}*\n${shortened(escaped(refusalSentence(step.why)), 2_800)}`)),
  ],
});
