/** The assistant methods. */
import { limits } from '../../blockkit/limits.ts';
import { codePoints, type Json } from '../../blockkit/rule.ts';
import { publishTo } from '../changes.ts';
import { edit, findMessage, post } from '../messages.ts';
import { showStatus } from '../status.ts';
import type { StoredMessage, World } from '../world.ts';
import {
  ApiError,
  badArguments,
  channelOf,
  type Method,
  messageBody,
  need,
  objectsIn,
  optional,
  writableChannel,
} from './call.ts';
import { threadOf } from './chat.ts';

const setStatus = (world: World, args: Json): Json => {
  const channel = channelOf(world, need(args, 'channel_id'));
  if (Array.isArray(args['loading_messages']) && args['loading_messages'].length > limits.loadingMessages)
    throw badArguments('no more than 10 items allowed');
  const threadTs = optional(args, 'thread_ts') ?? '';
  showStatus(world, channel, threadTs, optional(args, 'status') ?? '');
  return {};
};

const setTitle = (world: World, args: Json): Json => {
  channelOf(world, need(args, 'channel_id'));
  need(args, 'title');
  return {};
};

const setPrompts = (world: World, args: Json): Json => {
  const channel = channelOf(world, need(args, 'channel_id'));
  const prompts = objectsIn(args['prompts']).map((prompt) => ({
    title: need(prompt, 'title'),
    message: need(prompt, 'message'),
  }));
  if (prompts.length > limits.suggestedPrompts)
    throw badArguments('no more than 4 items allowed [json-pointer:/prompts]');
  for (const user of channel.members) {
    world.prompts.set(user, prompts);
    publishTo(world, user, { type: 'prompts', prompts });
  }
  return {};
};

const markdownOf = (args: Json): string => {
  const text = optional(args, 'markdown_text') ?? '';
  if (codePoints(text) > limits.markdownText) throw new ApiError('msg_too_long');
  return text;
};

const startStream = (world: World, args: Json): Json => {
  const channel = writableChannel(world, need(args, 'channel'));
  const threadTs = threadOf(world, channel.id, { thread_ts: need(args, 'thread_ts') });
  if (channel.kind !== 'dm') {
    need(args, 'recipient_user_id');
    need(args, 'recipient_team_id');
  }
  const message = post(world, {
    channel,
    threadTs,
    user: world.app.botUser,
    botId: world.app.botId,
    text: markdownOf(args),
    blocks: [],
    streaming: true,
  });
  return { channel: channel.id, ts: message.ts };
};

const streamed = (world: World, args: Json): StoredMessage => {
  const message = findMessage(world, need(args, 'channel'), need(args, 'ts'));
  if (message === undefined) throw new ApiError('message_not_found');
  if (message.botId !== world.app.botId) throw new ApiError('message_not_owned_by_app');
  if (!message.streaming) throw new ApiError('message_not_in_streaming_state');
  return message;
};

const chunksText = (args: Json): string =>
  objectsIn(args['chunks'])
    .map((chunk) => optional(chunk, 'text') ?? '')
    .join('');

const appendStream = (world: World, args: Json): Json => {
  const message = streamed(world, args);
  edit(world, message, { text: message.text + markdownOf(args) + chunksText(args) });
  return { channel: message.channel, ts: message.ts };
};

const stopStream = (world: World, args: Json): Json => {
  const message = streamed(world, args);
  const text = message.text + markdownOf(args) + chunksText(args);
  const given = {
    text: text === '' ? ' ' : text,
    ...(args['blocks'] === undefined ? {} : { blocks: args['blocks'] }),
  };
  const { blocks } = messageBody(world, given);
  const written = text === '' ? [] : messageBody(world, { markdown_text: text }).blocks;
  edit(world, message, {
    text,
    blocks: [...written, ...blocks],
    streaming: false,
    metadata: args['metadata'] ?? message.metadata,
  });
  return { channel: message.channel, ts: message.ts };
};

const write = ['chat:write'];

export const assistantMethods: Readonly<Record<string, Method>> = {
  'assistant.threads.setStatus': { scopes: ['chat:write', 'assistant:write'], token: 'bot', run: setStatus },
  'assistant.threads.setTitle': { scopes: ['assistant:write'], token: 'bot', run: setTitle },
  'assistant.threads.setSuggestedPrompts': { scopes: ['assistant:write'], token: 'bot', run: setPrompts },
  'chat.startStream': { scopes: write, token: 'bot', run: startStream },
  'chat.appendStream': { scopes: write, token: 'bot', run: appendStream },
  'chat.stopStream': { scopes: write, token: 'bot', run: stopStream },
};
