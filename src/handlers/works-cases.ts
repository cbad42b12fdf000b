/** Whether somebody may see and work cases, looked up when they are shown something. */
import type { Casework } from '../flows/cases/casework.ts';
import { has } from '../requests/decisions/decision.ts';

export const worksCases = async (
  { cases }: { readonly cases: Pick<Casework, 'rolesOf'> },
  user: string,
): Promise<boolean> => has({ id: user, roles: await cases.rolesOf(user) }, 'team');
