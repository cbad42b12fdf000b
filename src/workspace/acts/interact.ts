/** Sends one interaction to the app and reads its acknowledgement. */
import { publishTo, report } from '../changes.ts';
import type { ActResult, Channel, Person } from '../contract.ts';
import { takeDuplicate } from '../events.ts';
import type { Delivery, Envelope, World } from '../world.ts';

export const done = (waitMs = 0): ActResult => ({ ok: true, error: null, waitMs });
export const refused = (error: string, waitMs = 0): ActResult => ({ ok: false, error, waitMs });

/** Slack's word for an app that did not answer: late, or not there at all. */
export const errorWord = (delivery: Delivery): string =>
  delivery.outcome === 'late' ? 'operation_timeout' : 'dispatch_failed';

/** Sends an interaction or command to the app; a promised duplicate goes along with it. */
export const send = async (world: World, type: Envelope['type'], payload: unknown): Promise<Delivery> => {
  if (type === 'interactive' && world.manifest.settings.interactivity?.is_enabled === false) {
    report(world, 'interactivity', 'not_enabled', [
      'the manifest says settings.interactivity.is_enabled: false',
    ]);
    return { outcome: 'no_connection', waitMs: 0 };
  }
  const envelope: Envelope = { type, payload, accepts: true };
  const delivery = world.link.deliver(envelope);
  if (takeDuplicate(world)) void world.link.deliver(envelope);
  return await delivery;
};

/** A line from Slackbot to one person. */
export const notice = (world: World, person: Person, channel: string, text: string): void =>
  publishTo(world, person.id, { type: 'notice', channel, text });

/** Reports an app that did not answer and tells the person in Slack's words. */
export const tellFailure = (
  world: World,
  person: Person,
  channel: string,
  what: string,
  delivery: Delivery,
): ActResult => {
  const error = errorWord(delivery);
  report(world, what, error, [
    delivery.outcome === 'late' ? 'not acknowledged within 3 seconds' : 'the app is not connected',
  ]);
  notice(world, person, channel, `${what} failed with the error "${error}"`);
  return refused(error, delivery.waitMs);
};

/** The channel as this person may use it, or null. */
export const channelFor = (world: World, person: Person, id: string): Channel | null => {
  const channel = world.channels.get(id);
  if (channel === undefined) return null;
  return channel.kind === 'public' || channel.members.includes(person.id) ? channel : null;
};
