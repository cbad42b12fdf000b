import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as after } from 'node:timers/promises';
import { projectRoot } from '../../src/base/root.ts';
import { readTellingKey, toChannel } from '../../src/flows/reminders/reminder-plan.ts';
import { caseKind } from '../../src/register/history/case-kind.ts';
import type { LedgerEntries } from '../../src/register/ledger.ts';
import { openRegister, readLedger } from '../../src/register/open.ts';
import { logRequest } from '../../src/requests/case/intake.ts';
import { replay } from '../../src/requests/case/replay.ts';
import type { Right } from '../../src/requests/clock/rights.ts';
import { calls, form, moment, sam, tess, tom } from './case-story.ts';
import { dice } from './dice.ts';
import { type Standing, startSlackDouble, type Weather } from './slack-double.ts';

export type Place = {
  readonly folder: string;
  readonly key: string;
  readonly databaseUrl?: string;
};

export type Storm = {
  readonly place: Place;
  /** Processes that tick at the same moment on the same register. */
  readonly processes: number;
  /** Ends when so many have been killed. Without any, Slack is well too. */
  readonly kills: number;
  readonly seed: number;
  /** How many days at least. */
  readonly days: number;
};

const channel = 'C0PRIVACY';
const hours = ['09:15', '09:17', '09:20', '11:00', '14:00', '14:02', '17:45'];
const rights: readonly Right[] = [
  'access',
  'erasure',
  'direct_marketing_objection',
  'complaint',
  'objection',
];
const silentMs = 400;

/** A few cases of several rights, half of them taken, logged over the first week. Nobody works on them: they go overdue. */
export const fillRegister = async (place: Place): Promise<void> => {
  const register = await openRegister(place, caseKind, () => undefined);
  for (const [index, right] of rights.entries()) {
    const at = `2026-12-0${index + 1}T08:30:00Z`;
    const intake = logRequest(form(right, { receivedAt: at }), moment(at, sam));
    const [first] = intake.ok ? intake.cases : [];
    if (first === undefined) throw new Error('nothing was logged');
    await register.create({
      prefix: first.series,
      year: 2026,
      requestId: `form-${index}`,
      events: (number) => {
        const [head, ...rest] = first.events(number);
        if (head === undefined) throw new Error('no event');
        const owner = [tess, tom, null][index % 3];
        const taken =
          owner === null || owner === undefined
            ? null
            : calls.take(replay([head, ...rest]), moment(at, owner));
        return [head, ...rest, ...(taken?.ok === true ? taken.events : [])];
      },
    });
  }
  await register.close();
};

type Bot = { readonly child: ChildProcess; readonly tick: (at: string) => Promise<string> };

const startBot = async (place: Place, apiUrl: string, botToken: string): Promise<Bot> => {
  const settings = { ...place, apiUrl, botToken, channel, approvers: ['UADA', 'UABE'], silentMs };
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'test/support/remind-process.mjs'), JSON.stringify(settings)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.on('error', () => undefined);
  const said = async (): Promise<string> => {
    const next = await lines.next();
    return next.done === true ? 'killed' : next.value;
  };
  await said();
  return {
    child,
    tick: (at) => {
      child.stdin.write(`${at}\n`);
      return said();
    },
  };
};

const weathers: readonly Weather[] = ['down_before', 'down_after', 'busy', 'silent_before', 'silent_after'];

/** Drives real processes through the working days after 1 December 2026, kills them at random moments of their calls, and answers what is left. */
export const remindStorm = async ({ place, processes, kills, seed, days }: Storm) => {
  const roll = dice(seed);
  let stormy = kills > 0;
  let killed = 0;
  let faults = 0;
  const fuses = new Map<string, { calls: number; readonly moment: string; readonly delay: number }>();
  const bots = new Map<string, Bot>();
  const slack = await startSlackDouble(
    () => {
      if (!stormy || roll() > 0.2) return 'fine';
      faults += 1;
      return weathers[Math.floor(roll() * weathers.length)] ?? 'fine';
    },
    (token, moment) => {
      const fuse = fuses.get(token);
      if (fuse === undefined || fuse.moment !== moment) return;
      fuse.calls -= 1;
      if (fuse.calls >= 0) return;
      fuses.delete(token);
      const kill = () => bots.get(token)?.child.kill('SIGKILL');
      if (fuse.delay === 0) kill();
      else setTimeout(kill, fuse.delay);
    },
  );

  const begin = async (token: string): Promise<Bot> => {
    const bot = await startBot(place, slack.apiUrl, token);
    bots.set(token, bot);
    if (stormy)
      fuses.set(token, {
        calls: Math.floor(roll() * 4),
        moment: ['arrived', 'stands', 'answered'][Math.floor(roll() * 3)] ?? 'stands',
        delay: roll() < 0.5 ? 0 : Math.floor(roll() * 6),
      });
    return bot;
  };

  const tokens = Array.from({ length: processes }, (_, n) => `xoxb-${n}`);
  const failures: string[] = [];
  const tickAll = async (at: string): Promise<void> => {
    const said = await Promise.all(
      tokens.map(async (token) => {
        const word = await (bots.get(token) ?? (await begin(token))).tick(at);
        if (word.startsWith('failed')) failures.push(word);
        return { token, word };
      }),
    );
    for (const { token } of said) {
      const child = bots.get(token)?.child;
      if (child === undefined || (child.exitCode === null && child.signalCode === null && !child.killed))
        continue;
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      killed += 1;
      bots.delete(token);
    }
    // Others take over what a killed process held once the database has not heard of it for long enough.
    if (bots.size < tokens.length && place.databaseUrl !== undefined) await after(silentMs * 1.5);
  };

  const start = Date.parse('2026-12-01');
  let day = 0;
  const runDay = async (): Promise<void> => {
    const date = new Date(start + day * 86_400_000).toISOString().slice(0, 10);
    for (const hour of hours) await tickAll(`${date}T${hour}:00Z`);
    day += 1;
  };
  while (day < days || killed < kills) await runDay();
  stormy = false;
  fuses.clear();
  // The weather is fine again: two working days to say what is left.
  for (const end = day + 5; day < end; ) await runDay();
  for (const { child } of bots.values()) {
    child.stdin?.end();
    await once(child, 'exit');
  }
  await slack.stop();
  return { ledger: await readLedger(place), messages: slack.messages, killed, faults, failures, days: day };
};

const snoozed = (blocks: string): readonly string[] =>
  [...blocks.matchAll(/"value":"(remind\/[^"]+)"/g)].map(([, key = '']) => key);

/** What is wrong with the outcome, against a run in fine weather: every list should be empty. */
export const compareWithCalm = (
  { ledger, messages }: { readonly ledger: LedgerEntries; readonly messages: readonly Standing[] },
  calm: LedgerEntries,
) => {
  const tellings = [...ledger.values()].filter(({ key }) => readTellingKey(key) !== null);
  const byTs = new Map(messages.map((standing) => [standing.ts, standing]));
  const told = new Set([...ledger.values()].flatMap(({ place }) => (place === null ? [] : [place.ts])));
  const marks = messages.map(({ mark }) => mark);
  const direct = messages
    .filter(({ mark }) => mark.startsWith('direct/'))
    .flatMap(({ channel: to, blocks }) => snoozed(blocks).map((key) => `${to} ${key}`));
  return {
    open: tellings.filter(({ state }) => state === 'claimed' || state === 'failed').map(({ key }) => key),
    missed: [...calm.values()]
      .filter(({ key, state }) => readTellingKey(key) !== null && state === 'confirmed')
      .filter(({ key }) => !['confirmed', 'covered'].includes(ledger.get(key)?.state ?? ''))
      // Killed before it could even be planned, until a later rung of its track spoke for it.
      .filter(({ key }) => ledger.get(readTellingKey(key)?.reminder ?? '')?.state !== 'covered')
      .map(({ key }) => key),
    unfounded: tellings
      .filter(
        ({ state, place, message }) => state === 'confirmed' && byTs.get(place?.ts ?? '')?.mark !== message,
      )
      .map(({ key }) => key),
    unseen: tellings
      .filter(({ key, state }) => state === 'confirmed' && readTellingKey(key)?.reader === toChannel)
      .filter(
        ({ key, place }) => !byTs.get(place?.ts ?? '')?.blocks.includes(readTellingKey(key)?.number ?? '?'),
      )
      .map(({ key }) => key),
    doubledMessages: marks.filter((mark, index) => marks.indexOf(mark) !== index),
    doubledReminders: direct.filter((line, index) => direct.indexOf(line) !== index),
    orphans: messages.filter(({ ts }) => !told.has(ts)).map(({ mark }) => mark),
  };
};

/** How many tellings were covered by a later rung because Slack could not be reached in time. */
export const coveredIn = (ledger: LedgerEntries): number =>
  [...ledger.values()].filter(({ key, state }) => readTellingKey(key) !== null && state === 'covered').length;
