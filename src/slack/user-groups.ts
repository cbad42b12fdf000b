/** Who is in the privacy team, asked of Slack. */
import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Clock } from '../base/clock.ts';
import type { Casework } from '../flows/cases/casework.ts';
import type { Dependencies, Membership } from '../handlers/dependencies.ts';
import type { Role } from '../requests/decisions/decision.ts';

const members = z.object({ users: z.array(z.string()) });
/** Whoever is taken out of a group has lost their role within so long. */
const keptMs = 10_000;

/** Who is in a user group, asked of Slack at most once in ten seconds, by whoever asks first. Rejects when Slack does not answer. */
export const groupMembers = (
  client: App['client'],
  clock: Clock,
): ((group: string) => Promise<readonly string[]>) => {
  const known = new Map<string, { readonly at: number; readonly users: Promise<readonly string[]> }>();
  return async (group) => {
    const kept = known.get(group);
    const now = clock().getTime();
    if (kept !== undefined && Math.abs(now - kept.at) < keptMs) return kept.users;
    const users = client.usergroups.users
      .list({ usergroup: group })
      .then((found) => [...members.parse(found).users]);
    known.set(group, { at: now, users });
    users.catch(() => known.delete(group));
    return users;
  };
};

/** Whether a person is one of `ids` (people and user groups). When Slack cannot say, the answer is `unknown`, never `member`. */
export const membershipOf =
  (
    ids: readonly string[],
    group: (id: string) => Promise<readonly string[]>,
    failed: (error: unknown) => void,
  ) =>
  async (user: string): Promise<Membership> => {
    if (ids.length === 0) return 'nobody_configured';
    if (ids.includes(user)) return 'member';
    try {
      const groups = await Promise.all(ids.filter((id) => id.startsWith('S')).map(group));
      return groups.some((users) => users.includes(user)) ? 'member' : 'stranger';
    } catch (error) {
      failed(error);
      return 'unknown';
    }
  };

/** Everybody among `ids`, groups opened. A group that Slack cannot list right now is left out and heard of by `failed`. */
export const everyoneIn =
  (
    ids: readonly string[],
    group: (id: string) => Promise<readonly string[]>,
    failed: (error: unknown) => void,
  ) =>
  async (): Promise<readonly string[]> => {
    const found = await Promise.all(
      ids.map((id) =>
        id.startsWith('S')
          ? group(id).catch((error: unknown) => {
              failed(error);
              return [];
            })
          : [id],
      ),
    );
    return [...new Set(found.flat())];
  };

/** Asked of Slack when something is done. Whoever Slack cannot place right now has no role. */
export const rolesFrom =
  (team: Dependencies['privacyTeam'], approvers: Dependencies['approvers']): Casework['rolesOf'] =>
  async (user) => {
    const [inTeam, approving] = await Promise.all([team(user), approvers(user)]);
    const roles: readonly (readonly [Role, boolean])[] = [
      ['anyone', true],
      ['team', inTeam === 'member'],
      ['approver', approving === 'member'],
    ];
    return roles.flatMap(([role, has]) => (has ? [role] : []));
  };
