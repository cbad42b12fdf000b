/** The local workspace's own people play the teams of a company that has named nobody there. */
import type { Company } from '../company/company.ts';
import type { Workspace } from '../workspace/start.ts';

/** Whoever the company file names and the workspace does not know cannot be written to here. */
export const staffedBy = (
  { staff, known }: Pick<Workspace, 'staff' | 'known'>,
  company: Company,
): Company => {
  const here = (ids: readonly string[]) => ids.filter((id) => known.includes(id));
  return {
    ...company,
    rota: here(company.rota),
    teams: company.teams.map((team) => {
      const own = here(team.slack);
      const kind = team.steps.find((step) => staff[step] !== undefined) ?? 'other';
      return { ...team, slack: own.length > 0 ? own : (staff[kind] ?? []) };
    }),
  };
};
