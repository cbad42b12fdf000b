/** Two instances on one database with one question to the team: one of them falls silent at the worst moments, and the question stands once. */
import type { PGlite } from '@electric-sql/pglite';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { postingOnce } from '../../src/posts/posting-once.ts';
import type { Ledger } from '../../src/register/ledger.ts';
import type { Database } from '../../src/register/postgres/connection.ts';
import { openPostgresLedger } from '../../src/register/postgres/postgres-ledger.ts';
import { oneTryClient } from '../../src/slack/clients.ts';
import { slackOut } from '../../src/slack/posting.ts';
import { notice } from '../../src/views/notice.ts';
import { emptyEngine } from '../support/postgres-engine.ts';
import { startPostingDouble } from '../support/posting-double.ts';

const key = 'team question 1';
const logger = pino({ level: 'silent' });
let slack: Awaited<ReturnType<typeof startPostingDouble>>;
let engine: PGlite;
let now: number;
let open: Ledger[];
const clock = () => new Date(now);

beforeAll(async () => {
  slack = await startPostingDouble();
}, 60_000);
afterAll(() => slack.stop());
beforeEach(async () => {
  engine = await emptyEngine();
  [now, open] = [Date.UTC(2026, 10, 30), []];
  slack.stood.length = 0;
  slack.removed.length = 0;
}, 60_000);
afterEach(() => Promise.all(open.map((ledger) => ledger.close())));

/** Somebody waits at it until it is opened. */
const gate = () => {
  let arrive = (): void => {};
  let go = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const opened = new Promise<void>((resolve) => {
    go = resolve;
  });
  return {
    pass: async () => {
      arrive();
      await opened;
    },
    arrived,
    open: () => go(),
  };
};
const passing = async (): Promise<void> => {};

/** One instance: `turn` comes before its message may go, `leaving` between everything it noted and the request. */
const instance = async ({ turn = passing, leaving = passing } = {}) => {
  const database: Database = {
    query: async (text, values = []) => engine.query(text, [...values]),
    close: async () => undefined,
  };
  const ledger = await openPostgresLedger(database, clock);
  open.push(ledger);
  const client = () =>
    oneTryClient(
      { apiUrl: slack.apiUrl, botToken: 'xoxb-1', by: { type: 'http', signingSecret: 's', port: 0 } },
      logger,
    );
  const oneTry = client();
  const send = oneTry.chat.postMessage;
  oneTry.chat.postMessage = async (message) => {
    await leaving();
    return send(message);
  };
  const out = slackOut({
    client: client(),
    oneTry,
    logger,
    clock,
    turn,
    after: passing,
    newId: () => 'unused',
  });
  const postOnce = postingOnce({ ledger, slack: out, clock, after: passing });
  return {
    ledger,
    ask: () => postOnce(key, { channel: 'C0PRIVACY' }, notice('May we keep the list?')),
  };
};

/** Nobody has been heard of for two minutes. */
const silence = async (): Promise<void> => {
  now += 120_000;
  await engine.exec("UPDATE privacy_instance SET seen = clock_timestamp() - interval '2 minutes'");
};
const stood = () => slack.stood.map(({ ts }) => ts);

describe('a question to the team stands once where the one that posts it falls silent', () => {
  it('while it waits for its turn in the channel, and another says it meanwhile', async () => {
    const waits = gate();
    const [slow, quick] = [await instance({ turn: waits.pass }), await instance()];
    const asked = slow.ask();
    await waits.arrived;
    await silence();
    expect(await quick.ask()).toBe('posted');
    waits.open();
    expect(await asked).toBe('stands');
    expect([stood().length, slack.removed.length]).toEqual([1, 0]);
  });

  it('between its note and its request: it takes its own away, and says where the other stands', async () => {
    const leaves = gate();
    const [slow, quick] = [await instance({ leaving: leaves.pass }), await instance()];
    const asked = slow.ask();
    await leaves.arrived;
    await silence();
    expect(await quick.ask()).toBe('posted');
    const [first] = stood();
    leaves.open();
    expect(await asked).toBe('stands');
    expect(stood()).toEqual([first]);
    await quick.ledger.refresh();
    expect(quick.ledger.find(key)).toMatchObject({ state: 'confirmed', place: { ts: first } });
  });

  it('and its request comes after the other has looked: the other takes its own away', async () => {
    const [leaves, follows] = [gate(), gate()];
    const [slow, quick] = [
      await instance({ leaving: leaves.pass }),
      await instance({ leaving: follows.pass }),
    ];
    const asked = slow.ask();
    await leaves.arrived;
    await silence();
    const askedAgain = quick.ask();
    await follows.arrived;
    leaves.open();
    expect(await asked).toBe('posted');
    const [first] = stood();
    follows.open();
    expect(await askedAgain).toBe('stands');
    expect(stood()).toEqual([first]);
    expect(quick.ledger.find(key)).toMatchObject({ state: 'confirmed', place: { ts: first } });
  });

  it('and is refused when it wakes up: the claim of the other is not given away to a third', async () => {
    const [leaves, follows] = [gate(), gate()];
    const refused = async (): Promise<void> => {
      await leaves.pass();
      throw Object.assign(new Error('refused'), { data: { error: 'not_in_channel' } });
    };
    const [slow, quick, third] = [
      await instance({ leaving: refused }),
      await instance({ leaving: follows.pass }),
      await instance(),
    ];
    const asked = slow.ask().catch(() => 'failed');
    await leaves.arrived;
    await silence();
    const askedAgain = quick.ask();
    await follows.arrived;
    leaves.open();
    expect(await asked).toBe('failed');
    expect(await third.ask()).toBe('perhaps');
    follows.open();
    expect(await askedAgain).toBe('posted');
    expect(stood()).toHaveLength(1);
  });
});
