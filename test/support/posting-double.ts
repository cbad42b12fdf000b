import { createServer } from 'node:http';
import { z } from 'zod';

/** A message of the bot as it stands. */
export type Stood = {
  readonly channel: string;
  readonly threadTs: string;
  readonly ts: string;
  readonly text: string;
  /** As JSON. */
  readonly blocks: string;
  readonly metadata: unknown;
};

/** Who asked for what when: what is posted, looked for in a thread and taken away; edits are only counted. */
export type Heard = {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** As whom the caller was given its address. */
  readonly by: string;
  readonly method: string;
  readonly channel: string;
  readonly thread: string;
  readonly ts: string;
  /** The mark as JSON; of a post alone. */
  readonly mark: string;
};

/** Of so many messages that it takes, one is answered with 500, and of so many one is not answered at all. */
const brokenEvery = 37;
const cutEvery = 53;

const fieldsIn = (text: string): URLSearchParams => {
  if (!text.startsWith('{')) return new URLSearchParams(text);
  const fields = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  return new URLSearchParams(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
};

const respondPath = '/respond/';

/** A person's id stands for the direct message with them. */
const conversationOf = (to: string): string => (to.startsWith('U') ? `D${to}` : to);

const asSlackTells = ({ ts, text, metadata }: Stood) => ({
  ts,
  text,
  bot_id: 'B0BOT',
  user: 'U0BOT',
  ...(metadata === null ? {} : { metadata }),
});

/** A Slack that takes whatever is posted and tells it again: what several bots said in threads and channels, counted in one place. */
export const startPostingDouble = async () => {
  const stood: Stood[] = [];
  const whispered: string[] = [];
  const removed: string[] = [];
  const responses: { readonly key: string; readonly text: string }[] = [];
  const journal: Heard[] = [];
  let edits = 0;
  let clock = 0;
  const keep = (by: string, method: string, fields: URLSearchParams): void => {
    if (method === 'chat.update') edits += 1;
    if (!['chat.postMessage', 'chat.delete', 'conversations.replies'].includes(method)) return;
    const [post, given] = [method === 'chat.postMessage', fields.get('ts') ?? ''];
    journal.push({
      at: Date.now(),
      by,
      method,
      channel: conversationOf(fields.get('channel') ?? ''),
      thread: (method === 'conversations.replies' ? given : fields.get('thread_ts')) ?? '',
      ts: post ? (stood.at(-1)?.ts ?? '') : given,
      mark: fields.get('metadata') ?? '',
    });
  };
  const methods: Readonly<Record<string, (fields: URLSearchParams) => object>> = {
    'auth.test': () => ({
      team_id: 'T0DRILL',
      user_id: 'U0BOT',
      bot_id: 'B0BOT',
      url: 'https://x.slack.com/',
    }),
    'users.info': (fields) => ({
      user: {
        id: fields.get('user'),
        team_id: 'T0DRILL',
        deleted: false,
        is_bot: false,
        tz: 'Europe/London',
      },
    }),
    'chat.postMessage': (fields) => {
      clock += 1;
      const message = {
        channel: conversationOf(fields.get('channel') ?? ''),
        threadTs: fields.get('thread_ts') ?? '',
        // After every message that people wrote.
        ts: `${4_000_000_000 + clock}.000100`,
        text: fields.get('text') ?? '',
        blocks: fields.get('blocks') ?? '',
        metadata: JSON.parse(fields.get('metadata') ?? 'null'),
      };
      stood.push(message);
      return { channel: message.channel, ts: message.ts };
    },
    // A sign that somebody is looking becomes the answer.
    'chat.update': (fields) => {
      const at = stood.findIndex(({ ts }) => ts === fields.get('ts'));
      const before = stood[at];
      if (before !== undefined)
        stood[at] = { ...before, text: fields.get('text') ?? '', blocks: fields.get('blocks') ?? '' };
      return { channel: fields.get('channel'), ts: fields.get('ts') };
    },
    'chat.delete': (fields) => {
      const at = stood.findIndex(({ ts }) => ts === fields.get('ts'));
      if (at >= 0) stood.splice(at, 1);
      removed.push(fields.get('ts') ?? '');
      return {};
    },
    'conversations.replies': (fields) => ({
      messages: stood.filter(({ threadTs }) => threadTs === fields.get('ts')).map(asSlackTells),
    }),
    'conversations.history': (fields) => {
      const all = stood.filter(
        ({ channel, threadTs }) => channel === fields.get('channel') && threadTs === '',
      );
      const from = Number(fields.get('cursor') ?? 0);
      const next = from + 200 < all.length ? String(from + 200) : '';
      return {
        messages: all
          .toReversed()
          .slice(from, from + 200)
          .map(asSlackTells),
        response_metadata: { next_cursor: next },
      };
    },
    'chat.postEphemeral': (fields) => {
      whispered.push(fields.get('text') ?? '');
      return { message_ts: '1.1' };
    },
    'conversations.open': (fields) => ({ channel: { id: conversationOf(fields.get('users') ?? '') } }),
    'conversations.info': (fields) => ({ channel: { id: fields.get('channel'), is_ext_shared: false } }),
  };
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const [by = '', method = ''] = (request.url ?? '').split('/').slice(-2);
      const fields = fieldsIn(Buffer.concat(pieces).toString('utf8'));
      if (request.url?.startsWith(respondPath) === true)
        responses.push({ key: method, text: fields.get('text') ?? '' });
      const found = methods[method]?.(fields) ?? {};
      keep(by, method, fields);
      // It stands, and whoever posted it never hears so.
      const taken = method === 'chat.postMessage' ? clock : 1;
      if (taken % cutEvery === 0) return void response.destroy();
      if (taken % brokenEvery === 0) return void response.writeHead(500).end();
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: true, ...found }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return {
    apiUrl: `${origin}/api/`,
    /** The same Slack, by a name of the caller's own in its journal. */
    apiUrlOf: (by: string): string => `${origin}/api/${by}/`,
    journal,
    /** How often something was posted, edited or taken away. */
    writes: (): number => clock + edits + removed.length,
    stood,
    whispered,
    removed,
    /** A `response_url`; what was said by it stands in `responses` under this key. */
    responseUrl: (key: string): string => `${origin}${respondPath}${key}`,
    responses,
    stop: (): Promise<void> =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
