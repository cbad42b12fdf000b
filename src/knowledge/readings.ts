import type { Slot } from './gates.ts';
import type { Policy, Unit } from './policy.ts';
import type { Entry, PolicyMap } from './policy-map.ts';
import type { Search } from './search.ts';
import type { Topic } from './topics.ts';

/** A policy with what it says on each topic; `map` is null when one has to be drafted from the text. */
export type MappedPolicy = {
  readonly policy: Policy;
  readonly map: PolicyMap | null;
  readonly search: Search;
};

/** Share of a topic's words, weighed, that a unit has to hold before a drafted map takes it for an answer. */
const DRAFT_AT = 0.42;

/** The same where the unit states the very detail that the topic asks for: a number of days, a fee, a name. */
const DRAFT_WITH_DETAIL_AT = 0.24;

/** How near a further unit has to come to the best one to be cited beside it. */
const BESIDE_BEST_AT = 0.6;

const draft = (search: Search, topic: Topic, slots: readonly Slot[]): Entry => {
  const asked = topic.question ?? topic.about ?? '';
  const wanted = slots.filter(({ asks }) => asks.test(asked));
  const hits = search(`${asked} ${topic.meaning}`, 3);
  const states = (unit: Unit): boolean =>
    wanted.length > 0 && wanted.every((slot) => slot.states.test(unit.text));
  const says = hits
    .filter(({ unit, covered, score }) => {
      const near = score >= BESIDE_BEST_AT * (hits[0]?.score ?? 0);
      return near && covered >= (states(unit) ? DRAFT_WITH_DETAIL_AT : DRAFT_AT);
    })
    .map((hit) => hit.unit);
  return { says, near: hits.map((hit) => hit.unit).filter((unit) => !says.includes(unit)) };
};

/**
 * What the policies say on a topic: the one of highest precedence that speaks to it at all.
 * A policy without a map gets one drafted in memory, a topic at a time.
 */
export const entriesOf = (
  policies: readonly MappedPolicy[],
  slots: readonly Slot[],
): ((topic: Topic) => Entry) => {
  const known = new Map<string, Entry>();
  return (topic) => {
    const before = known.get(topic.id);
    if (before !== undefined) return before;
    const entries = policies.map(({ map, search }) => map?.get(topic.id) ?? draft(search, topic, slots));
    const near: readonly Unit[] = entries.flatMap((entry) => entry.near);
    const entry = entries.find(({ says }) => says.length > 0) ?? { says: [], near };
    known.set(topic.id, entry);
    return entry;
  };
};
