import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { built, folder, type Program, startProgram } from '../support/program.ts';

let running: Program | undefined;
beforeAll(built, 120_000);
vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  running?.child.kill('SIGKILL');
});

const start = async (env: Readonly<Record<string, string>>): Promise<URL> => {
  running = startProgram(env);
  await running.says('Open it in a browser');
  return new URL(/http:\S+/.exec(running.out())?.[0] ?? '');
};
const stop = async (): Promise<void> => {
  running?.signal('SIGTERM');
  expect(await running?.exit).toBe(0);
};
const read = async (url: URL): Promise<{ readonly now: string; readonly travel: string }> =>
  JSON.parse(await (await fetch(new URL('/ui/state', url))).text());

it('the started program lets its time be moved, lives through it, and goes on from there after a restart', async () => {
  const DATA_DIR = folder();
  const first = await start({ DATA_DIR, CLOCK: '2034-12-29T09:15:00Z' });
  expect(await read(first)).toMatchObject({
    travel: 'ready',
    now: expect.stringMatching(/^2034-12-29T09:15/),
  });
  const arrived = await fetch(new URL('/ui/travel', first), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"to":"week"}',
  });
  const { journey } = JSON.parse(await arrived.text());
  expect(journey.until).toMatch(/^2035-01-05T09:15/);
  // Nothing is in the register; once a year it asks for a look at the holiday table.
  const days = journey.passed.map(({ at }: { readonly at: string }) => at.slice(0, 16));
  expect([...new Set(days)]).toEqual(['2035-01-02T09:15']);
  await stop();

  const second = await start({ DATA_DIR });
  expect((await read(second)).now > journey.until.slice(0, 16)).toBe(true);
  await stop();
});
