/** The form behind a question to a team: whose data, where, the three answers, to give or to correct. */
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Case } from '../../requests/case/case.ts';
import type { Personal, TeamResult } from '../../requests/case/case-events.ts';
import { teamResults } from '../../requests/case/event-codes.ts';
import { systemNamed } from '../../requests/case/systems.ts';
import type { AnswerDay } from '../../requests/reminders/search-days.ts';
import { context, escaped, inertText, plain, section, shortened, textField } from '../blocks.ts';
import { afterFound, answerByWords, ownResultWords } from './after-search.ts';
import { rightNames } from './right-names.ts';
import { correctionButtons } from './team-messages.ts';
import { boxes } from './tick-boxes.ts';

export const teamSearchFormId = 'team_search';
export const teamSearchPlace = z.object({
  number: z.string(),
  team: z.string(),
  entry: z.string(),
  correcting: z.boolean().optional(),
});

type TeamSearchForm = {
  readonly request: Case;
  readonly asked: Case['asked'];
  /** What this person's other teams have answered: corrected in a form of its own. */
  readonly answered: Case['asked'];
  readonly personal: Personal;
  readonly by: AnswerDay;
  readonly entry: string;
  /** What was chosen or answered already. */
  readonly given?: { readonly result: TeamResult | null; readonly where: readonly string[] };
  /** Why the form is shown although something was pressed. */
  readonly problem?: string;
};

/** An earlier answer as the form shows it: something found says it for all. */
const givenIn = (asked: Case['asked']): TeamResult | null => {
  const results = asked.map(({ result }) => result);
  if (results.includes('found')) return 'found';
  return results.includes('not_found') ? 'not_found' : (results[0] ?? null);
};

/** The way to what was answered before: that of the other teams, and where one form shows one team, that of the rest. */
const correctingBlocks = (
  request: Case,
  { asked, answered }: Pick<TeamSearchForm, 'asked' | 'answered'>,
): readonly KnownBlock[] => {
  const team = asked[0]?.team;
  const others = [...answered, ...asked.filter((each) => each.team !== team && each.result !== null)];
  return correctionButtons(request, others);
};

/** What somebody of an asked team sees: whose data, where, and the three answers, to give or to correct. Nothing else of the case. */
export const teamSearchView = (form: TeamSearchForm): ModalView => {
  const { request, personal, by, entry, problem } = form;
  const team = form.asked[0]?.team ?? '';
  const asked = form.asked.filter((each) => each.team === team);
  const correcting = asked.every(({ result }) => result !== null);
  const systems = asked.map(({ system }) => systemNamed(system, request.places));
  const having = (result: TeamResult) =>
    asked.filter((each) => each.result === result).map(({ system }) => system);
  const names = systems.map(({ name }) => escaped(name)).join(', ');
  const given = form.given ?? { result: givenIn(asked), where: having('found') };
  const options = teamResults.map((value) => ({ value, text: plain(ownResultWords[value]) }));
  const chosen = options.find(({ value }) => value === given.result);
  const lines = [
    ...(personal['name'] === undefined ? [] : [`Name: ${personal['name']}`]),
    ...(personal['contact'] === undefined ? [] : [`How to reach them: ${personal['contact']}`]),
    ...(personal['words'] === undefined ? [] : [`Their words: ${shortened(personal['words'], 1_500)}`]),
  ];
  const tickable = systems.map(({ id, name }) => ({ value: id, text: name, about: '' }));
  return {
    type: 'modal',
    callback_id: teamSearchFormId,
    private_metadata: JSON.stringify({
      number: request.number,
      team,
      entry,
      ...(correcting ? { correcting } : {}),
    }),
    title: plain(shortened(request.number, 24)),
    submit: plain(correcting ? 'Correct' : 'Record'),
    close: plain('Close'),
    blocks: [
      ...(problem === undefined ? [] : [section(`*${escaped(problem)}*`)]),
      section(
        [
          `*${rightNames[request.right]}*: is there anything about this person in ${names}?`,
          ...(correcting
            ? ['What you answered stands below. Change it, or add to it; whoever works the case is told.']
            : [answerByWords(by)]),
        ].join('\n'),
      ),
      ...(lines.length === 0 ? [] : [inertText(lines.join('\n'))]),
      {
        type: 'input',
        block_id: 'result',
        label: plain('What came of it?'),
        element: {
          type: 'radio_buttons',
          action_id: 'value',
          options,
          ...(chosen === undefined ? {} : { initial_option: chosen }),
        },
      },
      ...(systems.length > 1
        ? [
            ...boxes('where', 'Where was something found?', tickable, given.where),
            ...boxes(
              'foreign',
              'Which of them are not yours?',
              tickable,
              correcting ? having('not_ours') : [],
            ),
          ]
        : []),
      textField('findings', 'What, and where it lies', { optional: true, hint: 'Sealed in the register.' }),
      context(`If something is found: ${afterFound(request.right, request.owner)}`),
      context('Only you and the privacy team see this.'),
      ...correctingBlocks(request, form),
    ],
  };
};
