/** Who searches where: the teams and systems of a company, as far as one round of searches needs to know them. */
import type { Case } from '../../requests/case/case.ts';
import { defaultSystems, systemNamed } from '../../requests/case/systems.ts';
import type { Right } from '../../requests/clock/rights.ts';

export type TeamHere = {
  readonly id: string;
  readonly name: string;
  /** User groups (S…) and people (U…, W…) who are asked; empty where the owner of a case says it for them. */
  readonly slack: readonly string[];
};

export type SystemHere = {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly hint: string;
  /** For which rights and for whose requests it matters; null for all. */
  readonly rights: readonly Right[] | null;
  readonly for: readonly Case['people'][] | null;
  /** Whether it is searched unless somebody leaves it out. */
  readonly ticked: boolean;
};

export type TeamsHere = {
  readonly teams: readonly TeamHere[];
  readonly systems: readonly SystemHere[];
  /** Who takes a case that nobody has taken, in turn: user ids. */
  readonly rota: readonly string[];
  /** The people behind ids, groups opened. */
  readonly members: (ids: readonly string[]) => Promise<readonly string[]>;
};

const teamNames: readonly (readonly [string, string])[] = [
  ['operations', 'Operations'],
  ['senior_management', 'Senior management'],
  ['marketing', 'Marketing'],
  ['support', 'Support'],
  ['accounts', 'Accounts'],
];

/** The systems of today, and no people: the owner of a case says what was found. */
export const defaultTeams: TeamsHere = {
  teams: teamNames.map(([id, name]) => ({ id, name, slack: [] })),
  systems: defaultSystems.map((system) => ({
    ...system,
    rights: null,
    for: null,
    // Backups are searched only where the data exists nowhere else (procedure B1).
    ticked: system.id !== 'backups',
  })),
  rota: [],
  members: (ids) => Promise.resolve(ids.filter((id) => !id.startsWith('S'))),
};

/** The systems that matter for this right and this person, those of the case first. */
export const systemsThatMatter = (here: TeamsHere, request: Case): readonly SystemHere[] => {
  const known = here.systems.filter(
    ({ rights, for: whom }) =>
      (rights === null || rights.includes(request.right)) && (whom === null || whom.includes(request.people)),
  );
  const left = request.systems
    .filter((id) => !here.systems.some((system) => system.id === id))
    .map((id): SystemHere => ({ ...systemNamed(id), rights: null, for: null, ticked: true }));
  return [...known, ...left];
};

export type RoundRow = {
  readonly system: string;
  readonly name: string;
  readonly team: string;
  readonly teamName: string;
  /** Who would be asked; empty where nobody is named. */
  readonly people: readonly string[];
  /** Where it stands: not asked, still out, or what came of it. */
  readonly state: 'new' | 'out' | 'not_ours' | 'found' | 'not_found';
  readonly askedAt: string | null;
  readonly ticked: boolean;
};

/** The round of a case as it stands: what can be asked, what is out, what came back. */
export const roundOf = async (here: TeamsHere, request: Case): Promise<readonly RoundRow[]> => {
  const people = new Map<string, readonly string[]>();
  for (const { id, slack } of here.teams) people.set(id, await here.members(slack));
  const begun = request.asked.length > 0 || request.searches.length > 0;
  return systemsThatMatter(here, request).map(({ id, name, team, ticked }): RoundRow => {
    const asked = request.asked.find(({ system }) => system === id);
    const searched = request.searches.findLast(({ system }) => system === id)?.result;
    return {
      system: id,
      name,
      team,
      teamName: here.teams.find((each) => each.id === team)?.name ?? team,
      people: people.get(team) ?? [],
      state: asked === undefined ? (searched ?? 'new') : (asked.result ?? 'out'),
      askedAt: asked?.askedAt ?? null,
      ticked: ticked && !begun,
    };
  });
};
