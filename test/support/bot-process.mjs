// A whole bot over HTTP beside others on one database: production parts; only the time and the patience with silent instances are given.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { readHolidayTable } from '../../dist/src/base/calendars.js';
import { readConfig } from '../../dist/src/base/config.js';
import { projectRoot } from '../../dist/src/base/root.js';
import { openCompany } from '../../dist/src/company/open-company.js';
import { openKnowledge } from '../../dist/src/knowledge/answer/knowledge.js';
import { openLetterDesk } from '../../dist/src/letters/letter-desk.js';
import { caseKind } from '../../dist/src/register/history/case-kind.js';
import { openKey, openRegister } from '../../dist/src/register/open.js';
import { connect } from '../../dist/src/register/postgres/connection.js';
import { openPostgresFolders } from '../../dist/src/register/postgres/postgres-folder.js';
import { openPostgresLedger } from '../../dist/src/register/postgres/postgres-ledger.js';
import { wire } from '../../dist/src/runtime/wire.js';

const { folder, key, databaseUrl, apiUrl, port, signingSecret, silentMs, since, hasten } = JSON.parse(
  process.argv[2] ?? '{}',
);
const read = readConfig({
  REGISTER_KEY: key,
  DATA_DIR: folder,
  PRIVACY_CHANNEL: 'C0PRIVACY',
  PRIVACY_TEAM: 'U0TEAM,U0LEAD',
});
// Faster than life, so that limits per minute do not decide how long the drill takes; the same time in every instance.
const clock = () => new Date(since + (Date.now() - since) * hasten);
const policies = join(projectRoot, 'data/policies');
const { company } = await openCompany(null, policies);
const knowledge = await openKnowledge(policies, undefined, 'uk', company);
const home = { folder, key, databaseUrl };
const sealing = (await openKey(home, () => undefined)).sealing;
const ledger = await openPostgresLedger(connect(databaseUrl), clock, silentMs);
const folders = await openPostgresFolders(connect(databaseUrl), clock, silentMs);
const register = await openRegister(home, caseKind, () => undefined);
const bot = await wire(
  { apiUrl, botToken: 'xoxb-drill', by: { type: 'http', signingSecret, port } },
  {
    config: read.config,
    company,
    knowledge,
    letters: await openLetterDesk(join(projectRoot, 'data/letters'), knowledge, company),
    register,
    ledger,
    folders,
    holidays: readHolidayTable(),
    logger: pino({ level: 'silent' }),
    clock,
    newId: () => randomBytes(6).toString('hex'),
    after: (ms) => wait(ms, undefined, { ref: false }),
    sealingKey: sealing,
  },
);
process.on('unhandledRejection', (error) => {
  process.stdout.write(`unhandled ${error instanceof Error ? error.name : typeof error}\n`);
});
await bot.start();
process.stdout.write('ready\n');
for (;;) {
  await wait(500);
  await bot.eachMinute().catch(() => undefined);
}
