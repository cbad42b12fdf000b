import nock from 'nock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkModel } from '../../src/commands/model-check.ts';

const own = { apiKey: null, baseUrl: 'http://127.0.0.1:9/v1', name: null };
const list = (...ids: readonly string[]) => ({ object: 'list', data: ids.map((id) => ({ id })) });

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
  nock.enableNetConnect();
});

it('is content with no model, and says when a name alone does nothing', async () => {
  expect((await checkModel({ model: null }, undefined)).status).toBe('ok');
  expect((await checkModel({ model: null }, 'gpt-5')).status).toBe('warning');
});

it('is content with a server on this machine', async () => {
  nock('http://127.0.0.1:9').get('/v1/models').reply(200, list('tiny'));
  expect(await checkModel({ model: own }, undefined)).toMatchObject({ status: 'ok' });
});

it('warns that a model elsewhere may be a transfer', async () => {
  nock('https://api.openai.com').get('/v1/models').reply(200, list('gpt-4.1-mini'));
  const check = await checkModel({ model: { apiKey: 'sk-1', baseUrl: null, name: null } }, undefined);
  expect(check.status).toBe('warning');
  expect(check.fix).toContain('EEA');
});

it('names a model that the server does not have, and a key that it does not take', async () => {
  nock('http://127.0.0.1:9').get('/v1/models').reply(200, list('tiny', 'small'));
  const missing = await checkModel({ model: { ...own, name: 'huge' } }, 'huge');
  expect(missing.status).toBe('error');
  expect(missing.fix).toContain('tiny, small');
  nock('http://127.0.0.1:9').get('/v1/models').reply(401, {});
  expect((await checkModel({ model: own }, undefined)).message).toContain('401');
});

it('refuses to send questions unencrypted over the internet, and survives a server that is away', async () => {
  const plain = { ...own, baseUrl: 'http://models.example.com/v1' };
  expect((await checkModel({ model: plain }, undefined)).status).toBe('error');
  nock('http://127.0.0.1:9').get('/v1/models').replyWithError('away');
  expect((await checkModel({ model: own }, undefined)).status).toBe('warning');
});
