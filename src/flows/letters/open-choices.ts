/** What a letter's form asks beside its gaps, as long as nobody has answered it. */
import type { LetterScreen, LetterStep } from './letter-screen.ts';

export type OpenChoice = {
  readonly name: 'doubt_code' | 'ground_code' | 'register_reasons';
  /** As "only you know …" goes on. */
  readonly label: string;
  /** What to do about it, for its field. */
  readonly problem: string;
};

type Review = Extract<LetterStep, { kind: 'review' }>;

/** A refusal names its ground and its reasons before it is read; without a ground to choose, neither is asked for. */
export const isRefusal = (step: LetterStep): step is Review =>
  step.kind === 'review' && step.outcomes.includes('refused') && step.grounds.length > 0;

const fromList = 'Please choose one from the list.';

export const openChoices = ({ step, codes }: Pick<LetterScreen, 'step' | 'codes'>): readonly OpenChoice[] => {
  if (step.kind === 'ask_identity')
    return step.doubts.some(([code]) => code === codes['doubt_code'])
      ? []
      : [{ name: 'doubt_code', label: 'why there is a doubt', problem: fromList }];
  if (!isRefusal(step)) return [];
  const ground: OpenChoice = { name: 'ground_code', label: 'the ground for refusing', problem: fromList };
  const reasons: OpenChoice = {
    name: 'register_reasons',
    label: 'the reasons, for the register',
    problem: 'Please write why this ground applies.',
  };
  return [
    ...(step.grounds.some(({ id }) => id === codes['ground_code']) ? [] : [ground]),
    ...((codes['register_reasons'] ?? '').trim() === '' ? [reasons] : []),
  ];
};
