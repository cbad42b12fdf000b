/** The doctor's look at messages that were taken on and never answered. */
import { resolve } from 'node:path';
import type { Clock } from '../../base/clock.ts';
import type { Config } from '../../base/config.ts';
import { projectRoot } from '../../base/root.ts';
import { fileFolders } from '../../register/files/file-folder.ts';
import { openKey, type RegisterPlace, withTexts } from '../../register/open.ts';
import { sealOf } from '../../register/sealed-stores.ts';
import { neverAnswered } from '../../register/text-inbox.ts';
import { type Check, fine, warning } from './check.ts';

/** In the database, and beside it in what this machine took on while the database said nothing. */
export const checkInbox = async (
  { dataDir }: Pick<Config, 'dataDir'>,
  home: RegisterPlace,
  clock: Clock,
): Promise<Check> => {
  // Where nothing was ever sealed there is no key, and nothing to look for.
  const key = await openKey({ ...home, readOnly: true }, () => undefined).catch(() => null);
  if (key === null) return fine('inbox', 'Nothing was taken on yet.');
  const seal = sealOf('inbox', key);
  const here = fileFolders(resolve(projectRoot, dataDir));
  const counts = [await neverAnswered(here, seal)];
  if (home.databaseUrl !== undefined)
    counts.push(await withTexts(home, clock, (texts) => neverAnswered(texts, seal)));
  const sum = (of: 'lost' | 'closed'): number => counts.reduce((all, each) => all + each[of], 0);
  if (sum('closed') > 0)
    return warning(
      'inbox',
      `${sum('closed')} messages that wait for an answer lie sealed with another key.`,
      'With REGISTER_KEY set to the key before and NEW_REGISTER_KEY to the one in use, run here, on this machine: npx privacy register rekey',
    );
  return sum('lost') > 0
    ? warning(
        'inbox',
        `${sum('lost')} messages of the last day were given up and never answered.`,
        'Look for gave_up in the log: it has the reference that each person was told, and the lines before it say why.',
      )
    : fine('inbox', 'Nothing was given up within the last day.');
};
