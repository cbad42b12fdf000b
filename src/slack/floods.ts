/** How much one person, or one channel, may ask of the bot in a minute. */
import type { Clock } from '../base/clock.ts';

/** What is counted, and how often it may happen in a minute; `by` says for whom. Commands and buttons are cheap and seen by one person, so they are not here. */
export const floodLimits = {
  logged: { most: 20, by: 'person' },
  forms: { most: 240, by: 'person' },
  messages: { most: 30, by: 'person' },
  mentions: { most: 60, by: 'channel' },
  /** One friendly line a minute. */
  strangers: { most: 1, by: 'person' },
} as const satisfies Readonly<Record<string, { readonly most: number; readonly by: 'person' | 'channel' }>>;

export type Flood = keyof typeof floodLimits;

const minute = 60_000;
const mostKept = 10_000;

/** `told` when this person has read within the minute that it is too much. */
export type FloodVerdict = 'pass' | 'too_much' | 'told';

/** Counts what `who` does of this within a minute; what is refused does not count. */
export const floodGate = (clock: Clock): ((what: Flood, who: string) => FloodVerdict) => {
  const times = new Map<string, { readonly at: readonly number[]; readonly told: number | null }>();
  return (what, who) => {
    const now = clock().getTime();
    const recent = (at: number): boolean => Math.abs(now - at) < minute;
    const key = `${what} ${who}`;
    const before = times.get(key) ?? { at: [], told: null };
    const at = before.at.filter(recent);
    const tooMuch = at.length >= floodLimits[what].most;
    const told = before.told !== null && recent(before.told);
    times.delete(key);
    times.set(key, tooMuch ? { at, told: told ? before.told : now } : { at: [...at, now], told: null });
    const oldest = times.keys().next().value;
    if (times.size > mostKept && oldest !== undefined) times.delete(oldest);
    if (!tooMuch) return 'pass';
    return told ? 'told' : 'too_much';
  };
};
