import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** A message as it stands: where, under which mark, what its buttons carry, and all its words. */
export type Standing = {
  readonly channel: string;
  readonly ts: string;
  readonly mark: string;
  blocks: string;
};

/** What a Slack on a bad day does with a call, and when it is done: `before` and `after` are about the message. */
export type Weather = 'fine' | 'down_before' | 'down_after' | 'busy' | 'silent_before' | 'silent_after';

/** Hears of each call of each process, at the moment it arrives, when the message stands, and when it has been answered. */
export type Watcher = (token: string, moment: 'arrived' | 'stands' | 'answered') => void;

const metadata = z.object({ event_payload: z.object({ key: z.string() }) });

/** The few methods that reminders use, over HTTP on 127.0.0.1, with weather. */
export const startSlackDouble = async (weather: (method: string) => Weather, watch: Watcher) => {
  const messages: Standing[] = [];
  let clock = 0;

  const post = (fields: URLSearchParams): object => {
    clock += 1;
    const mark = metadata.parse(JSON.parse(fields.get('metadata') ?? '{}')).event_payload.key;
    const standing = {
      channel: `D${fields.get('channel')}`,
      ts: `${1_700_000_000 + clock}.000100`,
      mark,
      blocks: fields.get('blocks') ?? '',
    };
    messages.push(standing);
    return { ok: true, channel: standing.channel, ts: standing.ts };
  };

  const update = (fields: URLSearchParams): object => {
    const standing = messages.find(({ ts }) => ts === fields.get('ts'));
    if (standing === undefined) return { ok: false, error: 'message_not_found' };
    standing.blocks = fields.get('blocks') ?? '';
    return { ok: true };
  };

  const history = (fields: URLSearchParams): object => ({
    ok: true,
    messages: messages
      .filter(({ channel }) => channel === fields.get('channel') || channel === `D${fields.get('channel')}`)
      .slice(-200)
      .reverse()
      .map(({ ts, mark }) => ({
        ts,
        metadata: { event_type: 'privacy_reminder', event_payload: { key: mark } },
      })),
  });

  const methods: Readonly<Record<string, (fields: URLSearchParams) => object>> = {
    'chat.postMessage': post,
    'chat.update': update,
    'conversations.history': history,
    'conversations.open': (fields) => ({ ok: true, channel: { id: `D${fields.get('users')}` } }),
    'users.info': () => ({ ok: true, user: { deleted: false } }),
  };

  const answer = (response: ServerResponse, status: number, body: object, headers = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };

  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const method = (request.url ?? '').split('/').at(-1) ?? '';
      const token = (request.headers.authorization ?? '').replace('Bearer ', '');
      const sky = weather(method);
      watch(token, 'arrived');
      if (sky === 'busy') return answer(response, 429, {}, { 'retry-after': '30' });
      if (sky === 'down_before') return answer(response, 503, {});
      if (sky === 'silent_before') return request.socket.destroy();
      const done = methods[method]?.(new URLSearchParams(Buffer.concat(pieces).toString('utf8')));
      watch(token, 'stands');
      if (sky === 'silent_after') return request.socket.destroy();
      if (sky === 'down_after') return answer(response, 500, {});
      answer(response, 200, done ?? { ok: false, error: 'unknown_method' });
      watch(token, 'answered');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    messages,
    stop: (): Promise<void> =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
