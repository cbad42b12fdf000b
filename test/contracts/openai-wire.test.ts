import nock from 'nock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { replySchema } from '../../src/knowledge/model/finder-request.ts';
import type { ModelRequest } from '../../src/knowledge/model/model.ts';
import { chosenModel } from '../../src/knowledge/model/model-choice.ts';
import { openModel } from '../../src/knowledge/model/openai-model.ts';
import { type Reply, startModelServer } from '../support/model-server.ts';
import { onlyWhatIsWritten } from '../support/wire.ts';

const asking = (bodies: string[] = []): ModelRequest => ({
  prefix: 'Be plain.\n[u1] We keep it for a year.',
  question: 'Question: how long?',
  schema: replySchema,
  onSend: (body) => void bodies.push(body),
});
const never = new AbortController().signal;
const good = '{"outcome":"silent","units":[],"verdict":null,"lacks":null}';

describe('OpenAI itself', () => {
  const api = 'https://api.openai.com';
  const path = '/v1/chat/completions';
  const keyed = () => openModel({ apiKey: 'sk-test', baseUrl: null, name: null });
  const completion = (content: string | null, more: Readonly<Record<string, unknown>> = {}) => ({
    id: 'c1',
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content }, ...more }],
  });

  onlyWhatIsWritten();

  it('is asked for a reply of a strict shape, to keep nothing, and the bytes are reported as they go', async () => {
    const bodies: string[] = [];
    let got = '';
    nock(api, { reqheaders: { authorization: 'Bearer sk-test' } })
      .post(path, (body) => {
        got = JSON.stringify(body);
        return true;
      })
      .reply(200, completion(good));
    expect(await keyed().complete(asking(bodies), never)).toBe(good);
    expect(bodies).toEqual([got]);
    expect(JSON.parse(got)).toMatchObject({
      store: false,
      messages: [
        { role: 'system', content: 'Be plain.\n[u1] We keep it for a year.' },
        { role: 'user', content: 'Question: how long?' },
      ],
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    });
  });

  it.each([401, 404, 429, 500, 503])('is asked once: %i is for the search to answer', async (status) => {
    nock(api).post(path).reply(status, {}, { 'retry-after-ms': '5' });
    await expect(keyed().complete(asking(), never)).rejects.toThrow();
  });

  it('is left at once when nobody waits any more', async () => {
    nock(api).post(path).delay(5_000).reply(200, completion(good));
    const stop = new AbortController();
    const asked = keyed().complete(asking(), stop.signal);
    setTimeout(() => stop.abort(), 30);
    await expect(asked).rejects.toThrow();
  });

  it.each([
    ['a refusal', completion(null)],
    ['nothing', { id: 'c1', object: 'chat.completion', choices: [] }],
    ['what a filter took out', completion('{}', { finish_reason: 'content_filter' })],
    ['another shape', { hello: 'world' }],
  ])('fails with %s', async (_, answer) => {
    nock(api).post(path).reply(200, answer);
    await expect(keyed().complete(asking(), never)).rejects.toThrow();
  });
});

describe('a server that calls itself compatible', () => {
  let reply: (body: Record<string, unknown>) => Reply = () => ({ content: good });
  let models: readonly string[] | null = null;
  let server: Awaited<ReturnType<typeof startModelServer>>;
  beforeAll(async () => {
    server = await startModelServer(
      (_, body) => reply(JSON.parse(body)),
      () => models,
    );
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    reply = () => ({ content: good });
    models = null;
    server.bodies.length = 0;
    server.looks.length = 0;
  });

  const last = (): Record<string, unknown> => JSON.parse(server.bodies.at(-1) ?? '{}');
  const format = (body: Record<string, unknown>): string => JSON.stringify(body['response_format'] ?? null);

  it.each<readonly [string, (body: Record<string, unknown>) => string | null]>([
    [
      'json_schema',
      (body) =>
        format(body).includes('json_schema') ? 'response_format json_schema is not supported' : null,
    ],
    [
      'any response_format',
      (body) => ('response_format' in body ? 'Unrecognized argument: response_format' : null),
    ],
    ['strict', (body) => (format(body).includes('strict') ? 'unknown field: strict' : null)],
    [
      'additionalProperties',
      (body) =>
        format(body).includes('additionalProperties') ? 'Invalid schema: additionalProperties' : null,
    ],
    [
      'a system message',
      (body) => (JSON.stringify(body).includes('"role":"system"') ? 'System role not supported' : null),
    ],
    [
      'without saying what',
      (body) =>
        'response_format' in body || JSON.stringify(body).includes('"role":"system"') ? 'Bad request' : null,
    ],
  ])('that rejects %s is asked for less, and from then on at once', async (_, rejects) => {
    reply = (body) => {
      const error = rejects(body);
      return error === null ? { content: good } : { error };
    };
    const model = openModel(server.settings);
    expect(await model.complete(asking(), never)).toBe(good);
    const learnt = server.bodies.length;
    expect(learnt).toBeGreaterThan(1);
    expect(learnt).toBeLessThan(6);
    await model.complete(asking(), never);
    expect(server.bodies.length).toBe(learnt + 1);
    expect(JSON.stringify(last())).toContain('[u1] We keep it for a year.');
    expect(JSON.stringify(last()).trimEnd()).toContain('Question: how long?');
  });

  it('is asked for nothing less when the material is too long for it', async () => {
    reply = () => ({ error: "This model's maximum context length is 4096 tokens" });
    await expect(openModel(server.settings).complete(asking(), never)).rejects.toThrow();
    expect(server.bodies).toHaveLength(1);
  });

  it('may redirect within itself, and is not followed to another host', async () => {
    const elsewhere = await startModelServer(() => ({ content: good }));
    reply = () => ({ redirects: `${elsewhere.settings.baseUrl}/chat/completions` });
    await expect(openModel(server.settings).complete(asking(), never)).rejects.toThrow();
    expect(elsewhere.bodies).toEqual([]);
    await elsewhere.stop();
    let turned = 0;
    reply = () => {
      turned += 1;
      return turned === 1 ? { redirects: '/v2/chat/completions' } : { content: good };
    };
    expect(await openModel(server.settings).complete(asking(), never)).toBe(good);
  });

  it('is cut off when it sends 400 MB', async () => {
    reply = () => ({ floods: 400_000_000 });
    const before = process.memoryUsage().rss;
    await expect(openModel(server.settings).complete(asking(), never)).rejects.toThrow();
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it.each<readonly [string, Reply]>([
    ['dies between two calls', { dies: true }],
    ['sends no JSON', { raw: '<html>busy</html>' }],
    ['sends half of its reply', { raw: '{"choices":[{"mess' }],
  ])('fails when it %s, and works again afterwards', async (_, bad) => {
    const model = openModel(server.settings);
    await model.complete(asking(), never);
    reply = () => bad;
    await expect(model.complete(asking(), never)).rejects.toThrow();
    reply = () => ({ content: good });
    expect(await model.complete(asking(), never)).toBe(good);
  });

  it.each(['drips', 'hangs'] as const)('is left when it %s and nobody waits any more', async (how) => {
    reply = () => (how === 'drips' ? { drips: true } : { hangs: true });
    const stop = new AbortController();
    const asked = openModel(server.settings).complete(asking(), stop.signal);
    setTimeout(() => stop.abort(), 50);
    await expect(asked).rejects.toThrow();
  });

  it('is asked for its models at the start, never on the way of a question', async () => {
    models = ['tiny'];
    const model = openModel({ ...server.settings, name: null });
    expect(await model.look()).toBe(true);
    await model.complete(asking(), never);
    await model.complete(asking(), never);
    expect(server.looks).toHaveLength(1);
    expect(last()['model']).toBe('tiny');
    expect(JSON.stringify(last())).not.toContain('"store"');
  });

  it('that is not up yet is asked again, and a model that was replaced is noticed', async () => {
    const model = openModel({ ...server.settings, name: null });
    expect(await model.look()).toBe(false);
    await expect(model.complete(asking(), never)).rejects.toThrow();
    models = ['old'];
    expect(await model.look()).toBe(true);
    reply = (body) =>
      body['model'] === 'old' ? { status: 404, error: 'model "old" not found' } : { content: good };
    models = ['new'];
    await expect(model.complete(asking(), never)).rejects.toThrow();
    expect(await model.look()).toBe(true);
    expect(await model.complete(asking(), never)).toBe(good);
    expect(model.state().name).toBe('new');
  });
});

it.each([
  [['text-embedding-3-large', 'dall-e-3', 'whisper-1', 'llama-3.1-8b'], 'llama-3.1-8b'],
  [['nomic-embed-text:latest', 'qwen3:8b'], 'qwen3:8b'],
  [['gpt-5', 'gpt-4.1-mini'], 'gpt-4.1-mini'],
  [['bge-m3'], null],
  [[], null],
])('takes of %j the first that writes', (listed, chosen) => {
  expect(chosenModel(listed)).toBe(chosen);
});
