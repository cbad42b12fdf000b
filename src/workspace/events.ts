/** Sends events to the app. */
import { report } from './changes.ts';
import type { Channel } from './contract.ts';
import { later } from './timers.ts';
import type { Envelope, StoredMessage, World } from './world.ts';

/** What a subscription needs; an event outside the manifest's scopes is not delivered (docs `/reference/events`). */
const scopeOf: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  member_joined_channel: 'channels:read',
  team_join: 'users:read',
  user_change: 'users:read',
  assistant_thread_started: 'assistant:write',
  app_context_changed: 'assistant:write',
};

const isSubscribed = (world: World, name: string): boolean => {
  if (!world.manifest.settings.event_subscriptions.bot_events.includes(name)) return false;
  const scope = scopeOf[name] ?? null;
  if (scope === null || world.manifest.oauth_config.scopes.bot.includes(scope)) return true;
  report(world, name, 'missing_scope', [`needed: ${scope}`]);
  return false;
};

/** Sends one event if the manifest subscribes to `name`; an event that is not acknowledged is delivered again, as Slack does. */
export const emit = (world: World, name: string, event: Readonly<Record<string, unknown>>): undefined => {
  if (!isSubscribed(world, name)) return;
  const payload = {
    token: 'local',
    team_id: world.team.id,
    context_team_id: world.team.id,
    api_app_id: world.app.id,
    event,
    type: 'event_callback',
    event_id: world.nextId('Ev'),
    event_time: Math.floor(world.clock().getTime() / 1_000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: world.team.id,
        user_id: world.app.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
  const envelope: Envelope = { type: 'events_api', payload, accepts: false };
  void attempt(world, name, envelope, 0);
  if (takeDuplicate(world)) void attempt(world, name, envelope, 0);
};

/** One of the promised double deliveries, if any is left. */
export const takeDuplicate = (world: World): boolean => {
  const index = world.faults.findIndex((fault) => fault.type === 'duplicate' && fault.times > 0);
  const fault = world.faults[index];
  if (fault?.type !== 'duplicate') return false;
  if (fault.times <= 1) world.faults.splice(index, 1);
  else world.faults[index] = { ...fault, times: fault.times - 1 };
  return true;
};

const attempt = async (world: World, name: string, envelope: Envelope, number: number): Promise<void> => {
  const retry = { attempt: number, reason: number === 0 ? '' : 'timeout' };
  const delivery = await world.link.deliver({ ...envelope, retry });
  if (delivery.outcome === 'acked') return;
  const wait = world.eventRetryMs[number];
  if (wait === undefined) return report(world, name, 'event_not_acknowledged', [`after ${number} retries`]);
  later(world, wait, () => void attempt(world, name, envelope, number + 1));
};

/** The message as the app gets it, in events and interactions. */
export const messagePayload = (world: World, message: StoredMessage): Readonly<Record<string, unknown>> => ({
  type: 'message',
  user: message.user,
  text: message.text,
  ts: message.ts,
  team: world.team.id,
  ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
  ...(message.files.length > 0
    ? { files: message.files.map(({ id, name, title }) => ({ id, name, title })) }
    : {}),
  ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
  ...(message.botId === null
    ? { client_msg_id: `local-${message.channel}-${message.ts}` }
    : { bot_id: message.botId, app_id: world.app.id }),
  ...(message.metadata === null ? {} : { metadata: message.metadata }),
});

const eventOf = { public: 'message.channels', private: 'message.groups', dm: 'message.im' } as const;
const channelType = { public: 'channel', private: 'group', dm: 'im' } as const;

/** A new message: to the app where its bot is a member, its own messages included. */
export const emitMessage = (world: World, channel: Channel, message: StoredMessage): undefined => {
  if (!channel.members.includes(world.app.botUser)) return;
  const base = { ...messagePayload(world, message), channel: channel.id, event_ts: message.ts };
  emit(world, eventOf[channel.kind], { ...base, channel_type: channelType[channel.kind] });
  const mentioned =
    message.text.includes(`<@${world.app.botUser}>`) || message.text.includes(`<@${world.app.botUser}|`);
  if (mentioned && channel.kind !== 'dm') emit(world, 'app_mention', { ...base, type: 'app_mention' });
};

export const emitMessageChange = (
  world: World,
  channel: Channel,
  subtype: 'message_changed' | 'message_deleted',
  before: StoredMessage,
  after: StoredMessage | null,
): undefined => {
  if (!channel.members.includes(world.app.botUser)) return;
  emit(world, eventOf[channel.kind], {
    type: 'message',
    subtype,
    hidden: true,
    channel: channel.id,
    channel_type: channelType[channel.kind],
    ts: before.ts,
    event_ts: before.ts,
    previous_message: messagePayload(world, before),
    ...(after === null ? { deleted_ts: before.ts } : { message: messagePayload(world, after) }),
  });
};
