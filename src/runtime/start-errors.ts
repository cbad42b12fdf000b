/** Why a start failed, in words with the fix. */
import { z } from 'zod';
import { slackErrorCode } from '../slack/errors.ts';
import type { SlackPlace } from '../slack/receivers.ts';

/** A start that failed for a reason we can name; the message is for the person at the terminal. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

const coded = z.object({ code: z.string() });
const wrapped = z.object({ original: z.unknown() });

/** The innermost code of an error: Bolt and its clients wrap what Node said. */
const codeOf = (error: unknown): string | null => {
  const inner = wrapped.safeParse(error);
  const below = inner.success && inner.data.original !== undefined ? codeOf(inner.data.original) : null;
  const cause = error instanceof Error && error.cause !== undefined ? codeOf(error.cause) : null;
  const own = coded.safeParse(error);
  return below ?? cause ?? (own.success ? own.data.code : null);
};

const tokenFix =
  'Copy it again from https://api.slack.com/apps (see docs/operate.md), then run `npm run doctor`.';

const slackSays: Readonly<Record<string, string>> = {
  invalid_auth: `Slack does not accept a token (invalid_auth). SLACK_BOT_TOKEN or SLACK_APP_TOKEN is wrong or belongs to another app. ${tokenFix}`,
  not_authed: `Slack got no token (not_authed). ${tokenFix}`,
  not_allowed_token_type: `A token is of the wrong kind. SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-. ${tokenFix}`,
  account_inactive:
    'The app was removed from the workspace, or the workspace is gone (account_inactive). Install the app again and use the new SLACK_BOT_TOKEN.',
  token_revoked: 'The token was revoked. Install the app again and use the new SLACK_BOT_TOKEN.',
  token_expired:
    'The token has expired. Switch token rotation off in the app settings, or install the app again.',
  user_removed_from_team:
    'The bot was removed from the workspace. Install the app again and use the new SLACK_BOT_TOKEN.',
  team_disabled: 'The workspace is disabled. Ask its owner.',
  missing_scope:
    'The app-level token lacks the scope connections:write. Make a new one under "Basic Information" of the app and set SLACK_APP_TOKEN.',
};

/** Why the bot could not start, in one plain sentence with the fix; null when it is not something we know. */
export const startProblem = (error: unknown, { apiUrl, by }: SlackPlace): string | null => {
  const slack = slackErrorCode(error);
  if (slack !== null)
    return slackSays[slack] ?? `Slack refused to let the bot in (${slack}). Run \`npm run doctor\`.`;
  if (error instanceof Error && error.name === 'NoHello') {
    return 'Slack opened a socket but never said hello. Is Socket Mode switched on for the app, and does a proxy or firewall here let WebSockets through?';
  }
  const code = codeOf(error);
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${by.type === 'http' ? by.port : ''} is taken by another program. Set PORT to a free one.`;
    case 'EACCES':
      return `This user may not listen on port ${by.type === 'http' ? by.port : ''}. Set PORT to one above 1023.`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
    case 'ECONNRESET':
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'slack_webapi_request_error':
      return `Slack cannot be reached at ${apiUrl} (${code}). Check the network, a proxy, and SLACK_API_URL.`;
    default:
      return null;
  }
};

/** Errors whose message was written for a person. */
const plainSpoken: readonly string[] = [
  'StartProblem',
  'PolicyProblem',
  'CompanyProblem',
  'WrongRegisterKey',
  'RegisterLocked',
  'NewerFormat',
  'RegisterUnavailable',
];

/** The last line before exit 1: a plain sentence, never a stack trace. */
export const whyNotStarted = (error: unknown): string => {
  if (!(error instanceof Error)) return 'The bot could not start, and the reason is not known.';
  if (plainSpoken.includes(error.name)) return error.message;
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC') {
    return `The bot could not start: the data folder cannot be written (${code}). Check DATA_DIR and its permissions.`;
  }
  return `The bot could not start: ${error.name}${code === null ? '' : ` (${code})`}: ${error.message.split('\n', 1)[0]}`;
};
