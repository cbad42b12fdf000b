import bolt from '@slack/bolt';

/** The fair rival: a Bolt app that does nothing but acknowledge, with a fixed text where one is given. */
const app = new bolt.App({
  token: process.env['SLACK_BOT_TOKEN'] ?? '',
  appToken: process.env['SLACK_APP_TOKEN'] ?? '',
  socketMode: true,
  logLevel: bolt.LogLevel.ERROR,
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL'] ?? '' },
});
const text = process.env['ANSWER'];
app.command('/privacy', async ({ ack }) =>
  text === undefined ? ack() : ack({ response_type: 'ephemeral', text }),
);
await app.start();
process.stdout.write('ready\n');
process.once('SIGTERM', () => process.exit(0));
