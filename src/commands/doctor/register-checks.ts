/** What doctor says of the register: its key, its anchors, its cases. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../../base/config.ts';
import { projectRoot } from '../../base/root.ts';
import { keyAtHand } from '../../register/files/key-file.ts';
import { readAnchorFile } from '../../register/history/anchor-file.ts';
import { caseKind } from '../../register/history/case-kind.ts';
import { anchorFaults, openRegister } from '../../register/open.ts';
import { type Check, error, fine, warning, why } from './check.ts';

/** Beside the register, or where REGISTER_KEY_FILE says. */
const keyPath = ({ dataDir, registerKeyFile }: Config): string =>
  resolve(projectRoot, registerKeyFile ?? join(dataDir, 'register.key'));

export const checkKey = async (config: Config): Promise<Check> => {
  if (config.registerKey !== null) return fine('register key', 'REGISTER_KEY is set.');
  const file = keyPath(config);
  const folder = resolve(projectRoot, config.dataDir);
  const found = await stat(file).catch(() => null);
  if (found === null)
    return fine('register key', 'REGISTER_KEY is not set: a key is made at the first start.');
  if ((found.mode & 0o077) !== 0)
    return error('register key', 'Others on this machine can read the key file.', `Run: chmod 600 ${file}`);
  try {
    await keyAtHand({ folder, keyFile: file });
  } catch (problem) {
    return error('register key', why(problem), `Put the copy of ${file} back that was kept elsewhere.`);
  }
  return file.startsWith(`${folder}/`)
    ? warning(
        'register key',
        'The key lies in the folder that it seals: whoever copies the folder can read the register.',
        `Move ${file} to a folder outside it, and name that in REGISTER_KEY_FILE (or put its content into REGISTER_KEY). Keep a copy apart from the backups.`,
      )
    : fine('register key', `The key lies in ${file}, outside the register.`);
};

/** Whether the register is the one that gave the anchors that were noted outside it. */
export const checkAnchors = async ({ dataDir, databaseUrl, registerAnchor }: Config): Promise<Check> => {
  if (registerAnchor === null)
    return fine(
      'anchors',
      'REGISTER_ANCHOR is not set: the anchor of the register stands in the weekly message alone.',
    );
  try {
    const file = resolve(projectRoot, registerAnchor);
    const anchors = await readAnchorFile(file);
    const place = { folder: resolve(projectRoot, dataDir), databaseUrl: databaseUrl ?? undefined };
    const faults = await anchorFaults(place, anchors);
    return faults.length === 0
      ? fine('anchors', `All ${anchors.length} anchors in ${file} fit.`)
      : error(
          'anchors',
          `${faults.join('. ')}.`,
          'Somebody set the register back or put another in its place. Run: npx privacy register verify',
        );
  } catch (problem) {
    return error('anchors', why(problem), 'Let this user read REGISTER_ANCHOR and the register.');
  }
};

/** Looks beside a running bot, takes no lock and changes nothing. */
export const checkRegister = async (config: Config): Promise<Check> => {
  const { dataDir, registerKey, databaseUrl } = config;
  const folder = resolve(projectRoot, dataDir);
  const begun = databaseUrl !== null || (await stat(join(folder, 'cases')).catch(() => null)) !== null;
  if (!begun) return fine('register', 'There is no register yet; it is made at the first start.');
  try {
    const place = {
      folder,
      key: registerKey ?? undefined,
      keyFile: keyPath(config),
      databaseUrl: databaseUrl ?? undefined,
      readOnly: true,
    };
    const register = await openRegister(place, caseKind, () => undefined);
    const { length } = await register.list();
    const problems = register.problems();
    await register.close();
    return problems.length === 0
      ? fine('register', `${length} cases can be read.`)
      : error(
          'register',
          problems.map(({ message }) => message).join(' '),
          'Run: npx privacy register verify. A damaged file can be brought back from a backup with: npx privacy register restore FILE',
        );
  } catch (problem) {
    return error('register', why(problem), 'Check DATA_DIR, DATABASE_URL and REGISTER_KEY.');
  }
};
