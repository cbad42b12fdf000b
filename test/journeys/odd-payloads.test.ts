/** Properties of whatever Slack, or somebody with its secret, may send. `FUZZ_RUNS=100000` runs it for long. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { allFeatures } from '../../src/handlers/index.ts';
import { notice } from '../../src/views/notice.ts';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';
import { caseDesk } from '../support/case-desk.ts';
import { mutated } from '../support/mutations.ts';
import { actionsOf, comesIn } from '../support/payloads.ts';

const runs = Number(process.env['FUZZ_RUNS'] ?? 200);

let at: BotAtDesk;
let number = '';
const unhandled: unknown[] = [];
const note = (error: unknown): void => void unhandled.push(error);
beforeAll(async () => {
  process.on('unhandledRejection', note);
  at = await startBotAtDesk();
  number = await caseDesk(at).logs('sam', 'access');
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await at.stop();
});

it(
  'everything is acknowledged within a second, nothing is left alone, and nobody without a role changes a case',
  async () => {
    const jo = at.desk.person('jo');
    const channel = jo.channelId('support');
    const posted = await at.bot.parts.slack.post({ channel }, notice('A card.'));
    const direct = { channel: jo.channelId('dm'), ts: posted.ts };
    const payloads = actionsOf(allFeatures(at.bot.parts), {
      number,
      channel,
      posted,
      direct,
      value: (action) => (action === 'case_do' ? `close ${number}` : number),
      fields: { question: 'May we?', answer: 'x' },
      metadata: () =>
        JSON.stringify({
          action: 'close',
          number,
          about: '',
          entry: 'e',
          openedAt: '2026-11-23T09:00:00Z',
          view: '',
        }),
    }).map(({ body }) => body({ user: jo.id, team: 'T0DESK0001' }));
    const before = (await at.register.history(number)).length;
    const slow: { readonly ms: number; readonly workedMs: number; readonly payload: unknown }[] = [];
    await fc.assert(
      fc.asyncProperty(mutated(payloads), async (payload) => {
        const [started, worked] = [performance.now(), process.cpuUsage()];
        const { acked } = await comesIn(at, payload);
        const ms = Math.round(performance.now() - started);
        const { user, system } = process.cpuUsage(worked);
        if (ms > 1_000) slow.push({ ms, workedMs: Math.round((user + system) / 1_000), payload });
        expect(acked).toBe(true);
      }),
      { numRuns: runs },
    );
    if (runs > 1_000)
      process.stdout.write(
        `${JSON.stringify({ payloads: runs, unhandled: unhandled.length, slow: slow.length, events: (await at.register.history(number)).length - before })}\n${slow.map((one) => JSON.stringify(one).slice(0, 500)).join('\n')}\n`,
      );
    expect(unhandled).toEqual([]);
    expect((await at.register.history(number)).length).toBe(before);
    expect(await at.bot.parts.entries.list()).toEqual([]);
    // Where the time went into waiting for a core, it is the machine that is slow and not the payload.
    expect(slow.filter(({ ms, workedMs }) => workedMs > ms / 2)).toEqual([]);
  },
  60_000 + runs * 200,
);
