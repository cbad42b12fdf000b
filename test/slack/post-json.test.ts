import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { postJson } from '../../src/slack/post-json.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const listening = async (listener: RequestListener): Promise<string> => {
  const begun = createServer(listener);
  server = begun;
  await new Promise<void>((resolve) => begun.listen(0, '127.0.0.1', resolve));
  const place = begun.address();
  if (typeof place !== 'object' || place === null) throw new Error('no port');
  return `http://127.0.0.1:${place.port}/`;
};

it('gives up where nobody answers in time', async () => {
  const url = await listening(() => undefined);
  await expect(postJson()(url, '{}', 50)).rejects.toThrow();
});

it('a kept connection that the other side has closed meanwhile loses nothing', async () => {
  const used = new WeakSet<object>();
  const heard: string[] = [];
  const url = await listening((request, response) => {
    // As a server does that was about to close the connection when the next request came.
    if (used.has(request.socket)) return request.socket.destroy();
    used.add(request.socket);
    request.on('data', (piece) => heard.push(String(piece)));
    request.on('end', () => response.end('ok'));
    return response;
  });
  const post = postJson();
  expect(await post(url, '1', 5_000)).toBe(200);
  expect(await post(url, '2', 5_000)).toBe(200);
  expect(heard).toEqual(['1', '2']);
});
