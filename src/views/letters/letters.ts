/** One letter of a case on two pages: the fields, filled as far as policy and register know, then the letter to be read and sent on. */
import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { LetterGap } from '../../flows/letters/composed-letter.ts';
import type { LetterScreen } from '../../flows/letters/letter-screen.ts';
import type { Origin } from '../../flows/letters/prefilled.ts';
import {
  actions,
  button,
  context,
  escaped,
  header,
  plain,
  section,
  shortened,
  textField,
} from '../blocks.ts';
import { carried } from '../carried.ts';
import { rightNames } from '../cases/right-names.ts';
import { askBlocks, keptAsTyped, openLists, option, stepParts } from './letter-step.ts';
import { letterBlocks } from './letter-text.ts';
import { returnedBlocks } from './returned.ts';

const factPrefix = 'fact_';

/** Which letter of which case a form shows, the fingerprint of what its reader saw, and the case beneath. Nothing of a person. */
const shownLetter = z.object({
  number: z.string(),
  letter: z.string(),
  hash: z.string(),
  page: z.enum(['write', 'read']).default('read'),
  view: z.string().default(''),
  beneath: z.string().default(''),
  /** What the form said about other people's data, on its way from the first page to the second. */
  heldBack: z.enum(['nothing', 'something', '']).default(''),
});
export type ShownLetter = z.infer<typeof shownLetter>;

/** What stands in the form's metadata; null where that is not one of these forms. */
export const readShownLetter = (metadata: string): ShownLetter | null => carried(shownLetter, metadata);

/** What a person typed into the gaps, by fact name; an emptied field is '' and stays empty. */
export const typedGaps = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([block, value]) =>
      block.startsWith(factPrefix) && (typeof value === 'string' || value === null)
        ? [[block.slice(factPrefix.length), value ?? ''] as const]
        : [],
    ),
  );

export const gapField = (name: string): string => `${factPrefix}${name}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
const confirmedBlock = ({ name, label, typed }: LetterGap): InputBlock => {
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

const gapBlock = (gap: LetterGap, must: boolean): InputBlock => {
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

const isOpenGap = ({ needed, typed }: LetterGap): boolean => needed && typed.trim() === '';

/** Nothing stands there, or nothing that can be read: these come first. */
const isUnfinished = (gap: LetterGap): boolean => isOpenGap(gap) || gap.problem !== null;

/** What the register holds belongs into the letter, whether or not the letter would be whole without it. */
const isToConfirm = (gap: LetterGap): boolean =>
  !isUnfinished(gap) && !isSaidSo(gap) && (gap.needed || gap.origin?.from === 'register');

const isSaidSo = ({ kind }: LetterGap): boolean => kind === 'confirmed';

/** Gaps by their names, and what is wrong with what stands there: before anybody types. */
const stillNeeded = (screen: LetterScreen): readonly KnownBlock[] => {
  const { gaps } = screen.composed;
  const open = [...openLists(screen), ...gaps.filter(isOpenGap).map(({ label }) => label)];
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

const writeBlocks = (screen: LetterScreen): readonly KnownBlock[] => {
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

/** What has to be mended first is said before the press: a letter like that has no button to send it on. */
const isSound = ({ composed: { findings, gaps } }: LetterScreen): boolean =>
  !findings.some(({ severity }) => severity === 'error') && !gaps.some(({ problem }) => problem !== null);

const readBlocks = (screen: LetterScreen): readonly KnownBlock[] => [
  ...findingBlocks(screen),
  ...letterBlocks(screen.composed.text),
  context(
    'Copy it and send it yourself: I never send letters. It holds personal data, so keep it out of Slack messages.',
  ),
  ...(screen.composed.gaps.length === 0
    ? []
    : [
        actions('letter_change', [
          button('Change something', 'letter_write', 'write', isSound(screen) ? {} : { style: 'primary' }),
        ]),
      ]),
  ...(isSound(screen) || screen.step.kind === 'read'
    ? [{ type: 'divider' as const }, ...stepParts(screen).blocks]
    : []),
];

export const lettersFormId = 'letter_of_case';

/** An answer is confirmed field by field before it is read; what only passes on needs no more than its gaps. */
export const firstPage = ({ step, composed: { gaps } }: LetterScreen): ShownLetter['page'] =>
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
  const submit = writing ? 'Preview' : isSound(screen) ? stepParts(screen).submit : null;
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
