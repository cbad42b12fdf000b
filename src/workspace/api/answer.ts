/** Answers one Web API call. */
import { isObject, type Json } from '../../blockkit/rule.ts';
import { checkBlocks, checkMessage, checkView } from '../../blockkit/validate.ts';
import { report } from '../changes.ts';
import { takeFault } from '../faults.ts';
import { findMessage } from '../messages.ts';
import type { World } from '../world.ts';
import { assistantMethods } from './assistant.ts';
import { ApiError, channelOf, type Method, need, needScope } from './call.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { peopleMethods } from './people.ts';
import { scheduledMethods } from './scheduled.ts';
import { viewMethods } from './views.ts';

const react = (world: World, args: Json): Json => {
  const channel = channelOf(world, need(args, 'channel'));
  const message = findMessage(world, channel.id, need(args, 'timestamp'));
  if (message === undefined) throw new ApiError('message_not_found');
  const key = `${channel.id}/${message.ts}/${need(args, 'name')}`;
  if (world.reactions.has(key)) throw new ApiError('already_reacted');
  world.reactions.add(key);
  return {};
};

/** Every method the workspace speaks; the scopes are those of docs `/reference/methods`. */
const methods: Readonly<Record<string, Method>> = {
  ...peopleMethods,
  ...chatMethods,
  ...viewMethods,
  ...conversationMethods,
  ...assistantMethods,
  ...scheduledMethods,
  ...fileMethods,
  'reactions.add': { scopes: ['reactions:write'], token: 'bot', run: react },
};

/** Slack's public judge: no token, one of blocks, view and message; what is wrong with it, each with its place. */
const judged = (args: Json): Json => {
  const [what, ...more] = (['blocks', 'view', 'message'] as const).filter((name) => args[name] !== undefined);
  if (what === undefined || more.length > 0) throw new ApiError('invalid_arguments');
  const given = args[what];
  const breaches =
    what === 'blocks'
      ? checkBlocks(given, 'message')
      : what === 'view'
        ? checkView(given)
        : checkMessage(given);
  return breaches.length === 0 ? { ok: true } : { ok: false, error: `invalid_${what}`, errors: breaches };
};

type ApiAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
  readonly afterMs: number;
};

/** Fields that carry JSON inside a form body; anything else stays text, even when it looks like a number. */
const structured = new Set([
  'blocks',
  'message',
  'attachments',
  'view',
  'metadata',
  'files',
  'prompts',
  'loading_messages',
  'chunks',
  'unfurls',
]);

const parsed = (name: string, text: string): unknown => {
  if (!structured.has(name)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw new ApiError(name === 'blocks' ? 'invalid_blocks_format' : 'invalid_json');
  }
};

/** The arguments of a call from its body, form or JSON. */
const readArguments = (contentType: string, body: string): Json => {
  if (contentType.includes('application/json')) {
    try {
      const value: unknown = body === '' ? {} : JSON.parse(body);
      if (isObject(value)) {
        return Object.fromEntries(
          Object.entries(value).map(([name, field]) => [
            name,
            typeof field === 'string' ? parsed(name, field) : field,
          ]),
        );
      }
    } catch (error) {
      if (error instanceof ApiError) throw error;
    }
    throw new ApiError('invalid_json');
  }
  return Object.fromEntries([...new URLSearchParams(body)].map(([name, text]) => [name, parsed(name, text)]));
};

const authorise = (world: World, method: Method, token: string | null): void => {
  if (token === null || token === '') throw new ApiError('not_authed');
  if (token !== world.botToken && token !== world.appToken) throw new ApiError('invalid_auth');
  if ((method.token === 'app') !== (token === world.appToken)) throw new ApiError('not_allowed_token_type');
};

const openConnection = (ticket: () => string): Method => ({
  scopes: [],
  token: 'app',
  run: (world) => ({
    url: `${world.url.replace('http', 'ws')}link?ticket=${ticket()}&app_id=${world.app.id}`,
  }),
});

/** Answers one Web API call; what was refused is reported to the inspector. */
export const answerCall = (
  world: World,
  ticket: () => string,
  name: string,
  request: { readonly contentType: string; readonly body: string; readonly token: string | null },
): ApiAnswer => {
  const fault = takeFault(world, name);
  const headers = { 'x-oauth-scopes': world.manifest.oauth_config.scopes.bot.join(',') };
  if (fault?.type === 'rate_limit') {
    report(world, name, 'ratelimited', [`retry after ${fault.retryAfter} s`]);
    return {
      status: 429,
      headers: { 'retry-after': String(fault.retryAfter) },
      body: { ok: false, error: 'ratelimited' },
      afterMs: 0,
    };
  }
  if (fault?.type === 'server_error')
    return { status: 503, headers: {}, body: { ok: false, error: 'internal_error' }, afterMs: 0 };
  const afterMs = fault?.type === 'slow' ? fault.ms : 0;
  try {
    if (name === 'blocks.validate') {
      const body = judged(readArguments(request.contentType, request.body));
      return { status: 200, headers: {}, body, afterMs };
    }
    const method =
      name === 'apps.connections.open'
        ? openConnection(ticket)
        : Object.hasOwn(methods, name)
          ? methods[name]
          : undefined;
    if (method === undefined) throw new ApiError('unknown_method', { req_method: name });
    const args = readArguments(request.contentType, request.body);
    authorise(world, method, request.token ?? (typeof args['token'] === 'string' ? args['token'] : null));
    needScope(world, method.scopes);
    return { status: 200, headers, body: { ok: true, ...method.run(world, args) }, afterMs };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const meta = error.extra['response_metadata'];
    const lines = isObject(meta) && Array.isArray(meta['messages']) ? meta['messages'].map(String) : [];
    const needed = error.extra['needed'];
    report(world, name, error.message, typeof needed === 'string' ? [`needed: ${needed}`] : lines);
    return { status: 200, headers, body: { ok: false, error: error.message, ...error.extra }, afterMs };
  }
};
