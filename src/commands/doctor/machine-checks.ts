/** Checks of the machine: Node, the data folder and who practised in it, core dumps, and whether presses of buttons come through. */

import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../../base/config.ts';
import { coreDumps } from '../../base/core-dumps.ts';
import { projectRoot } from '../../base/root.ts';
import { readTravelled } from '../../register/travelled.ts';
import { type Check, error, fine, warning, why } from './check.ts';

export const checkNode = (): Check => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19)
    ? fine('Node', `Node ${process.versions.node}.`)
    : error('Node', `Node ${process.versions.node} is too old.`, 'Install Node 20.19 or newer.');
};

export const checkData = async ({ dataDir, databaseUrl }: Config): Promise<Check> => {
  const dir = resolve(projectRoot, dataDir);
  const probe = join(dir, `.doctor-${process.pid}`);
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await writeFile(probe, 'can this be written?', { mode: 0o600 });
    await rm(probe);
    return fine(
      'data folder',
      databaseUrl === null
        ? `${dir} can be written.`
        : `${dir} can be written; the register is in PostgreSQL.`,
    );
  } catch (problem) {
    return error(
      'data folder',
      `${dir} cannot be written: ${why(problem)}.`,
      'Set DATA_DIR to a folder this user may write to.',
    );
  }
};

export const checkDumps = async (): Promise<Check> => {
  const dumps = await coreDumps();
  return dumps === null
    ? fine('core dumps', 'A process started from here leaves none.')
    : warning(
        'core dumps',
        dumps,
        'Set LimitCORE=0 in the unit, --ulimit core=0 for the container, or ulimit -c 0 in the shell.',
      );
};

/** A folder that practice has been in, or null. */
export const checkPractice = async ({ dataDir, slack }: Config): Promise<Check | null> => {
  const travelled = await readTravelled(resolve(projectRoot, dataDir)).catch(() => null);
  if (travelled === null) return null;
  const message = `DATA_DIR was used to practise: its time was moved to ${travelled.toISOString()}, and reminders up to then count as said.`;
  const fix = 'Set DATA_DIR to another folder for real work.';
  return slack.mode === 'local' ? warning('practice', message, fix) : error('practice', message, fix);
};

/** Slack tells nobody whether its Interactivity switch is on; a press that came through is the proof. */
export const checkButtons = async ({ slack, dataDir }: Config): Promise<Check> => {
  if (slack.mode === 'local') return fine('buttons', 'The local workspace delivers every press.');
  const seen = await stat(join(resolve(projectRoot, dataDir), 'inbox', 'press-seen')).catch(() => null);
  return seen === null
    ? warning(
        'buttons',
        'No press of a button has reached this bot yet.',
        'Type /privacy help in Slack and press a button. If nothing happens, switch "Interactivity" on in the app settings.',
      )
    : fine('buttons', `A press reached the bot at ${seen.mtime.toISOString()}.`);
};
