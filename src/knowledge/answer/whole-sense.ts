/** Widens chosen units to what keeps their sense. */
import type { Policy, Span, Unit } from '../policy/policy.ts';

/** A sentence that begins so says little without the one before it. */
const LEANS =
  /^(?:this (?!policy|notice|statement|site|website|privacy)|these|those|such|they|it|however|in doing so|as such|alternatively|otherwise|therefore|in this respect|in that case|no|yes)\b/iu;

const isShort = (unit: Unit): boolean => unit.text.split(/\s+/u).length < 3;

type Cited = Span & { readonly policy: string };

/** The span to cite for a unit: with the sentence before where it leans on it, with the one after where it is a bare "Yes." */
const spanOf = (units: readonly Unit[], unit: Unit): Cited => {
  const at = units.indexOf(unit);
  let { start, end } = unit;
  const before = units[at - 1];
  const after = units[at + 1];
  const sameBlock = (other: Unit | undefined): other is Unit =>
    other !== undefined &&
    other.kind === 'sentence' &&
    other.block === unit.block &&
    other.within === unit.within;
  if (unit.kind === 'sentence') {
    if (LEANS.test(unit.text) && sameBlock(before)) start = before.start;
    if (isShort(unit) && sameBlock(after)) end = after.end;
  }
  return { policy: unit.policy, start, end };
};

/** What to cite for the chosen units, in their order, nothing twice: whole units, or neighbours that need one another. */
export const spansOf = (policies: readonly Policy[], chosen: readonly Unit[]): readonly Cited[] => {
  const spans = chosen.map((unit) => {
    const units = policies.find(({ head }) => head.id === unit.policy)?.units ?? [];
    return spanOf(units, unit);
  });
  const holds = (one: Cited, other: Cited): boolean =>
    one.policy === other.policy && one.start <= other.start && one.end >= other.end;
  return spans.filter(
    (span, at) =>
      !spans.some(
        (other, place) => place !== at && holds(other, span) && (!holds(span, other) || place < at),
      ),
  );
};
