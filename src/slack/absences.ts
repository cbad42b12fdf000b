/** Who is not there: asked of Slack when somebody is to be reminded. */
import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Clock } from '../base/clock.ts';
import type { Absences } from '../flows/reminders/reminder-plan.ts';

const person = z.object({
  user: z.object({
    deleted: z.boolean().default(false),
    profile: z
      .object({
        status_emoji: z.string().default(''),
        status_text: z.string().default(''),
        status_expiration: z.number().default(0),
      })
      .default({ status_emoji: '', status_text: '', status_expiration: 0 }),
  }),
});

type Absence = 'here' | 'on_leave' | 'left';

/** Slack's own suggestions for a status, and what people write instead. Being offline for an hour is no absence. */
const leaveEmoji: readonly string[] = [':palm_tree:', ':face_with_thermometer:'];
const leaveWords =
  /\b(vacation|holiday|annual leave|on leave|parental|maternity|paternity|sick|out of office|ooo)\b/i;
const keptMs = 10 * 60_000;

const absenceOf = ({ user: { deleted, profile } }: z.infer<typeof person>, now: Date): Absence => {
  if (deleted) return 'left';
  const over = profile.status_expiration > 0 && profile.status_expiration * 1_000 <= now.getTime();
  const away = leaveEmoji.includes(profile.status_emoji) || leaveWords.test(profile.status_text);
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
    const absence = await client.users.info({ user }).then(
      (answer) => absenceOf(person.parse(answer), now),
      (error: unknown): Absence => {
        failed(error);
        return 'here';
      },
    );
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
