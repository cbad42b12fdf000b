/** One round of searches: teams are asked, say what came of it, or whoever works the case says it for them (Art 15; procedure B1). */
import { type AskedSystem, type Case, isOpen } from '../case/case.ts';
import type { CaseEvent, Personal, TeamResult } from '../case/case-events.ts';
import { insteadIn } from './case-actions.ts';
import { type Actor, allow, type Decision, has, kept, type Moment, refuse, stamp } from './decision.ts';
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
    ({ system, result }, index): CaseEvent => ({
      type: 'search_logged',
      ...base,
      entry: `${round.entry}:${system}`,
      system,
      result,
      // What somebody says once about several systems is kept once.
      ...(index === 0 ? kept(round.personal) : {}),
    }),
  );
  const events = [...asked, ...own];
  if (events.length === 0) return refuse('text_missing', { what: 'at least one system' });
  const entries = events.flatMap((event) => ('entry' in event ? [event.entry] : []));
  if (entries.some((entry) => request.entries.includes(entry))) return refuse('already_done');
  return allow(...events);
};

export type TeamAnswer = {
  readonly entry: string;
  readonly answers: readonly { readonly system: string; readonly result: TeamResult }[];
  readonly personal?: Personal;
};

/** The answers as events; what was said about them stands with the first thing found, or else with the first. */
const answered = (
  input: TeamAnswer,
  answers: TeamAnswer['answers'],
  moment: Moment,
): readonly CaseEvent[] => {
  const about = answers.find(({ result }) => result === 'found') ?? answers[0];
  return answers.map(
    (each): CaseEvent => ({
      type: 'team_answered',
      ...stamp(moment),
      entry: `${input.entry}:${each.system}`,
      system: each.system,
      result: each.result,
      ...(each === about ? kept(input.personal) : {}),
    }),
  );
};

/** Whoever was asked, and the privacy team for them. */
const mayAnswer = ({ people }: AskedSystem, actor: Actor): boolean =>
  people.includes(actor.id) || has(actor, 'team');

/** By somebody of the team that was asked, or by the privacy team for them. What has been answered is changed by {@link correctForTeam} alone. */
export const answerForTeam = (request: Case, input: TeamAnswer, moment: Moment): Decision => {
  const { actor } = moment;
  const asked = request.asked.filter((each) => mayAnswer(each, actor));
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
  return allow(...answered(input, open, moment));
};

/**
 * What a team has answered, put right or added to, as long as the person has not been answered: the first answer stays in the history. Only
 * what differs is recorded; words alone go with what was found.
 */
export const correctForTeam = (request: Case, input: TeamAnswer, moment: Moment): Decision => {
  const { actor } = moment;
  const given = request.asked.filter((each) => each.result !== null && mayAnswer(each, actor));
  const answers = input.answers.flatMap((each) => {
    const before = given.find(({ system }) => system === each.system)?.result;
    return before == null ? [] : [{ ...each, same: before === each.result }];
  });
  if (answers.length === 0) return refuse('assignee_only');
  if (!isOpen(request)) return refuse('answer_gone_out');
  if (input.answers.some(({ system }) => request.entries.includes(`${input.entry}:${system}`)))
    return refuse('already_done');
  const changed = answers.filter(({ same }) => !same);
  const more = answers.filter(({ result }) => result === 'found').slice(0, 1);
  const told =
    changed.length > 0 || input.personal === undefined ? changed : [...more, ...answers].slice(0, 1);
  if (told.length === 0) return refuse('same_value');
  return allow(...answered(input, told, moment).map((event) => ({ ...event, corrects: true }) as const));
};
