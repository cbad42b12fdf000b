/** Drills with a disturbed database: `DRILL_LONG=1` adds a silence of a minute. What was measured is printed as one line of JSON. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../src/base/root.ts';
import { readLedger } from '../../src/register/open.ts';
import { connect } from '../../src/register/postgres/connection.ts';
import { keyText } from '../register/plain-kind.ts';
import { wordsOf } from '../support/bot.ts';
import { intake } from '../support/case-desk.ts';
import { type Line, startProxy } from '../support/database-proxy.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { built, folder, type Program, runPrivacy, startProgram } from '../support/program.ts';
import { fillRegister } from '../support/remind-storm.ts';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts';

vi.setConfig({ testTimeout: 300_000 });
const long = process.env['DRILL_LONG'] === '1';
const manifest: unknown = parse(readFileSync(join(projectRoot, 'manifest.yml'), 'utf8'));

let server: Awaited<ReturnType<typeof startPostgres>>;
let proxy: Awaited<ReturnType<typeof startProxy>>;
let slack: TestWorkspace;
let running: Program[] = [];
let databases = 0;
const folders: string[] = [];

beforeAll(async () => {
  built();
  server = await startPostgres();
}, 240_000);
afterAll(() => {
  server.stop();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  running = [];
  await slack.stop();
  await proxy.stop();
});

/** A new database, reached straight for looking and through the disturbed line by the program. */
const prepare = async (): Promise<{ readonly straight: string; readonly disturbed: string }> => {
  databases += 1;
  const straight = server.database(`silence_${databases}`);
  proxy = await startProxy(Number(new URL(straight).port));
  slack = await startTestWorkspace({ manifest, eventRetryMs: [3_000, 6_000] });
  return { straight, disturbed: straight.replace(/:\d+\//u, `:${proxy.port}/`) };
};

const start = async (
  databaseUrl: string,
  more: Readonly<Record<string, string>> = {},
  ready = true,
): Promise<Program> => {
  const dataDir = folder();
  folders.push(dataDir);
  const program = startProgram({
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    PRIVACY_CHANNEL: slack.privacyChannel,
    PRIVACY_TEAM: slack.team.join(','),
    PRIVACY_APPROVERS: slack.approvers.join(','),
    REGISTER_KEY: keyText,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    ...more,
  });
  running.push(program);
  if (ready) await program.says('The bot is ready');
  return program;
};

const sam = () => slack.person('sam');
const said = (channel: 'dm' | 'support') =>
  sam()
    .messages(channel)
    .filter(({ user }) => user === slack.botUser);
/** What stands in the form, with what is wrong beside its fields. */
const shown = (): string =>
  `${wordsOf(sam().view()?.view.blocks ?? [])}\n${JSON.stringify(sam().view()?.errors ?? {})}`;
const isLogged = (): boolean => /DSR-\d{4}-\d{4}/u.test(shown());

/** Milliseconds until it is so. */
const until = async (what: string, so: () => unknown, ms = 60_000): Promise<number> => {
  const began = performance.now();
  await slack.waitFor(what, () => Boolean(so()), ms);
  return performance.now() - began;
};

const opensIntake = async (): Promise<void> => {
  await sam().closes(true);
  await sam().types('support', '/privacy request');
  await until('the intake form', () => shown().includes('Which right?'));
};

/** Asks in both ways and sends a form, at this moment; milliseconds until each shows something. */
const asksAndSends = async () => {
  const before = { dm: said('dm').length, support: said('support').length };
  const form = sam().view()?.id;
  const [command, direct, sent] = await Promise.all([
    sam()
      .types('support', '/privacy who can see client data?')
      .then(({ waitMs }) => waitMs),
    (async () => {
      await sam().types('dm', 'how long do we keep invoices?');
      return until('a word in the direct message', () => said('dm').length > before.dm);
    })(),
    sam()
      .submits(intake('access'))
      .then(({ waitMs }) => waitMs),
  ]);
  expect(form).toBeDefined();
  await until('the answer to the command', () => said('support').length > before.support);
  return { command, direct, sent };
};

const casesIn = async (url: string): Promise<number> => {
  const database = connect(url);
  const { rows } = await database.query('SELECT id FROM privacy_case');
  await database.close();
  return rows.length;
};

const troubles: readonly (readonly [string, Line, number])[] = [
  ['says nothing for one second', 'silent', 1_000],
  ['says nothing for ten seconds', 'silent', 10_000],
  ...(long ? ([['says nothing for a minute', 'silent', 60_000]] as const) : []),
  ['is cut off for five seconds', 'cut', 5_000],
  ['is slow, 200 ms each way', { slowMs: 200 }, 5_000],
];

describe('while the database', () => {
  it.each(troubles)(
    '%s, everybody is answered in time, nothing is lost or done twice',
    async (what, line, ms) => {
      const { straight, disturbed } = await prepare();
      const program = await start(disturbed);
      await opensIntake();
      const calm = await asksAndSends();
      await until('the first case', isLogged);
      await opensIntake();
      const direct = said('dm').length;

      const over = wait(ms).then(() => proxy.becomes('fine'));
      proxy.becomes(line);
      const troubled = await asksAndSends();
      await over;
      await until(
        'the form to say how it ended',
        () => isLogged() || /not possible|does not answer/u.test(shown()),
      );
      const logged = isLogged();
      const told = logged ? '' : (/[^\n]*(?:not possible|does not answer)[^\n]*/u.exec(shown())?.[0] ?? '');
      if (!logged) {
        await opensIntake();
        await sam().submits(intake('access'));
        await until('the second case', isLogged);
      }
      await until('the direct message to be answered', () =>
        said('dm').some(({ text }) => !text.startsWith('Looking')),
      );
      // What Slack brings again meanwhile is not answered again.
      await wait(4_000);
      const cases = await casesIn(straight);
      const began = performance.now();
      program.signal('SIGTERM');
      const code = await program.exit;
      const ended = performance.now() - began;
      process.stdout.write(
        `${JSON.stringify({ what, calm, troubled, logged, told, cases, answers: said('dm').length - direct, ended: Math.round(ended) })}\n`,
      );
      // A form whose saving was told to have failed may have been saved after all: then sending it anew makes another case, never none.
      expect(cases).toBe(2);
      expect(said('dm').length - direct).toBe(1);
      expect(Math.max(...Object.values(troubled))).toBeLessThan(3_000 + Math.max(...Object.values(calm)));
      expect([code, ended < 12_000]).toEqual([0, true]);
    },
  );

  it('fails over, the bot goes on by itself', async () => {
    const { straight, disturbed } = await prepare();
    await start(disturbed);
    await opensIntake();
    proxy.failsOver(Number(new URL(straight).port));
    const times = await asksAndSends();
    await until('the case', isLogged);
    process.stdout.write(`${JSON.stringify({ what: 'fails over', times, shown: shown().slice(0, 80) })}\n`);
    expect(await casesIn(straight)).toBe(1);
  });
});

describe('the program and a silent database', () => {
  it('ends within ten seconds when it is told to while the database says nothing', async () => {
    const { disturbed } = await prepare();
    const program = await start(disturbed);
    await opensIntake();
    proxy.becomes('silent');
    await sam().submits(intake('access'));
    const began = performance.now();
    program.signal('SIGTERM');
    const code = await program.exit;
    const ended = performance.now() - began;
    process.stdout.write(`${JSON.stringify({ what: 'SIGTERM in silence', ended: Math.round(ended) })}\n`);
    expect(code).toBe(0);
    expect(ended).toBeLessThan(12_000);
  });

  it('does not start, and says why, within five seconds; doctor likewise', async () => {
    const { disturbed } = await prepare();
    const doctor = async () => {
      const began = performance.now();
      const run = await runPrivacy(['doctor'], null, { DATABASE_URL: disturbed, REGISTER_KEY: keyText });
      return { ...run, ms: Math.round(performance.now() - began) };
    };
    let began = performance.now();
    const well = await start(disturbed);
    const calm = { startMs: Math.round(performance.now() - began), doctorMs: (await doctor()).ms };
    well.signal('SIGKILL');
    proxy.becomes('silent');
    began = performance.now();
    const program = await start(disturbed, {}, false);
    expect(await program.exit).toBe(1);
    const startMs = Math.round(performance.now() - began);
    expect(program.err()).toContain('DATABASE_URL does not answer');
    const { code, out, ms: doctorMs } = await doctor();
    process.stdout.write(
      `${JSON.stringify({ what: 'start and doctor in silence', startMs, doctorMs, calm })}\n`,
    );
    expect([code, out.includes('DATABASE_URL does not answer')]).toEqual([1, true]);
    // On a machine that is busy elsewhere a start alone takes longer: what silence adds counts.
    expect(startMs).toBeLessThan(5_000 + calm.startMs);
    expect(doctorMs).toBeLessThan(5_000 + calm.doctorMs);
  });

  it.each(long ? [10_000, 60_000] : [10_000])(
    'says a reminder no later than the silence (%i ms) and two minutes',
    async (ms) => {
      const { straight, disturbed } = await prepare();
      await fillRegister({ folder: folder(), key: keyText, databaseUrl: straight });
      // Its clock stands still before a quarter past nine for the seconds that the start takes.
      const begins = new Date('2026-12-14T09:14:30Z');
      const began = performance.now();
      await start(disturbed, { CLOCK: begins.toISOString() });
      proxy.becomes('silent');
      /** What the ledger says was said of reminders, read straight. */
      const told = async (): Promise<number> =>
        [...(await readLedger({ folder: folder(), databaseUrl: straight })).values()].filter(
          ({ key, state }) => key.startsWith('remind/') && state === 'confirmed',
        ).length;
      const before = await told();
      await wait(Math.max(0, 30_000 - (performance.now() - began)));
      const dueAt = performance.now();
      await wait(ms);
      proxy.becomes('fine');
      while ((await told()) === before && performance.now() - dueAt < ms + 130_000) await wait(250);
      const lateMs = performance.now() - dueAt;
      process.stdout.write(
        `${JSON.stringify({ what: 'reminder', silenceMs: ms, lateMs: Math.round(lateMs) })}\n`,
      );
      expect(lateMs).toBeLessThan(ms + 120_000);
    },
  );
});
