import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { LetterGap } from '../flows/letters/compose-letter.ts';
import type { LetterScreen } from '../flows/letters/letters-of-case.ts';
import { actions, button, context, escaped, header, plain, section, shortened, textField } from './blocks.ts';
import { option, stepParts } from './letter-step.ts';
import { letterBlocks } from './letter-text.ts';
import { rightNames } from './right-names.ts';

const factPrefix = 'fact_';

/** Which letter of which case a form shows, and the fingerprint of what its reader saw. Nothing of a person. */
const shownLetter = z.object({ number: z.string(), letter: z.string(), hash: z.string() });
export type ShownLetter = z.infer<typeof shownLetter>;

/** What stands in the form's metadata; null where that is not one of these forms. */
export const readShownLetter = (metadata: string): ShownLetter | null => {
  try {
    return shownLetter.safeParse(JSON.parse(metadata)).data ?? null;
  } catch {
    return null;
  }
};

/** What a person typed into the gaps, by fact name. */
export const typedGaps = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([block, value]) =>
      block.startsWith(factPrefix) && typeof value === 'string'
        ? [[block.slice(factPrefix.length), value] as const]
        : [],
    ),
  );

export const gapField = (name: string): string => `${factPrefix}${name}`;

const hintOf = ({ kind, columns }: LetterGap): string | undefined => {
  switch (kind) {
    case 'text':
      return undefined;
    case 'date':
      return 'A date with its year, such as 22 December 2026.';
    case 'list':
      return 'One line for each.';
    case 'rows':
      return `One line for each, its parts between bars: ${columns.join(' | ')}`;
  }
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A letter that is only read may be shown again with its gaps; one that goes out may not have any. */
const gapBlock = (gap: LetterGap, must: boolean): InputBlock => {
  const hint = hintOf(gap);
  return textField(gapField(gap.name), shortened(capital(gap.label), 140), {
    optional: !must,
    multiline: gap.kind !== 'date',
    ...(hint === undefined ? {} : { hint: shortened(hint, 150) }),
    initial: gap.typed,
  });
};

const gapBlocks = ({ composed: { gaps }, step }: LetterScreen): readonly KnownBlock[] => {
  const needed = gaps.filter((gap) => gap.needed);
  const optional = gaps.filter((gap) => !gap.needed);
  return gaps.length === 0
    ? []
    : [
        { type: 'divider' },
        ...(needed.length === 0
          ? []
          : [section('*What I do not know*\nEach stands as [[…]] in the letter until you fill it in.')]),
        ...needed.slice(0, 30).map((gap) => gapBlock(gap, step.kind !== 'read')),
        ...(optional.length === 0 ? [] : [section('*If it applies*')]),
        ...optional.slice(0, 15).map((gap) => gapBlock(gap, false)),
        ...(step.kind === 'read'
          ? []
          : [actions('letter_refresh', [button('Show the letter with this', 'refresh_letter', 'refresh')])]),
        context(
          'What you type stays in this form. It is kept only when you send the letter for review or record it.',
        ),
      ];
};

const findingBlocks = ({ composed: { findings, gaps } }: LetterScreen): readonly KnownBlock[] => {
  const wrong = gaps.flatMap(({ label, problem }) =>
    problem === null ? [] : [`• ${escaped(capital(label))}: ${escaped(problem)}`],
  );
  // The gaps have fields of their own; one line is enough for them here.
  const open = findings.filter(({ code }) => code === 'gap').length;
  // What a gap leaves unsaid is said by its field; what is still missing after that shows then.
  const known = open === 0 ? ['gap'] : ['gap', 'element_missing'];
  const errors = findings.filter(({ severity, code }) => severity === 'error' && !known.includes(code));
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const say = (all: typeof findings) =>
    [...new Set(all.map(({ message }) => `• ${escaped(shortened(message, 300))}`))].slice(0, 12);
  const must = [
    ...wrong,
    ...(open === 0 ? [] : [`• ${open} ${open === 1 ? 'gap is' : 'gaps are'} still open.`]),
    ...say(errors),
  ];
  return [
    ...(must.length === 0 ? [] : [section(shortened(`*Before this goes out*\n${must.join('\n')}`, 2_900))]),
    ...(warnings.length === 0
      ? []
      : [section(shortened(`*Please look at*\n${say(warnings).join('\n')}`, 2_900))]),
    ...(must.length + warnings.length === 0
      ? [section(':white_check_mark: The check found nothing to mend.')]
      : []),
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

export const lettersFormId = 'letter_of_case';

/** One letter of a case: read it, fill it, copy it, record it. `said` is what just happened, in a sentence of ours. */
export const lettersView = (screen: LetterScreen, said: string | null = null): ModalView => {
  const { number, right, letter, composed } = screen;
  const { submit, blocks } = stepParts(screen);
  return {
    type: 'modal',
    callback_id: lettersFormId,
    private_metadata: JSON.stringify({ number, letter: letter.id, hash: composed.hash }),
    title: plain('Letters'),
    close: plain('Close'),
    ...(submit === null ? {} : { submit: plain(submit) }),
    blocks: [
      ...(said === null ? [] : [section(said)]),
      header(`${number} · ${rightNames[right]}`),
      chooser(screen),
      ...findingBlocks(screen),
      { type: 'divider' },
      ...letterBlocks(composed.text),
      context(
        'Copy it and send it yourself: I never send letters. It holds personal data, so keep it out of Slack messages.',
        `Fingerprint ${composed.hash}`,
      ),
      ...gapBlocks(screen),
      { type: 'divider' },
      ...blocks,
    ],
  };
};
