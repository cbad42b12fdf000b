/** The conversations methods. */
import type { Json } from '../../blockkit/rule.ts';
import { publish } from '../changes.ts';
import type { Channel } from '../contract.ts';
import { emit, messagePayload } from '../events.ts';
import { keptChannel } from '../memory.ts';
import { findMessage } from '../messages.ts';
import type { StoredMessage, World } from '../world.ts';
import {
  ApiError,
  channelOf,
  dmWith,
  isOn,
  type Method,
  need,
  needScope,
  optional,
  page,
  personOf,
} from './call.ts';

const read = { public: 'channels:read', private: 'groups:read', dm: 'im:read' } as const;
const history = { public: 'channels:history', private: 'groups:history', dm: 'im:history' } as const;

const other = (world: World, channel: Channel): string =>
  channel.members.find((member) => member !== world.app.botUser) ?? world.app.botUser;

const payload = (world: World, channel: Channel): Json => {
  const common = {
    id: channel.id,
    created: 0,
    is_archived: false,
    is_org_shared: false,
    context_team_id: world.team.id,
  };
  if (channel.kind === 'dm') return { ...common, is_im: true, user: other(world, channel), is_open: true };
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: channel.name === 'general',
    is_shared: false,
    is_ext_shared: false,
    is_member: channel.members.includes(world.app.botUser),
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: channel.members.length,
  };
};

const info = (world: World, args: Json): Json => {
  const channel = channelOf(world, need(args, 'channel'));
  needScope(world, [read[channel.kind]]);
  return { channel: payload(world, channel) };
};

const kinds: Readonly<Record<string, Channel['kind']>> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'dm',
};

const list = (world: World, args: Json): Json => {
  const wanted = (optional(args, 'types') ?? 'public_channel')
    .split(',')
    .flatMap((type) => kinds[type.trim()] ?? []);
  for (const kind of wanted) needScope(world, [read[kind]]);
  const visible = [...world.channels.values()].filter(
    (channel) =>
      wanted.includes(channel.kind) &&
      (channel.kind === 'public' || channel.members.includes(world.app.botUser)),
  );
  const { items, next } = page(visible, args);
  return {
    channels: items.map((channel) => payload(world, channel)),
    response_metadata: { next_cursor: next },
  };
};

const members = (world: World, args: Json): Json => {
  const channel = channelOf(world, need(args, 'channel'));
  needScope(world, [read[channel.kind]]);
  const { items, next } = page(channel.members, args);
  return { members: items, response_metadata: { next_cursor: next } };
};

const open = (world: World, args: Json): Json => {
  const users = (optional(args, 'users') ?? '').split(',').filter((user) => user !== '');
  const given = optional(args, 'channel');
  if (given !== null) return { channel: payload(world, channelOf(world, given)) };
  const [user] = users;
  if (user === undefined) throw new ApiError('users_list_not_supplied');
  needScope(world, users.length > 1 ? ['mpim:write'] : ['im:write']);
  if (users.length > 1) throw new ApiError('method_not_supported_for_channel_type');
  if (personOf(world, user).deleted) throw new ApiError('user_disabled');
  const channel = dmWith(world, user);
  if (channel === undefined) throw new ApiError('cannot_dm_bot');
  return {
    channel: isOn(args['return_im']) ? payload(world, channel) : { id: channel.id },
    already_open: true,
  };
};

const join = (world: World, args: Json): Json => {
  const channel = channelOf(world, need(args, 'channel'));
  if (channel.kind !== 'public') throw new ApiError('method_not_supported_for_channel_type');
  if (channel.members.includes(world.app.botUser))
    return { channel: payload(world, channel), warning: 'already_in_channel' };
  const joined = { ...channel, members: [...channel.members, world.app.botUser] };
  world.channels.set(channel.id, joined);
  world.memory(keptChannel(joined));
  publish(world, { type: 'channel', channel: joined });
  emit(world, 'member_joined_channel', {
    type: 'member_joined_channel',
    user: world.app.botUser,
    channel: channel.id,
    channel_type: 'C',
    team: world.team.id,
  });
  return { channel: payload(world, joined) };
};

const readable = (world: World, args: Json): Channel => {
  const channel = channelOf(world, need(args, 'channel'));
  needScope(world, [history[channel.kind]]);
  if (!channel.members.includes(world.app.botUser)) throw new ApiError('not_in_channel');
  return channel;
};

const messagesAnswer = (world: World, messages: readonly StoredMessage[], args: Json): Json => {
  const { items, next } = page(messages, args);
  return {
    messages: items.map((message) => ({
      ...messagePayload(world, message),
      ...(message.replies > 0 ? { thread_ts: message.ts, reply_count: message.replies } : {}),
    })),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  };
};

const historyOf = (world: World, args: Json): Json => {
  const channel = readable(world, args);
  const oldest = Number(optional(args, 'oldest') ?? 0);
  const latest = Number(optional(args, 'latest') ?? Number.POSITIVE_INFINITY);
  const messages = (world.messages.get(channel.id) ?? []).filter(
    (message) => message.threadTs === null && Number(message.ts) >= oldest && Number(message.ts) <= latest,
  );
  return messagesAnswer(world, messages.toReversed(), args);
};

const replies = (world: World, args: Json): Json => {
  const channel = readable(world, args);
  const parent = findMessage(world, channel.id, need(args, 'ts'));
  if (parent === undefined) throw new ApiError('thread_not_found');
  const thread = (world.messages.get(channel.id) ?? []).filter(
    (message) => message.ts === parent.ts || message.threadTs === parent.ts,
  );
  return messagesAnswer(world, thread, args);
};

const anyRead = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const anyHistory = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.info': { scopes: anyRead, token: 'bot', run: info },
  'conversations.list': { scopes: anyRead, token: 'bot', run: list },
  'conversations.members': { scopes: anyRead, token: 'bot', run: members },
  'conversations.open': {
    scopes: ['channels:manage', 'groups:write', 'im:write', 'mpim:write'],
    token: 'bot',
    run: open,
  },
  'conversations.join': { scopes: ['channels:join'], token: 'bot', run: join },
  'conversations.history': { scopes: anyHistory, token: 'bot', run: historyOf },
  'conversations.replies': { scopes: anyHistory, token: 'bot', run: replies },
};
