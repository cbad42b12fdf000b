/** The doctor's questions to Slack: tokens, scopes, channel, people. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Config } from '../../base/config.ts';
import { projectRoot } from '../../base/root.ts';
import { type Check, error, fine, warning } from './check.ts';

const answerSchema = z.looseObject({ ok: z.boolean(), error: z.string().optional() });

type SlackAnswer = {
  readonly error: string | null;
  readonly body: unknown;
  readonly scopes: readonly string[];
  /** Slack's clock, from the answer's own header. */
  readonly date: Date | null;
};

export type CallSlack = (
  method: string,
  /** Null for the methods that take none. */
  token: string | null,
  fields?: Readonly<Record<string, string>>,
) => Promise<SlackAnswer>;

/** One call of Slack's Web API, without retries: a doctor looks once. `error` is `unreachable` when nothing answered. */
export const callSlack =
  (apiUrl: string): CallSlack =>
  async (method, token, fields = {}) => {
    try {
      const answer = await fetch(`${apiUrl}${method}`, {
        method: 'POST',
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
        body: new URLSearchParams(fields),
        signal: AbortSignal.timeout(8_000),
      });
      const body: unknown = await answer.json();
      const read = answerSchema.parse(body);
      const date = answer.headers.get('date');
      return {
        error: read.ok ? null : (read.error ?? 'unknown_error'),
        body,
        scopes: (answer.headers.get('x-oauth-scopes') ?? '')
          .split(',')
          .map((scope) => scope.trim())
          .filter((scope) => scope !== ''),
        date: date === null ? null : new Date(date),
      };
    } catch {
      return { error: 'unreachable', body: null, scopes: [], date: null };
    }
  };

const manifestScopes = async (): Promise<readonly string[]> =>
  z
    .object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) })
    .parse(parse(await readFile(join(projectRoot, 'manifest.yml'), 'utf8'))).oauth_config.scopes.bot;

const identity = z.object({ team: z.string(), user: z.string() });

const checkBotToken = async (call: CallSlack, token: string): Promise<readonly Check[]> => {
  const answer = await call('auth.test', token);
  if (answer.error === 'unreachable') {
    return [error('bot token', 'Slack cannot be reached.', 'Check the network, a proxy, and SLACK_API_URL.')];
  }
  if (answer.error !== null) {
    return [
      error(
        'bot token',
        `Slack does not accept SLACK_BOT_TOKEN (${answer.error}).`,
        'Install the app again under "OAuth & Permissions" and copy the Bot User OAuth Token.',
      ),
    ];
  }
  const who = identity.safeParse(answer.body);
  const place = who.success ? ` as ${who.data.user} in ${who.data.team}` : '';
  const wanted = await manifestScopes();
  const missing = wanted.filter((scope) => !answer.scopes.includes(scope));
  const extra = answer.scopes.filter((scope) => !wanted.includes(scope));
  return [
    fine('bot token', `Slack knows the bot${place}.`),
    answer.scopes.length === 0
      ? warning(
          'scopes',
          'Slack did not say which scopes the bot has.',
          'Compare "OAuth & Permissions" with manifest.yml.',
        )
      : missing.length > 0
        ? error(
            'scopes',
            `Scopes are missing: ${missing.join(', ')}.`,
            'Paste manifest.yml into "App Manifest" of the app, save, and install the app again.',
          )
        : extra.length > 0
          ? warning(
              'scopes',
              `The bot has more scopes than it uses: ${extra.join(', ')}.`,
              'Remove them from the app and install it again.',
            )
          : fine('scopes', `All ${wanted.length} scopes of manifest.yml are granted, and no other.`),
    ...clockAgainst(answer.date),
  ];
};

const clockAgainst = (date: Date | null): readonly Check[] => {
  if (date === null || Number.isNaN(date.getTime())) return [];
  const off = Math.abs(performance.timeOrigin + performance.now() - date.getTime());
  return off < 60_000
    ? []
    : [
        error(
          'clock against Slack',
          `This machine's clock is ${Math.round(off / 1_000)} seconds off Slack's.`,
          'Set the clock by NTP: signatures fail and reminders come at the wrong time.',
        ),
      ];
};

const checkAppToken = async (call: CallSlack, token: string): Promise<Check> => {
  const { error: problem } = await call('apps.connections.open', token);
  return problem === null
    ? fine('app token', 'Socket Mode can be opened.')
    : error(
        'app token',
        `Slack does not open a socket with SLACK_APP_TOKEN (${problem}).`,
        'Make an app-level token with connections:write under "Basic Information", and switch Socket Mode on.',
      );
};

const channelInfo = z.object({
  channel: z.looseObject({
    is_member: z.boolean().default(false),
    is_archived: z.boolean().default(false),
    is_ext_shared: z.boolean().default(false),
  }),
});

const checkChannel = async (call: CallSlack, token: string, channel: string | null): Promise<Check> => {
  if (channel === null) {
    return warning(
      'privacy channel',
      'PRIVACY_CHANNEL is not set: no cards, no reminders, no forwarded questions.',
      'Set it to the channel id of the privacy team.',
    );
  }
  const answer = await call('conversations.info', token, { channel });
  const read = channelInfo.safeParse(answer.body);
  if (answer.error !== null || !read.success) {
    return error(
      'privacy channel',
      `The bot cannot see ${channel} (${answer.error ?? 'unreadable answer'}).`,
      'Check PRIVACY_CHANNEL, then type /invite @Privacy Assistant in that channel.',
    );
  }
  const { is_member: member, is_archived: archived, is_ext_shared: shared } = read.data.channel;
  if (archived)
    return error('privacy channel', 'The channel is archived.', 'Set PRIVACY_CHANNEL to another one.');
  if (!member)
    return error(
      'privacy channel',
      'The bot is not a member of the channel.',
      'Type /invite @Privacy Assistant in it.',
    );
  if (shared)
    return error(
      'privacy channel',
      'People of another company read this channel.',
      'Use a channel of your own company for cases.',
    );
  return fine('privacy channel', 'The bot is a member of the channel.');
};

const userInfo = z.object({ user: z.looseObject({ deleted: z.boolean().default(false) }) });

const checkPeople = async (
  call: CallSlack,
  token: string,
  variable: string,
  ids: readonly string[],
): Promise<Check> => {
  if (ids.length === 0) {
    return warning(
      variable,
      `${variable} is not set: nobody can do that work.`,
      `Set ${variable} to user ids or a user group id.`,
    );
  }
  const wrong: string[] = [];
  for (const id of ids) {
    const isGroup = id.startsWith('S');
    const answer = await call(
      isGroup ? 'usergroups.users.list' : 'users.info',
      token,
      isGroup ? { usergroup: id } : { user: id },
    );
    const gone = !isGroup && (userInfo.safeParse(answer.body).data?.user.deleted ?? false);
    if (answer.error !== null || gone) wrong.push(`${id} (${answer.error ?? 'deactivated'})`);
  }
  return wrong.length === 0
    ? fine(variable, `Slack knows all ${ids.length} of ${variable}.`)
    : error(variable, `Slack does not know ${wrong.join(', ')}.`, `Correct ${variable}.`);
};

/** Everything that can be asked of Slack with the tokens at hand. */
export const slackChecks = async (config: Config, call: CallSlack): Promise<readonly Check[]> => {
  const { slack } = config;
  if (slack.mode === 'local') {
    return [fine('Slack', 'No tokens are set: `npm start` runs the local workspace.')];
  }
  const { botToken } = slack;
  const bot = await checkBotToken(call, botToken);
  const socket = slack.mode === 'socket' ? [await checkAppToken(call, slack.appToken)] : [];
  if (bot.some(({ status }) => status === 'error' && bot.length === 1)) return [...bot, ...socket];
  return [
    ...bot,
    ...socket,
    await checkChannel(call, botToken, config.privacyChannel),
    await checkPeople(call, botToken, 'PRIVACY_TEAM', config.privacyTeam),
    await checkPeople(call, botToken, 'PRIVACY_APPROVERS', config.privacyApprovers),
  ];
};
