/** How patient the clients of Slack's Web API are. */
import { webApi } from '@slack/bolt';
import { boltLogger, type Logger } from '../base/logger.ts';
import type { SlackPlace } from './receivers.ts';

/** Two retries and ten seconds: inside an interaction nobody waits longer. Without this Bolt inherits a hundred retries from the socket client. */
export const clientOptions = (slackApiUrl: string) => ({
  slackApiUrl,
  timeout: 10_000,
  retryConfig: { retries: 2, minTimeout: 300, maxTimeout: 2_000 },
});

/** For what must not be said twice: no second try of its own, and Slack's "wait" is an answer. */
export const oneTryClient = ({ apiUrl, botToken }: SlackPlace, logger: Logger) =>
  new webApi.WebClient(botToken, {
    ...clientOptions(apiUrl),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(logger),
  });
