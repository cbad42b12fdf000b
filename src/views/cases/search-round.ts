/** The round of searches as whoever works the case asks it. */
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { RoundSent } from '../../flows/cases/search-round.ts';
import type { RoundRow } from '../../flows/cases/teams.ts';
import { escaped, plain, section, textField } from '../blocks.ts';
import { answerLines } from './after-search.ts';
import { type Box, boxes } from './tick-boxes.ts';

export const roundFormId = 'search_round';
export const roundPlace = z.object({
  number: z.string(),
  entry: z.string(),
  view: z.string(),
  beneath: z.string(),
});
export type RoundPlace = z.infer<typeof roundPlace>;

/** What the round that was just sent has done: who is asked, and what is recorded as searched. */
export const roundSentWords = (
  number: string,
  { asked, searched }: Pick<Extract<RoundSent, { readonly ok: true }>, 'asked' | 'searched'>,
): string => {
  const named = (result: 'found' | 'not_found'): string =>
    searched
      .filter((each) => each.result === result)
      .map(({ name }) => name)
      .join(', ');
  const found = named('found');
  const nothing = named('not_found');
  const said = [
    ...(asked.length === 0 ? [] : [`asked about ${asked.join(', ')}; the teams are told in working hours`]),
    ...(found === '' ? [] : [`recorded as searched by you, with something found: ${found}`]),
    ...(nothing === '' ? [] : [`recorded as searched by you, with nothing there: ${nothing}`]),
  ];
  return `${number}: ${said.join('. ')}`;
};

const stateWords: Readonly<Record<RoundRow['state'], string>> = {
  new: '',
  out: 'still out',
  not_ours: 'not theirs, they say',
  found: 'found',
  not_found: 'nothing there',
};

const box = ({ system, name, teamName, state, away }: RoundRow): Box => ({
  value: system,
  text: name,
  about: [teamName, away ? 'away now' : '', stateWords[state]].filter((words) => words !== '').join(', '),
});

const open = ({ state }: RoundRow): boolean => state === 'new' || state === 'out' || state === 'not_ours';

const unique = (names: readonly string[]): string => [...new Set(names)].map(escaped).join(', ');

/** Why nobody can be asked about a system, and who can change that. */
const nobodyWords = (rows: readonly RoundRow[], file: string | null): readonly string[] => {
  const alone = rows.filter(({ people }) => people.length === 0);
  const unnamed = alone.filter(({ named }) => !named);
  const empty = alone.filter(({ named }) => named);
  const where = file === null ? 'a company file of your own' : `\`${file}\``;
  return [
    ...(unnamed.length === 0
      ? []
      : [
          `Nobody can be asked about ${unique(unnamed.map(({ name }) => name))}: no group or person in Slack is named for ${unique(unnamed.map(({ teamName }) => teamName))}. Whoever runs this bot enters them in ${where}, under \`teams\` as \`slack\`.`,
        ]),
    ...(empty.length === 0
      ? []
      : [
          `Nobody can be asked about ${unique(empty.map(({ name }) => name))} now: Slack shows nobody in the group of ${unique(empty.map(({ teamName }) => teamName))}.`,
        ]),
  ];
};

/** *Ask the teams*: the systems that matter are ticked; where nobody can be asked, whoever owns the case says what was found. */
export const roundView = (
  place: RoundPlace,
  rows: readonly RoundRow[],
  file: string | null = null,
): ModalView => {
  const out = rows.filter(({ state }) => state === 'out');
  const left = rows.filter(open);
  const asks = left.filter(({ people, state }) => people.length > 0 && state !== 'out');
  const own = left.filter(
    ({ people, state }) => people.length === 0 || state === 'out' || state === 'not_ours',
  );
  const said = (all: readonly RoundRow[]): string => all.map(({ name }) => escaped(name)).join(', ');
  const intro = [
    `*${place.number}*`,
    ...(out.length === 0 ? [] : [`Still out: *${said(out)}*. They are reminded every two working days.`]),
    ...answerLines(
      rows.flatMap(({ name, state: result }) =>
        result === 'found' || result === 'not_found' || result === 'not_ours' ? [{ name, result }] : [],
      ),
    ),
    ...(asks.length === 0 ? [] : ['Each team gets one message, without a name in it.']),
    ...(own.length === 0
      ? []
      : [
          'What is ticked under Searched is recorded as searched, with nothing there unless you say so below.',
        ]),
    ...nobodyWords(left, file),
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
