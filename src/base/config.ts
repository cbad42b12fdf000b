/** The environment, checked at once: what is set, what stands in, every problem with its fix. */
import { z } from 'zod';
import { type LawDefaults, type LawNames, lawDefaults, lawNames } from './regimes.ts';

/** One thing that is wrong in the environment, and what to do about it. Never carries the value of a secret. */
export type ConfigProblem = { readonly variable: string; readonly problem: string; readonly fix: string };

export type SlackAccess =
  | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string }
  | {
      readonly mode: 'http';
      readonly botToken: string;
      readonly signingSecret: string;
      readonly port: number;
    }
  /** The local workspace is started with the bot; `port` is only where looking for a free one begins. */
  | { readonly mode: 'local'; readonly port: number };

export type Config = {
  readonly slack: SlackAccess;
  /** Base of the Web API, ending in a slash. */
  readonly slackApiUrl: string;
  readonly privacyChannel: string | null;
  /** User ids and user group ids. */
  readonly privacyTeam: readonly string[];
  readonly privacyApprovers: readonly string[];
  /** People of elsewhere who are let in: team or enterprise ids, and the word `guests`. */
  readonly allowOutsiders: readonly string[];
  readonly dataDir: string;
  readonly policyDir: string;
  /** Null: the shipped one, or a general one where the policies are another company's. */
  readonly companyFile: string | null;
  /** 32 bytes, base64; null: one is made and kept beside the register. */
  readonly registerKey: string | null;
  /** Where the key lies, or is made once, when REGISTER_KEY does not hold it; null: beside the register. */
  readonly registerKeyFile: string | null;
  /** A file outside the register in which its anchors are noted; null: nowhere but in the weekly message. */
  readonly registerAnchor: string | null;
  readonly databaseUrl: string | null;
  readonly timeZone: string;
  /** The id of a regime of data/regimes, and one of the places that they know. */
  readonly regime: string;
  readonly jurisdiction: string;
  /** Which of the two was set in the environment: that outranks what the company file says. */
  readonly lawGiven: { readonly regime: boolean; readonly jurisdiction: boolean };
  /** `HH:MM`, local. */
  readonly reminderTime: string;
  readonly model: {
    readonly apiKey: string | null;
    readonly baseUrl: string | null;
    readonly name: string | null;
    /** How long an answer may wait for it, in milliseconds. */
    readonly patienceMs: number;
    /** How many tokens of policy one request may hold; a longer policy is read by sections. */
    readonly context: number;
  } | null;
  readonly logLevel: LogLevel;
  /** The instant the program believes it is at start. */
  readonly clock: Date | null;
  readonly production: boolean;
};

export type LogLevel = (typeof logLevels)[number];

export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const slackUrl = 'https://slack.com/api/';

/** A message and its fix travel in one zod message, parted by this. */
const parted = ' → ';
const wrong = (problem: string, fix: string): { error: string } => ({ error: `${problem}${parted}${fix}` });

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const isUrl = (schemes: readonly string[]) => (text: string) =>
  URL.canParse(text) && schemes.includes(new URL(text).protocol);

const isKey = (text: string): boolean => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === 32 && bytes.toString('base64') === text;
};

const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) &&
  /(Z|[+-]\d{2}:?\d{2})$/.test(text) &&
  !Number.isNaN(Date.parse(text));

const secret = (prefix: string, name: string, where: string) =>
  z
    .string()
    .startsWith(prefix, wrong(`does not look like ${name}: it must begin with "${prefix}"`, where))
    .optional();

const botTokenHelp =
  'Copy the Bot User OAuth Token from "OAuth & Permissions" of your app at https://api.slack.com/apps.';
const appTokenHelp =
  'Make an app-level token with the scope connections:write under "Basic Information" of your app; it begins with xapp-.';
const signingHelp = 'Copy the Signing Secret from "Basic Information" of your app.';

const ids = (pattern: RegExp, what: string, example: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((id) => id.trim()))
    .transform((list) => list.filter((id) => id !== ''))
    .refine(
      (list) => list.every((id) => pattern.test(id)),
      wrong(`holds something that is not ${what}`, example),
    )
    .default([]);

const people = (role: string) =>
  ids(
    /^[UWS][A-Z0-9]{2,}$/,
    'a user id (U… or W…) or a user group id (S…)',
    `Write ids, not names, with commas between: ${role}=U012AB3CD,S0614TZR7. Copy a member id from a person's profile menu.`,
  );

const environment = z.object({
  SLACK_BOT_TOKEN: secret('xoxb-', 'a bot token', botTokenHelp),
  SLACK_APP_TOKEN: secret('xapp-', 'an app-level token', appTokenHelp),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{16,64}$/i, wrong('does not look like a signing secret', signingHelp))
    .optional(),
  SLACK_API_URL: z
    .string()
    .refine(isUrl(['https:', 'http:']), wrong('is not a web address', `Leave it out for ${slackUrl}`))
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .optional(),
  PORT: z
    .string()
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
      wrong('is not a port number', 'Write a number from 0 to 65535, for instance PORT=3000.'),
    )
    .transform(Number)
    .default(3000),
  PRIVACY_CHANNEL: z
    .string()
    .regex(
      /^[CG][A-Z0-9]{2,}$/,
      wrong(
        'is not a channel id',
        'Write the id, not the name: it begins with C and stands at the bottom of the channel\'s "About" tab.',
      ),
    )
    .optional(),
  PRIVACY_TEAM: people('PRIVACY_TEAM'),
  PRIVACY_APPROVERS: people('PRIVACY_APPROVERS'),
  ALLOW_OUTSIDERS: ids(
    /^(?:guests|[TE][A-Z0-9]{2,})$/,
    'a team id (T…), an enterprise id (E…) or the word guests',
    'Write for instance ALLOW_OUTSIDERS=guests,T0614TZR7, or leave it out to let in nobody but your own people.',
  ),
  DATA_DIR: z.string().default('data/register'),
  POLICY_DIR: z.string().default('data/policies'),
  COMPANY_FILE: z.string().optional(),
  REGISTER_KEY: z
    .string()
    .refine(
      isKey,
      wrong(
        'is not 32 bytes in base64',
        'Make one with: openssl rand -base64 32. Keep the old one if there is a register.',
      ),
    )
    .optional(),
  REGISTER_KEY_FILE: z.string().optional(),
  REGISTER_ANCHOR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine(
      isUrl(['postgres:', 'postgresql:']),
      wrong(
        'is not a PostgreSQL address',
        'Write postgres://user:password@host:5432/name, or leave it out to keep files.',
      ),
    )
    .optional(),
  TIME_ZONE: z
    .string()
    .refine(
      isTimeZone,
      wrong('is not a time zone', 'Write an IANA name, for instance TIME_ZONE=Europe/London.'),
    )
    .optional(),
  REGIME: z.string().optional(),
  JURISDICTION: z.string().optional(),
  REMINDER_TIME: z
    .string()
    .regex(
      /^([01]\d|2[0-3]):[0-5]\d$/,
      wrong('is not a time of day', 'Write 24-hour HH:MM, for instance 09:15.'),
    )
    .default('09:15'),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z
    .string()
    .refine(
      isUrl(['https:', 'http:']),
      wrong('is not a web address', 'Write for instance http://127.0.0.1:11434/v1.'),
    )
    .optional(),
  OPENAI_MODEL: z.string().optional(),
  MODEL_PATIENCE: z
    .string()
    .refine(
      (text) => /^\d{1,3}(?:\.\d+)?$/.test(text) && Number(text) > 0 && Number(text) <= 120,
      wrong('is not a number of seconds up to 120', 'Write for instance MODEL_PATIENCE=8.'),
    )
    .transform(Number)
    .default(8),
  MODEL_CONTEXT: z
    .string()
    .refine(
      (text) => /^\d{4,7}$/.test(text),
      wrong('is not a number of tokens from 1000', 'Write for instance MODEL_CONTEXT=60000.'),
    )
    .transform(Number)
    .default(60_000),
  LOG_LEVEL: z
    .enum(logLevels, wrong('is not a log level', `Write one of: ${logLevels.join(', ')}.`))
    .default('info'),
  CLOCK: z
    .string()
    .refine(
      isInstant,
      wrong('is not an ISO instant with a zone', 'Write for instance CLOCK=2026-11-22T09:00:00Z.'),
    )
    .transform((text) => new Date(text))
    .optional(),
  NODE_ENV: z.string().optional(),
});

/** Every variable that is read; `.env.example` and docs/operate.md name the same. */
export const variables: readonly string[] = Object.keys(environment.shape);

type Environment = z.infer<typeof environment>;

/** Rules between variables: which tokens belong together, and what production refuses. */
const crossProblems = (env: Readonly<Record<string, string>>): readonly ConfigProblem[] => {
  const has = (name: string): boolean => env[name] !== undefined;
  const bot = has('SLACK_BOT_TOKEN');
  const other = has('SLACK_APP_TOKEN') || has('SLACK_SIGNING_SECRET');
  const problems: ConfigProblem[] = [];
  if (bot && !other) {
    problems.push({
      variable: 'SLACK_APP_TOKEN',
      problem: 'is missing: SLACK_BOT_TOKEN alone cannot receive anything',
      fix: `For Socket Mode: ${appTokenHelp} For HTTP set SLACK_SIGNING_SECRET instead. For the local workspace set none of them.`,
    });
  }
  if (!bot && other) {
    problems.push({ variable: 'SLACK_BOT_TOKEN', problem: 'is missing', fix: botTokenHelp });
  }
  if (env['NODE_ENV'] === 'production' && !bot && !other) {
    problems.push({
      variable: 'SLACK_BOT_TOKEN',
      problem: 'is missing, and the local workspace is not for production',
      fix: 'Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (see docs/operate.md), or unset NODE_ENV to try the bot locally.',
    });
  }
  if (env['NODE_ENV'] === 'production' && has('CLOCK')) {
    problems.push({
      variable: 'CLOCK',
      problem: 'is set, and a practice clock is refused in production',
      fix: 'Remove CLOCK: real deadlines need the real time.',
    });
  }
  return problems;
};

/** The regime and the place have to be ones that data/regimes knows. */
const lawProblems = (env: Readonly<Record<string, string>>, known: LawNames): readonly ConfigProblem[] => {
  const among = (variable: string, what: string, names: readonly string[]): readonly ConfigProblem[] => {
    const given = env[variable];
    return given === undefined || names.includes(given)
      ? []
      : [
          {
            variable,
            problem: `is not a ${what} this bot knows`,
            fix: `Write one of: ${names.join(', ')}.`,
          },
        ];
  };
  return [
    ...among('REGIME', 'regime', known.regimes),
    ...among('JURISDICTION', 'jurisdiction', known.jurisdictions),
  ];
};

const accessOf = (env: Environment): SlackAccess => {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  if (botToken !== undefined && appToken !== undefined) return { mode: 'socket', botToken, appToken };
  if (botToken !== undefined && signingSecret !== undefined) {
    return { mode: 'http', botToken, signingSecret, port: env.PORT };
  }
  return { mode: 'local', port: env.PORT };
};

const modelOf = (env: Environment): Config['model'] =>
  env.OPENAI_API_KEY === undefined && env.OPENAI_BASE_URL === undefined
    ? null
    : {
        apiKey: env.OPENAI_API_KEY ?? null,
        baseUrl: env.OPENAI_BASE_URL ?? null,
        name: env.OPENAI_MODEL ?? null,
        patienceMs: env.MODEL_PATIENCE * 1_000,
        context: env.MODEL_CONTEXT,
      };

const configOf = (env: Environment, law: LawDefaults): Config => ({
  slack: accessOf(env),
  slackApiUrl: env.SLACK_API_URL ?? slackUrl,
  privacyChannel: env.PRIVACY_CHANNEL ?? null,
  privacyTeam: env.PRIVACY_TEAM,
  privacyApprovers: env.PRIVACY_APPROVERS,
  allowOutsiders: env.ALLOW_OUTSIDERS,
  dataDir: env.DATA_DIR,
  policyDir: env.POLICY_DIR,
  companyFile: env.COMPANY_FILE ?? null,
  registerKey: env.REGISTER_KEY ?? null,
  registerKeyFile: env.REGISTER_KEY_FILE ?? null,
  registerAnchor: env.REGISTER_ANCHOR ?? null,
  databaseUrl: env.DATABASE_URL ?? null,
  timeZone: env.TIME_ZONE ?? law.timeZone,
  regime: env.REGIME ?? law.regime,
  jurisdiction: env.JURISDICTION ?? law.jurisdiction,
  lawGiven: { regime: env.REGIME !== undefined, jurisdiction: env.JURISDICTION !== undefined },
  reminderTime: env.REMINDER_TIME,
  model: modelOf(env),
  logLevel: env.LOG_LEVEL,
  clock: env.CLOCK ?? null,
  production: env.NODE_ENV === 'production',
});

/** Reads the environment of interface.md, section 2. An empty value counts as not set. Every problem is named at once. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): ConfigReading => {
  const set: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && value.trim() !== '') set[name] = value.trim();
  }
  const read = environment.safeParse(set);
  const own = read.success
    ? []
    : read.error.issues.map((issue): ConfigProblem => {
        const [problem = issue.message, fix = ''] = issue.message.split(parted);
        return { variable: String(issue.path[0] ?? ''), problem, fix };
      });
  const problems = [...own, ...crossProblems(set), ...lawProblems(set, lawNames())];
  return read.success && problems.length === 0
    ? { ok: true, config: configOf(read.data, lawDefaults()) }
    : { ok: false, problems };
};

/** What a person reads on stderr when the program cannot start. */
export const describeProblems = (problems: readonly ConfigProblem[]): string =>
  [
    `The configuration has ${problems.length === 1 ? 'one problem' : `${problems.length} problems`}:`,
    ...problems.flatMap(({ variable, problem, fix }) => [`  ${variable} ${problem}.`, `    ${fix}`]),
  ].join('\n');
