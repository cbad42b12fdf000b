/** What stands between Slack and the handlers, put together: whose company, how much at once, what time Slack has. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import { z } from 'zod';
import { note } from '../base/log-events.ts';
import { tellWhoever } from '../handlers/bolt/unknown.ts';
import type { Dependencies } from '../handlers/dependencies.ts';
import { type ClockWatch, clockWatch } from '../slack/clock-watch.ts';
import { floodGate } from '../slack/floods.ts';
import { gateFrom } from '../slack/gate.ts';
import type { Inbox } from '../slack/inbox.ts';
import { countWorking, type Door } from '../slack/middleware.ts';
import { type HomeTeam, profilesFrom, type Strangers, strangersFrom } from '../slack/strangers.ts';
import type { RuntimeInputs } from './dependencies.ts';

const identity = z.object({ team_id: z.string(), enterprise_id: z.string().nullish() });

export type Outsiders = Strangers & {
  /** Asks Slack which workspace this is. Rejects with the client's own error. */
  readonly learnHome: () => Promise<void>;
};

/** Who is from elsewhere, as far as Slack says; until `learnHome` has been called everybody is let in, and nothing comes in before that. */
export const outsidersFrom = (
  client: App['client'],
  { config, clock, after, logger }: RuntimeInputs,
): Outsiders => {
  let home: HomeTeam | null = null;
  const failed = (): void => note(logger, 'person_unknown');
  return {
    ...strangersFrom(profilesFrom(client, clock), () => home, config.allowOutsiders, after, failed),
    learnHome: async () => {
      const { team_id: team, enterprise_id: enterprise } = identity.parse(await client.auth.test());
      home = { team, enterprise: enterprise ?? null };
    },
  };
};

/** Null where Slack's time means nothing here: in practice. */
export const slackClockOf = ({ clock, watchesSlackClock }: RuntimeInputs): ClockWatch | null =>
  watchesSlackClock === true ? clockWatch(clock) : null;

type DoorParts = {
  readonly parts: Dependencies;
  readonly inbox: Inbox;
  readonly strangers: Strangers;
  readonly watch: ClockWatch | null;
  readonly draining: () => boolean;
  readonly forget: Door['forget'];
};

export const frontDoor = (
  { parts, inbox, strangers, watch, draining, forget }: DoorParts,
  { config, clock, after, logger, newId }: RuntimeInputs,
): Door => ({
  inbox,
  working: countWorking(),
  draining,
  after,
  forget,
  gate: gateFrom(strangers, floodGate(clock)),
  turnedAway: (user, why) => note(logger, 'turned_away', { user, why }),
  slackTime: (ms) => watch?.heard(ms),
  tell: tellWhoever(parts),
  gaveUp: (user) => {
    const reference = newId();
    note(logger, 'gave_up', { reference, user });
    return reference;
  },
  pressSeen: async () => {
    const folder = join(config.dataDir, 'inbox');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, 'press-seen'), '', { mode: 0o600 });
  },
});
