/** The control of a gesture: the same words, value and question before it wherever it stands. */
import type { Button, KnownBlock } from '@slack/types';
import { gestureRows, isCaseGesture } from '../flows/cases/gesture-rows.ts';
import { stoppedWords } from '../flows/cases/rows-answer.ts';
import type { Right } from '../requests/clock/rights.ts';
import { type Gesture, rules } from '../requests/decisions/gestures.ts';
import { button, context, plain, shortened } from './blocks.ts';

/** What a button or menu entry carries: `<gesture> <case number> <task or approval>`. Ids only. */
export const gestureValue = (gesture: Gesture, number: string, about = ''): string =>
  about === '' ? `${gesture} ${number}` : `${gesture} ${number} ${about}`;

/** The words for the person, where the press says that they have been told. */
export const toldBlocks = (gesture: Gesture | undefined, right: Right): readonly KnownBlock[] =>
  gesture === 'stopAndTell' || gesture === 'confirmStopped'
    ? [context(`Tell the person: “${stoppedWords(right)}”`)]
    : [];

export const gestureButton = (
  gesture: Gesture,
  number: string,
  about = '',
  more: { readonly style?: 'primary'; readonly label?: string } = {},
): Button => {
  const { label: known } = rules[gesture];
  const label = more.label ?? known;
  const row = isCaseGesture(gesture) ? gestureRows[gesture] : null;
  return button(
    label,
    `case_do:${gesture}${about === '' ? '' : `:${about}`}`,
    gestureValue(gesture, number, about),
    {
      accessibility_label: shortened(`${label}: ${number}`, 75),
      ...(more.style === undefined ? {} : { style: more.style }),
      ...(row?.sure === undefined
        ? {}
        : {
            confirm: {
              title: plain(label),
              text: plain(row.sure),
              confirm: plain(label),
              deny: plain('Not now'),
            },
          }),
    },
  );
};
