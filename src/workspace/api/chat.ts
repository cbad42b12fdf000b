/** The chat methods. */
import { limits } from '../../blockkit/limits.ts';
import { codePoints, type Json } from '../../blockkit/rule.ts';
import { messagePayload } from '../events.ts';
import { edit, findMessage, post, postEphemeral, remove } from '../messages.ts';
import type { StoredMessage, World } from '../world.ts';
import { ApiError, channelOf, type Method, messageBody, need, optional, writableChannel } from './call.ts';

/** A thread exists where its parent does. */
export const threadOf = (world: World, channel: string, args: Json): string | null => {
  const ts = optional(args, 'thread_ts');
  if (ts === null) return null;
  if (!/^\d+\.\d{6}$/.test(ts)) throw new ApiError('invalid_thread_ts');
  const parent = findMessage(world, channel, ts);
  if (parent === undefined) throw new ApiError('thread_not_found');
  return parent.threadTs ?? ts;
};

const postMessage = (world: World, args: Json): Json => {
  const channel = writableChannel(world, need(args, 'channel'));
  const body = messageBody(world, args);
  const message = post(world, {
    ...body,
    channel,
    user: world.app.botUser,
    botId: world.app.botId,
    threadTs: threadOf(world, channel.id, args),
    metadata: args['metadata'] ?? null,
  });
  return { channel: channel.id, ts: message.ts, message: messagePayload(world, message) };
};

const ownMessage = (world: World, args: Json, refusal: string): StoredMessage => {
  const channel = channelOf(world, need(args, 'channel'));
  const message = findMessage(world, channel.id, need(args, 'ts'));
  if (message === undefined) throw new ApiError('message_not_found');
  if (message.botId !== world.app.botId) throw new ApiError(refusal);
  return message;
};

const update = (world: World, args: Json): Json => {
  const message = ownMessage(world, args, 'cant_update_message');
  if (message.streaming) throw new ApiError('streaming_state_conflict');
  if (codePoints(optional(args, 'text') ?? '') > limits.updateText) throw new ApiError('msg_too_long');
  const body = messageBody(world, args);
  const blocks =
    args['blocks'] === undefined && args['markdown_text'] === undefined ? message.blocks : body.blocks;
  const text = args['text'] === undefined && args['markdown_text'] === undefined ? message.text : body.text;
  const metadata = args['metadata'] === undefined ? message.metadata : args['metadata'];
  const after = edit(world, message, { text, blocks, metadata, edited: true });
  return { channel: after.channel, ts: after.ts, text: after.text, message: messagePayload(world, after) };
};

const drop = (world: World, args: Json): Json => {
  const message = ownMessage(world, args, 'cant_delete_message');
  remove(world, message);
  return { channel: message.channel, ts: message.ts };
};

const ephemeral = (world: World, args: Json): Json => {
  const channel = writableChannel(world, need(args, 'channel'), false);
  const user = need(args, 'user');
  if (!channel.members.includes(user)) throw new ApiError('user_not_in_channel');
  const body = messageBody(world, args);
  const threadTs = threadOf(world, channel.id, args);
  const draft = { ...body, channel, user: world.app.botUser, botId: world.app.botId, threadTs };
  return { message_ts: postEphemeral(world, draft, user).ts };
};

const permalink = (world: World, args: Json): Json => {
  const channel = channelOf(world, need(args, 'channel'));
  const message = findMessage(world, channel.id, need(args, 'message_ts'));
  if (message === undefined) throw new ApiError('message_not_found');
  return { channel: channel.id, permalink: `${world.url}#/${channel.id}/p${message.ts.replace('.', '')}` };
};

const write = ['chat:write'];

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': { scopes: write, token: 'bot', run: postMessage },
  'chat.update': { scopes: write, token: 'bot', run: update },
  'chat.delete': { scopes: write, token: 'bot', run: drop },
  'chat.postEphemeral': { scopes: write, token: 'bot', run: ephemeral },
  'chat.getPermalink': { scopes: [], token: 'bot', run: permalink },
};
