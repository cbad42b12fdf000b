/** The gaps of a letter as fields, and in which group of them each stands. */

import type { InputBlock, PlainTextOption } from '@slack/types';
import type { LetterGap } from '../../flows/letters/composed-letter.ts';
import type { Origin } from '../../flows/letters/prefilled.ts';
import { plain, shortened, textField } from '../blocks.ts';
import { keptAsTyped, option } from './letter-step.ts';
import { gapField } from './shown-letter.ts';

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const originWords = (origin: Origin): string => {
  switch (origin.from) {
    case 'policy':
      return `From the policy, “${shortened(origin.section, 60)}”. Please confirm.`;
    case 'register':
      return 'From the register.';
    case 'company file':
      return 'From the company file. Please confirm.';
    case 'usual words':
      return 'Usual words. Please confirm.';
  }
};

const shapeOf = ({ kind, columns }: LetterGap): string => {
  switch (kind) {
    case 'text':
      return '';
    case 'date':
      return 'A date with its year, such as 22 December 2026.';
    case 'list':
      return 'One line for each.';
    case 'rows':
      return `One line for each, with a bar between: ${columns.join(' | ')}`;
    case 'confirmed':
      return '';
  }
};

const saysSo: readonly PlainTextOption[] = [
  option('yes', 'Yes, it is so'),
  option('no', 'No, or I do not know'),
];

/** A sentence that the letter says only where somebody has said that it is so. */
export const confirmedBlock = ({ name, label, typed }: LetterGap): InputBlock => {
  const initial = saysSo.find(({ value }) => value === typed);
  return {
    type: 'input',
    block_id: gapField(name),
    label: plain(shortened(`Can the letter say ${label}?`, 2_000)),
    optional: true,
    element: {
      type: 'radio_buttons',
      action_id: 'value',
      options: [...saysSo],
      ...(initial === undefined ? {} : { initial_option: initial }),
    },
  };
};

export const gapBlock = (gap: LetterGap, must: boolean): InputBlock => {
  const hint = [gap.origin === null ? '' : originWords(gap.origin), shapeOf(gap)].filter(
    (each) => each !== '',
  );
  return keptAsTyped(
    textField(gapField(gap.name), shortened(capital(gap.label), 140), {
      optional: !must,
      multiline: gap.kind !== 'date',
      ...(hint.length === 0 ? {} : { hint: shortened(hint.join(' '), 150) }),
      initial: shortened(gap.typed, 3_000),
    }),
  );
};

export const isOpenGap = ({ needed, typed }: LetterGap): boolean => needed && typed.trim() === '';

/** Nothing stands there, or nothing that can be read: these come first. */
export const isUnfinished = (gap: LetterGap): boolean => isOpenGap(gap) || gap.problem !== null;

/** What the register holds belongs into the letter, whether or not the letter would be whole without it. */
export const isToConfirm = (gap: LetterGap): boolean =>
  !isUnfinished(gap) && !isSaidSo(gap) && (gap.needed || gap.origin?.from === 'register');

export const isSaidSo = ({ kind }: LetterGap): boolean => kind === 'confirmed';
