/** Slack's error words and what they mean for us. */
import { z } from 'zod';
import { note } from '../base/log-events.ts';
import type { Logger } from '../base/logger.ts';
import type { SendingProblem } from '../flows/reminders/reminder-post.ts';

const slackError = z.object({ data: z.object({ error: z.string() }) });
const coded = z.object({ code: z.string() });

/** Slack's own word for what went wrong (`not_in_channel`, `invalid_blocks`, …), or null. */
export const slackErrorCode = (error: unknown): string | null => {
  const read = slackError.safeParse(error);
  return read.success ? read.data.data.error : null;
};

/** Slack's words for a message that is not there any more, or not ours to edit. */
export const messageGone: readonly string[] = [
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
];
/** Slack's words for a person who cannot be written to, now or later. */
export const personGone: readonly string[] = ['user_not_found', 'user_disabled', 'cannot_dm_bot'];

/** Slack's own words for "something broke on our side; some of it may have been done". */
const halfDone: readonly string[] = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
];
/** The connection was never made, so nothing was sent. */
const neverSent: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
];
const rateLimited = z.object({ code: z.literal('slack_webapi_rate_limited_error'), retryAfter: z.number() });
const httpError = z.object({ code: z.literal('slack_webapi_http_error'), statusCode: z.number() });
const unconnected = z.object({ original: z.object({ cause: z.object({ code: z.string() }) }) });

/** What a failed call says about whether the message stands; whatever is not known for sure may stand. */
export const sendingProblem = (error: unknown): SendingProblem => {
  const limited = rateLimited.safeParse(error);
  if (limited.success)
    return { code: 'ratelimited', mayStand: false, waitMs: limited.data.retryAfter * 1_000 };
  const code = slackErrorCode(error);
  if (code !== null) return { code, mayStand: halfDone.includes(code), waitMs: 0 };
  const http = httpError.safeParse(error);
  if (http.success)
    return { code: `http_${http.data.statusCode}`, mayStand: http.data.statusCode >= 500, waitMs: 0 };
  const system = unconnected.safeParse(error);
  const sent = !system.success || !neverSent.includes(system.data.original.cause.code);
  return { code: sent ? 'no_answer' : 'unreachable', mayStand: sent, waitMs: 0 };
};

/** A post without a reply of Slack's own: its request may still be on its way, so that not seeing it proves nothing yet. */
export const mayStillArrive = ({ code, mayStand }: SendingProblem): boolean =>
  mayStand && code !== 'http_500' && !halfDone.includes(code);

/** What may be logged of an error: its name and codes, and where it arose. Never its message: that may quote what people wrote. */
const describe = (error: unknown) => {
  const code = coded.safeParse(error);
  const where =
    error instanceof Error ? error.stack?.split('\n').find((line) => line.includes(' at ')) : undefined;
  return {
    kind: error instanceof Error ? error.constructor.name : typeof error,
    code: code.success ? code.data.code : null,
    slack: slackErrorCode(error),
    at: where?.trim() ?? null,
  };
};

/** Logs an unexpected error once and answers the reference that the person is told. */
export const reportTrouble =
  (logger: Logger, newReference: () => string): ((did: string, user: string, error: unknown) => string) =>
  (did, user, error) => {
    const reference = newReference();
    note(logger, 'trouble', { reference, did, user, ...describe(error) });
    return reference;
  };
