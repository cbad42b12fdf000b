/** Decides which channel is shown when the wanted one cannot be. */
import type { Channel, Snapshot } from '../contract.ts';
import type { PageSpot } from './desk.ts';

/** Where one is: as wanted when this person can see it, otherwise #support or the first channel. */
export const whereToBe = (wanted: PageSpot | null, channels: readonly Channel[]): PageSpot | null => {
  if (wanted?.kind === 'app') return wanted;
  if (wanted && channels.some((one) => one.id === wanted.id)) return wanted;
  const open = channels.filter((one) => one.kind !== 'dm');
  const first = open.find((one) => one.name === 'support') ?? open[0];
  return first ? { kind: 'channel', id: first.id } : { kind: 'app', tab: 'home' };
};

/** The direct message with the app, once there is one. */
export const appChannel = (snapshot: Snapshot): Channel | undefined =>
  snapshot.channels.find((one) => one.kind === 'dm' && one.members.includes(snapshot.app.botUser));

/** The channel whose messages are on the screen, if any. */
export const channelAt = (spot: PageSpot, snapshot: Snapshot): string | null => {
  if (spot.kind === 'channel') return spot.id;
  return spot.tab === 'messages' ? (appChannel(snapshot)?.id ?? null) : null;
};
