/** `privacy doctor`: each check with its fix. */
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readHolidayTable } from '../../base/calendars.ts';
import type { Clock } from '../../base/clock.ts';
import { type Config, readConfig } from '../../base/config.ts';
import { coreDumps } from '../../base/core-dumps.ts';
import { projectRoot } from '../../base/root.ts';
import { openCompany } from '../../company/open-company.ts';
import { reviewIsDue, teamEntrySchema } from '../../knowledge/answer/team-entry.ts';
import { openShelf } from '../../register/files/shelf.ts';
import { unreachable, withTexts } from '../../register/open.ts';
import { readTravelled } from '../../register/travelled.ts';
import { acceptedPlace } from '../../requests/clock/holidays.ts';
import { lawReview } from '../../requests/clock/law-review.ts';
import { localDate } from '../../requests/clock/zone.ts';
import { ownViews } from '../../runtime/own-views.ts';
import { lawIn } from '../company-env.ts';
import { done, type Io, no, type Verb, wrongUse } from '../io.ts';
import { checkBlocks } from './blocks-check.ts';
import { type Check, error, fine, warning, why } from './check.ts';
import { checkCompany } from './company-check.ts';
import { checkInbox } from './inbox-check.ts';
import { checkModel } from './model-check.ts';
import { tryModel } from './model-trial.ts';
import { checkAnchors, checkKey, checkRegister } from './register-checks.ts';
import { checkReminders } from './reminder-check.ts';
import { callSlack, slackChecks } from './slack-checks.ts';

const checkNode = (): Check => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19)
    ? fine('Node', `Node ${process.versions.node}.`)
    : error('Node', `Node ${process.versions.node} is too old.`, 'Install Node 20.19 or newer.');
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

const homeOf = ({ dataDir, databaseUrl }: Config) => ({
  folder: resolve(projectRoot, dataDir),
  databaseUrl: databaseUrl ?? undefined,
});

const checkDumps = async (): Promise<Check> => {
  const dumps = await coreDumps();
  return dumps === null
    ? fine('core dumps', 'A process started from here leaves none.')
    : warning(
        'core dumps',
        dumps,
        'Set LimitCORE=0 in the unit, --ulimit core=0 for the container, or ulimit -c 0 in the shell.',
      );
};

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

/** A folder that practice has been in, or null. */
const checkPractice = async ({ dataDir, slack }: Config): Promise<Check | null> => {
  const travelled = await readTravelled(resolve(projectRoot, dataDir)).catch(() => null);
  if (travelled === null) return null;
  const message = `DATA_DIR was used to practise: its time was moved to ${travelled.toISOString()}, and reminders up to then count as said.`;
  const fix = 'Set DATA_DIR to another folder for real work.';
  return slack.mode === 'local' ? warning('practice', message, fix) : error('practice', message, fix);
};

const checkTime = (
  {
    clock,
    timeZone,
    jurisdiction,
    reminderTime,
  }: Omit<Config, 'jurisdiction'> & { readonly jurisdiction: string },
  now: Date,
): Check => {
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

/** Of the place and the regime that new cases are logged under. */
const checkLaw = ({ regime, jurisdiction }: Config, now: Date): Check => {
  try {
    const table = readHolidayTable();
    const review = lawReview(table, localDate(now, 'UTC'));
    const due = review.filter(
      (item) =>
        item.about === jurisdiction ||
        (item.regime === regime && ['law', 'sources of the law'].includes(item.about)),
    );
    // Told, but no warning: the address of an authority is data that everybody starts with.
    const authority = review.find(
      (item) => item.regime === regime && [`authority of ${jurisdiction}`, 'authority'].includes(item.about),
    );
    if (acceptedPlace(table, regime, jurisdiction) !== jurisdiction)
      return error(
        'law',
        `JURISDICTION ${jurisdiction} is no place of REGIME ${regime}.`,
        'Set both to match; npx privacy calendars lists the places of each regime.',
      );
    return due.length === 0
      ? fine(
          'law',
          `${Object.keys(table.regimes).join(', ')}; holiday table ${table.version}.${authority === undefined ? '' : ` ${authority.about} (${regime}): ${authority.problem}; see npx privacy calendars.`}`,
        )
      : warning(
          'law',
          due.map(({ about, problem }) => `${about}: ${problem}.`).join(' '),
          'Run: npx privacy calendars',
        );
  } catch (problem) {
    return error(
      'law',
      problem instanceof Error ? problem.message : why(problem),
      'Mend the files that are named.',
    );
  }
};

const marks = { ok: 'ok     ', warning: 'warning', error: 'error  ' } as const;

const readable = ({ name, status, message, fix }: Check): readonly string[] => [
  `${marks[status]}  ${name}: ${message}`,
  ...(fix === '' ? [] : [`         → ${fix}`]),
];

const unreadable = (name: 'entries' | 'reminders' | 'inbox', problem: unknown): Check =>
  error(name, `They cannot be read: ${why(problem)}.`, 'Let this user read DATA_DIR, or check DATABASE_URL.');

const checkSilence = (why: string): Check =>
  error(
    'database',
    `${why} The register, entries and reminders were not looked at.`,
    'Start it, or check DATABASE_URL.',
  );

/** What lies in DATA_DIR, or in the database. */
const checkKept = async (config: Config, clock: Clock): Promise<readonly Check[]> => [
  await checkRegister(config),
  await checkAnchors(config),
  await checkEntries(config, clock).catch((problem: unknown) => unreadable('entries', problem)),
  await checkReminders(homeOf(config)).catch((problem: unknown) => unreadable('reminders', problem)),
  await checkInbox(config, { ...homeOf(config), ...keyOf(config) }, clock).catch((problem: unknown) =>
    unreadable('inbox', problem),
  ),
];

/** Without a token, from the Slack that is configured: its own judge of blocks looks at every kind of view. */
const checkOwnBlocks = async (io: Io): Promise<readonly Check[]> => {
  const read = readConfig(io.env);
  if (!read.ok) return [];
  const { companyFile, policyDir, slackApiUrl } = read.config;
  try {
    const { company } = await openCompany(companyFile, policyDir);
    return [await checkBlocks(ownViews(company, io.clock()), callSlack(slackApiUrl))];
  } catch (problem) {
    return [error('blocks', `They could not be made: ${why(problem)}.`, 'Mend what is named above first.')];
  }
};

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
  const silent = await unreachable(homeOf(config), (ms) => wait(ms, undefined, { ref: false }));
  const [policies, data, key, model, buttons, slack, kept] = await Promise.all([
    checkCompany(config),
    checkData(config),
    checkKey(config),
    checkModel(config, io.env['OPENAI_MODEL']),
    checkButtons(config),
    slackChecks(config, callSlack(config.slackApiUrl)),
    silent === null ? checkKept(config, io.clock) : [checkSilence(silent)],
  ]);
  // Only where the server answers and may be asked: not unencrypted over the internet.
  const trial = model.status === 'error' ? null : await tryModel(config, io.clock);
  return [
    checkNode(),
    await checkDumps(),
    fine('configuration', 'Every variable is valid.'),
    ...policies,
    data,
    key,
    ...kept,
    checkTime({ ...config, jurisdiction: (await lawIn(io.env)).jurisdiction }, io.clock()),
    checkLaw(config, io.clock()),
    ...(practice === null ? [] : [practice]),
    ...slack,
    buttons,
    model,
    ...(trial === null ? [] : [trial]),
  ];
};

/** `doctor [--json] [--blocks]`: exit 1 when anything is an error. `--blocks` shows Slack what the bot shows, which needs the internet. */
export const doctor: Verb = async (args, io) => {
  const json = args.includes('--json');
  if (args.some((arg) => !['--json', '--blocks'].includes(arg))) {
    io.err('Usage: privacy doctor [--json] [--blocks]');
    return wrongUse;
  }
  const checks = [...(await examine(io)), ...(args.includes('--blocks') ? await checkOwnBlocks(io) : [])];
  const sick = checks.some(({ status }) => status === 'error');
  if (json) io.out(JSON.stringify({ ok: !sick, checks }));
  else for (const line of checks.flatMap(readable)) io.out(line);
  return sick ? no : done;
};
