/** Something had to be left out of an answer: where that is recorded, and that the draft waits. */
import type { ModalView } from '@slack/types';
import { actions, plain, section } from '../blocks.ts';
import { caseActionButton } from './case-action-button.ts';

export const heldBackNotice = (number: string): ModalView => ({
  type: 'modal',
  title: plain('Left out'),
  close: plain('Close'),
  blocks: [
    section(
      `*${number}*: your draft is kept. Record what was left out and why, item by item; the letter takes it from there.`,
    ),
    actions('held_back_next', [
      caseActionButton('logRedaction', number, '', { style: 'primary' }),
      caseActionButton('logExemption', number),
      caseActionButton('writeAnswer', number),
    ]),
  ],
});
