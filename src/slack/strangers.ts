/** Whether somebody belongs to this company: told from the team and enterprise that every payload carries, and from Slack's profile for guests. */
import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Clock } from '../base/clock.ts';
import type { SlackPayload } from './payload-shape.ts';

/** Our own workspace, as `auth.test` names it. */
export type HomeTeam = { readonly team: string; readonly enterprise: string | null };

export type Belonging = 'colleague' | 'guest' | 'stranger';

const text = z.string().optional().catch(undefined);
const team = z
  .union([
    z.object({ id: text, enterprise_id: text }),
    z.string().transform((id) => ({ id, enterprise_id: undefined })),
  ])
  .optional()
  .catch(undefined);

/** The fields in which a payload says where somebody comes from (docs `/reference/interaction-payloads`, `/apis/events-api`). */
const origin = z.object({
  team_id: text,
  team,
  user_id: text,
  user: z
    .union([
      z.object({ id: text, team_id: text }),
      z.string().transform((id) => ({ id, team_id: undefined })),
    ])
    .optional()
    .catch(undefined),
  event: z
    .object({
      user: z
        .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
        .optional()
        .catch(undefined),
      user_team: text,
      source_team: text,
      team: text,
    })
    .optional()
    .catch(undefined),
});

export type PayloadOrigin = { readonly user: string | null; readonly teams: readonly string[] };

const known = (ids: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(ids.flatMap((id) => (id === undefined || id === '' ? [] : [id]))),
];

/** Who did it, and every team that the payload names as theirs. An event's own `team_id` is where it was heard, not where they are from. */
export const originOf = (body: SlackPayload): PayloadOrigin => {
  const read = origin.safeParse(body);
  if (!read.success) return { user: null, teams: [] };
  const { event, user, user_id: typist, team: from, team_id: typedIn } = read.data;
  if (event !== undefined)
    return { user: event.user ?? null, teams: known([event.user_team ?? event.source_team ?? event.team]) };
  return { user: user?.id ?? typist ?? null, teams: known([user?.team_id ?? from?.id ?? typedIn]) };
};

const profile = z.object({
  user: z.object({
    team_id: text,
    is_restricted: z.boolean().nullish().catch(null),
    is_ultra_restricted: z.boolean().nullish().catch(null),
    is_stranger: z.boolean().nullish().catch(null),
    is_bot: z.boolean().nullish().catch(null),
    deleted: z.boolean().nullish().catch(null),
    enterprise_user: z.object({ enterprise_id: text }).nullish().catch(null),
  }),
});

type Profile = z.infer<typeof profile>['user'];

/** How long Slack's word on one person holds: guests are made and unmade by administrators, seldom. */
const keptMs = 10 * 60_000;
const mostKept = 20_000;

/** At once where it is known, else when Slack has said it; rejects when Slack does not. */
type ProfileOf = (user: string) => Profile | Promise<Profile>;

/** Slack's profile of a person, asked once in ten minutes. */
export const profilesFrom = (client: App['client'], clock: Clock): ProfileOf => {
  const asked = new Map<string, { readonly at: number; readonly profile: Profile | Promise<Profile> }>();
  return (user) => {
    const now = clock().getTime();
    const before = asked.get(user);
    if (before !== undefined && Math.abs(now - before.at) < keptMs) return before.profile;
    const asking = client.users.info({ user }).then((found) => profile.parse(found).user);
    asked.set(user, { at: now, profile: asking });
    asking.then(
      (found) => asked.set(user, { at: now, profile: found }),
      () => asked.delete(user),
    );
    const oldest = asked.keys().next().value;
    if (asked.size > mostKept && oldest !== undefined) asked.delete(oldest);
    return asking;
  };
};

/** `allowed` holds what the operator lets in: team or enterprise ids, and the word `guests`. */
export const belongingOf = (
  { team_id, is_restricted, is_ultra_restricted, is_stranger, enterprise_user }: Profile,
  home: HomeTeam,
): Belonging => {
  const enterprise = enterprise_user?.enterprise_id;
  const ours = home.enterprise !== null && enterprise === home.enterprise;
  if (is_stranger === true || (team_id !== undefined && team_id !== home.team && !ours)) return 'stranger';
  return is_restricted === true || is_ultra_restricted === true ? 'guest' : 'colleague';
};

export type Strangers = {
  /** What keeps whoever did this out; `colleague` when nothing does. Never rejects, and takes less than half a second. */
  readonly whoIs: (body: SlackPayload) => Promise<Belonging>;
  /** Whether this person can be given work: a living account of a colleague, and no bot. Null when Slack does not say. */
  readonly canHoldWork: (user: string) => Promise<boolean | null>;
};

/** Longer than this nobody waits for a profile: the ids of the payload decide alone. */
const patienceMs = 400;

/**
 * Teams are held against `home` first; then Slack's profile tells guests, and colleagues from other workspaces of the same enterprise.
 * When Slack does not say in time, a payload of our own team passes and any other does not. `home` is null until Slack has named it.
 */
export const strangersFrom = (
  profileOf: ProfileOf,
  home: () => HomeTeam | null,
  allowed: readonly string[],
  after: (ms: number) => Promise<void>,
  failed: (error: unknown) => void,
): Strangers => {
  const ask = (user: string): Profile | null | Promise<Profile | null> => {
    const found = profileOf(user);
    if (!(found instanceof Promise)) return found;
    return Promise.race([
      found.catch((error: unknown) => {
        failed(error);
        return null;
      }),
      after(patienceMs).then(() => null),
    ]);
  };
  return {
    whoIs: async (body) => {
      const { user, teams } = originOf(body);
      const here = home();
      if (user === null || here === null) return 'colleague';
      if (teams.some((id) => allowed.includes(id))) return 'colleague';
      const ours = (id: string): boolean => id === here.team || id === here.enterprise;
      const known = teams.every(ours);
      // Without an enterprise another team is another company; with one, only the profile tells.
      if (!known && here.enterprise === null) return 'stranger';
      const found = await ask(user);
      if (found === null) return known ? 'colleague' : 'stranger';
      const belonging = belongingOf(found, here);
      const letIn = belonging === 'guest' ? 'guests' : (found.team_id ?? '');
      return allowed.includes(letIn) ? 'colleague' : belonging;
    },
    canHoldWork: async (user) => {
      const found = await ask(user);
      const here = home();
      if (found === null || here === null) return null;
      return found.is_bot !== true && found.deleted !== true && belongingOf(found, here) === 'colleague';
    },
  };
};
