/** The web server: Web API, pages, and the page's own requests. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { z } from 'zod';
import { actSchema, perform } from './acts/act.ts';
import { answerCall } from './api/answer.ts';
import { addFault, faultSchema } from './faults.ts';
import { answerJson, answerText, megabyte, parseJson, readBody } from './http-body.ts';
import { answerPage, type PageRoots } from './page-files.ts';
import { answerResponseUrl } from './response-url.ts';
import { snapshotFor } from './snapshot.ts';
import { later } from './timers.ts';
import { travel, travelRequest } from './travel.ts';
import type { World } from './world.ts';

const actRequest = z.object({ as: z.string(), act: actSchema });
const heartbeatMs = 15_000;

/** The page can act as anybody, so only this address may be asked, and only by its own page (DNS rebinding, CSRF). */
export const isOurs = (world: World, request: IncomingMessage): boolean => {
  const { port } = new URL(world.url);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host)) return false;
  if (origin !== undefined && !hosts.some((ours) => origin === `http://${ours}`)) return false;
  const site = request.headers['sec-fetch-site'];
  const isLink =
    request.method === 'GET' && request.url === '/' && request.headers['sec-fetch-mode'] === 'navigate';
  return site === undefined || site === 'same-origin' || site === 'none' || isLink;
};

type Exchange = {
  readonly world: World;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly ticket: () => string;
  readonly pages: PageRoots;
};

const bearer = (request: IncomingMessage): string | null =>
  /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;

const call = async ({ world, request, response, url, ticket }: Exchange, name: string): Promise<void> => {
  const body = await readBody(request, 2 * megabyte);
  if (body === null) return answerJson(response, 413, { ok: false, error: 'request_too_large' });
  const contentType = request.headers['content-type'] ?? '';
  const given = request.method === 'GET' ? url.search.slice(1) : body.toString('utf8');
  const answer = answerCall(world, ticket, name, { contentType, body: given, token: bearer(request) });
  if (answer.afterMs === 0) return answerJson(response, answer.status, answer.body, answer.headers);
  later(world, answer.afterMs, () => answerJson(response, answer.status, answer.body, answer.headers));
};

const respond = async ({ world, request, response }: Exchange, key: string): Promise<void> => {
  const body = await readBody(request, 2 * megabyte);
  const answer = answerResponseUrl(world, key, body === null ? null : parseJson(body));
  answerText(response, answer.status, answer.body);
};

const upload = async ({ world, request, response }: Exchange, id: string): Promise<void> => {
  const file = world.files.get(id);
  const bytes = await readBody(request, 20 * megabyte);
  if (file === undefined || bytes === null) return answerText(response, 404, 'file_not_found');
  world.files.set(id, { ...file, bytes });
  answerText(response, 200, `OK - ${bytes.length}`);
};

/** Shown in the page; whatever else was uploaded is only ever downloaded. */
const pictureTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
};

const download = ({ world, response }: Exchange, id: string): undefined => {
  const file = world.files.get(id);
  if (file?.bytes == null) return answerText(response, 404, 'file_not_found');
  const picture = pictureTypes[extname(file.name).toLowerCase()];
  response.writeHead(200, {
    'content-type': picture ?? 'application/octet-stream',
    'content-disposition': `${picture === undefined ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'x-content-type-options': 'nosniff',
  });
  response.end(file.bytes);
};

/** The person who is asked for; without one, the first of the staff (a page that was just opened knows nobody yet). */
const asWhom = ({ world, url }: Exchange): string | null => {
  const first = [...world.people.values()].find((one) => !one.isBot && !one.deleted)?.id;
  const user = url.searchParams.get('as') ?? first ?? '';
  const person = world.people.get(user);
  return person === undefined || person.isBot || person.deleted ? null : user;
};

const state = (exchange: Exchange): undefined => {
  const user = asWhom(exchange);
  if (user === null) return answerJson(exchange.response, 404, { error: 'user_not_found' });
  if (exchange.url.searchParams.get('reload') === '1') exchange.world.ephemerals.delete(user);
  answerJson(exchange.response, 200, snapshotFor(exchange.world, user));
};

const stream = (exchange: Exchange): undefined => {
  const { world, response } = exchange;
  const user = asWhom(exchange);
  if (user === null) return answerJson(response, 404, { error: 'user_not_found' });
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.write('retry: 1000\n\n');
  const listener = { user, hear: (change: unknown) => response.write(`data: ${JSON.stringify(change)}\n\n`) };
  world.listeners.add(listener);
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
  heartbeat.unref();
  response.on('close', () => {
    clearInterval(heartbeat);
    world.listeners.delete(listener);
  });
};

const jsonOf = async ({ request, response }: Exchange): Promise<unknown> => {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    answerJson(response, 415, { error: 'send application/json' });
    return undefined;
  }
  const body = await readBody(request, megabyte);
  const value = body === null ? undefined : parseJson(body);
  if (value === undefined) answerJson(response, 400, { error: 'not readable as JSON, or too large' });
  return value;
};

const doAct = async (exchange: Exchange): Promise<void> => {
  const value = await jsonOf(exchange);
  if (value === undefined) return;
  const parsed = actRequest.safeParse(value);
  if (!parsed.success) return answerJson(exchange.response, 400, { error: z.prettifyError(parsed.error) });
  answerJson(exchange.response, 200, await perform(exchange.world, parsed.data.as, parsed.data.act));
};

const doFault = async (exchange: Exchange): Promise<void> => {
  const value = await jsonOf(exchange);
  if (value === undefined) return;
  const parsed = faultSchema.safeParse(value);
  if (!parsed.success) return answerJson(exchange.response, 400, { error: z.prettifyError(parsed.error) });
  addFault(exchange.world, parsed.data);
  answerJson(exchange.response, 200, { ok: true });
};

const doTravel = async (exchange: Exchange): Promise<void> => {
  const value = await jsonOf(exchange);
  if (value === undefined) return;
  const parsed = travelRequest.safeParse(value);
  if (!parsed.success) return answerJson(exchange.response, 400, { error: z.prettifyError(parsed.error) });
  const result = await travel(exchange.world, parsed.data.to);
  answerJson(exchange.response, result.ok ? 200 : 409, result);
};

const routes: readonly {
  readonly method: string;
  readonly path: RegExp;
  readonly run: (exchange: Exchange, part: string) => void | Promise<void>;
}[] = [
  { method: 'POST', path: /^\/api\/([\w.]+)$/, run: call },
  { method: 'GET', path: /^\/api\/([\w.]+)$/, run: call },
  { method: 'POST', path: /^\/commands\/\w+\/(\w+)$/, run: respond },
  { method: 'POST', path: /^\/files\/upload\/(\w+)$/, run: upload },
  { method: 'PUT', path: /^\/files\/upload\/(\w+)$/, run: upload },
  { method: 'GET', path: /^\/files\/(\w+)\/[^/]*$/, run: download },
  { method: 'GET', path: /^\/ui\/state$/, run: state },
  { method: 'GET', path: /^\/ui\/events$/, run: stream },
  { method: 'POST', path: /^\/ui\/act$/, run: doAct },
  { method: 'POST', path: /^\/ui\/fault$/, run: doFault },
  { method: 'POST', path: /^\/ui\/travel$/, run: doTravel },
  { method: 'GET', path: /^\/$/, run: ({ response, pages }) => answerPage(response, pages, null) },
  {
    method: 'GET',
    path: /^\/assets\/([\w./-]+)$/,
    run: ({ response, pages }, part) => answerPage(response, pages, part),
  },
];

/** Answers one HTTP request to the workspace. */
export const answerHttp = async (
  world: World,
  ticket: () => string,
  pages: PageRoots,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (!isOurs(world, request)) return answerText(response, 403, 'This workspace answers only its own page.');
  const url = new URL(request.url ?? '/', world.url);
  const fitting = routes.filter((route) => route.path.test(url.pathname));
  const route = fitting.find((candidate) => candidate.method === request.method);
  if (route === undefined) return answerText(response, fitting.length > 0 ? 405 : 404, 'Not found');
  const part = route.path.exec(url.pathname)?.[1] ?? '';
  await route.run({ world, request, response, url, ticket, pages }, part);
};
