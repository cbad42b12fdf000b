/** The environment, checked at once: what is set, what stands in, every problem with its fix. */
import { type ConfigProblem, crossProblems, lawProblems } from './config-problems.ts';
import { type Environment, environment, type logLevels, parted, slackUrl } from './environment.ts';
import { type LawDefaults, lawDefaults, lawNames } from './regimes.ts';

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
