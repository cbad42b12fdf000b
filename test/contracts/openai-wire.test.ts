import nock from 'nock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ModelRequest } from '../../src/knowledge/model/model.ts';
import { openModel } from '../../src/knowledge/model/openai-model.ts';

const api = 'https://api.openai.com';
const path = '/v1/chat/completions';
const own = 'http://model.test';

const replying = (content: string | null, more: Readonly<Record<string, unknown>> = {}) => ({
  id: 'c1',
  object: 'chat.completion',
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content, ...more } }],
});

const asking = (bodies: string[] = []): ModelRequest => ({
  instructions: 'Be plain.',
  input: '{"question":"who?","units":[]}',
  schema: { type: 'object' },
  onSend: (body) => void bodies.push(body),
});

const never = new AbortController().signal;
const keyed = () => openModel({ apiKey: 'sk-test', baseUrl: null, name: null });

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
  nock.enableNetConnect();
});

it('asks for a draft of the given shape, keeps nothing there, and reports the bytes as they go', async () => {
  const bodies: string[] = [];
  let got = '';
  nock(api, { reqheaders: { authorization: 'Bearer sk-test' } })
    .post(path, (body) => {
      got = JSON.stringify(body);
      return true;
    })
    .reply(200, replying('{"statements":[]}'));
  expect(await keyed()(asking(bodies), never)).toEqual({ statements: [] });
  expect(bodies).toEqual([got]);
  expect(JSON.parse(got)).toMatchObject({
    store: false,
    messages: [
      { role: 'system', content: 'Be plain.' },
      { role: 'user', content: '{"question":"who?","units":[]}' },
    ],
    response_format: { type: 'json_schema', json_schema: { strict: true } },
  });
});

it.each([429, 500, 503])('tries once more after %i', async (status) => {
  const bodies: string[] = [];
  nock(api).post(path).reply(status, {}, { 'retry-after-ms': '5' });
  nock(api).post(path).reply(200, replying('{"statements":[]}'));
  await keyed()(asking(bodies), never);
  expect(bodies).toHaveLength(2);
});

it('gives up after the second failure', async () => {
  nock(api).post(path).times(2).reply(500, {}, { 'retry-after-ms': '5' });
  await expect(keyed()(asking(), never)).rejects.toThrow();
});

it.each([401, 404])('does not try again after %i', async (status) => {
  nock(api).post(path).reply(status, {});
  await expect(keyed()(asking(), never)).rejects.toThrow();
});

it('stops at once when it is told to', async () => {
  nock(api).post(path).delay(5_000).reply(200, replying('{}'));
  const stop = new AbortController();
  const asked = keyed()(asking(), stop.signal);
  setTimeout(() => stop.abort(), 30);
  await expect(asked).rejects.toThrow();
});

it.each([
  ['prose', replying('Certainly! Here you are.')],
  ['a refusal', replying(null, { refusal: 'I cannot help with that.' })],
  ['nothing', { id: 'c1', object: 'chat.completion', choices: [] }],
  ['half of it', replying('{"statements":[{"te')],
  [
    'what a filter took out',
    { ...replying('{}'), choices: [{ ...replying('{}').choices[0], finish_reason: 'content_filter' }] },
  ],
])('rejects %s', async (_, answer) => {
  nock(api).post(path).reply(200, answer);
  await expect(keyed()(asking(), never)).rejects.toThrow();
});

it('needs no key and no name for a server of one’s own: it takes the model that is offered, asking once', async () => {
  const model = openModel({ apiKey: null, baseUrl: `${own}/v1`, name: null });
  const bodies: string[] = [];
  nock(own)
    .get('/v1/models')
    .reply(200, { object: 'list', data: [{ id: 'tiny', object: 'model' }] });
  nock(own).post(path).times(2).reply(200, replying('{"statements":[]}'));
  await model(asking(bodies), never);
  await model(asking(bodies), never);
  expect(bodies.map((body) => JSON.parse(body).model)).toEqual(['tiny', 'tiny']);
  expect(bodies[0]).not.toContain('store');
});

it('uses the usual name where the server does not list its models', async () => {
  const bodies: string[] = [];
  nock(own).get('/v1/models').reply(404, {});
  nock(own).post(path).reply(200, replying('{"statements":[]}'));
  await openModel({ apiKey: null, baseUrl: `${own}/v1`, name: null })(asking(bodies), never);
  expect(JSON.parse(bodies[0] ?? '{}').model).not.toBe('');
});
