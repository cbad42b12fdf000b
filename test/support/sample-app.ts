import { App, LogLevel } from '@slack/bolt';
import type { TestWorkspace } from './workspace.ts';

/** An unmodified Bolt app on real Socket Mode; only the address of the Web API is ours. Not yet started. */
export const sampleApp = (workspace: TestWorkspace): App =>
  new App({
    token: workspace.botToken,
    appToken: workspace.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: workspace.apiUrl, timeout: 5_000, retryConfig: { retries: 0 } },
  });
