/** The second page of a letter: what has to be mended, the letter to be read, and what is done with it. */

import type { KnownBlock } from '@slack/types';
import { isSound } from '../../flows/letters/composed-letter.ts';
import type { LetterScreen } from '../../flows/letters/letter-screen.ts';
import { actions, button, context, escaped, section, shortened } from '../blocks.ts';
import { isOpenGap } from './gap-fields.ts';
import { stepParts } from './letter-step.ts';
import { letterBlocks } from './letter-text.ts';

const findingBlocks = ({ composed: { findings, gaps } }: LetterScreen): readonly KnownBlock[] => {
  const open = gaps.filter(isOpenGap).length;
  // What a gap leaves unsaid is said by its field; what is still missing after that shows then.
  const known = open === 0 ? ['gap'] : ['gap', 'element_missing'];
  const errors = findings.filter(({ severity, code }) => severity === 'error' && !known.includes(code));
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const say = (all: typeof findings) =>
    [...new Set(all.map(({ message }) => `• ${escaped(shortened(message, 300))}`))].slice(0, 12);
  const must = [
    ...(open === 0 ? [] : [`• ${open} ${open === 1 ? 'gap is' : 'gaps are'} still open.`]),
    ...say(errors),
  ];
  return [
    ...(must.length === 0 ? [] : [section(shortened(`*Before this goes out*\n${must.join('\n')}`, 2_900))]),
    ...(warnings.length === 0
      ? []
      : [section(shortened(`*Please look at*\n${say(warnings).join('\n')}`, 2_900))]),
  ];
};

export const readBlocks = (screen: LetterScreen): readonly KnownBlock[] => [
  ...findingBlocks(screen),
  ...letterBlocks(screen.composed.text),
  context(
    'Copy it and send it yourself: I never send letters. It holds personal data, so keep it out of Slack messages.',
  ),
  ...(screen.composed.gaps.length === 0
    ? []
    : [
        actions('letter_change', [
          button(
            'Change something',
            'letter_write',
            'write',
            isSound(screen.composed) ? {} : { style: 'primary' },
          ),
        ]),
      ]),
  // What has to be mended first is said before the press: a letter like that has no button to send it on.
  ...(isSound(screen.composed) || screen.step.kind === 'read'
    ? [{ type: 'divider' as const }, ...stepParts(screen).blocks]
    : []),
];
