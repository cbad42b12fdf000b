/** One letter of a case as a form on two pages: its fields, then the letter to be read and sent on. */

import type { KnownBlock, ModalView } from '@slack/types';
import { isSound } from '../../flows/letters/composed-letter.ts';
import type { LetterScreen } from '../../flows/letters/letter-screen.ts';
import { escaped, header, plain, section } from '../blocks.ts';
import { rightNames } from '../cases/right-names.ts';
import { isOpenGap } from './gap-fields.ts';
import { option, stepParts } from './letter-step.ts';
import { readBlocks } from './read-page.ts';
import { returnedBlocks } from './returned.ts';
import type { ShownLetter } from './shown-letter.ts';
import { writeBlocks } from './write-page.ts';

const chooser = ({ choices, letter }: LetterScreen): KnownBlock => {
  const options = choices.slice(0, 100).map(({ id, title }) => option(id, title));
  const initial = options.find(({ value }) => value === letter.id);
  return choices.length === 1
    ? section(`*${escaped(letter.title)}*`)
    : {
        type: 'section',
        block_id: 'letter_choice',
        text: { type: 'mrkdwn', text: '*Which letter?* The best one for now stands first.' },
        accessory: {
          type: 'static_select',
          action_id: 'choose_letter',
          options: [...options],
          ...(initial === undefined ? {} : { initial_option: initial }),
        },
      };
};

export const lettersFormId = 'letter_of_case';

/** An answer is confirmed field by field before it is read; what only passes on needs no more than its gaps. */
const firstPage = ({ step, composed: { gaps } }: LetterScreen): ShownLetter['page'] =>
  gaps.length > 0 && (step.kind === 'review' || step.kind.startsWith('ask_') || gaps.some(isOpenGap))
    ? 'write'
    : 'read';

export type LetterForm = {
  readonly page?: ShownLetter['page'];
  /** What just happened, in a sentence of ours. */
  readonly said?: string | null;
  readonly under?: Pick<ShownLetter, 'view' | 'beneath'>;
  readonly heldBack?: ShownLetter['heldBack'];
};

const titles: Readonly<Partial<Record<LetterScreen['step']['kind'], string>>> = {
  review: 'Write the answer',
  record_answer: 'Record response sent',
};

export const lettersView = (screen: LetterScreen, form: LetterForm = {}): ModalView => {
  const { number, right, letter, composed } = screen;
  const { said = null, under = { view: '', beneath: '' }, heldBack = '' } = form;
  const page = form.page ?? firstPage(screen);
  const writing = page === 'write' && composed.gaps.length > 0;
  const submit = writing ? 'Preview' : isSound(composed) ? stepParts(screen).submit : null;
  return {
    type: 'modal',
    callback_id: lettersFormId,
    private_metadata: JSON.stringify({
      number,
      letter: letter.id,
      hash: composed.hash,
      page: writing ? 'write' : 'read',
      ...under,
      heldBack,
    }),
    title: plain(titles[screen.step.kind] ?? 'Letters'),
    close: plain('Close'),
    notify_on_close: true,
    ...(submit === null ? {} : { submit: plain(submit) }),
    blocks: [
      ...(said === null ? [] : [section(said)]),
      header(`${number} · ${rightNames[right]}`),
      ...returnedBlocks(screen),
      chooser(screen),
      ...(writing ? writeBlocks(screen) : readBlocks(screen)),
    ],
  };
};
