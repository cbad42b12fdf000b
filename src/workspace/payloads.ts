/** The payloads of interactions. */
import type { Channel, Person } from './contract.ts';
import { messagePayload } from './events.ts';
import { viewPayload } from './views.ts';
import type { StoredMessage, StoredView, World } from './world.ts';

type Payload = Readonly<Record<string, unknown>>;

/** What every interaction carries (docs `/reference/interaction-payloads`). */
export const interaction = (world: World, type: string, person: Person): Payload => ({
  type,
  token: 'local',
  api_app_id: world.app.id,
  team: { id: world.team.id, domain: world.team.domain },
  user: { id: person.id, username: person.name, name: person.name, team_id: world.team.id },
  enterprise: null,
  is_enterprise_install: false,
});

export const channelNamed = (channel: Channel): Payload => ({
  id: channel.id,
  name: channel.kind === 'dm' ? 'directmessage' : channel.kind === 'private' ? 'privategroup' : channel.name,
});

/** Where the clicked block sat. */
export const messagePlace = (world: World, channel: Channel, message: StoredMessage): Payload => ({
  channel: channelNamed(channel),
  container: {
    type: 'message',
    message_ts: message.ts,
    channel_id: channel.id,
    is_ephemeral: message.ephemeralFor !== null,
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
  },
  ...(message.ephemeralFor === null ? { message: messagePayload(world, message) } : {}),
});

export const viewPlace = (world: World, view: StoredView): Payload => ({
  container: { type: 'view', view_id: view.id },
  view: viewPayload(world, view),
});

/** A response_url: works five times in thirty minutes, without a token. */
export const newResponseUrl = (
  world: World,
  to: {
    readonly channel: string;
    readonly user: string;
    readonly message?: StoredMessage;
    readonly threadTs?: string | null;
  },
): string => {
  const key = world.nextId('R');
  world.hooks.set(key, {
    channel: to.channel,
    user: to.user,
    message:
      to.message === undefined ? null : { ts: to.message.ts, ephemeral: to.message.ephemeralFor !== null },
    threadTs: to.threadTs ?? to.message?.threadTs ?? null,
    at: world.ticks(),
    uses: 0,
  });
  const oldest = world.hooks.keys().next().value;
  if (world.hooks.size > 5_000 && oldest !== undefined) world.hooks.delete(oldest);
  return `${world.url}commands/${world.team.id}/${key}`;
};
