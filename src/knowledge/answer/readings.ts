import type { Policy, Unit } from '../policy/policy.ts';
import type { Entry, PolicyMap } from '../policy/policy-map.ts';
import type { Slot } from '../question/gates.ts';
import type { Likeness } from '../question/topic-profiles.ts';
import type { Topic } from '../question/topics.ts';
import { plain } from '../question/words.ts';
import type { Search } from './search.ts';

/** A policy with what it says on each topic; `map` is null when it has to be read from the text. */
export type MappedPolicy = {
  readonly policy: Policy;
  readonly map: PolicyMap | null;
  /** The units that may be cited, as `search` and `likeness` know them. */
  readonly units: readonly Unit[];
  readonly search: Search;
  readonly likeness: Likeness;
};

export type Reading = { readonly topic: Topic; readonly chance: number };

/** A question as it was understood. */
export type Asked = { readonly text: string; readonly readings: readonly Reading[] };

/** How much a unit's likeness to the topics counts beside the words that it shares with the question. */
const LIKENESS = 2;
/** What a unit gains or loses when it states, or does not, the detail that is asked for. */
const DETAIL = 0.3;
/** Below this nothing in the text is taken for an answer; chosen on questions of another author. */
const DRAFT_AT = 0.5;
/** How near a further unit has to come to the best one to be cited beside it. */
const BESIDE_BEST_AT = 0.8;
const MOST = 3;
/** Where the topic is as sure as this, a unit without any of the words that it turns on is beside the point. */
const SURE_AT = 0.4;
const ASIDE = 0.6;
/** What a map says was found by people: it stands beside the surest find in a text. */
const BY_PEOPLE = 2;

type Scored = Entry & { readonly score: number };

const statedIn = (unit: Unit): string =>
  [unit.leadIn?.text ?? '', unit.header?.text ?? '', unit.text].join('\n');

const draft = (
  { units, search, likeness }: MappedPolicy,
  { text, readings }: Asked,
  slots: readonly Slot[],
): Scored => {
  const wanted = slots.filter(
    ({ asks, on }) => asks.test(plain(text)) && on.test(readings[0]?.topic.id ?? ''),
  );
  const covered = new Map(search(text, units.length).map((hit) => [hit.unit, hit.covered]));
  const like = readings.map(({ topic, chance }) => ({ chance, own: likeness(topic) }));
  const [first] = readings;
  const sure = first !== undefined && first.chance >= SURE_AT ? likeness(first.topic) : undefined;
  const ranked = units
    .map((unit, at) => {
      const near = like.reduce((sum, { chance, own }) => sum + chance * (own[at]?.near ?? 0), 0);
      const aside = sure !== undefined && sure[at]?.core !== true;
      const detail =
        wanted.length === 0
          ? 0
          : wanted.every(({ states }) => states.test(statedIn(unit)))
            ? DETAIL
            : -DETAIL;
      return {
        unit,
        score: ((covered.get(unit) ?? 0) + LIKENESS * near) * (1 + detail) * (aside ? ASIDE : 1),
      };
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST);
  const best = ranked[0]?.score ?? 0;
  const says = best < DRAFT_AT ? [] : ranked.filter(({ score }) => score >= BESIDE_BEST_AT * best);
  return {
    says: says.map(({ unit }) => unit),
    near: ranked.filter((one) => !says.includes(one)).map(({ unit }) => unit),
    score: best,
  };
};

/** What a passage counts for by its place among those that answer a topic. */
const placed = (place: number): number => 1 / (1 + 0.7 * place);
/** How much the order in a map counts beside what all readings of the question want. */
const AS_MAPPED = 0.5;

/** The passages on the likeliest topic, those first that the other likely topics want too. */
const inOrder = (says: readonly Unit[], readings: readonly Reading[], map: PolicyMap): readonly Unit[] => {
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
  slots: readonly Slot[],
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
          if (mapped.map === null || known === undefined) return draft(mapped, question, slots);
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
