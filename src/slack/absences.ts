/** Who is not there: asked of Slack when somebody is to be reminded. */
import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Clock } from '../base/clock.ts';
import type { Absences } from '../flows/reminders/reminder-plan.ts';
import { leaveEmoji, saysAway } from './absence-phrases.ts';

/** `null` where Slack may leave a field out; a profile of any other shape says nothing about an absence. */
const person = z.object({
  user: z.object({
    deleted: z.boolean().nullish(),
    profile: z
      .object({
        status_emoji: z.string().nullish().catch(null),
        status_text: z.string().nullish().catch(null),
        status_expiration: z.number().nullish().catch(null),
      })
      .nullish()
      .catch(null),
  }),
});

type Absence = 'here' | 'on_leave' | 'left';

const keptMs = 10 * 60_000;

const absenceOf = ({ user: { deleted, profile } }: z.infer<typeof person>, now: Date): Absence => {
  if (deleted === true) return 'left';
  const until = (profile?.status_expiration ?? 0) * 1_000;
  const over = until > 0 && until <= now.getTime();
  const away = leaveEmoji.includes(profile?.status_emoji ?? '') || saysAway(profile?.status_text ?? '');
  return away && !over ? 'on_leave' : 'here';
};

/** Asked at most every ten minutes for each person; whoever Slack cannot tell about counts as being there. */
export const absencesOf = (
  client: App['client'],
  clock: Clock,
  failed: (error: unknown) => void,
): ((users: readonly string[]) => Promise<Absences>) => {
  const known = new Map<string, { readonly at: number; readonly absence: Absence }>();
  const ask = async (user: string): Promise<Absence> => {
    const now = clock();
    const kept = known.get(user);
    if (kept !== undefined && Math.abs(now.getTime() - kept.at) < keptMs) return kept.absence;
    const absence = await client.users
      .info({ user })
      .then((found) => absenceOf(person.parse(found), now))
      .catch((error: unknown): Absence => {
        failed(error);
        return 'here';
      });
    known.set(user, { at: now.getTime(), absence });
    return absence;
  };
  return async (users) => {
    const found = new Map<string, 'on_leave' | 'left'>();
    for (const user of users) {
      const absence = await ask(user);
      if (absence !== 'here') found.set(user, absence);
    }
    return found;
  };
};
