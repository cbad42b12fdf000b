/** What limits a quoted rule elsewhere: the next sentence, or a passage on the same thing that makes an exception, comes along with it. */
import type { Unit } from '../policy/policy.ts';
import { HELD } from '../rank/evidence.ts';
import type { Rarity } from '../rank/rarity.ts';
import type { Thesaurus } from '../rank/thesaurus.ts';
import type { Ranking } from '../rank/unit-ranking.ts';
import { DECLARED, limitsAnother, MAKES_EXCEPTION } from './limits.ts';

/** How much has to be shared with what is quoted, in nats of rarity, and by how many words. */
const SHARED_AT = 9;
const FEWEST = 2;
const MOST = 1;

export type ExceptionsTo = (units: readonly Unit[], ranking: Ranking, question: string) => readonly Unit[];

/** Built once over all units; what comes back finds at most one further passage for those that are quoted. */
export const exceptionFinder = (
  units: readonly Unit[],
  { tokens }: Thesaurus,
  rarity: Rarity,
): ExceptionsTo => {
  const whole = units.filter(({ within }) => within === null);
  const limiting = new Set(
    whole.filter(
      ({ text, path, leadIn }) =>
        MAKES_EXCEPTION.test(text) || DECLARED.test(`${path.at(-1) ?? ''} ${leadIn?.text ?? ''}`),
    ),
  );
  const stemsOf = (unit: Unit): ReadonlySet<string> =>
    new Set(
      tokens([unit.leadIn?.text ?? '', unit.text].join('\n'))
        .filter(({ phrase }) => !phrase)
        .map(({ stem }) => stem),
    );
  const nextOf = (unit: Unit): Unit | undefined => {
    const next = whole[whole.indexOf(unit) + 1];
    return next !== undefined && next.block === unit.block && unit.kind === 'sentence' ? next : undefined;
  };
  return (quoted, { ranked, words }, question) => {
    const [first] = quoted;
    if (first === undefined) return [];
    const next = nextOf(first);
    // One that is quoted anyway limits it all the same.
    if (next !== undefined && limitsAnother(first.text, next.text, question, 'next')) return [next];
    if (quoted.some((unit) => limiting.has(unit))) return [];
    const own = stemsOf(first);
    const limited = `${first.header?.text ?? ''} ${first.text}`;
    const asked = words.filter(({ phrase, spent }) => !phrase && !spent);
    return ranked
      .filter(({ unit, at }) => {
        if (!limiting.has(unit) || quoted.includes(unit)) return false;
        const stands =
          unit.policy === first.policy && unit.section === first.section ? 'section' : 'elsewhere';
        const under = `${unit.section} ${unit.leadIn?.text ?? ''}`;
        if (!limitsAnother(limited, unit.text, question, stands, under)) return false;
        const shared = [...stemsOf(unit)].filter((stem) => own.has(stem));
        const weight = shared.reduce((sum, stem) => sum + rarity(stem), 0);
        return shared.length >= FEWEST && weight >= SHARED_AT && asked.some((word) => word.heldBy(at) > HELD);
      })
      .slice(0, MOST)
      .map(({ unit }) => unit);
  };
};
