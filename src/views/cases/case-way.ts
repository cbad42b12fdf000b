/** The way into a case that somebody named in words: buttons, and nothing of the case itself. */
import type { SeenByReader, SeenQuestion } from '../../flows/cases/look-at-cases.ts';
import { actions, button, type Message, section } from '../blocks.ts';
import { correctionButtons } from './team-messages.ts';

const ways = {
  question: [
    'You were asked to search for this case. What you see of it is that question.',
    'Open my question',
  ],
  answered: ['You have answered what you were asked for this case. You can put it right.', 'Open my answer'],
  tasks: ['Your step in this case stands behind the button.', 'Open my step'],
  case: ['It stands behind the button.', 'Open case'],
} as const;

type Seen =
  | SeenQuestion
  | { readonly sees: Exclude<Extract<SeenByReader, { readonly ok: true }>['sees'], 'search'> };

const wayOf = (seen: Seen): keyof typeof ways => {
  if (seen.sees !== 'search') return seen.sees;
  return seen.asked.some(({ result }) => result === null) ? 'question' : 'answered';
};

export const caseWay = (number: string, seen: Seen): Message => {
  const [words, label] = ways[wayOf(seen)];
  return {
    text: `${number}: ${label}`,
    blocks: [
      section(`*${number}* ${words}`),
      actions('case_way', [
        button(label, 'open_case', number, { style: 'primary', accessibility_label: `${label}: ${number}` }),
      ]),
      ...(seen.sees === 'search' ? correctionButtons(seen.request, seen.answered) : []),
    ],
  };
};
