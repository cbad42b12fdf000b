import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { SlackPlace } from './receivers.ts';
import { projectRoot } from './root.ts';

export type Desk = {
  readonly url: string;
  readonly place: SlackPlace;
  /** The configuration with the workspace's own channel and people, where none were given. */
  readonly config: Config;
  readonly stop: () => Promise<void>;
};

/** Starts the Slack on this desk; the bot that runs in it is the very same one that runs in the real Slack. */
export const openDesk = async (config: Config, port: number, clock: Clock): Promise<Desk> => {
  const { startWorkspace } = await import('./workspace/start.ts');
  const workspace = await startWorkspace({
    port,
    clock,
    manifest: parse(await readFile(join(projectRoot, 'manifest.yml'), 'utf8')),
    pages: {
      roots: [join(projectRoot, 'dist/src/workspace/page'), join(projectRoot, 'src/workspace/page')],
      vendorRoot: join(projectRoot, 'node_modules'),
    },
  });
  const orOwn = (given: readonly string[], own: readonly string[]) => (given.length === 0 ? own : given);
  return {
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
    stop: workspace.stop,
  };
};
