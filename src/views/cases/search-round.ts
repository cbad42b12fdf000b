/** The round of searches as its owner asks it, and as a team answers it. */
import type { Checkboxes, InputBlock, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { RoundRow } from '../../flows/cases/teams.ts';
import type { Case } from '../../requests/case/case.ts';
import type { Personal } from '../../requests/case/case-events.ts';
import { type System, systemNamed } from '../../requests/case/systems.ts';
import type { Right } from '../../requests/clock/rights.ts';
import {
  actions,
  button,
  context,
  escaped,
  inertText,
  type Message,
  plain,
  section,
  shortened,
  textField,
} from '../blocks.ts';
import { rightNames } from './right-names.ts';

/** A group of checkboxes takes ten. */
const mostBoxes = 10;

type Box = { readonly value: string; readonly text: string; readonly about: string };

const option = ({ value, text, about }: Box) => ({
  value,
  text: plain(shortened(text, 75)),
  ...(about === '' ? {} : { description: plain(shortened(about, 75)) }),
});

const boxes = (
  blockId: string,
  label: string,
  all: readonly Box[],
  ticked: readonly string[],
  hint = '',
): readonly InputBlock[] =>
  Array.from({ length: Math.ceil(all.length / mostBoxes) }, (_, at): InputBlock => {
    const some = all.slice(at * mostBoxes, (at + 1) * mostBoxes);
    const initial = some.filter(({ value }) => ticked.includes(value)).map(option);
    const element: Checkboxes = {
      type: 'checkboxes',
      action_id: 'value',
      options: some.map(option),
      ...(initial.length === 0 ? {} : { initial_options: initial }),
    };
    return {
      type: 'input',
      block_id: `${blockId}_${at}`,
      label: plain(at === 0 ? label : `${label} (more)`),
      optional: true,
      ...(hint === '' || at > 0 ? {} : { hint: plain(hint) }),
      element,
    };
  });

/** Everything ticked in the groups that share a name. */
export const tickedIn = (fields: Readonly<Record<string, unknown>>, blockId: string): readonly string[] =>
  Object.entries(fields).flatMap(([block, value]) =>
    new RegExp(`^${blockId}_\\d+$`).test(block) && Array.isArray(value)
      ? value.filter((each): each is string => typeof each === 'string')
      : [],
  );

export const roundFormId = 'search_round';
export const roundPlace = z.object({
  number: z.string(),
  entry: z.string(),
  view: z.string(),
  beneath: z.string(),
});
export type RoundPlace = z.infer<typeof roundPlace>;

const stateWords: Readonly<Record<RoundRow['state'], string>> = {
  new: '',
  out: 'still out',
  not_ours: 'not theirs, they say',
  found: 'found',
  not_found: 'nothing there',
};

const box = ({ system, name, teamName, state }: RoundRow): Box => ({
  value: system,
  text: name,
  about: [teamName, stateWords[state]].filter((words) => words !== '').join(', '),
});

const open = ({ state }: RoundRow): boolean => state === 'new' || state === 'out' || state === 'not_ours';

/** *Ask the teams*: the systems that matter are ticked; where nobody can be asked, whoever owns the case says what was found. */
export const roundView = (place: RoundPlace, rows: readonly RoundRow[]): ModalView => {
  const out = rows.filter(({ state }) => state === 'out');
  const done = rows.filter(({ state }) => state === 'found' || state === 'not_found');
  const left = rows.filter(open);
  const asks = left.filter(({ people, state }) => people.length > 0 && state !== 'out');
  const own = left.filter(
    ({ people, state }) => people.length === 0 || state === 'out' || state === 'not_ours',
  );
  const said = (all: readonly RoundRow[]): string => all.map(({ name }) => escaped(name)).join(', ');
  const intro = [
    `*${place.number}*`,
    ...(out.length === 0 ? [] : [`Still out: *${said(out)}*. They are reminded every two working days.`]),
    ...(done.length === 0 ? [] : [`Answered: ${said(done)}.`]),
    ...(asks.length === 0 ? [] : ['Each team gets one message, without a name in it.']),
    ...(own.length === 0
      ? []
      : [
          'What is ticked under Searched is recorded as searched, with nothing there unless you say so below.',
        ]),
  ];
  return {
    type: 'modal',
    callback_id: roundFormId,
    private_metadata: JSON.stringify(place),
    title: plain('Ask the teams'),
    submit: plain(asks.length === 0 ? 'Record' : 'Ask'),
    close: plain('Back'),
    blocks: [
      section(intro.join('\n')),
      ...(asks.length === 0
        ? []
        : boxes(
            'ask',
            'Ask about',
            asks.map(box),
            asks.filter(({ ticked }) => ticked).map(({ system }) => system),
          )),
      ...(own.length === 0
        ? []
        : [
            ...boxes(
              'searched',
              asks.length === 0 ? 'Searched' : 'Searched by yourself',
              own.map(box),
              // A search is never recorded that nobody says was made.
              [],
              'Tick what you have searched.',
            ),
            ...boxes(
              'found',
              'Where was something found?',
              own.map((row) => ({ ...box(row), about: '' })),
              [],
            ),
            textField('terms', 'Search terms and dates', {
              optional: true,
              multiline: false,
              maximum: 500,
              hint: 'Sealed in the register.',
            }),
          ]),
    ],
  };
};

const namesOf = (systems: readonly System[]): string => systems.map(({ name }) => escaped(name)).join(', ');

type TeamAsked = {
  readonly number: string;
  readonly right: Right;
  readonly team: string;
  readonly systems: readonly System[];
  readonly due: string;
};

/** To one person of a team: number, right, systems and the date. Whose data it is stands behind *Open case*. */
export const teamAskedMessage = ({ number, right, team, systems, due }: TeamAsked): Message => {
  const value = `${number} ${team}`;
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
          due,
          ...(where.length === 0 ? [] : ['Tick where something is, then press *Found*.']),
        ].join('\n'),
      ),
      ...where,
      actions('team_answer', [
        button('Open case', `open_case:${number}`, number, { accessibility_label: `Open case ${number}` }),
        button('Found', 'team_found', value, { accessibility_label: `Found: ${number}` }),
        button('Nothing there', 'team_nothing', value, { accessibility_label: `Nothing there: ${number}` }),
        button('Not ours', 'team_not_ours', value, { accessibility_label: `Not ours: ${number}` }),
      ]),
    ],
  };
};

export const teamAnsweredMessage = ({ number, systems }: Pick<TeamAsked, 'number' | 'systems'>): Message => ({
  text: `${number}: answered for ${namesOf(systems)}`,
  blocks: [section(`✅ ${number}: answered for ${namesOf(systems)}. Thank you, nothing more to do here.`)],
});

export const teamSearchFormId = 'team_search';
export const teamSearchPlace = z.object({ number: z.string(), team: z.string(), entry: z.string() });

const results = [
  ['found', 'Found'],
  ['not_found', 'Nothing there'],
  ['not_ours', 'Not ours'],
] as const;

/** What somebody of an asked team sees: whose data, where, and the three answers. Nothing else of the case. */
export const teamSearchView = (
  request: Case,
  asked: Case['asked'],
  personal: Personal,
  entry: string,
): ModalView => {
  const [first] = asked;
  const team = first?.team ?? '';
  const systems = asked
    .filter((each) => each.team === team)
    .map(({ system }) => systemNamed(system, request.places));
  const lines = [
    ...(personal['name'] === undefined ? [] : [`Name: ${personal['name']}`]),
    ...(personal['contact'] === undefined ? [] : [`How to reach them: ${personal['contact']}`]),
    ...(personal['words'] === undefined ? [] : [`Their words: ${shortened(personal['words'], 1_500)}`]),
  ];
  return {
    type: 'modal',
    callback_id: teamSearchFormId,
    private_metadata: JSON.stringify({ number: request.number, team, entry }),
    title: plain(shortened(request.number, 24)),
    submit: plain('Record'),
    close: plain('Close'),
    blocks: [
      section(`*${rightNames[request.right]}*: is there anything about this person in ${namesOf(systems)}?`),
      ...(lines.length === 0 ? [] : [inertText(lines.join('\n'))]),
      {
        type: 'input',
        block_id: 'result',
        label: plain('What came of it?'),
        element: {
          type: 'radio_buttons',
          action_id: 'value',
          options: results.map(([value, text]) => ({ value, text: plain(text) })),
        },
      },
      ...(systems.length > 1
        ? boxes(
            'where',
            'Where was something found?',
            systems.map(({ id, name }) => ({ value: id, text: name, about: '' })),
            [],
          )
        : []),
      textField('findings', 'What, and where it lies', {
        optional: true,
        hint: 'Sealed in the register. Send the data itself by your usual safe way.',
      }),
      context('Only you and the privacy team see this.'),
    ],
  };
};
