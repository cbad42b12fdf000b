/** A model server of the tests' own: it follows interface.md, section 6, keeps every body that it gets, and behaves as badly as it is told to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const bodySchema = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
});

export type AskedUnit = { readonly id: string; readonly words: string };
export type Asked = {
  readonly units: readonly AskedUnit[];
  /** The last line of the last message. */
  readonly question: string;
  /** The question before it in the thread; '' when there is none. */
  readonly before: string;
  readonly roles: readonly string[];
  readonly model: string;
};

/** What was asked, read from a request body as it was sent, by what the interface fixes alone. */
export const askedIn = (request: string): Asked => {
  const { messages, model } = bodySchema.parse(JSON.parse(request));
  const lines = messages.flatMap(({ content }) => content.split('\n'));
  const units = lines.flatMap((line) => {
    const [, id, words] = /^\[([^\]\s]+)\] (.+)$/u.exec(line) ?? [];
    return id === undefined || words === undefined ? [] : [{ id, words }];
  });
  const last = messages.at(-1)?.content.split('\n') ?? [];
  return {
    units,
    question: (last.at(-1) ?? '').replace(/^Question: /u, ''),
    before: last.find((line) => line.startsWith('Asked before'))?.replace(/^[^:]*: /u, '') ?? '',
    roles: messages.map(({ role }) => role),
    model,
  };
};

export type Found = {
  readonly outcome?: string;
  readonly units?: readonly { readonly id: string; readonly words: string }[];
  readonly verdict?: string | null;
  readonly lacks?: string | null;
};

/** A reply of the agreed shape. */
export const found = ({ outcome = 'answered', units = [], verdict = null, lacks = null }: Found): string =>
  JSON.stringify({ outcome, units, verdict, lacks });

/** The first words of a unit, as an honest finder copies them. */
export const copied = ({ id, words }: AskedUnit, many = 6): { id: string; words: string } => ({
  id,
  words: words
    .replace(/ \(under: .*$/u, '')
    .split(' ')
    .slice(0, many)
    .join(' '),
});

/** The unit that has these words, named as a finder names it. */
export const naming = ({ units }: Asked, words: string, many = 6): { id: string; words: string } => {
  const unit = units.find((one) => one.words.includes(words));
  if (unit === undefined) throw new Error(`no unit says: ${words}`);
  return copied(unit, many);
};

/** The first unit, honestly named. */
export const honestly = ({ units: [first] }: Asked): Reply => ({
  content: found({ units: first === undefined ? [] : [copied(first)] }),
});

/** How one request is treated; an answer of 200 with `content` where nothing else is said. */
export type Reply = {
  readonly status?: number;
  readonly content?: string | null;
  /** Instead of a completion: this very body. */
  readonly raw?: string;
  /** Replies only once this is settled. */
  readonly until?: Promise<unknown>;
  /** Says nothing, ever. */
  readonly hangs?: true;
  /** Sends a few bytes, and then nothing more. */
  readonly drips?: true;
  /** Closes the connection without a word. */
  readonly dies?: true;
  readonly redirects?: string;
  /** Sends so many bytes. */
  readonly floods?: number;
  /** An error in the server's own words. */
  readonly error?: string;
};

const MEGABYTE = Buffer.alloc(1 << 20, 'x');

const flood = async (response: ServerResponse, bytes: number): Promise<number> => {
  let sent = 0;
  response.writeHead(200, { 'content-type': 'application/json' });
  while (sent < bytes && !response.destroyed) {
    sent += MEGABYTE.length;
    if (!response.write(MEGABYTE))
      await new Promise<void>((drained) => response.once('drain', drained).once('close', drained));
  }
  response.end();
  return sent;
};

export const startModelServer = async (
  reply: (asked: Asked, body: string) => Reply,
  models: () => readonly string[] | null = () => null,
) => {
  const bodies: string[] = [];
  const looks: string[] = [];
  const flooded: number[] = [];
  const completed = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const sent = await text(request);
    bodies.push(sent);
    const given = reply(askedIn(sent), sent);
    const json = (status: number, body: string): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    };
    if (given.hangs) return;
    await given.until;
    if (given.dies) return void request.socket.destroy();
    if (given.redirects !== undefined)
      return void response.writeHead(307, { location: given.redirects }).end();
    if (given.floods !== undefined) return void flooded.push(await flood(response, given.floods));
    if (given.drips) {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":"c1",');
      return;
    }
    const { status = 200, content = null, raw, error } = given;
    if (error !== undefined)
      return json(status === 200 ? 400 : status, JSON.stringify({ error: { message: error } }));
    const message = { role: 'assistant', content };
    const choices = [{ index: 0, finish_reason: 'stop', message }];
    json(status, raw ?? JSON.stringify({ id: 'c1', object: 'chat.completion', choices }));
  };
  const server = createServer((request, response) => {
    if (request.url?.endsWith('/chat/completions') === true) {
      void completed(request, response).catch(() => response.destroy());
      return;
    }
    looks.push(request.url ?? '');
    const listed = request.url?.endsWith('/models') === true ? models() : null;
    if (listed === null) response.writeHead(404).end('{}');
    else
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ object: 'list', data: listed.map((id) => ({ id, object: 'model' })) }));
  });
  // A long test that asks nothing must not find its line closed.
  server.keepAliveTimeout = 0;
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      apiKey: null,
      baseUrl: `http://127.0.0.1:${port}/v1`,
      name: 'small',
      patienceMs: 8_000,
      context: 60_000,
    } as { apiKey: null; baseUrl: string; name: string | null; patienceMs: number; context: number },
    bodies,
    /** Every request that was no completion. */
    looks,
    /** How many bytes of each flood were taken. */
    flooded,
    stop: () =>
      new Promise<void>((stopped) => {
        server.closeAllConnections();
        server.close(() => stopped());
      }),
  };
};
