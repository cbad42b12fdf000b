/** The fair rival: a Bolt app that does nothing but acknowledge, with a fixed text where one is given. */
import bolt from '@slack/bolt';

const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret, ANSWER: text } = process.env;
const app = new bolt.App({
  token: process.env['SLACK_BOT_TOKEN'] ?? '',
  ...(appToken === undefined ? { signingSecret: signingSecret ?? '' } : { appToken, socketMode: true }),
  logLevel: bolt.LogLevel.ERROR,
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL'] ?? '' },
});
app.command('/privacy', async ({ ack }) =>
  text === undefined ? ack() : ack({ response_type: 'ephemeral', text }),
);
await app.start(Number(process.env['PORT'] ?? 0));
process.stdout.write('ready\n');
process.once('SIGTERM', () => process.exit(0));
