import { request } from 'node:http';
import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Travel } from '../../src/workspace/world.ts';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts';

const start = Date.parse('2026-12-01T10:00:00Z');
const hour = 3_600_000;
let now = start;
let workspace: TestWorkspace;
let client: webApi.WebClient;
beforeEach(async () => {
  now = start;
  workspace = await startTestWorkspace({ clock: () => new Date(now) });
  client = new webApi.WebClient(workspace.botToken, { slackApiUrl: workspace.apiUrl });
});
afterEach(async () => await workspace.stop());

/** An app that has something to do at each full hour. */
const hourly = (act: (hours: number) => Promise<unknown> = () => Promise.resolve()): Travel => ({
  idle: () => Promise.resolve(),
  forward: async function* (days) {
    for (let hours = 1; hours <= days * 24; hours += 1) {
      now = start + hours * hour;
      await act(hours);
      yield new Date(now);
    }
  },
});
const says = (text: string) => client.chat.postMessage({ channel: 'C0GENERAL1', text });

const ask = (body: string, headers: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(
      new URL('/ui/travel', workspace.url),
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

describe('moving time in the workspace', () => {
  test('is not offered until somebody can live through it', async () => {
    const state = () => workspace.person('sam').state().travel;
    expect(state()).toBe('none');
    expect(await workspace.travel('day')).toEqual({ ok: false, error: 'time_is_fixed' });
    workspace.offerTravel(hourly());
    expect(state()).toBe('ready');
  });

  test('is for its own page alone, and takes only the three ways', async () => {
    workspace.offerTravel(hourly());
    expect(await ask('{"to":"day"}', { host: 'evil.example:80' })).toBe(403);
    expect(await ask('{"to":"day"}', { origin: 'https://evil.example' })).toBe(403);
    expect(await ask('{"to":"day"}', { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await ask('{"to":"day"}', { 'content-type': 'text/plain' })).toBe(415);
    expect(await ask('{"to":"yesterday"}')).toBe(400);
    expect(now).toBe(start);
    expect(await ask('{"to":"day"}')).toBe(200);
    expect(now).toBe(start + 24 * hour);
  });

  test('shows the clock on the way, and refuses a second journey meanwhile', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    workspace.offerTravel(hourly((hours) => (hours === 3 ? held : Promise.resolve())));
    const going = workspace.travel('day');
    await workspace.waitFor('the clock to run', () =>
      workspace.changes.some((change) => change.type === 'clock' && change.travel === 'under_way'),
    );
    expect(await ask('{"to":"week"}')).toBe(409);
    release();
    expect(await going).toMatchObject({ ok: true });
    expect(workspace.changes.filter(({ type }) => type === 'clock').at(-1)).toEqual({
      type: 'clock',
      now: '2026-12-02T10:00:00.000Z',
      travel: 'ready',
    });
  });

  test('tells what the app posted and edited on the way, with its time, and nothing that people see alone', async () => {
    const before = await says('stands before');
    workspace.offerTravel(
      hourly(async (hours) => {
        if (hours === 2)
          await client.chat.update({ channel: 'C0GENERAL1', ts: before.ts ?? '', text: 'new' });
        if (hours === 3) await says('posted at one');
        if (hours === 4)
          await client.chat.postEphemeral({ channel: 'C0GENERAL1', user: 'U0SAM00001', text: 'alone' });
      }),
    );
    const result = await workspace.travel('day');
    const passed = result.ok ? result.journey.passed : [];
    expect(passed.map(({ at, text, edited }) => [at.slice(11, 16), text, edited])).toEqual([
      ['12:00', 'new', true],
      ['13:00', 'posted at one', false],
    ]);
    expect(Number(passed[1]?.ts)).toBe((start + 3 * hour) / 1_000);
  });

  test('goes to the next reminder: the first message that is posted, not an edit', async () => {
    const before = await says('stands before');
    workspace.offerTravel(
      hourly(async (hours) => {
        if (hours === 2)
          await client.chat.update({ channel: 'C0GENERAL1', ts: before.ts ?? '', text: 'new' });
        if (hours === 30) await says('at last');
      }),
    );
    expect(await workspace.travel('reminder')).toMatchObject({
      ok: true,
      journey: { until: '2026-12-02T16:00:00.000Z' },
    });
  });

  test('ends within a year when there is nothing to say', async () => {
    workspace.offerTravel(hourly());
    expect(await workspace.travel('reminder')).toMatchObject({
      ok: true,
      journey: { until: '2027-12-02T10:00:00.000Z', passed: [] },
    });
  });

  test('a journey that fails ends, and the next one can begin', async () => {
    workspace.offerTravel(hourly(() => Promise.reject(new Error('the register is gone'))));
    expect(await ask('{"to":"day"}')).toBe(500);
    expect(workspace.person('sam').state().travel).toBe('ready');
  });

  test('a message that was scheduled is posted in the hour for which it was', async () => {
    await client.chat.scheduleMessage({
      channel: 'C0GENERAL1',
      text: 'for two',
      post_at: (start + 4 * hour) / 1_000,
    });
    workspace.offerTravel(hourly());
    await workspace.travel('day');
    const posted = workspace
      .person('sam')
      .messages('general')
      .find(({ text }) => text === 'for two');
    expect(Number(posted?.ts)).toBe((start + 4 * hour) / 1_000);
  });
});
