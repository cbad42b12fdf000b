/** One round of searches: teams are asked, say what came of it, or whoever works the case says it for them (Art 15; procedure B1). */
import type { Case } from '../case/case.ts';
import { isOpen } from '../case/case.ts';
import type { CaseEvent, Personal, TeamResult } from '../case/case-events.ts';
import { insteadIn } from './case-actions.ts';
import { allow, type Decision, has, type Moment, refuse, stamp } from './decision.ts';
import { gate } from './gate.ts';

export type SearchRound = {
  /** Made when the form opened: the same form twice is one round. */
  readonly entry: string;
  readonly teams: readonly {
    readonly team: string;
    readonly systems: readonly string[];
    readonly people: readonly string[];
  }[];
  /** Searched by whoever fills in the form, because nobody else is asked. */
  readonly own: readonly { readonly system: string; readonly result: 'found' | 'not_found' }[];
  readonly personal?: Personal;
};

export const askTeams = (request: Case, round: SearchRound, moment: Moment): Decision => {
  const shut = gate('askTeams', request, moment);
  if (shut) return shut;
  const base = stamp(moment);
  const asked = round.teams.flatMap(({ team, systems, people }): readonly CaseEvent[] =>
    systems.length === 0
      ? []
      : [{ type: 'teams_asked', ...base, entry: `${round.entry}:${team}`, team, systems, people }],
  );
  const own = round.own.map(
    ({ system, result }): CaseEvent => ({
      type: 'search_logged',
      ...base,
      entry: `${round.entry}:${system}`,
      system,
      result,
      ...(round.personal === undefined ? {} : { personal: round.personal }),
    }),
  );
  const events = [...asked, ...own];
  if (events.length === 0) return refuse('text_missing', { what: 'at least one system' });
  const entries = events.flatMap((event) => ('entry' in event ? [event.entry] : []));
  if (entries.some((entry) => request.entries.includes(entry))) return refuse('already_done');
  return allow(...events);
};

/** By somebody of the team that was asked, or by the privacy team for them. What has been answered stays answered. */
export const answerForTeam = (
  request: Case,
  input: {
    readonly entry: string;
    readonly answers: readonly { readonly system: string; readonly result: TeamResult }[];
    readonly personal?: Personal;
  },
  moment: Moment,
): Decision => {
  const { actor } = moment;
  const asked = request.asked.filter(({ people }) => people.includes(actor.id) || has(actor, 'team'));
  const answers = input.answers.filter(({ system }) => asked.some((each) => each.system === system));
  if (answers.length === 0) return refuse('assignee_only');
  if (!isOpen(request))
    return refuse('wrong_state', {
      state: request.state.replaceAll('_', ' '),
      instead: insteadIn[request.state],
    });
  const open = answers.filter(
    ({ system }) => request.asked.find((each) => each.system === system)?.result === null,
  );
  if (open.length === 0) return refuse('already_done');
  return allow(
    ...open.map(
      ({ system, result }): CaseEvent => ({
        type: 'team_answered',
        ...stamp(moment),
        entry: `${input.entry}:${system}`,
        system,
        result,
        ...(input.personal === undefined ? {} : { personal: input.personal }),
      }),
    ),
  );
};
