// A bot that only reminds, a tick at a time as it is told on stdin: production parts, real register, real HTTP; only the clock is given.
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { setTimeout as after } from 'node:timers/promises';
import { pino } from 'pino';
import { readHolidayTable } from '../../dist/src/base/calendars.js';
import { reminding } from '../../dist/src/flows/reminders/remind.js';
import { reminderPost } from '../../dist/src/posts/reminder-post.js';
import { caseKind } from '../../dist/src/register/history/case-kind.js';
import { openLedger, openRegister } from '../../dist/src/register/open.js';
import { connect } from '../../dist/src/register/postgres/connection.js';
import { openPostgresLedger } from '../../dist/src/register/postgres/postgres-ledger.js';
import { absencesOf } from '../../dist/src/slack/absences.js';
import { oneTryClient } from '../../dist/src/slack/clients.js';
import { paceByChannel } from '../../dist/src/slack/pace.js';
import { slackOut } from '../../dist/src/slack/posting.js';

const { folder, key, databaseUrl, apiUrl, botToken, channel, approvers, silentMs } = JSON.parse(
  process.argv[2] ?? '{}',
);
const logger = pino({ level: 'silent' });
const client = oneTryClient({ apiUrl, botToken }, logger);
let now = new Date();
const clock = () => now;
const place = { folder, key, databaseUrl };
const register = await openRegister(place, caseKind, () => undefined);
const ledger =
  databaseUrl === undefined
    ? await openLedger(place, clock)
    : await openPostgresLedger(connect(databaseUrl), clock, silentMs);
const tick = reminding({
  register,
  ledger,
  rules: {
    table: readHolidayTable(),
    jurisdiction: 'england-and-wales',
    zone: 'Europe/London',
    time: '09:15',
  },
  clock,
  newId: randomUUID,
  hasChannel: true,
  approvers: async () => approvers,
  absences: absencesOf(client, clock, () => undefined),
  post: reminderPost(
    slackOut({
      client,
      oneTry: client,
      logger,
      clock,
      turn: paceByChannel((ms) => after(ms, undefined, { ref: false })),
      after,
      newId: randomUUID,
    }),
    channel,
  ),
  failed: () => undefined,
});

process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  now = new Date(line);
  const said = await tick().then(
    () => 'done',
    (error) => `failed ${error instanceof Error ? error.message.replaceAll('\n', ' ') : ''}`,
  );
  process.stdout.write(`${said}\n`);
}
await ledger.close();
await register.close();
