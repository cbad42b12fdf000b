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

const draft = (search: Search, topic: Topic): Entry => {
  const hits = search(`${topic.question ?? topic.about ?? ''} ${topic.meaning}`, 3);
  const says = hits.filter((hit) => hit.covered >= DRAFT_AT).map((hit) => hit.unit);
  return { says, near: hits.map((hit) => hit.unit).filter((unit) => !says.includes(unit)) };
};

/**
 * What the policies say on a topic: the one of highest precedence that speaks to it at all.
 * A policy without a map gets one drafted in memory, a topic at a time.
 */
export const entriesOf = (policies: readonly MappedPolicy[]): ((topic: Topic) => Entry) => {
  const known = new Map<string, Entry>();
  return (topic) => {
    const before = known.get(topic.id);
    if (before !== undefined) return before;
    const entries = policies.map(({ map, search }) => map?.get(topic.id) ?? draft(search, topic));
    const near: readonly Unit[] = entries.flatMap((entry) => entry.near);
    const entry = entries.find(({ says }) => says.length > 0) ?? { says: [], near };
    known.set(topic.id, entry);
    return entry;
  };
};
