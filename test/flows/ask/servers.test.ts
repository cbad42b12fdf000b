import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { projectRoot } from '../../../src/base/root.ts';
import { askWithModel } from '../../../src/flows/ask/ask-with-model.ts';
import { sentRequests } from '../../../src/flows/ask/sent-requests.ts';
import { signAfterMs } from '../../../src/handlers/answers.ts';
import { signFirst } from '../../../src/handlers/bolt/sign-first.ts';
import type { Knowledge } from '../../../src/knowledge/answer/answer.ts';
import { openKnowledge } from '../../../src/knowledge/answer/knowledge.ts';
import { finder } from '../../../src/knowledge/model/finder.ts';
import { openModel } from '../../../src/knowledge/model/openai-model.ts';
import { type Asked, found, naming, type Reply, startModelServer } from '../../support/model-server.ts';

const patienceMs = 1_500;
const signAfter = signAfterMs({ looking: { modelSeconds: patienceMs / 1_000 } });
const after = (ms: number): Promise<void> => wait(ms, undefined, { ref: false });
const question = 'is there encryption for backups?';
const good = (asked: Asked): Reply => ({ content: found({ units: [naming(asked, 'these are encrypted')] }) });
const rejecting =
  (option: string, error: string) =>
  (asked: Asked, body: string): Reply =>
    body.includes(option) ? { error } : good(asked);
const wrapped = (before: string, after: string) => (asked: Asked) => ({
  content: `${before}${good(asked).content ?? ''}${after}`,
});

let knowledge: Knowledge;
let elsewhere: Awaited<ReturnType<typeof startModelServer>>;
let server: Awaited<ReturnType<typeof startModelServer>>;
const rows: string[] = [];
beforeAll(async () => {
  knowledge = await openKnowledge(join(projectRoot, 'data/policies'));
  elsewhere = await startModelServer(good);
  await knowledge.ask(question);
  await knowledge.redact(question);
});
afterEach(() => server.stop());
afterAll(async () => {
  await elsewhere.stop();
  if (process.env['SHOW_SERVERS'] === '1')
    process.stdout.write(`| server | | waited | seen meanwhile | why |\n${rows.join('\n')}\n`);
});

type Behaviour = {
  readonly reply: (asked: Asked, body: string) => Reply;
  readonly models?: readonly string[];
};

it.each<readonly [string, 'model' | 'search', Behaviour]>([
  ['takes everything', 'model', { reply: good }],
  ['rejects json_schema', 'model', { reply: rejecting('json_schema', 'json_schema is not supported') }],
  ['rejects response_format', 'model', { reply: rejecting('response_format', 'unknown response_format') }],
  ['rejects strict', 'model', { reply: rejecting('"strict"', 'unknown field strict') }],
  [
    'rejects additionalProperties',
    'model',
    { reply: rejecting('additionalProperties', 'additionalProperties') },
  ],
  ['rejects the system role', 'model', { reply: rejecting('"role":"system"', 'system role not supported') }],
  ['wraps in fences', 'model', { reply: wrapped('Here:\n```json\n', '\n```') }],
  ['thinks aloud', 'model', { reply: wrapped('<think>{"outcome":"silent"}</think>', '') }],
  ['lists an embedding model first', 'model', { reply: good, models: ['bge-m3', 'dall-e-3', 'tiny'] }],
  ['takes its time', 'model', { reply: (asked) => ({ ...good(asked), until: after(800) }) }],
  ['lists none that writes', 'search', { reply: good, models: ['bge-m3'] }],
  ['hangs', 'search', { reply: () => ({ hangs: true }) }],
  ['drips', 'search', { reply: () => ({ drips: true }) }],
  ['dies', 'search', { reply: () => ({ dies: true }) }],
  ['sends 400 MB', 'search', { reply: () => ({ floods: 400_000_000 }) }],
  [
    'redirects to another host',
    'search',
    { reply: () => ({ redirects: `${elsewhere.settings.baseUrl}/chat/completions` }) },
  ],
  ['is too busy', 'search', { reply: () => ({ status: 429, error: 'slow down' }) }],
  ['is broken', 'search', { reply: () => ({ status: 500, error: 'oops' }) }],
  ['wants another key', 'search', { reply: () => ({ status: 401, error: 'bad key' }) }],
  ['writes prose', 'search', { reply: () => ({ content: 'They are encrypted.' }) }],
])(
  'a server that %s: the answer comes by the %s, and nobody waits longer than the patience',
  async (name, by, { reply, models }) => {
    server = await startModelServer(reply, () => models ?? null);
    const model = openModel({ ...server.settings, name: models === undefined ? 'small' : null });
    await model.look();
    const ask = askWithModel(knowledge, {
      find: finder(knowledge.documents, model, 60_000),
      look: model.look,
      clock: systemClock,
      after,
      patienceMs,
      sent: sentRequests(systemClock),
      told: () => undefined,
    });
    const began = performance.now();
    const sign = async (): Promise<number> => performance.now() - began;
    const { result: answer, signed } = await signFirst({ after }, signAfter, ask(question), sign);
    const waited = Math.round(performance.now() - began);
    const seen = signed === null ? 'nothing, so quick is it' : `the sign after ${Math.round(signed)} ms`;
    rows.push(
      `| ${name.padEnd(32)} | ${(by === 'model' ? 'works' : 'falls back').padEnd(10)} | ${`${waited} ms`.padStart(7)} | ${seen.padEnd(23)} | ${answer.without ?? ''}`,
    );
    // Whoever waits longer than a moment sees a sign; a busy machine may be late with it.
    if (waited > signAfter + 500) expect(signed).not.toBeNull();
    expect(answer.foundBy).toBe(by);
    expect(waited).toBeLessThan(patienceMs + 500);
    expect(elsewhere.bodies).toEqual([]);
  },
);
