/** Who returned an answer, and why: on top of the letter that is to be changed. */
import type { KnownBlock } from '@slack/types';
import { returnReasons } from '../../flows/cases/case-choices.ts';
import type { LetterScreen } from '../../flows/letters/letter-screen.ts';
import { inertQuote, section, shortened } from '../blocks.ts';
import { mention } from '../cases/case-words.ts';

/** Nothing where no answer came back. The approver's words are sealed ones: they stand in the form and in no message. */
export const returnedBlocks = ({ returned, letter }: LetterScreen): readonly KnownBlock[] => {
  if (returned === null) return [];
  const { by, reason, note } = returned;
  const why = returnReasons.find(([code]) => code === reason)?.[1];
  const kept = returned.letter === letter.id ? ' Below it stands as it was sent.' : '';
  return [
    section(
      why === undefined
        ? `*Taken back by ${mention(by)}.*${kept}`
        : `*Returned by ${mention(by)}:* ${why}.${kept}`,
    ),
    ...(note === null ? [] : [inertQuote(shortened(note, 2_500), null)]),
  ];
};
