/** Shortcuts, the Home tab and direct messages. */
import { publish } from '../changes.ts';
import type { ActResult, Channel, Person } from '../contract.ts';
import { emit, messagePayload } from '../events.ts';
import { keptChannel } from '../memory.ts';
import { findMessage, removeEphemeral } from '../messages.ts';
import { channelNamed, interaction, newResponseUrl } from '../payloads.ts';
import { newTrigger } from '../triggers.ts';
import { viewPayload } from '../views.ts';
import type { World } from '../world.ts';
import { channelFor, done, refused, send, tellFailure } from './interact.ts';

const named = (world: World, type: 'global' | 'message', callbackId: string) =>
  world.manifest.features.shortcuts.find((other) => other.type === type && other.callback_id === callbackId);

/** A global shortcut: no channel, no response_url. */
export const shortcut = async (world: World, person: Person, callbackId: string): Promise<ActResult> => {
  const known = named(world, 'global', callbackId);
  if (known === undefined) return refused('shortcut_not_found');
  const delivery = await send(world, 'interactive', {
    ...interaction(world, 'shortcut', person),
    callback_id: callbackId,
    trigger_id: newTrigger(world, person.id),
    action_ts: (world.clock().getTime() / 1_000).toFixed(6),
  });
  return delivery.outcome === 'acked'
    ? done(delivery.waitMs)
    : tellFailure(world, person, '', known.name, delivery);
};

/** A message shortcut; Slack does not offer it on ephemeral messages. */
export const messageShortcut = async (
  world: World,
  person: Person,
  at: { readonly callbackId: string; readonly channel: string; readonly ts: string },
): Promise<ActResult> => {
  const known = named(world, 'message', at.callbackId);
  const channel = channelFor(world, person, at.channel);
  const message = channel === null ? undefined : findMessage(world, channel.id, at.ts);
  if (known === undefined) return refused('shortcut_not_found');
  if (channel === null || message === undefined) return refused('message_not_found');
  const delivery = await send(world, 'interactive', {
    ...interaction(world, 'message_action', person),
    callback_id: at.callbackId,
    trigger_id: newTrigger(world, person.id),
    action_ts: (world.clock().getTime() / 1_000).toFixed(6),
    message_ts: message.ts,
    channel: channelNamed(channel),
    message: messagePayload(world, message),
    response_url: newResponseUrl(world, { channel: channel.id, user: person.id, threadTs: message.threadTs }),
  });
  return delivery.outcome === 'acked'
    ? done(delivery.waitMs)
    : tellFailure(world, person, channel.id, known.name, delivery);
};

const dmBetween = (world: World, one: string, other: string): Channel | undefined =>
  [...world.channels.values()].find(
    (channel) => channel.kind === 'dm' && channel.members.includes(one) && channel.members.includes(other),
  );

/** Opening the app's Home or Messages tab: `app_home_opened`, every time. */
export const openHome = (world: World, person: Person, tab: 'home' | 'messages'): ActResult => {
  const home = world.homes.get(person.id);
  const channel = dmBetween(world, person.id, world.app.botUser)?.id ?? '';
  emit(world, 'app_home_opened', {
    type: 'app_home_opened',
    user: person.id,
    channel,
    tab,
    event_ts: (world.clock().getTime() / 1_000).toFixed(6),
    ...(home === undefined || tab !== 'home' ? {} : { view: viewPayload(world, home) }),
  });
  return { ...done(), channel };
};

export const openDm = (world: World, person: Person, user: string): ActResult => {
  const other = world.people.get(user);
  if (other === undefined || other.id === person.id) return refused('user_not_found');
  const before = dmBetween(world, person.id, user);
  if (before !== undefined) return { ...done(), channel: before.id };
  if (other.deleted) return refused('user_disabled');
  const channel: Channel = {
    id: world.nextId('D'),
    name: user,
    kind: 'dm',
    topic: '',
    members: [person.id, user],
  };
  world.channels.set(channel.id, channel);
  world.memory(keptChannel(channel));
  publish(world, { type: 'channel', channel }, (listener) => channel.members.includes(listener));
  return { ...done(), channel: channel.id };
};

export const dismiss = (world: World, person: Person, channel: string, ts: string): ActResult =>
  removeEphemeral(world, person.id, channel, ts) ? done() : refused('message_not_found');
