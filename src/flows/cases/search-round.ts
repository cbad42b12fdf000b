/** One round of searches from its form to the register, and what a team answers. */
import type { TeamResult } from '../../requests/case/case-events.ts';
import { answerForTeam, askTeams } from '../../requests/decisions/decide-search.ts';
import { type Refusal, refuse } from '../../requests/decisions/decision.ts';
import { gate } from '../../requests/decisions/gate.ts';
import type { Casework } from './casework.ts';
import { type Changed, changeCase } from './change-case.ts';
import { seeCase } from './look-at-cases.ts';
import { type RoundRow, roundOf } from './teams.ts';

export type RoundSeen =
  | { readonly ok: true; readonly number: string; readonly rows: readonly RoundRow[] }
  | Refusal
  | { readonly ok: false; readonly code: 'no_such_case'; readonly facts: { readonly number: string } };

/** The round of a case for whoever works on it. */
export const seeRound = async (desk: Casework, number: string, user: string): Promise<RoundSeen> => {
  const seen = await seeCase(desk, number, user);
  if (!seen.ok) return seen;
  if (seen.sees !== 'case') return refuse('team_only');
  const shut = gate('askTeams', seen.request, seen.moment);
  return shut ?? { ok: true, number, rows: await roundOf(desk, seen.request) };
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

export const sendRound = async (
  desk: Casework,
  number: string,
  user: string,
  form: RoundForm,
): Promise<Changed> => {
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
  return changeCase(desk, number, user, (request, moment) =>
    askTeams(request, { entry: form.entry, teams, own, ...personal }, moment),
  );
};

export type TeamAnswerGiven = {
  readonly entry: string;
  readonly team: string;
  readonly result: TeamResult;
  /** Of several systems, those where something was found. */
  readonly where: readonly string[];
  readonly findings: string;
};

/** All that is still out of one team: what is not named as found was searched and held nothing. */
export const answerRound = (
  desk: Casework,
  number: string,
  user: string,
  { entry, team, result, where, findings }: TeamAnswerGiven,
): Promise<Changed> =>
  changeCase(desk, number, user, (request, moment) => {
    const out = request.asked.filter((each) => each.team === team && each.result === null);
    const several = out.length > 1;
    const answers = out.map(({ system }) => ({
      system,
      result: result === 'found' && several && !where.includes(system) ? ('not_found' as const) : result,
    }));
    return answers.length === 0
      ? refuse('already_done')
      : answerForTeam(
          request,
          { entry, answers, ...(findings === '' ? {} : { personal: { findings } }) },
          moment,
        );
  });
