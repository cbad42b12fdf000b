/** Why a run ends by itself. */
import type { App } from '@slack/bolt';

/** Why the bot cannot go on although nobody stopped it. */
export type Ending = 'not_connected' | 'uninstalled';

export const whyEnded: Readonly<Record<Ending, string>> = {
  not_connected:
    'Slack could not be reached for a minute, so the bot stops for whatever supervises it to start it again. Check the network, then run `npm run doctor`.',
  uninstalled:
    'The app was removed from the workspace or its token was revoked, so the bot stops: nothing could be sent any more. Install the app again and use the new SLACK_BOT_TOKEN.',
};

/** Resolves when Slack says that the app is gone (events `app_uninstalled` and `tokens_revoked`). */
export const uninstalled = (app: App): Promise<void> =>
  new Promise((resolve) => {
    app.event('app_uninstalled', async () => resolve());
    app.event('tokens_revoked', async ({ event }) => {
      if ((event.tokens.bot ?? []).length > 0) resolve();
    });
  });
