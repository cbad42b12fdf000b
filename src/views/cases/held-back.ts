/** Something had to be left out of an answer: where that is recorded, and that the draft waits. */
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { actions, escaped, plain, section } from '../blocks.ts';
import { carried } from '../carried.ts';
import { caseActionButton } from './case-action-button.ts';

/** The case that waits for its answer, and its form beneath. */
const heldBackPlace = z.object({ heldBackIn: z.string(), view: z.string(), beneath: z.string() });
export type HeldBackPlace = z.infer<typeof heldBackPlace>;

/** Null for what is no such place. */
export const readHeldBackPlace = (metadata: string): HeldBackPlace | null => carried(heldBackPlace, metadata);

export const heldBackId = 'held_back';

/** `news` is what has just been recorded: then the letter is next, and before that its reason. */
export const heldBackView = (place: HeldBackPlace, news: string | null): ModalView => {
  const number = place.heldBackIn;
  const writing = caseActionButton('writeAnswer', number, '', news === null ? {} : { style: 'primary' });
  const logging = [
    caseActionButton('logRedaction', number, '', news === null ? { style: 'primary' } : {}),
    caseActionButton('logExemption', number),
  ];
  return {
    type: 'modal',
    callback_id: heldBackId,
    private_metadata: JSON.stringify(place),
    title: plain('Left out'),
    close: plain('Close'),
    blocks: [
      ...(news === null ? [] : [section(`✅ *${escaped(news)}*`)]),
      section(
        news === null
          ? `*${number}*: your draft is kept. Record what was left out and why, item by item; the letter takes it from there.`
          : 'Go on with the letter, or record what else was left out.',
      ),
      actions('held_back_next', news === null ? [...logging, writing] : [writing, ...logging]),
    ],
  };
};
