import bolt from '@slack/bolt';

/** The fair rival: a Bolt app that does nothing but acknowledge. */
const app = new bolt.App({
  token: process.env['SLACK_BOT_TOKEN'] ?? '',
  appToken: process.env['SLACK_APP_TOKEN'] ?? '',
  socketMode: true,
  logLevel: bolt.LogLevel.ERROR,
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL'] ?? '' },
});
app.command('/privacy', async ({ ack }) => ack());
await app.start();
process.stdout.write('ready\n');
process.once('SIGTERM', () => process.exit(0));
