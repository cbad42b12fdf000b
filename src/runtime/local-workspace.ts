/** Starts the local workspace where no token is set. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Config } from '../base/config.ts';
import { projectRoot } from '../base/root.ts';
import type { Company } from '../company/company.ts';
import { noteTravelled } from '../register/travelled.ts';
import type { SlackPlace } from '../slack/receivers.ts';
import { staffedBy } from './practice-staff.ts';
import { practiceTime } from './practice-time.ts';
import { type Time, travelThrough } from './time-travel.ts';
import type { WorkspaceMemory } from './workspace-memory.ts';

/** Its time is the time that the bot has to live in: people move it forward. */
export type LocalWorkspace = Time & {
  readonly url: string;
  readonly place: SlackPlace;
  /** The configuration with the workspace's own channel and people, where none were given. */
  readonly config: Config;
  /** The same company with the workspace's own people in teams that have nobody there. */
  readonly staffed: (company: Company) => Company;
  /** Puts the control into the page, once there is a bot to live through the time: `tick` is its minute, `idle` its peace. */
  readonly letTravel: (tick: () => Promise<void>, idle: () => Promise<void>) => void;
  /** What was said in it before, and from now on: kept until it stops. */
  readonly remember: (memory: WorkspaceMemory) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts the Slack on this desk; the bot that runs in it is the very same one that runs in the real Slack. */
export const openLocalWorkspace = async (config: Config, real: Time): Promise<LocalWorkspace> => {
  const { startWorkspace } = await import('../workspace/start.ts');
  const time = await practiceTime(real, config);
  const workspace = await startWorkspace({
    port: config.slack.mode === 'local' ? config.slack.port : 0,
    clock: time.clock,
    manifest: parse(await readFile(join(projectRoot, 'manifest.yml'), 'utf8')),
    pages: {
      roots: [join(projectRoot, 'dist/src/workspace/page'), join(projectRoot, 'src/workspace/page')],
      vendorRoot: join(projectRoot, 'node_modules'),
    },
  });
  let idle = (): Promise<void> => Promise.resolve();
  const orOwn = (given: readonly string[], own: readonly string[]) => (given.length === 0 ? own : given);
  return {
    clock: time.clock,
    after: time.after,
    url: workspace.url,
    place: {
      apiUrl: workspace.apiUrl,
      botToken: workspace.botToken,
      by: { type: 'socket', appToken: workspace.appToken },
    },
    config: {
      ...config,
      privacyChannel: config.privacyChannel ?? workspace.privacyChannel,
      privacyTeam: orOwn(config.privacyTeam, workspace.team),
      privacyApprovers: orOwn(config.privacyApprovers, workspace.approvers),
    },
    staffed: (company) => staffedBy(workspace, company),
    letTravel: (tick, idle) => {
      // A shared database has other programs in it, which live in real time.
      if (config.databaseUrl !== null) return;
      const note = (at: Date): Promise<void> => noteTravelled(config.dataDir, at);
      workspace.offerTravel(travelThrough({ time, zone: config.timeZone, tick, idle, note }));
    },
    remember: (memory) => {
      idle = memory.idle;
      return workspace.remember(memory);
    },
    stop: async () => {
      await workspace.stop();
      await idle();
    },
  };
};
