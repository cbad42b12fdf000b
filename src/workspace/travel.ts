/** Moving the workspace's time. */
import { setImmediate as breath } from 'node:timers/promises';
import { z } from 'zod';
import { postDueMessages } from './api/scheduled.ts';
import { everything, publish } from './changes.ts';
import type { Change, Journey, Passed, TravelResult, TravelState, TravelTarget } from './contract.ts';
import type { Travel, World } from './world.ts';

export const travelRequest = z.object({ to: z.enum(['reminder', 'day', 'week']) });

/** How far each goes at most. */
const days: Readonly<Record<TravelTarget, number>> = { reminder: 366, day: 1, week: 7 };

/** How often the page sees the clock run, and everybody else gets a turn. */
const pictureMs = 80;

export const travelState = ({ travel, travelling }: World): TravelState =>
  travelling ? 'under_way' : travel === null ? 'none' : 'ready';

export const tellTime = (world: World): void =>
  publish(world, { type: 'clock', now: world.clock().toISOString(), travel: travelState(world) });

/** What the app posts and edits from now on, in order. */
const recorder = (world: World) => {
  const passed: Passed[] = [];
  const hear = (change: Change): void => {
    if (change.type !== 'message' || change.message.user !== world.app.botUser) return;
    const { channel: id, ts, text, ephemeralFor, edited } = change.message;
    const channel = world.channels.get(id);
    if (channel === undefined || ephemeralFor !== null) return;
    passed.push({ at: world.clock().toISOString(), channel, ts, text, edited });
  };
  const listener = { user: everything, hear };
  world.listeners.add(listener);
  return { passed, stop: () => world.listeners.delete(listener) };
};

/** Moves the time of everybody here; only one journey at once. */
export const travel = async (world: World, to: TravelTarget): Promise<TravelResult> => {
  if (world.travelling) return { ok: false, error: 'under_way' };
  if (world.travel === null) return { ok: false, error: 'time_is_fixed' };
  world.travelling = true;
  try {
    return { ok: true, journey: await journeyTo(world, world.travel, to) };
  } finally {
    world.travelling = false;
    tellTime(world);
  }
};

const journeyTo = async (world: World, { idle, forward }: Travel, to: TravelTarget): Promise<Journey> => {
  await idle();
  const from = world.clock().toISOString();
  const { passed, stop } = recorder(world);
  let shownAt = Number.NEGATIVE_INFINITY;
  try {
    for await (const minute of forward(days[to])) {
      postDueMessages(world);
      if (world.ticks() - shownAt >= pictureMs) {
        shownAt = world.ticks();
        publish(world, { type: 'clock', now: minute.toISOString(), travel: 'under_way' });
        await breath();
      }
      const said = passed.some(({ edited }) => !edited);
      if ((to === 'reminder' && said) || world.travel === null) break;
    }
  } finally {
    stop();
  }
  return { to, from, until: world.clock().toISOString(), passed };
};
