/** Who searches where: one round of searches, from the teams and systems of the company and what the case knows already. */
import { type CompanySystem, teamName } from '../../company/company.ts';
import type { Case } from '../../requests/case/case.ts';
import { systemNamed } from '../../requests/case/systems.ts';
import type { Casework } from './casework.ts';

type Here = Pick<Casework, 'company' | 'members' | 'saidAway'>;
type Searched = Pick<CompanySystem, 'id' | 'name' | 'team' | 'ticked'>;

/** The systems that matter for this right and this person, and those that the case was logged with. */
const systemsThatMatter = (
  { systems }: Pick<Here['company'], 'systems'>,
  request: Case,
): readonly Searched[] => {
  const known = systems.filter(
    ({ rights, for: whom }) =>
      (rights === null || rights.includes(request.right)) && (whom === null || whom.includes(request.people)),
  );
  const left = request.systems
    .filter((id) => !known.some((system) => system.id === id))
    .map((id): Searched => ({ ...systemNamed(id, request.places), ticked: true }));
  return [...known, ...left];
};

export type RoundRow = {
  readonly system: string;
  readonly name: string;
  readonly team: string;
  readonly teamName: string;
  /** Who would be asked; empty where nobody is named, or Slack lists nobody in the team's group now. */
  readonly people: readonly string[];
  /** All of them have said that they are away now. */
  readonly away: boolean;
  /** Whether the company file names anybody in Slack for the team. */
  readonly named: boolean;
  /** Where it stands: not asked, still out, or what came of it. */
  readonly state: 'new' | 'out' | 'not_ours' | 'found' | 'not_found';
  readonly ticked: boolean;
};

/** Without Slack to open groups with, only people are somebody. */
const peopleAmong = (ids: readonly string[]): Promise<readonly string[]> =>
  Promise.resolve(ids.filter((id) => !id.startsWith('S')));

/** The round of a case as it stands: what can be asked, what is out, what came back. */
export const roundOf = async (
  { company, members = peopleAmong, saidAway }: Here,
  request: Case,
): Promise<readonly RoundRow[]> => {
  const people = new Map<string, readonly string[]>();
  for (const { id, slack } of company.teams) people.set(id, await members(slack));
  const away = (await saidAway?.([...people.values()].flat())) ?? new Set();
  const begun = request.asked.length > 0 || request.searches.length > 0;
  return systemsThatMatter(company, request).map(({ id, name, team, ticked }): RoundRow => {
    const here = people.get(team) ?? [];
    const asked = request.asked.find(({ system }) => system === id);
    const searched = request.searches.findLast(({ system }) => system === id)?.result;
    return {
      system: id,
      name,
      team,
      teamName: teamName(company, team),
      people: here,
      away: here.length > 0 && here.every((user) => away.has(user)),
      named: company.teams.some((each) => each.id === team && each.slack.length > 0),
      state: asked === undefined ? (searched ?? 'new') : (asked.result ?? 'out'),
      ticked: ticked && !begun,
    };
  });
};
