/** One round of searches from its form to the register, and what a team answers. */
import { systemNamed } from '../../requests/case/systems.ts';
import { answerForTeam, askTeams, correctForTeam } from '../../requests/decisions/decide-search.ts';
import { type Refusal, refuse } from '../../requests/decisions/decision.ts';
import { gate } from '../../requests/decisions/gate.ts';
import { readTeamAnswer, type SaidOfSearch } from '../../requests/decisions/read-team-answer.ts';
import type { Casework } from './casework.ts';
import { type Changed, changeCase } from './change-case.ts';
import { seeCase } from './look-at-cases.ts';
import { type RoundRow, roundOf } from './teams.ts';

export type RoundSeen =
  | {
      readonly ok: true;
      readonly number: string;
      readonly rows: readonly RoundRow[];
      /** The file that says whom to ask; null where the general one stands in for the company's own. */
      readonly file: string | null;
    }
  | Refusal
  | { readonly ok: false; readonly code: 'no_such_case'; readonly facts: { readonly number: string } };

/** The round of a case for whoever works on it. */
export const seeRound = async (desk: Casework, number: string, user: string): Promise<RoundSeen> => {
  const seen = await seeCase(desk, number, user);
  if (!seen.ok) return seen;
  if (seen.sees !== 'case') return refuse('team_only');
  const shut = gate('askTeams', seen.request, seen.moment);
  if (shut !== null) return shut;
  const { file, neutral } = desk.company;
  const own = neutral ? null : (file.split(/[\\/]/u).at(-1) ?? file);
  return { ok: true, number, rows: await roundOf(desk, seen.request), file: own };
};

export type RoundForm = {
  readonly entry: string;
  /** Systems whose teams are asked. */
  readonly ask: readonly string[];
  /** Systems that whoever fills in the form has searched, and those of them where something was found. */
  readonly searched: readonly string[];
  readonly found: readonly string[];
  readonly terms: string;
};

/** What the round has done, so that it can be said: names of systems. */
export type RoundSent =
  | (Extract<Changed, { readonly ok: true }> & {
      readonly asked: readonly string[];
      readonly searched: readonly { readonly name: string; readonly result: 'found' | 'not_found' }[];
    })
  | Exclude<Changed, { readonly ok: true }>;

export const sendRound = async (
  desk: Casework,
  number: string,
  user: string,
  form: RoundForm,
): Promise<RoundSent> => {
  const seen = await seeRound(desk, number, user);
  if (!seen.ok) return seen;
  const asked = seen.rows.filter(({ system, people }) => people.length > 0 && form.ask.includes(system));
  const teams = [...new Set(asked.map(({ team }) => team))].map((team) => {
    const rows = asked.filter((row) => row.team === team);
    return { team, systems: rows.map(({ system }) => system), people: rows[0]?.people ?? [] };
  });
  const own = seen.rows
    .filter(({ system }) => !asked.some((row) => row.system === system))
    .filter(({ system }) => form.searched.includes(system) || form.found.includes(system))
    .map(({ system }) => ({
      system,
      result: form.found.includes(system) ? ('found' as const) : ('not_found' as const),
    }));
  const personal = form.terms === '' ? {} : { personal: { terms: form.terms } };
  const done = await changeCase(desk, number, user, (request, moment) =>
    askTeams(request, { entry: form.entry, teams, own, ...personal }, moment),
  );
  const nameOf = (id: string): string => seen.rows.find(({ system }) => system === id)?.name ?? id;
  return done.ok
    ? {
        ...done,
        asked: asked.map(({ name }) => name),
        searched: own.map(({ system, result }) => ({ name: nameOf(system), result })),
      }
    : done;
};

export type TeamAnswerGiven = SaidOfSearch & {
  readonly entry: string;
  readonly team: string;
  readonly findings: string;
};

/** All that is still out of one team; `correcting` changes what the team has answered instead. */
export const answerRound = (
  desk: Casework,
  number: string,
  user: string,
  given: TeamAnswerGiven,
  correcting = false,
): Promise<Changed> => {
  const { entry, team, findings } = given;
  return changeCase(desk, number, user, (request, moment) => {
    const all = request.asked.filter((each) => each.team === team && (each.result === null) !== correcting);
    if (all.length === 0) return refuse('already_done');
    // What the form showed: a later round may have asked others of the same team.
    const own = all.filter(({ people }) => people.includes(user));
    const asked = own.length > 0 ? own : all;
    const read = readTeamAnswer(
      asked.map(({ system }) => systemNamed(system, request.places)),
      given,
    );
    if (!read.ok) return read;
    const personal = findings === '' ? {} : { personal: { findings } };
    const decide = correcting ? correctForTeam : answerForTeam;
    return decide(request, { entry, answers: read.answers, ...personal }, moment);
  });
};
