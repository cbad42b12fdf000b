import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await startTestWorkspace();
});
afterAll(async () => await workspace.stop());

const ask = (path: string, headers: Record<string, string>, method = 'GET', body = ''): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(new URL(path, workspace.url), { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
const state = '/ui/state?as=U0SAM00001';
const json = { 'content-type': 'application/json' };
const act = JSON.stringify({ as: 'U0SAM00001', act: { type: 'say', channel: 'C0GENERAL1', text: 'hello' } });

test('only this address is answered, so that no other site can act as somebody', async () => {
  const { host } = new URL(workspace.url);
  expect(await ask(state, {})).toBe(200);
  expect(await ask(state, { host: 'evil.example:80' })).toBe(403);
  expect(await ask(state, { origin: 'https://evil.example' })).toBe(403);
  expect(await ask('/ui/act', { ...json, origin: 'null' }, 'POST', act)).toBe(403);
  expect(await ask('/ui/act', { ...json, 'sec-fetch-site': 'cross-site' }, 'POST', act)).toBe(403);
  expect(await ask('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBe(200);
  expect(await ask('/ui/act', { ...json, origin: `http://${host}` }, 'POST', act)).toBe(200);
});

test('acts come as JSON of the agreed shape', async () => {
  expect(await ask('/ui/act', { 'content-type': 'text/plain' }, 'POST', act)).toBe(415);
  expect(await ask('/ui/act', json, 'POST', '{"as":"U0SAM00001"}')).toBe(400);
  expect(await ask('/ui/act', json, 'POST', 'not json')).toBe(400);
  expect(await ask('/ui/fault', json, 'POST', '{"type":"earthquake"}')).toBe(400);
  expect(await ask('/ui/state?as=U0ROBIN001', {})).toBe(404);
  expect(await ask('/nothing', {})).toBe(404);
  expect(await ask('/ui/act', {}, 'GET')).toBe(405);
  expect(await ask('/assets/..%2f..%2fpackage.json', {})).toBe(404);
});

test('without a connected app a command fails at once and politely', async () => {
  expect(await workspace.person('sam').types('support', '/sample')).toMatchObject({
    ok: false,
    error: 'dispatch_failed',
  });
});

test('changes are streamed to those who may see them', async () => {
  const stop = new AbortController();
  const stream = await fetch(`${workspace.url}ui/events?as=U0SAM00001`, { signal: stop.signal });
  const reader = stream.body?.getReader();
  await workspace.person('priya').types('privacy', 'only for the team');
  await workspace.person('priya').types('general', 'for everybody');
  let text = '';
  while (!text.includes('for everybody')) text += new TextDecoder().decode((await reader?.read())?.value);
  expect(text).not.toContain('only for the team');
  stop.abort();
});

const openSocket = async (): Promise<WebSocket> => {
  const answer = await fetch(`${workspace.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.appToken}` },
  });
  const { url } = JSON.parse(await answer.text());
  return new WebSocket(url);
};
const firstWord = (socket: WebSocket): Promise<string> =>
  new Promise((resolve) => {
    socket.once('message', (data) => resolve(JSON.parse(String(data)).type));
  });

test('ten connections are held, the eleventh is turned away, and each envelope goes to one', async () => {
  const sockets: WebSocket[] = [];
  const words: string[] = [];
  for (let count = 0; count < 11; count += 1) {
    const socket = await openSocket();
    words.push(await firstWord(socket));
    sockets.push(socket);
  }
  expect(words).toEqual([...Array.from({ length: 10 }, () => 'hello'), 'disconnect']);
  let delivered = 0;
  for (const socket of sockets) {
    socket.on('message', (data) => {
      const envelope = JSON.parse(String(data));
      if (envelope.type === 'slash_commands') delivered += 1;
      socket.send(JSON.stringify({ envelope_id: envelope.envelope_id }));
    });
  }
  for (let count = 0; count < 3; count += 1) await workspace.person('sam').types('support', '/sample');
  expect(delivered).toBe(3);
  for (const socket of sockets) socket.close();
});

test('a ticket opens one connection', async () => {
  const answer = await fetch(`${workspace.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.appToken}` },
  });
  const { url } = JSON.parse(await answer.text());
  const first = new WebSocket(url);
  await firstWord(first);
  const second = new WebSocket(url);
  const error = await new Promise((resolve) => second.once('error', resolve));
  expect(String(error)).toContain('401');
  first.close();
});
