/** Policies too long for one request: the model chooses sections from a table of contents first, then units within them. */
import type { Unit } from '../policy/policy.ts';
import { type ListedUnit, tokensIn } from './finder-request.ts';

export type ListedSection = {
  readonly id: string;
  readonly policy: string;
  readonly path: readonly string[];
  readonly units: readonly ListedUnit[];
};

/** So many words of a section say what it is about. */
const OPENING_WORDS = 40;

const keyOf = ({ policy, path }: Unit): string => JSON.stringify([policy, ...path]);

/** The sections of all policies in order, each with its units. */
export const listSections = (listed: readonly ListedUnit[]): readonly ListedSection[] => {
  const byKey = new Map<string, ListedUnit[]>();
  for (const one of listed) {
    const own = byKey.get(keyOf(one.unit));
    if (own === undefined) byKey.set(keyOf(one.unit), [one]);
    else own.push(one);
  }
  return [...byKey.values()].map((units, at) => ({
    id: `s${at + 1}`,
    policy: units[0]?.unit.policy ?? '',
    path: units[0]?.unit.path ?? [],
    units,
  }));
};

/** A table of contents in the same shape as units, so that the same reply chooses from it. */
export const sectionLines = (sections: readonly ListedSection[]): string =>
  sections
    .map(({ id, policy, path, units }) => {
      const words = units.flatMap(({ unit }) => unit.text.split(/\s+/u)).slice(0, OPENING_WORDS);
      return `[${id}] ${[policy, ...path].join(' / ').replace(/\s+/gu, ' ')}: ${words.join(' ')}`;
    })
    .join('\n');

/** The units of the chosen sections in the order of the files, as far as they fit into `budget` tokens; the best chosen first. */
export const unitsWithin = (
  chosen: readonly ListedSection[],
  budget: number,
  linesOf: (units: readonly ListedUnit[]) => string,
): readonly ListedUnit[] => {
  const taken = new Set<ListedUnit>();
  let left = budget;
  for (const { units } of chosen) {
    for (const unit of units) {
      const cost = tokensIn(linesOf([unit]));
      if (taken.has(unit) || cost > left) continue;
      left -= cost;
      taken.add(unit);
    }
  }
  const place = ({ id }: ListedUnit): number => Number(id.slice(1));
  return [...taken].toSorted((one, other) => place(one) - place(other));
};
