/** The shape of each environment variable, with what is wrong and what to do about it. */
import { z } from 'zod';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export const slackUrl = 'https://slack.com/api/';

/** A message and its fix travel in one zod message, parted by this. */
export const parted = ' → ';

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

export const botTokenHelp =
  'Copy the Bot User OAuth Token from "OAuth & Permissions" of your app at https://api.slack.com/apps.';

export const appTokenHelp =
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

export const environment = z.object({
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

export type Environment = z.infer<typeof environment>;
