import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { checkModel } from '../../src/commands/doctor/model-check.ts';
import { tryModel } from '../../src/commands/doctor/model-trial.ts';
import { whereaboutsOf } from '../../src/knowledge/model/whereabouts.ts';
import { found, naming, type Reply, startModelServer } from '../support/model-server.ts';
import { onlyWhatIsWritten } from '../support/wire.ts';

const rest = { patienceMs: 8_000, context: 60_000 };
const own = { apiKey: null, baseUrl: 'http://127.0.0.1:9/v1', name: null, ...rest };
const list = (...ids: readonly string[]) => ({ object: 'list', data: ids.map((id) => ({ id })) });

onlyWhatIsWritten();

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
  const check = await checkModel(
    { model: { apiKey: 'sk-1', baseUrl: null, name: null, ...rest } },
    undefined,
  );
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

it('is content with a server that lists no models, where the model has a name', async () => {
  nock('http://127.0.0.1:9').get('/v1/models').reply(404, {});
  expect((await checkModel({ model: { ...own, name: 'small' } }, 'small')).status).toBe('ok');
  nock('http://127.0.0.1:9').get('/v1/models').reply(404, {});
  expect((await checkModel({ model: { ...own, name: null } }, undefined)).status).toBe('error');
});

it('refuses to send questions unencrypted over the internet, and survives a server that is away', async () => {
  const plain = { ...own, baseUrl: 'http://models.example.com/v1' };
  expect((await checkModel({ model: plain }, undefined)).status).toBe('error');
  nock('http://127.0.0.1:9').get('/v1/models').replyWithError('away');
  expect((await checkModel({ model: own }, undefined)).status).toBe('warning');
});

it.each<readonly [string, ReturnType<typeof whereaboutsOf>]>([
  ['127.0.0.1:11434', 'own'],
  ['ollama', 'own'],
  ['models.internal', 'own'],
  ['api.mistral.ai', 'eea'],
  ['eu.api.openai.com', 'eea'],
  ['ours.swedencentral.models.example.com', 'eea'],
  ['bedrock-runtime.eu-central-1.amazonaws.com', 'eea'],
  ['bedrock-runtime.eu-west-2.amazonaws.com', 'united_kingdom'],
  ['bedrock-runtime.eu-central-2.amazonaws.com', 'elsewhere'],
  ['api.openai.com', 'elsewhere'],
  ['llm.firma.de', 'eea'],
  ['models.example.com', 'unknown'],
])('says of %s that it stands: %s', (host, place) => {
  expect(whereaboutsOf(host)).toBe(place);
});

describe('one real question', () => {
  const trial = async (reply: Parameters<typeof startModelServer>[0]) => {
    nock.enableNetConnect('127.0.0.1');
    const server = await startModelServer(reply);
    const check = await tryModel({ model: server.settings, policyDir: 'data/policies' }, systemClock);
    await server.stop();
    return { check, bodies: server.bodies };
  };
  const keeps = (asked: Parameters<typeof naming>[0]): Reply => ({
    content: found({ units: [naming(asked, 'these are encrypted')] }),
  });

  it('is content when passages were found that stand in the policy, and names the shape', async () => {
    const { check, bodies } = await trial(keeps);
    expect(check?.status).toBe('ok');
    expect(check?.message).toContain('json_schema');
    expect(bodies).toHaveLength(1);
  });

  it('says why a question failed, also what lies beneath', async () => {
    const { check } = await trial(() => ({ redirects: 'http://models.example.com/v1/chat/completions' }));
    expect(check).toMatchObject({ status: 'error' });
    expect(check?.message).toContain('redirects to another host');
  });

  it('names the shape that a server could be brought to', async () => {
    const { check } = await trial((asked, body) =>
      body.includes('response_format') ? { error: 'unknown argument' } : keeps(asked),
    );
    expect(check).toMatchObject({ status: 'ok' });
    expect(check?.message).toContain('in words');
  });

  it.each<readonly [string, Reply, string]>([
    ['prose', { content: 'For a year.' }, 'error'],
    ['an error', { status: 500, error: 'out of memory' }, 'error'],
    [
      'a lie',
      { content: found({ units: [{ id: 'u1', words: 'nobody wrote these words here' }] }) },
      'warning',
    ],
  ])('is not content with %s', async (_, reply, status) => {
    expect((await trial(() => reply)).check?.status).toBe(status);
  });

  it('is not asked where there is no model', async () => {
    expect(await tryModel({ model: null, policyDir: 'data/policies' }, systemClock)).toBeNull();
  });
});
