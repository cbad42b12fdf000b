/** What is said while no question can be read, because what lies beside the policies does not open any more: to whoever asks, and to the privacy channel. */
import { escaped, type Message, section, shortened } from '../blocks.ts';

/** Plain text; `contact` is where staff can write to. */
export const policiesClosedWords = (contact: string): string =>
  `I cannot read our policy just now: its files were changed and do not open. Nothing was answered. Whoever runs me has been told; until it is mended, please ask ${contact}. Then ask me again: I need no restart.`;

/** `why` names the file and what is to be done with it. */
export const policiesClosedAlert = (why: string): Message => ({
  text: 'I cannot read our policy any more, so I answer no question.',
  blocks: [
    section(
      [
        '*I cannot read our policy any more, so I answer no question.*',
        escaped(shortened(why, 1_500)),
        'Whoever runs me types `npx privacy policy check`, and puts the file right or back. I then answer again by myself; to use a new edition, start me again.',
      ].join('\n'),
    ),
  ],
});
