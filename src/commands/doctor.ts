import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Config, readConfig } from '../base/config.ts';
import { projectRoot } from '../base/root.ts';
import { openKnowledge } from '../knowledge/answer/knowledge.ts';
import { reviewIsDue, teamEntrySchema } from '../knowledge/answer/team-entry.ts';
import { caseKind } from '../register/case-kind.ts';
import { openRegister } from '../register/open.ts';
import { openShelf } from '../register/shelf.ts';
import { readTravelled } from '../register/travelled.ts';
import { type Check, error, fine, warning } from './check.ts';
import { done, type Io, no, type Verb, wrongUse } from './io.ts';
import { checkModel } from './model-check.ts';
import { tryModel } from './model-trial.ts';
import { checkReminders } from './reminder-check.ts';
import { callSlack, slackChecks } from './slack-checks.ts';

const why = (problem: unknown): string =>
  problem instanceof Error ? problem.message.split('\n', 1).join('') : 'unknown';

const checkNode = (): Check => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19)
    ? fine('Node', `Node ${process.versions.node}.`)
    : error('Node', `Node ${process.versions.node} is too old.`, 'Install Node 20.19 or newer.');
};

const checkPolicies = async ({ policyDir }: Config): Promise<Check> => {
  try {
    const { policies, sections } = await openKnowledge(resolve(projectRoot, policyDir));
    const names = policies.map(({ title, updated }) => `${title} (${updated})`).join(', ');
    return fine('policies', `${names}: ${sections.length} sections.`);
  } catch (problem) {
    return error(
      'policies',
      why(problem),
      'Put Markdown files with front matter into POLICY_DIR, or run: npx privacy policy check',
    );
  }
};

const checkData = async ({ dataDir, databaseUrl }: Config): Promise<Check> => {
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

const checkKey = async ({ dataDir, registerKey }: Config): Promise<Check> => {
  if (registerKey !== null) return fine('register key', 'REGISTER_KEY is set.');
  const file = join(resolve(projectRoot, dataDir), 'register.key');
  const found = await stat(file).catch(() => null);
  if (found === null)
    return fine('register key', 'REGISTER_KEY is not set: a key is made at the first start.');
  if ((found.mode & 0o077) !== 0)
    return error('register key', 'Others on this machine can read the key file.', `Run: chmod 600 ${file}`);
  return warning(
    'register key',
    'The key lies beside the register it seals.',
    `Move the content of ${file} into REGISTER_KEY, and keep a copy apart from the backups.`,
  );
};

/** Looks beside a running bot, takes no lock and changes nothing. */
const checkRegister = async ({ dataDir, registerKey, databaseUrl }: Config): Promise<Check> => {
  const folder = resolve(projectRoot, dataDir);
  const begun = databaseUrl !== null || (await stat(join(folder, 'cases')).catch(() => null)) !== null;
  if (!begun) return fine('register', 'There is no register yet; it is made at the first start.');
  try {
    const place = {
      folder,
      key: registerKey ?? undefined,
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

const checkEntries = async ({ dataDir }: Config, today: string): Promise<Check> => {
  const shelf = openShelf(join(resolve(projectRoot, dataDir), 'entries'), teamEntrySchema);
  const [entries, unreadable] = [await shelf.all(), await shelf.unreadable()];
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

/** A folder that practice has been in, or null. */
const checkPractice = async ({ dataDir, slack }: Config): Promise<Check | null> => {
  const travelled = await readTravelled(resolve(projectRoot, dataDir)).catch(() => null);
  if (travelled === null) return null;
  const message = `DATA_DIR was used to practise: its time was moved to ${travelled.toISOString()}, and reminders up to then count as said.`;
  const fix = 'Set DATA_DIR to another folder for real work.';
  return slack.mode === 'local' ? warning('practice', message, fix) : error('practice', message, fix);
};

const checkTime = ({ clock, timeZone, jurisdiction, reminderTime }: Config, now: Date): Check => {
  const local = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(
    now,
  );
  return clock === null
    ? fine('clock', `It is ${local} (${timeZone}); ${jurisdiction}; reminders at ${reminderTime}.`)
    : warning(
        'clock',
        `CLOCK is set: the bot believes it is ${local} (${timeZone}).`,
        'Remove CLOCK before real work.',
      );
};

/** Slack tells nobody whether its Interactivity switch is on; a press that came through is the proof. */
const checkButtons = async ({ slack, dataDir }: Config): Promise<Check> => {
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

const marks = { ok: 'ok     ', warning: 'warning', error: 'error  ' } as const;

const readable = ({ name, status, message, fix }: Check): readonly string[] => [
  `${marks[status]}  ${name}: ${message}`,
  ...(fix === '' ? [] : [`         → ${fix}`]),
];

const unreadable = (problem: unknown): Check =>
  error(
    'reminders',
    `The ledger cannot be read: ${why(problem)}.`,
    'Let this user read DATA_DIR, or check DATABASE_URL.',
  );

const examine = async (io: Io): Promise<readonly Check[]> => {
  const read = readConfig(io.env);
  if (!read.ok) {
    return [
      checkNode(),
      ...read.problems.map(({ variable, problem, fix }) => error(variable, `${variable} ${problem}.`, fix)),
    ];
  }
  const { config } = read;
  const practice = await checkPractice(config);
  const [policies, data, key, model, buttons, slack, register] = await Promise.all([
    checkPolicies(config),
    checkData(config),
    checkKey(config),
    checkModel(config, io.env['OPENAI_MODEL']),
    checkButtons(config),
    slackChecks(config, callSlack(config.slackApiUrl)),
    checkRegister(config),
  ]);
  // Only where the server answers and may be asked: not unencrypted over the internet.
  const trial = model.status === 'error' ? null : await tryModel(config, io.clock);
  return [
    checkNode(),
    fine('configuration', 'Every variable is valid.'),
    policies,
    data,
    key,
    register,
    await checkEntries(config, io.clock().toISOString().slice(0, 10)),
    checkTime(config, io.clock()),
    ...(practice === null ? [] : [practice]),
    await checkReminders({
      folder: resolve(projectRoot, config.dataDir),
      databaseUrl: config.databaseUrl ?? undefined,
    }).catch(unreadable),
    ...slack,
    buttons,
    model,
    ...(trial === null ? [] : [trial]),
  ];
};

/** `doctor [--json]`: exit 1 when anything is an error. */
export const doctor: Verb = async (args, io) => {
  const json = args.includes('--json');
  if (args.some((arg) => arg !== '--json')) {
    io.err('Usage: privacy doctor [--json]');
    return wrongUse;
  }
  const checks = await examine(io);
  const sick = checks.some(({ status }) => status === 'error');
  if (json) io.out(JSON.stringify({ ok: !sick, checks }));
  else for (const line of checks.flatMap(readable)) io.out(line);
  return sick ? no : done;
};
