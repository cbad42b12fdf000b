import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

type Said = {
  readonly ts: string;
  readonly channel: string;
  readonly text: string;
  readonly blocks: readonly Block[];
};
type Block = { readonly block_id: string; readonly elements?: readonly { readonly action_id?: string }[] };
const said = async (url: URL): Promise<readonly Said[]> =>
  JSON.parse(await (await fetch(new URL('/ui/state?as=U0SAM00001', url))).text()).messages;
const acts = (url: URL, act: unknown): Promise<Response> =>
  fetch(new URL('/ui/act', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: 'U0SAM00001', act }),
  });
const found = async (url: URL, fits: (one: Said) => boolean): Promise<Said> =>
  vi.waitFor(
    async () => {
      const one = (await said(url)).find(fits);
      if (one === undefined) throw new Error('it has not been said');
      return one;
    },
    { timeout: 20_000 },
  );

it('what was said in the local workspace stands there after a crash, and its buttons work', async () => {
  const DATA_DIR = folder();
  const question = 'Do we keep fingerprints of visitors?';
  const hasButton = (one: Said, action: string) => JSON.stringify(one.blocks).includes(`"${action}"`);
  const first = await start({ DATA_DIR });
  const kept = (): number =>
    readFileSync(join(DATA_DIR, 'workspace', 'said.jsonl'), 'utf8').split('\n').length;
  const before = kept();
  await acts(first, { type: 'say', channel: 'D0SAM00001', text: question });
  const answer = await found(first, (one) => hasButton(one, 'ask_team'));
  // What is said stands on the page a moment before it is on the disk, in its order: with the next question on the disk, all of the
  // first answer is, whether or not a sign of life came before it.
  await acts(first, { type: 'say', channel: 'D0SAM00001', text: 'Do we keep voices of visitors?' });
  await vi.waitFor(() => expect(kept()).toBeGreaterThanOrEqual(before + 4), { timeout: 20_000 });
  running?.signal('SIGKILL');
  await running?.exit;

  const second = await start({ DATA_DIR });
  await found(second, ({ text }) => text === question);
  const again = await found(second, ({ ts }) => ts === answer.ts);
  expect(again.text).toBe(answer.text);
  const block = again.blocks.find(({ elements = [] }) =>
    elements.some((each) => each.action_id === 'ask_team'),
  );
  await acts(second, {
    type: 'act',
    place: { channel: again.channel, ts: again.ts },
    blockId: block?.block_id,
    actionId: 'ask_team',
    action: block?.elements?.find((each) => each.action_id === 'ask_team'),
    state: {},
  });
  await vi.waitFor(
    async () => {
      const state = await (await fetch(new URL('/ui/state?as=U0SAM00001', second))).text();
      expect(JSON.parse(state).views).toHaveLength(1);
    },
    { timeout: 20_000 },
  );
  // As many as were asked before: what the bot has done already is not known by the number that a start gave it.
  const later = ['Who can see client data?', 'Do we sell e-mail addresses?', 'Do we keep voices?'];
  for (const text of later) await acts(second, { type: 'say', channel: 'D0SAM00001', text });
  await vi.waitFor(
    async () => {
      const all = await said(second);
      const since = all.slice(all.findIndex(({ text }) => text === later[0]));
      expect(since.length).toBeGreaterThanOrEqual(2 * later.length);
    },
    { timeout: 20_000 },
  );
  await stop();
});
