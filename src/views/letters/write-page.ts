/** The first page of a letter: its fields, filled as far as policy and register know. */

import type { InputBlock, KnownBlock } from '@slack/types';
import type { LetterScreen } from '../../flows/letters/letter-screen.ts';
import { openChoices } from '../../flows/letters/open-choices.ts';
import { context, escaped, plain, section, shortened } from '../blocks.ts';
import {
  capital,
  confirmedBlock,
  gapBlock,
  isOpenGap,
  isSaidSo,
  isToConfirm,
  isUnfinished,
} from './gap-fields.ts';
import { askBlocks } from './letter-step.ts';

/** Gaps by their names, and what is wrong with what stands there: before anybody types. */
const stillNeeded = (screen: LetterScreen): readonly KnownBlock[] => {
  const { gaps } = screen.composed;
  const open = [
    ...openChoices(screen).map(({ label }) => label),
    ...gaps.filter(isOpenGap).map(({ label }) => label),
  ];
  const wrong = gaps.flatMap(({ label, problem }) =>
    problem === null ? [] : [`• ${escaped(capital(label))}: ${escaped(problem)}`],
  );
  return [
    ...(open.length === 0
      ? []
      : [section(shortened(`*Only you know:* ${open.map(escaped).join(', ')}.`, 2_900))]),
    ...(wrong.length === 0 ? [] : [section(shortened(wrong.join('\n'), 2_900))]),
    ...(open.length + wrong.length === 0
      ? [section('Everything is filled in. Please confirm it; change what does not fit.')]
      : []),
  ];
};

export const heldBackBlock = 'held_back';

const heldBackField: InputBlock = {
  type: 'input',
  block_id: heldBackBlock,
  label: plain('Did anything have to be left out?'),
  hint: plain('Other people’s data, or what an exemption covers.'),
  element: {
    type: 'radio_buttons',
    action_id: 'value',
    options: [
      { text: plain('Nothing had to be left out'), value: 'nothing' },
      { text: plain('Something is left out; I record it in the case first'), value: 'something' },
    ],
  },
};

/** Whoever says that nothing is held is asked too: the step stays open otherwise, and no form would close it. */
const asksHeldBack = ({ asksHeldBack: asks, step }: LetterScreen): boolean =>
  asks && step.kind === 'review' && step.outcomes.some((each) => each === 'full' || each === 'no_data');

export const writeBlocks = (screen: LetterScreen): readonly KnownBlock[] => {
  const { gaps } = screen.composed;
  const open = gaps.filter(isUnfinished);
  const filled = gaps.filter(isToConfirm);
  const saidSo = gaps.filter(isSaidSo);
  const optional = gaps.filter((gap) => !isUnfinished(gap) && !isToConfirm(gap) && !isSaidSo(gap));
  return [
    ...(screen.step.kind === 'read' ? [context(escaped(screen.step.why))] : []),
    ...stillNeeded(screen),
    ...askBlocks(screen),
    ...open.slice(0, 20).map((gap) => gapBlock(gap, gap.needed)),
    ...(asksHeldBack(screen) ? [heldBackField] : []),
    ...(saidSo.length === 0
      ? []
      : [
          { type: 'divider' as const },
          section('*Is it so?* The letter says it only where you say yes.'),
          ...saidSo.map(confirmedBlock),
        ]),
    ...(filled.length === 0 ? [] : [{ type: 'divider' as const }, section('*Please confirm*')]),
    ...filled.slice(0, 30).map((gap) => gapBlock(gap, gap.needed)),
    ...(optional.length === 0 ? [] : [{ type: 'divider' as const }, section('*If it applies*')]),
    ...optional.slice(0, 15).map((gap) => gapBlock(gap, false)),
    context(
      'What you write is kept, sealed, until the letter goes on its way. Nobody else sees it but the privacy team.',
    ),
  ];
};
