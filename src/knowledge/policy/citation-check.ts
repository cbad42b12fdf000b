/** The one place where a citation is made or refused. */
import type { Citation, CitationRef } from '../answer/answer.ts';
import type { Policy, Unit } from './policy.ts';

/** Neighbours of one paragraph or bullet, nothing left out between them. */
const isRun = (units: readonly Unit[], from: number, end: number): boolean => {
  const [first] = units.slice(from, from + 1);
  if (first === undefined || first.kind !== 'sentence') return false;
  for (let at = from; at < units.length; at += 1) {
    const unit = units[at];
    if (unit === undefined || unit.kind !== 'sentence' || unit.block !== first.block) return false;
    if (unit.end === end) return true;
    if (unit.end > end) return false;
  }
  return false;
};

/** The unit at which a span of whole units begins; null when the span is anything less or more. */
const wholeUnitsAt = (policy: Policy, start: number, end: number): Unit | null => {
  for (const [at, unit] of policy.units.entries()) {
    if (unit.start !== start) continue;
    if (unit.end === end || isRun(policy.units, at, end)) return unit;
  }
  return null;
};

/** The lead-ins above a bullet, outermost first: a nested bullet needs its parent and the sentence above that one. */
const leadInOf = (policy: Policy, unit: Unit): string | null => {
  const chain: string[] = [];
  const seen = new Set<number>();
  let lead = unit.leadIn;
  while (lead !== null && !seen.has(lead.start)) {
    const { start, text } = lead;
    chain.unshift(text);
    seen.add(start);
    lead = policy.units.find((above) => above.start === start)?.leadIn ?? null;
  }
  return chain.length === 0 ? null : chain.join('\n');
};

/**
 * The only place where a Citation is made: from a span that is exactly whole units of the file as it was read,
 * of the same version. Null for anything else.
 */
export const cite = (policies: readonly Policy[], ref: CitationRef): Citation | null => {
  const policy = policies.find((candidate) => candidate.head.id === ref.policy);
  if (policy === undefined || policy.head.version !== ref.version) return null;
  const unit = wholeUnitsAt(policy, ref.start, ref.end);
  if (unit === null) return null;
  const quote = policy.file.slice(ref.start, ref.end);
  if (unit.text !== policy.file.slice(unit.start, unit.end)) return null;
  return {
    policy: ref.policy,
    version: ref.version,
    section: unit.section === '' ? policy.head.title : unit.section,
    quote,
    start: ref.start,
    end: ref.end,
    leadIn: leadInOf(policy, unit),
    header: unit.header?.text ?? null,
  };
};

/** All of them or none: one reference that does not hold makes the whole set unfit to be shown. */
export const citeAll = (
  policies: readonly Policy[],
  refs: readonly CitationRef[],
): readonly Citation[] | null => {
  const cited = refs.map((ref) => cite(policies, ref));
  return cited.every((citation) => citation !== null) ? cited : null;
};
