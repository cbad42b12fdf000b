/** Holds a map against the text. */
import type { Policy } from './policy.ts';
import { type MapFile, unitLike } from './policy-map.ts';

export type MapFault = {
  readonly kind: 'other policy' | 'other version' | 'unknown topic' | 'changed quote' | 'lost quote';
  /** The topic concerned; '' when the whole map is. */
  readonly topic: string;
  /** What the map has. */
  readonly quote: string;
  /** What the text has instead; null when nothing in it is alike. */
  readonly instead: string | null;
};

/** Every way in which a map no longer is what its policy says: nothing in the list means that the two agree. */
export const mapFaults = (policy: Policy, map: MapFile, topics: ReadonlySet<string>): readonly MapFault[] => {
  const { head, units } = policy;
  const whole: MapFault[] = [];
  if (map.policy !== head.id)
    whole.push({ kind: 'other policy', topic: '', quote: map.policy, instead: head.id });
  if (map.version !== head.version)
    whole.push({ kind: 'other version', topic: '', quote: map.version, instead: head.version });
  const own = Object.entries(map.topics).flatMap(([topic, { says, near }]): readonly MapFault[] => {
    const stray: readonly MapFault[] = topics.has(topic)
      ? []
      : [{ kind: 'unknown topic', topic, quote: topic, instead: null }];
    const quotes = [...says, ...near].flatMap((quote): readonly MapFault[] => {
      const unit = unitLike(units, quote);
      if (unit?.text === quote) return [];
      const instead = unit?.text ?? null;
      return [{ kind: instead === null ? 'lost quote' : 'changed quote', topic, quote, instead }];
    });
    return [...stray, ...quotes];
  });
  return [...whole, ...own];
};
