/** What a Web API method is, and how it reads its arguments. */
import type { KnownBlock, View } from '@slack/types';
import { type Breach, inSlackWords, isObject, type Json } from '../../blockkit/rule.ts';
import { areBlocks, checkMessage, checkView, isTooLarge, isView } from '../../blockkit/validate.ts';
import type { Channel, Person } from '../contract.ts';
import { withIds } from '../generated-ids.ts';
import type { World } from '../world.ts';

/** One method: the scopes of which it needs one, the token it takes, and what it does. */
export type Method = {
  readonly scopes: readonly string[];
  readonly token: 'bot' | 'app';
  readonly run: (world: World, args: Json) => Json;
};

/** `{"ok":false}`: the error word, and whatever else Slack puts beside it. */
export class ApiError extends Error {
  readonly extra: Json;
  constructor(error: string, extra: Json = {}) {
    super(error);
    this.extra = extra;
  }
}

const invalidArguments = (lines: readonly string[]): ApiError =>
  new ApiError('invalid_arguments', {
    response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) },
  });

export const need = (args: Json, name: string): string => {
  const value = args[name];
  if (typeof value === 'string' && value !== '') return value;
  throw invalidArguments([`missing required field: ${name}`]);
};

export const optional = (args: Json, name: string): string | null => {
  const value = args[name];
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;
};

/** Form bodies carry "true"; JSON bodies carry true. */
export const isOn = (value: unknown): boolean =>
  value === true || value === 'true' || value === '1' || value === 1;

export const needScope = (world: World, scopes: readonly string[]): void => {
  const provided = world.manifest.oauth_config.scopes.bot;
  if (scopes.length === 0 || scopes.some((scope) => provided.includes(scope))) return;
  throw new ApiError('missing_scope', { needed: scopes.join(','), provided: provided.join(',') });
};

export const personOf = (world: World, id: string): Person => {
  const person = world.people.get(id);
  if (person === undefined) throw new ApiError('user_not_found');
  return person;
};

/** The conversation between the bot and this person, which exists from the start. */
export const dmWith = (world: World, user: string): Channel | undefined =>
  [...world.channels.values()].find(
    (channel) =>
      channel.kind === 'dm' && channel.members.includes(user) && channel.members.includes(world.app.botUser),
  );

/** A channel by id, `#name` or user id, as far as the bot may know of it. */
export const channelOf = (world: World, given: string): Channel => {
  const byName = given.startsWith('#')
    ? [...world.channels.values()].find(
        (channel) => channel.kind === 'public' && channel.name === given.slice(1),
      )
    : undefined;
  const person = world.people.get(given);
  if (person?.deleted === true) throw new ApiError('channel_not_found');
  const channel =
    world.channels.get(given) ?? byName ?? (person === undefined ? undefined : dmWith(world, given));
  const isHidden =
    channel !== undefined && channel.kind !== 'public' && !channel.members.includes(world.app.botUser);
  if (channel === undefined || isHidden) throw new ApiError('channel_not_found');
  return channel;
};

/** A channel the bot may write to. */
export const writableChannel = (world: World, given: string, scopeForOthers = true): Channel => {
  const channel = channelOf(world, given);
  const isMember = channel.members.includes(world.app.botUser);
  const mayAnyway = scopeForOthers && world.manifest.oauth_config.scopes.bot.includes('chat:write.public');
  if (!isMember && !mayAnyway) throw new ApiError('not_in_channel');
  if (channel.kind === 'dm' && !world.manifest.features.app_home.messages_tab_enabled) {
    throw new ApiError('messages_tab_disabled');
  }
  return channel;
};

const refusal = (found: readonly Breach[]): ApiError => {
  const word = found.find((breach) => /^[a-z_]+$/.test(breach.message))?.message;
  const lines = found.map(inSlackWords);
  const messages = { response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) } };
  return word !== undefined && word !== 'only_one_table_allowed'
    ? new ApiError(word, messages)
    : new ApiError('invalid_blocks', { errors: lines, ...messages });
};

/** Text and blocks of a message, checked; ids filled in. `markdown_text` becomes a markdown block. */
export const messageBody = (
  world: World,
  args: Json,
): { readonly text: string; readonly blocks: KnownBlock[] } => {
  const found = checkMessage(args);
  if (found.length > 0) throw refusal(found);
  const markdown = optional(args, 'markdown_text');
  const given = markdown === null ? (args['blocks'] ?? []) : [{ type: 'markdown', text: markdown }];
  const blocks = areBlocks(given, 'message') ? withIds(given, world.nextId) : [];
  return { text: optional(args, 'text') ?? markdown ?? '', blocks };
};

/** A view argument, checked as Slack checks it. */
export const viewArgument = (args: Json, type: View['type']): View => {
  const given = args['view'];
  if (given === undefined) throw invalidArguments(['missing required field: view']);
  if (isTooLarge(given)) throw new ApiError('view_too_large');
  const found = checkView(given);
  if (found.length > 0) throw invalidArguments(found.map(inSlackWords));
  if (!isView(given) || given.type !== type) {
    throw invalidArguments(['must match the `type` of the root view [json-pointer:/view/type]']);
  }
  return given;
};

export const badArguments = (line: string): ApiError => invalidArguments([line]);

export const objectsIn = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** Slack's paging: `limit`, `cursor`, and an empty `next_cursor` at the end. */
export const page = <T>(
  all: readonly T[],
  args: Json,
): { readonly items: readonly T[]; readonly next: string } => {
  const limit = Math.min(1_000, Math.max(1, Number(args['limit'] ?? 200) || 200));
  const start = Number(optional(args, 'cursor') ?? 0) || 0;
  const end = start + limit;
  return { items: all.slice(start, end), next: end < all.length ? String(end) : '' };
};
