/** Trigger ids: three seconds, once, from the view on top. */
import type { World } from './world.ts';

const kept = 5_000;

/** A new trigger, bound to a person and to the view it came from (null for a command, shortcut or message). */
export const newTrigger = (world: World, user: string, view: string | null = null): string => {
  const id = `${Math.floor(world.clock().getTime() / 1_000)}.${world.nextId('')}.local`;
  world.triggers.set(id, { user, view, at: world.ticks(), used: false });
  const oldest = world.triggers.keys().next().value;
  if (world.triggers.size > kept && oldest !== undefined) world.triggers.delete(oldest);
  return id;
};

/** Uses a trigger up. The error words are those of `views.open`. */
export const useTrigger = (
  world: World,
  id: string,
):
  | { readonly ok: true; readonly user: string; readonly view: string | null }
  | { readonly ok: false; readonly error: string } => {
  const trigger = world.triggers.get(id);
  if (trigger === undefined) return { ok: false, error: 'invalid_trigger_id' };
  if (trigger.used) return { ok: false, error: 'exchanged_trigger_id' };
  if (world.ticks() - trigger.at > world.triggerMs) return { ok: false, error: 'expired_trigger_id' };
  world.triggers.set(id, { ...trigger, used: true });
  return { ok: true, user: trigger.user, view: trigger.view };
};
