/** The doctor's look at reminders that did not arrive. */
import { readLedger } from '../../register/open.ts';
import { type Check, fine, warning } from './check.ts';

/** Reminders that Slack did not take, and those of which nobody can tell whether they were posted. */
export const checkReminders = async (place: Parameters<typeof readLedger>[0]): Promise<Check> => {
  const entries = [...(await readLedger(place)).values()].filter(({ key }) => key.startsWith('remind/'));
  const failed = entries.filter(({ state }) => state === 'failed');
  const open = entries.filter(({ state }) => state === 'claimed');
  const reasons = [...new Set(failed.flatMap(({ why }) => (why === undefined ? [] : [why])))].join(', ');
  if (failed.length > 0)
    return warning(
      'reminders',
      `${failed.length} could not be posted and are tried again (Slack said: ${reasons}).`,
      'Invite the bot to PRIVACY_CHANNEL, and check that owners still work here. Nothing is lost: each is said when it can be.',
    );
  if (open.length > 0)
    return warning(
      'reminders',
      `${open.length} were cut off while they were posted.`,
      'They are looked for within minutes, and after a restart. Without the scopes channels:history and groups:history they wait for another day’s message.',
    );
  return fine(
    'reminders',
    `${entries.filter(({ state }) => state === 'confirmed').length} posted or planned, none waiting.`,
  );
};
