/** What a team is asked and what it has answered, as messages: systems, number and dates; whose data it is stands in the form alone. */
import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { AskedSystem, Case } from '../../requests/case/case.ts';
import { type System, systemNamed } from '../../requests/case/systems.ts';
import type { Right } from '../../requests/clock/rights.ts';
import type { AnswerDay } from '../../requests/reminders/search-days.ts';
import { actions, button, escaped, type Message, section, shortened } from '../blocks.ts';
import { type AnsweredRow, afterFound, answerByWords, answerLines, ownResultWords } from './after-search.ts';
import { mention } from './case-words.ts';
import { rightNames } from './right-names.ts';
import { mostBoxes, option } from './tick-boxes.ts';

const namesOf = (systems: readonly Pick<System, 'name'>[]): string =>
  systems.map(({ name }) => escaped(name)).join(', ');

type TeamAsked = {
  readonly number: string;
  readonly right: Right;
  readonly team: string;
  readonly systems: readonly System[];
  readonly by: AnswerDay;
};

/** The three answers and the way into the form; `suffix` tells several questions in one message apart. */
export const teamAnswerButtons = (
  blockId: string,
  number: string,
  team: string,
  suffix = '',
): ActionsBlock => {
  const value = `${number} ${team}`;
  const labelled = (text: string) => ({ accessibility_label: `${text}: ${number}` });
  return actions(blockId, [
    button('Open case', `open_case:${number}${suffix}`, number, {
      accessibility_label: `Open case ${number}`,
    }),
    button('Found', `team_found${suffix}`, value, labelled('Found')),
    button('Nothing there', `team_nothing${suffix}`, value, labelled('Nothing there')),
    button('Not ours', `team_not_ours${suffix}`, value, labelled('Not ours')),
  ]);
};

/** To one person of a team: number, right, systems and by when. Whose data it is stands behind *Open case*. */
export const teamAskedMessage = ({ number, right, team, systems, by }: TeamAsked): Message => {
  const where: readonly KnownBlock[] =
    systems.length > 1 && systems.length <= mostBoxes
      ? [
          {
            type: 'actions',
            block_id: 'where_0',
            elements: [
              {
                type: 'checkboxes',
                action_id: 'team_where',
                options: systems.map(({ id, name }) => option({ value: id, text: name, about: '' })),
              },
            ],
          },
        ]
      : [];
  return {
    text: `${number}: please look into ${namesOf(systems)}`,
    blocks: [
      section(
        [
          `*Please look into ${namesOf(systems)}* for ${number} (${rightNames[right]}).`,
          'Who it is about stands behind *Open case*, for you alone.',
          answerByWords(by),
          ...(where.length === 0 ? [] : ['Tick where something is, then press *Found*.']),
        ].join('\n'),
      ),
      ...where,
      teamAnswerButtons('team_answer', number, team),
    ],
  };
};

type TeamAnswered = {
  readonly number: string;
  readonly right: Right;
  readonly team: string;
  readonly rows: readonly AnsweredRow[];
  /** Who answered. */
  readonly by: readonly string[];
  readonly owner: string | null;
  /** Whether it can still be put right. */
  readonly open: boolean;
};

const nextWords = ({ rows, right, owner, open }: TeamAnswered): string => {
  if (open && rows.some(({ result }) => result === 'found'))
    return `*Still to do:* ${afterFound(right, owner)}`;
  return rows.length > 0 && rows.every(({ result }) => result === 'not_ours')
    ? 'Nothing more to do here: the privacy team asks somebody else.'
    : 'Nothing more to do here.';
};

/** What was answered, for which system, by whom, what follows from it, and the way to put it right. */
const teamAnsweredMessage = (answered: TeamAnswered): Message => {
  const { number, right, team, rows, by, open } = answered;
  const value = `${number} ${team}`;
  const found = rows.some(({ result }) => result === 'found');
  return {
    text: `${number}: answered for ${namesOf(rows)}`,
    blocks: [
      section(
        [
          `✅ ${number} (${rightNames[right]}): answered${by.length === 0 ? '' : ` by ${by.map(mention).join(' and ')}`}. Thank you.`,
          ...answerLines(rows, ownResultWords),
          nextWords(answered),
        ].join('\n'),
      ),
      ...(open
        ? [
            actions('team_answered', [
              ...(found
                ? [
                    button('Say what and where', 'team_correct:more', value, {
                      accessibility_label: `Say what was found and where: ${number}`,
                    }),
                  ]
                : []),
              button('Correct it', 'team_correct', value, { accessibility_label: `Correct it: ${number}` }),
            ]),
          ]
        : []),
    ],
  };
};

/** What was answered of these systems as the case has it now. */
export const answeredMessageOf = (
  request: Case,
  team: string,
  asked: readonly AskedSystem[],
  open: boolean,
) =>
  teamAnsweredMessage({
    number: request.number,
    right: request.right,
    team,
    rows: asked.flatMap(({ system, result }) =>
      result === null ? [] : [{ name: systemNamed(system, request.places).name, result }],
    ),
    by: [...new Set(asked.flatMap(({ answeredBy }) => answeredBy ?? []))],
    owner: request.owner,
    open,
  });

/** One button for each team whose answer can be put right. */
export const correctionButtons = (request: Case, answered: Case['asked']): readonly ActionsBlock[] => {
  const teams = [...new Set(answered.map(({ team }) => team))];
  const buttons = teams.map((team) => {
    const own = answered.filter((each) => each.team === team);
    const label = `Correct it: ${own.map(({ system }) => systemNamed(system, request.places).name).join(', ')}`;
    return button(shortened(label, 75), `team_correct:${team}`, `${request.number} ${team}`);
  });
  return buttons.length === 0 ? [] : [actions('team_corrections', buttons)];
};

/** In place of a question that nobody needs answered any more. */
export const askedInVainMessage = (number: string, why: 'ended' | 'asked again'): Message => {
  const text =
    why === 'ended'
      ? `${number}: this search is not needed any more. Nothing to do here.`
      : `${number}: this was asked again; please answer in the newer message.`;
  return { text, blocks: [section(text)] };
};
