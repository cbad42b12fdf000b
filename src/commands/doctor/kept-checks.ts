/** Checks of what is kept: register, entries, reminders and inbox, in files or in the database. */

import { resolve } from 'node:path';
import type { Clock } from '../../base/clock.ts';
import type { Config } from '../../base/config.ts';
import { projectRoot } from '../../base/root.ts';
import { reviewIsDue, teamEntrySchema } from '../../knowledge/answer/team-entry.ts';
import { openShelf } from '../../register/files/shelf.ts';
import { withTexts } from '../../register/open.ts';
import { type Check, error, fine, warning, why } from './check.ts';
import { checkInbox } from './inbox-check.ts';
import { checkAnchors, checkRegister } from './register-checks.ts';
import { checkReminders } from './reminder-check.ts';

export const homeOf = ({ dataDir, databaseUrl }: Config) => ({
  folder: resolve(projectRoot, dataDir),
  databaseUrl: databaseUrl ?? undefined,
});

const keyOf = ({ registerKey, registerKeyFile }: Config) => ({
  key: registerKey ?? undefined,
  keyFile: registerKeyFile ?? undefined,
});

const checkEntries = async (config: Config, clock: Clock): Promise<Check> => {
  const [entries, unreadable] = await withTexts(homeOf(config), clock, async ({ folder }) => {
    const shelf = openShelf(folder('entries'), teamEntrySchema);
    return [await shelf.all(), await shelf.unreadable()] as const;
  });
  const today = clock().toISOString().slice(0, 10);
  const due = entries.filter((entry) => reviewIsDue(entry, today)).length;
  if (unreadable.length > 0)
    return warning(
      'entries',
      `${unreadable.join(', ')} in DATA_DIR/entries cannot be read and is left out.`,
      'Bring the file back from a backup, or delete it.',
    );
  return due === 0
    ? fine('entries', `${entries.length} of the privacy team, none due for review.`)
    : warning(
        'entries',
        `${due} of the privacy team ${due === 1 ? 'is' : 'are'} due for review.`,
        'The privacy team types /privacy entries and renews, edits or retires them.',
      );
};

const unreadable = (name: 'entries' | 'reminders' | 'inbox', problem: unknown): Check =>
  error(name, `They cannot be read: ${why(problem)}.`, 'Let this user read DATA_DIR, or check DATABASE_URL.');

export const checkSilence = (why: string): Check =>
  error(
    'database',
    `${why} The register, entries and reminders were not looked at.`,
    'Start it, or check DATABASE_URL.',
  );

/** What lies in DATA_DIR, or in the database. */
export const checkKept = async (config: Config, clock: Clock): Promise<readonly Check[]> => [
  await checkRegister(config),
  await checkAnchors(config),
  await checkEntries(config, clock).catch((problem: unknown) => unreadable('entries', problem)),
  await checkReminders(homeOf(config)).catch((problem: unknown) => unreadable('reminders', problem)),
  await checkInbox(config, { ...homeOf(config), ...keyOf(config) }, clock).catch((problem: unknown) =>
    unreadable('inbox', problem),
  ),
];
