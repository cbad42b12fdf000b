/** The status line under a thread. */
import { publishIn } from './changes.ts';
import type { Channel } from './contract.ts';
import { later } from './timers.ts';
import type { World } from './world.ts';

const shownMs = 120_000;

/** Shows what the app is busy with in a thread; it goes away with "", with the app's next message there, or after two minutes. */
export const showStatus = (world: World, channel: Channel, threadTs: string, text: string): void => {
  const key = `${channel.id}/${threadTs}`;
  if (text === '' && !world.statuses.has(key)) return;
  if (text === '') {
    world.statuses.delete(key);
  } else {
    const mark = world.nextId('status');
    world.statuses.set(key, mark);
    later(world, shownMs, () => {
      if (world.statuses.get(key) === mark) showStatus(world, channel, threadTs, '');
    });
  }
  publishIn(world, channel, { type: 'status', channel: channel.id, threadTs, text });
};
