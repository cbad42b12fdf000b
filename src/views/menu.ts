/** The menu, the ask form, what the policy covers, and the Home tab. */
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Knowledge } from '../knowledge/answer/answer.ts';
import {
  actions,
  button,
  context,
  escaped,
  header,
  type Message,
  mrkdwn,
  plain,
  section,
  shortened,
  textField,
} from './blocks.ts';

/** Questions longer than this are a letter, not a question. */
export const longestQuestion = 1_000;

const menuText =
  'I answer from our privacy policy, word for word, and help with requests about personal data. Type /privacy and your question, or use the buttons.';

/** Whether somebody may see and work cases: what they could only be refused is not offered to them. */
type Reader = { readonly team: boolean };

const menuButtons = (opened: string, { team }: Reader): KnownBlock =>
  actions('menu', [
    button('Ask a question', 'menu_ask', opened, { style: 'primary' }),
    button('Log a rights request', 'menu_request', opened),
    ...(team ? [button('My cases', 'menu_cases', opened)] : []),
    button('What the policy covers', 'menu_covers', opened),
  ]);

/** `/privacy` and `/privacy help`. */
export const menuMessage = (channel: string, example: string, reader: Reader): Message => ({
  text: menuText,
  blocks: [
    header('Privacy Assistant'),
    section(
      'I answer from our privacy policy *in its own words*, and walk you through requests that people make about their personal data.',
    ),
    menuButtons(channel, reader),
    section(
      [
        '*Or type*',
        `\`/privacy ${escaped(example)}\` – a private answer`,
        '`/privacy request` – log a request somebody made',
        '`/privacy deadline 2026-01-31 erasure` – when an answer is due, and why',
        reader.team
          ? '`/privacy cases` and `/privacy case DSR-2026-0001` – the open cases, and one of them'
          : '`/privacy cases` – what waits for you; `/privacy case DSR-2026-0001` – your step or your question in that case',
        ...(reader.team
          ? [
              '`/privacy entries` and `/privacy gaps` – our own saved answers, and where the policy leaves people without one',
              '`/privacy report` – how the register stands',
            ]
          : []),
        '`/privacy away until 18 December` – your reminders go to others as well; `/privacy back` when you are here again',
        '`/privacy about-me` – what I hold about you',
      ].join('\n'),
    ),
    context(
      'Only you can see this. You can also message me directly, or mention me in a channel. On any message, choose *Is this a rights request?* from its menu.',
    ),
  ],
});

/** "/privacy reqest": the command that was meant, and the way to ask it as a question all the same. */
export const didYouMeanCommand = (meant: string, typed: string): Message => ({
  text: escaped(`Did you mean /privacy ${meant}?`),
  blocks: [
    section(`Did you mean \`/privacy ${escaped(shortened(meant, 100)).replaceAll('`', '')}\`?`),
    actions('meant_command', [
      button(`/privacy ${meant}`, 'run_command', shortened(meant, 1_900), { style: 'primary' }),
      button('Ask it as a question', 'ask_this:0', shortened(typed, 1_900)),
    ]),
  ],
});

export const askFormId = 'ask_question';

export const askForm = (channel: string | null, example: string): ModalView => ({
  type: 'modal',
  callback_id: askFormId,
  private_metadata: channel ?? '',
  title: plain('Ask the policy'),
  submit: plain('Ask'),
  close: plain('Cancel'),
  blocks: [
    textField('question', 'Your question', {
      placeholder: example,
      hint: 'Leave out names and other personal details: the policy speaks about everybody.',
      maximum: longestQuestion,
    }),
  ],
});

type Sections = Knowledge['sections'];

const sectionTitles = (sections: Sections): readonly string[] => [
  ...new Set(sections.map(({ title }) => title).filter((title) => title.trim() !== '')),
];

/** One row a section, each with a button that asks about it. */
const coverage = (sections: Sections, most: number): readonly KnownBlock[] => {
  const titles = sectionTitles(sections);
  return [
    ...titles.slice(0, most).map(
      (title, index): KnownBlock => ({
        type: 'section',
        text: mrkdwn(escaped(shortened(title, 500))),
        accessory: button('Ask about this', `ask_this:${index}`, shortened(title, longestQuestion), {
          accessibility_label: shortened(`Ask about this: ${title}`, 75),
        }),
      }),
    ),
    ...(titles.length > most ? [context(`And ${titles.length - most} further sections.`)] : []),
  ];
};

export const coverageView = (sections: Sections, channel: string | null): ModalView => ({
  type: 'modal',
  private_metadata: channel ?? '',
  title: plain('What is covered'),
  close: plain('Close'),
  blocks: [
    section('*The policy has these sections.* Press one to read what it says.'),
    ...coverage(sections, 90),
  ],
});

/** A further part of the Home tab, for one person: my tasks, my logged requests, the register's state. */
export type HomePart = readonly KnownBlock[];

/** `begun` is what stood in the box and has not been answered; '' for nothing. */
export const homeView = (
  sections: Sections,
  parts: readonly HomePart[],
  example: string,
  begun: string,
  { team }: Reader,
): HomeView => ({
  type: 'home',
  blocks: [
    header('Privacy Assistant'),
    section('Ask what our privacy policy says. Every answer quotes it word for word.'),
    {
      type: 'input',
      block_id: 'home_question',
      label: plain('Your question'),
      optional: true,
      dispatch_action: true,
      element: {
        type: 'plain_text_input',
        action_id: 'home_ask',
        max_length: longestQuestion,
        ...(begun === '' ? {} : { initial_value: begun.slice(0, longestQuestion) }),
        placeholder: plain(shortened(example, 150)),
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
      },
    },
    actions('home_menu', [
      button('Ask', 'home_ask_button', 'home', { style: 'primary' }),
      button('Log a rights request', 'menu_request', ''),
      ...(team ? [button('My cases', 'menu_cases', '')] : []),
    ]),
    ...parts.flat().slice(0, 60),
    { type: 'divider' },
    section('*What the policy covers*'),
    ...coverage(sections, 25),
  ],
});
