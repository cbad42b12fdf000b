/** Scheduled messages. */
import { limits } from '../../blockkit/limits.ts';
import type { Json } from '../../blockkit/rule.ts';
import { post } from '../messages.ts';
import type { World } from '../world.ts';
import {
  ApiError,
  channelOf,
  type Method,
  messageBody,
  need,
  optional,
  page,
  writableChannel,
} from './call.ts';
import { threadOf } from './chat.ts';

const seconds = (world: World): number => Math.floor(world.clock().getTime() / 1_000);

const schedule = (world: World, args: Json): Json => {
  const channel = writableChannel(world, need(args, 'channel'));
  const postAt = Number(optional(args, 'post_at'));
  if (!Number.isInteger(postAt) || postAt <= 0) throw new ApiError('invalid_time');
  if (postAt <= seconds(world)) throw new ApiError('time_in_past');
  if (postAt > seconds(world) + limits.scheduleAheadDays * 86_400) throw new ApiError('time_too_far');
  const near = [...world.scheduled.values()].filter(
    (other) => other.channel === channel.id && Math.floor(other.postAt / 300) === Math.floor(postAt / 300),
  );
  if (near.length >= limits.scheduleInFiveMinutes) throw new ApiError('restricted_too_many');
  const body = messageBody(world, args);
  const id = world.nextId('Q');
  const threadTs = threadOf(world, channel.id, args);
  world.scheduled.set(id, { ...body, id, channel: channel.id, postAt, created: seconds(world), threadTs });
  return {
    channel: channel.id,
    scheduled_message_id: id,
    post_at: postAt,
    message: { text: body.text, type: 'delayed_message' },
  };
};

const drop = (world: World, args: Json): Json => {
  const channel = channelOf(world, need(args, 'channel'));
  const job = world.scheduled.get(need(args, 'scheduled_message_id'));
  if (
    job === undefined ||
    job.channel !== channel.id ||
    job.postAt - seconds(world) < limits.scheduleDeleteSeconds
  ) {
    throw new ApiError('invalid_scheduled_message_id');
  }
  world.scheduled.delete(job.id);
  return {};
};

const list = (world: World, args: Json): Json => {
  const channel = optional(args, 'channel');
  const jobs = [...world.scheduled.values()].filter((job) => channel === null || job.channel === channel);
  const { items, next } = page(jobs, args);
  return {
    scheduled_messages: items.map((job) => ({
      id: job.id,
      channel_id: job.channel,
      post_at: job.postAt,
      date_created: job.created,
      text: job.text,
    })),
    response_metadata: { next_cursor: next },
  };
};

/** Posts what is due by the workspace's clock. */
export const postDueMessages = (world: World): void => {
  for (const job of world.scheduled.values()) {
    const channel = world.channels.get(job.channel);
    if (job.postAt > seconds(world) || channel === undefined) continue;
    world.scheduled.delete(job.id);
    post(world, {
      channel,
      user: world.app.botUser,
      botId: world.app.botId,
      text: job.text,
      blocks: job.blocks,
      threadTs: job.threadTs,
    });
  }
};

const write = ['chat:write'];

export const scheduledMethods: Readonly<Record<string, Method>> = {
  'chat.scheduleMessage': { scopes: write, token: 'bot', run: schedule },
  'chat.deleteScheduledMessage': { scopes: write, token: 'bot', run: drop },
  'chat.scheduledMessages.list': { scopes: [], token: 'bot', run: list },
};
