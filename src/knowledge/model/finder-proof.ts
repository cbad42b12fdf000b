/** What code can prove of a finder's reply: that each unit exists, and that the words copied from it stand in it. */
import type { Unit } from '../policy/policy.ts';
import { type FinderReply, MOST_UNITS } from './finder-reply.ts';
import type { ListedUnit } from './finder-request.ts';

/** Fewer neighbouring words than this might stand anywhere; a shorter unit has to be copied whole. */
const FEWEST_WORDS = 3;

/** Words as they are compared: case, marks and typography do not count, order and spelling do. */
export const comparedWords = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const standsIn = (said: readonly string[], source: readonly string[]): boolean =>
  ` ${source.join(' ')} `.includes(` ${said.join(' ')} `);

/**
 * Whether these words are copied from this unit: from its own words, on from what stands before them, or over their end into the bracket that
 * follows on its line. An ellipsis parts two copies.
 */
const isCopied = (words: string, unit: Unit): boolean => {
  const own = comparedWords(unit.text);
  const before = comparedWords(`${unit.leadIn?.text ?? ''} ${unit.header?.text ?? ''}`);
  const least = Math.min(FEWEST_WORDS, own.length);
  const parts = words
    .split(/…|\.{3}/u)
    .map(comparedWords)
    .filter((part) => part.length > 0);
  const inOwn = (part: readonly string[]): boolean => standsIn(part, own);
  const reaching = (part: readonly string[]): boolean =>
    (standsIn(part, [...before, ...own]) && inOwn(part.slice(-least))) ||
    (standsIn(part, [...own, 'under', ...before]) && inOwn(part.slice(0, least)));
  const said = parts.reduce((sum, part) => sum + part.length, 0);
  return parts.length > 0 && said >= least && parts.every((part) => inOwn(part) || reaching(part));
};

/** A sentence that only opens a list says nothing without it: its entries come along, unless some of them were named. */
const withEntries = (units: readonly Unit[], all: readonly ListedUnit[]): readonly Unit[] =>
  units.flatMap((unit) => {
    const entries = all
      .map((one) => one.unit)
      .filter(({ policy, leadIn }) => policy === unit.policy && leadIn?.start === unit.start);
    if (entries.length === 0) return [unit];
    return entries.some((entry) => units.includes(entry)) ? [] : entries;
  });

/** As many as may be named, all of one list: the list is the answer, and is cited whole. */
const wholeList = (units: readonly Unit[], all: readonly ListedUnit[]): readonly Unit[] => {
  const [first] = units;
  const group = first?.group ?? null;
  if (units.length < MOST_UNITS || group === null || units.some((unit) => unit.group !== group)) return units;
  return [...units, ...all.map(({ unit }) => unit).filter((unit) => unit.group === group)];
};

export type Proven = {
  /** Best first, nothing twice. */
  readonly units: readonly Unit[];
  /** Whether everything that was named held. */
  readonly whole: boolean;
};

/** The units of a reply that hold. What does not is left out, and a reply with such a thing in it is trusted no further. */
export const provenUnits = (reply: FinderReply, listed: readonly ListedUnit[]): Proven => {
  const byId = new Map(listed.map(({ id, unit }) => [id, unit]));
  const held = reply.units.flatMap(({ id, words }) => {
    const unit = byId.get(id);
    return unit !== undefined && isCopied(words, unit) ? [unit] : [];
  });
  const units = [...new Set(wholeList(withEntries([...new Set(held)], listed), listed))];
  return { units, whole: held.length === reply.units.length };
};
