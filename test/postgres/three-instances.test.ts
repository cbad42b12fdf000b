/**
 * Three bots on one database, of which one is killed every few moments while Slack brings commands, messages, buttons and forms, some of them twice, and takes messages without
 * saying so. What is counted twice: answers, and whatever else people read (cards, shared answers, questions to the team, its answers, reminders and notices to persons).
 * `CHAOS_INTERACTIONS=20000 CHAOS_KILLS=1000` runs it in full; what was counted is printed as one line of JSON.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../src/base/root.ts';
import { caseKind } from '../../src/register/history/case-kind.ts';
import { openRegister } from '../../src/register/open.ts';
import { connect } from '../../src/register/postgres/connection.ts';
import { encodeRefs } from '../../src/views/answers/citation-refs.ts';
import { keyText } from '../register/plain-kind.ts';
import { date, intake } from '../support/case-desk.ts';
import { type Death, evidenceOfLoss, evidenceOfTwin, mostTold } from '../support/chaos-evidence.ts';
import * as acts from '../support/chaos-people.ts';
import { dice } from '../support/dice.ts';
import { shippedKnowledge } from '../support/knowledge.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { startPostingDouble } from '../support/posting-double.ts';
import { built, folder, freePort, runPrivacy } from '../support/program.ts';

const interactions = Number(process.env['CHAOS_INTERACTIONS'] ?? 150);
const kills = Number(process.env['CHAOS_KILLS'] ?? 6);
const seed = Number(process.env['CHAOS_SEED'] ?? 7);
const signingSecret = 'drill';
const people = 40;
const hands = 6;
const hasten = 30;
const since = Date.now();

let server: Awaited<ReturnType<typeof startPostgres>>;
let slack: Awaited<ReturnType<typeof startPostingDouble>>;
const bots: Bot[] = [];
const folders: string[] = [];
beforeAll(async () => {
  built();
  server = await startPostgres();
  slack = await startPostingDouble();
}, 240_000);
afterAll(async () => {
  for (const { child } of bots) child.kill('SIGKILL');
  await slack.stop();
  server.stop();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

type Bot = {
  child: ChildProcess;
  /** Its port and which of its lives it is. */
  by: string;
  readonly port: number;
  readonly folder: string;
  ready: Promise<unknown>;
};
const daysAgo = (days: number): string => new Date(since - days * 86_400_000).toISOString().slice(0, 10);
let unhandled = 0;
const deaths: Death[] = [];
/** So long nothing is posted, edited or taken away before what is missing counts as lost (milliseconds). */
const stillMs = 120_000;
/** Why deliveries were not taken: a status, or the name of an error. */
const refusals: string[] = [];

const begin = (
  bot: Pick<Bot, 'port' | 'folder'>,
  databaseUrl: string,
): Pick<Bot, 'child' | 'ready' | 'by'> => {
  const by = `${bot.port}-${1 + deaths.filter((one) => one.by.startsWith(`${bot.port}-`)).length}`;
  const settings = {
    folder: bot.folder,
    port: bot.port,
    key: keyText,
    databaseUrl,
    apiUrl: slack.apiUrlOf(by),
    signingSecret,
    silentMs: 4_000,
    since,
    hasten,
  };
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'test/support/bot-process.mjs'), JSON.stringify(settings)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ready = new Promise((resolve) => {
    child.once('exit', resolve);
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('unhandled')) unhandled += 1;
      if (line === 'ready') resolve(line);
    });
  });
  return { child, ready, by };
};

/** How often each key stands, counted in one walk: a look must not keep the stand-in for Slack from hearing. */
const tally = <One>(all: readonly One[], keysOf: (one: One) => readonly string[]) => {
  const times = new Map<string, number>();
  for (const key of all.flatMap((one) => [...new Set(keysOf(one))]))
    times.set(key, (times.get(key) ?? 0) + 1);
  return (key: string): number => times.get(key) ?? 0;
};

/** What the bot acknowledged with, or null where it did not within three seconds. */
const deliver = async (port: number, type: 'json' | 'form', body: object): Promise<string | null> => {
  const text =
    type === 'json'
      ? JSON.stringify(body)
      : 'command' in body
        ? new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)])).toString()
        : new URLSearchParams({ payload: JSON.stringify(body) }).toString();
  const at = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${at}:${text}`).digest('hex');
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body: text,
      headers: {
        'content-type': type === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': at,
        'x-slack-signature': `v0=${signature}`,
      },
      signal: AbortSignal.timeout(6_000),
    });
    if (answer.status === 200) return await answer.text();
    refusals.push(`${answer.status}`);
    return null;
  } catch (error) {
    refusals.push(error instanceof Error ? error.name : 'unknown');
    return null;
  }
};

it(
  `${interactions} interactions, ${kills} kills: what was acknowledged is done, and done once`,
  async () => {
    const databaseUrl = server.database('chaos');
    const roll = dice(seed);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(roll() * all.length)] as T;
    for (let n = 0; n < 3; n += 1) {
      const place = { port: await freePort(), folder: folder() };
      folders.push(place.folder);
      bots.push({ ...place, ...begin(place, databaseUrl) });
    }
    await Promise.all(bots.map(({ ready }) => ready));

    const asked = new Map<string, { readonly n: number; readonly surface: 'direct' | 'mention' }>();
    const logged = new Map<string, Set<string>>();
    /** Each with how it was told: only what somebody was told is done must be there. */
    const shared = new Map<number, string>();
    const questions = new Map<number, boolean>();
    const teamAnswers = new Map<number, { readonly asker: string; readonly told: boolean }>();
    const handed: string[] = [];
    /** When somebody was told that it is done, by what it is counted as. */
    const toldAt = new Map<string, number>();
    const found = await (await shippedKnowledge()).ask('who can see client data?');
    const quotes = encodeRefs(found.citations);
    const unanswered: string[] = [];
    let again = 0;
    let sent = 0;
    let killed = 0;

    /** Slack brings it again until somebody takes it, and now and then once more. */
    const surely = async (type: 'json' | 'form', body: object): Promise<readonly string[]> => {
      const got: string[] = [];
      for (let tries = 0; got.length === 0 && tries < 60; tries += 1) {
        if (tries > 0) {
          again += 1;
          await wait(300);
        }
        const answer = await deliver(pick(bots).port, type, body);
        if (answer !== null) got.push(answer);
      }
      if (got.length === 0) unanswered.push(JSON.stringify(body).slice(0, 60));
      if (roll() < 0.15) {
        const twice = await deliver(pick(bots).port, type, body);
        if (twice !== null) got.push(twice);
      }
      return got;
    };

    const command = async (n: number, user: string): Promise<void> => {
      const body = {
        command: '/privacy',
        text: 'who can see client data?',
        user_id: user,
        team_id: 'T0DRILL',
        channel_id: 'C0GENERAL',
        api_app_id: 'A1',
        trigger_id: `t${n}`,
        response_url: slack.responseUrl(`t${n}`),
      };
      // A command is not brought again when it fails, but the connection may bring it twice.
      const first = pick(bots).port;
      const ports = roll() < 0.3 ? [first, pick(bots.filter(({ port }) => port !== first)).port] : [first];
      await Promise.all(ports.map((port) => deliver(port, 'form', body)));
    };

    const ask = async (
      n: number,
      user: string,
      surface: 'direct' | 'mention',
      event: object,
    ): Promise<void> => {
      const ts = `${1_800_000_000 + n}.000100`;
      const got = await surely('json', {
        type: 'event_callback',
        team_id: 'T0DRILL',
        event_id: `Ev${n}`,
        event: { ...event, user, user_team: 'T0DRILL', ts },
      });
      if (got.length > 0) asked.set(ts, { n, surface });
    };

    const direct = (n: number, user: string): Promise<void> =>
      ask(n, user, 'direct', {
        type: 'message',
        channel_type: 'im',
        channel: `D${user}`,
        text: 'who can see client data?',
      });

    const mention = (n: number, user: string): Promise<void> =>
      ask(n, user, 'mention', {
        type: 'app_mention',
        channel: 'C0GENERAL',
        text: '<@U0BOT> who can see client data?',
      });

    const form = async (n: number, user: string): Promise<void> => {
      const got = await surely('form', {
        type: 'view_submission',
        user: { id: user, team_id: 'T0DRILL' },
        team: { id: 'T0DRILL' },
        api_app_id: 'A1',
        trigger_id: `f${n}`,
        view: {
          id: `V${n}`,
          type: 'modal',
          callback_id: 'log_request',
          private_metadata: JSON.stringify({ requestId: `form-${n}`, beneath: '' }),
          blocks: [],
          // Of every third the month is nearly over, so that there is something to be reminded of.
          state: { values: intake('access', n % 3 === 0 ? { received_on: date(daysAgo(27)) } : {}) },
        },
      });
      for (const answer of got) {
        const number = /DSR-\d{4}-\d{4,}/u.exec(answer)?.[0];
        if (number === undefined) continue;
        logged.set(`form-${n}`, (logged.get(`form-${n}`) ?? new Set()).add(number));
        toldAt.set(acts.shownKey.card(number), Date.now());
      }
    };

    /** Whoever does not read what became of it presses again, now and then at once. */
    const share = async (n: number, user: string): Promise<void> => {
      for (let press = 0; press < 40; press += 1) {
        const keys = [`share${n}-${press}`, ...(roll() < 0.3 ? [`share${n}-${press}b`] : [])];
        await Promise.all(
          keys.map((key, at) =>
            deliver(
              pick(bots).port,
              'form',
              acts.share(n, press * 2 + at, user, quotes, slack.responseUrl(key)),
            ),
          ),
        );
        const word = (): string | undefined =>
          slack.responses.find(({ key, text }) => keys.includes(key) && /Shared|already shared/u.test(text))
            ?.text;
        const unsure = (): boolean => slack.responses.some(({ key }) => keys.includes(key));
        for (let looks = 0; looks < 60 && word() === undefined && !unsure(); looks += 1) await wait(100);
        const told = word();
        if (told !== undefined) return void shared.set(n, told);
        again += 1;
        await wait(500);
      }
      unanswered.push(`share ${n}`);
    };

    /** A form is opened and sent until it says that it is done, which *One moment* does not. */
    const sendUntil = async (
      done: (answer: string) => boolean,
      pressed: (press: number) => { readonly trigger_id: string },
    ): Promise<boolean> => {
      let last: readonly string[] = [];
      for (let press = 0; press < 40; press += 1) {
        last = await surely('form', pressed(press));
        if (last.some(done)) return true;
        await wait(500);
      }
      unanswered.push(`${pressed(0).trigger_id}: ${last.join(' ').slice(0, 200)}`);
      return false;
    };

    const askTeam = async (n: number, user: string): Promise<void> => {
      const done = (answer: string): boolean => answer.includes('Sent');
      questions.set(n, await sendUntil(done, (press) => acts.askTeam(n, press, user)));
    };

    const answerForTeam = async (n: number, asker: string): Promise<void> => {
      const done = (answer: string): boolean => answer === '' || answer.includes('already answered');
      teamAnswers.set(n, {
        asker,
        told: await sendUntil(done, (press) => acts.answerForTeam(n, press, asker)),
      });
    };

    const handOver = async (n: number): Promise<void> => {
      const number = [...logged.values()].flatMap((all) => [...all]).find((one) => !handed.includes(one));
      if (number === undefined) return;
      handed.push(number);
      const now = new Date(since + (Date.now() - since) * hasten);
      await surely('form', acts.handOver(n, number, now));
      toldAt.set(acts.shownKey.handedOver(number), Date.now());
    };

    const hand = async (): Promise<void> => {
      while (sent < interactions) {
        sent += 1;
        const n = sent;
        const user = `U0PERSON${n % people}`;
        await pick([command, direct, mention, form, share, askTeam, answerForTeam, handOver])(n, user);
        const due = Math.floor((n * kills) / interactions);
        if (killed < due) {
          killed += 1;
          const bot = pick(bots);
          bot.child.kill('SIGKILL');
          deaths.push({ by: bot.by, at: Date.now() });
          Object.assign(bot, begin(bot, databaseUrl));
          // Two of three live on meanwhile, as they would behind a load balancer.
          await bot.ready;
        }
      }
    };
    const began = Date.now();
    await Promise.all(Array.from({ length: hands }, hand));
    const seconds = Math.round((Date.now() - began) / 1_000);

    const answers = () =>
      tally(slack.stood, ({ threadTs, text }) => (text.startsWith('Looking') ? [] : [threadTs ?? '']));
    const twiceOn = (surface: 'direct' | 'mention'): number => {
      const answersTo = answers();
      return [...asked].filter(([ts, one]) => one.surface === surface && answersTo(ts) > 1).length;
    };
    /** By kind of mark: how many stand, how many marks stand twice, and how many say the very words of another in the same place. */
    const marked = z.object({ event_type: z.string() });
    const ours = () =>
      slack.stood.flatMap((one) => {
        const type = marked.safeParse(one.metadata).data?.event_type;
        // A sign of life that a killed instance left is no answer.
        if (type === undefined || one.text.startsWith('Looking')) return [];
        const { channel, threadTs, blocks, metadata } = one;
        const place = { channel, mark: JSON.stringify(metadata) };
        return [{ type, place, mark: `${channel} ${place.mark}`, words: `${channel} ${threadTs} ${blocks}` }];
      });
    const beyondTheFirst = (all: readonly string[]): number => all.length - new Set(all).size;
    const doubled = () => {
      const marks = ours();
      const kinds = [...new Set(marks.map(({ type }) => type))].map((type) => {
        const all = marks.filter((one) => one.type === type);
        return [
          type,
          {
            posted: all.length,
            marks: beyondTheFirst(all.map(({ mark }) => mark)),
            words: beyondTheFirst(all.map(({ words }) => words)),
          },
        ] as const;
      });
      return Object.fromEntries(kinds);
    };
    /** Counted by what people read, whatever marks it carries: how many there are, how many stand twice, how many are missing though somebody was told. */
    const counts = (all: readonly { readonly times: number; readonly told: boolean }[]) => ({
      all: all.length,
      twice: all.filter(({ times }) => times > 1).length,
      lost: all.filter(({ times, told }) => told && times === 0).length,
    });
    const read = () => {
      const times = tally(slack.stood, acts.whatItShows);
      const told = (key: string, was = true) => ({ times: times(key), told: was });
      const numbers = [...logged.values()].flatMap((all) => [...all]);
      return {
        shared: counts([...shared.keys()].map((n) => told(acts.shownKey.shared(n)))),
        questionsToTheTeam: counts([...questions].map(([n, was]) => told(acts.shownKey.question(n), was))),
        answersOfTheTeam: counts(
          [...teamAnswers].map(([n, { asker, told: was }]) => told(acts.shownKey.answer(n, asker), was)),
        ),
        handedOver: counts(handed.map((number) => told(acts.shownKey.handedOver(number)))),
        cards: counts(numbers.map((number) => told(acts.shownKey.card(number)))),
      };
    };
    const lostMessages = (): readonly string[] => {
      const answersTo = answers();
      return [...asked.keys()].filter((ts) => answersTo(ts) === 0);
    };
    // What a killed instance had taken on is taken over when its silence has lasted long enough; then all is waited for, as long as anything moves.
    const open = (): number =>
      lostMessages().length +
      Object.values(read()).reduce((sum, { lost }) => sum + lost, 0) +
      beyondTheFirst(ours().map(({ mark }) => mark));
    const leftOver = open();
    for (let [writes, moved] = [slack.writes(), Date.now()]; open() > 0 && Date.now() - moved < stillMs; ) {
      await wait(1_000);
      if (slack.writes() !== writes) [writes, moved] = [slack.writes(), Date.now()];
    }
    const caughtUpSeconds = Math.round((Date.now() - began) / 1_000) - seconds;

    const told = slack.responses
      .filter(({ text }) => !text.startsWith('Looking'))
      .map(({ key }) => key)
      .toSorted();
    for (const { child } of bots) child.kill('SIGKILL');
    const register = await openRegister(
      { folder: folder(), key: keyText, databaseUrl },
      caseKind,
      () => undefined,
    );
    const cases = new Set((await register.list()).map(({ id }) => id));
    await register.close();
    const database = connect(databaseUrl);
    const { rows } = await database.query('SELECT request_id FROM privacy_case');
    /** What stands in the inbox about those that were lost, without anybody's words. */
    const lostStand: string[] = [];
    for (const ts of lostMessages()) {
      const key = `Ev${asked.get(ts)?.n}`;
      const name = `${createHash('sha256').update(key).digest('hex').slice(0, 40)}.json`;
      const { rows: found } = await database.query(
        "SELECT regexp_replace(content, '\"sealed\":\"[^\"]*\"', '') AS stands FROM privacy_text WHERE folder = 'inbox' AND name = $1",
        [name],
      );
      const spare = folders.filter((dir) => existsSync(join(dir, 'inbox', name)));
      lostStand.push(JSON.stringify({ key, found, spare: spare.length }));
    }
    /** Of what stands twice and of what is missing: who did what when. */
    const evidence = async (): Promise<readonly string[]> => {
      const seen = tally(ours(), ({ mark }) => [mark]);
      const twins = new Map(ours().flatMap(({ mark, place }) => (seen(mark) > 1 ? [[mark, place]] : [])));
      const stands = tally(slack.stood, acts.whatItShows);
      const lost = [...toldAt].filter(([key]) => stands(key) === 0);
      const answersTo = answers();
      const threads = [...asked.keys()].filter((ts) => answersTo(ts) > 1);
      const lines = [
        ...[...twins.values()]
          .slice(0, mostTold)
          .map(({ channel, mark }) =>
            evidenceOfTwin(
              `${channel} ${mark}`,
              (one) => one.channel === channel && one.mark === mark,
              slack.journal,
              deaths,
              began,
            ),
          ),
        ...threads
          .slice(0, mostTold)
          .map((ts) =>
            evidenceOfTwin(`answers to ${ts}`, ({ thread }) => thread === ts, slack.journal, deaths, began),
          ),
      ];
      for (const [key, at] of lost.slice(0, mostTold)) {
        const number = key.split(' ').at(-1) ?? '';
        const { rows: entries } = await database.query(
          "SELECT key, state, holder, (entry::json)->>'at' AS at FROM privacy_ledger WHERE key = 'card ' || $1 OR starts_with(key, 'word ' || $1 || ' ')",
          [number],
        );
        lines.push(evidenceOfLoss(key, at, entries, deaths, began));
      }
      return lines;
    };
    for (const line of await evidence()) process.stdout.write(`${line}\n`);
    await database.close();
    const numbers = [...logged.values()].flatMap((all) => [...all]);
    const verify = await runPrivacy(['register', 'verify'], null, {
      DATABASE_URL: databaseUrl,
      REGISTER_KEY: keyText,
    });
    const counted = {
      interactions: sent,
      killed,
      seconds,
      leftOver,
      caughtUpSeconds,
      broughtAgain: again,
      unanswered,
      formsAcknowledged: logged.size,
      casesLost: numbers.filter((number) => !cases.has(number)).length,
      formsWithTwoCases:
        [...logged.values()].filter((all) => all.size > 1).length + (rows.length - cases.size),
      formsToldLater: cases.size - logged.size,
      messagesAcknowledged: asked.size,
      messagesLost: lostMessages().length,
      lostStand,
      commandsAnswered: new Set(told).size,
      answeredTwice: {
        direct: twiceOn('direct'),
        mention: twiceOn('mention'),
        command: told.filter((key, at) => key === told[at + 1]).length,
      },
      posted: slack.stood.length,
      read: read(),
      doubled: doubled(),
      whispered: slack.whispered.length,
      takenAway: slack.removed.length,
      unhandled,
      refusals: Object.fromEntries(
        [...new Set(refusals)].map((why) => [why, refusals.filter((one) => one === why).length]),
      ),
      verify: verify.code,
    };
    process.stdout.write(`${JSON.stringify(counted)}\n${verify.code === 0 ? '' : verify.out + verify.err}`);
    expect(Object.values(counted.doubled).filter(({ marks, words }) => marks + words > 0)).toEqual([]);
    expect(Object.values(counted.read).map(({ twice, lost }) => [twice, lost])).toEqual(
      Object.values(counted.read).map(() => [0, 0]),
    );
    expect(counted).toMatchObject({
      unanswered: [],
      casesLost: 0,
      formsWithTwoCases: 0,
      messagesLost: 0,
      answeredTwice: { direct: 0, mention: 0, command: 0 },
      unhandled: 0,
      verify: 0,
    });
  },
  600_000 + kills * 20_000 + interactions * 500,
);
