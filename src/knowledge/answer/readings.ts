/** What the policies say on a topic: as people have mapped it, else as the ranking of units finds it. */
import type { Policy, Unit } from '../policy/policy.ts';
import type { Entry, PolicyMap } from '../policy/policy-map.ts';
import type { Topic } from '../question/topics.ts';
import type { DecideByUnits } from './decide-by-units.ts';

/** A policy with what it says on each topic; `map` is null when it has to be read from the text. */
export type MappedPolicy = { readonly policy: Policy; readonly map: PolicyMap | null };

export type TopicReading = { readonly topic: Topic; readonly chance: number };

/** A question as it was understood. */
export type Asked = { readonly text: string; readonly readings: readonly TopicReading[] };

/** How near a further policy has to come to the surest one to be heard beside it. */
const BESIDE_BEST_AT = 0.8;
/** What a map says was found by people: it stands beside the surest find in a text. */
const BY_PEOPLE = 2;

type Scored = Entry & { readonly score: number };

/** Read from the text: the passages of this policy among the best of all. */
const draft = ({ policy }: MappedPolicy, { text }: Asked, byUnits: DecideByUnits): Scored => {
  const { answered, units, confidence } = byUnits(text);
  const own = units.filter((unit) => unit.policy === policy.head.id);
  return { says: answered ? own : [], near: answered ? [] : own, score: confidence };
};

/** What a passage counts for by its place among those that answer a topic. */
const placed = (place: number): number => 1 / (1 + 0.7 * place);
/** How much the order in a map counts beside what all readings of the question want. */
const AS_MAPPED = 0.5;

/** The passages on the likeliest topic, those first that the other likely topics want too. */
const inOrder = (
  says: readonly Unit[],
  readings: readonly TopicReading[],
  map: PolicyMap,
): readonly Unit[] => {
  const wanted = new Map<Unit, number>();
  for (const { topic, chance } of readings)
    for (const [place, unit] of (map.get(topic.id)?.says ?? []).entries())
      wanted.set(unit, (wanted.get(unit) ?? 0) + chance * placed(place));
  const most = Math.max(...wanted.values(), Number.MIN_VALUE);
  const worth = new Map(
    says.map((unit, place) => [unit, AS_MAPPED * placed(place) + (wanted.get(unit) ?? 0) / most]),
  );
  return says.toSorted((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0));
};

/** Policies of one precedence speak together: those that come close to the surest of them. */
const together = (entries: readonly Scored[]): Entry => {
  const best = Math.max(0, ...entries.filter(({ says }) => says.length > 0).map(({ score }) => score));
  const heard = entries
    .filter(({ says, score }) => says.length > 0 && score >= BESIDE_BEST_AT * best)
    .toSorted((a, b) => b.score - a.score);
  return { says: heard.flatMap(({ says }) => says), near: entries.flatMap(({ near }) => near) };
};

/**
 * What the policies say on a topic, or on a question that was read as it: those of highest precedence that speak to it at all.
 * A policy without a map is read afresh for each question.
 */
export const entriesOf = (
  policies: readonly MappedPolicy[],
  byUnits: DecideByUnits,
): ((topic: Topic, asked?: Asked) => Entry) => {
  const ranks = [...new Set(policies.map(({ policy }) => policy.head.precedence))].toSorted((a, b) => b - a);
  return (topic, asked) => {
    const question = asked ?? { text: topic.question ?? topic.meaning, readings: [{ topic, chance: 1 }] };
    const near: Unit[] = [];
    for (const rank of ranks) {
      const same = policies.filter(({ policy }) => policy.head.precedence === rank);
      const entry = together(
        same.map((mapped): Scored => {
          const known = mapped.map?.get(topic.id);
          if (mapped.map === null || known === undefined) return draft(mapped, question, byUnits);
          return { ...known, says: inOrder(known.says, question.readings, mapped.map), score: BY_PEOPLE };
        }),
      );
      if (entry.says.length > 0) return entry;
      near.push(...entry.near);
    }
    return { says: [], near };
  };
};

/** The passage that a map sets first on each topic; topics that lead to one passage are one thing asked in several ways. */
export const leadsOf = (policies: readonly MappedPolicy[]): ReadonlyMap<string, Unit> => {
  const leads = new Map<string, Unit>();
  for (const { map } of policies.toSorted((a, b) => a.policy.head.precedence - b.policy.head.precedence))
    for (const [topic, { says }] of map ?? []) if (says[0] !== undefined) leads.set(topic, says[0]);
  return leads;
};
