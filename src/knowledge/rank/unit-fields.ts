/** What a passage is found by: its own text, and what stands around it. */
import type { Policy, Unit } from '../policy/policy.ts';
import { FIELDS } from './weights.ts';

export type Field = readonly [text: string, weight: number];

/** "10.4 Footage.", "B.2 Footage." (five words at most) or "**Footage.**" at the head of a paragraph: a heading in all but its mark. */
const RUN_IN =
  /^(?:(?:\p{Lu}\.?)?\d+(?:\.\d+)*\.?\)?\s+\p{Lu}[^\s.:!?]*(?:\s+[^\s.:!?]+){0,4}[.:]|(?:\*\*|__)[^*_]{2,60}(?:\*\*|__)[.:]?)$/u;
const MARKS = /^(?:[*_]+|(?:\p{Lu}\.?)?\d[\d.)]*\s+)/u;
/** "Staff who are residents": what belongs to a noun makes no sentence of it. */
const OF_A_NOUN = /\s(?:who|that|which)\s.*$/iu;
const ASKS = /^(?:what|how|who|whom|whose|when|where|why|which)\b/iu;
/** Who acts, or that something is, may, must or does not: words that a sentence can hardly do without, and a heading can. */
const SAYS =
  /\b(?:is|are|was|were|be|am|do|does|did|has|have|had|may|must|shall|should|will|would|can|cannot|could|not|never|no|nobody|nothing|we|you|they|it|he|she)\b/iu;

/** "11.2 We answer within one month." is numbered like a heading, and says something. */
const saysSomething = (text: string): boolean => {
  const words = text.replace(MARKS, '').replace(OF_A_NOUN, '');
  return !ASKS.test(words) && SAYS.test(words);
};

const isSentence = ({ kind, within }: Unit): boolean => kind === 'sentence' && within === null;

/** The run-in headings of a policy, by unit id; each is followed by a sentence of the same paragraph. */
export const runInHeadings = (units: readonly Unit[]): ReadonlySet<string> =>
  new Set(
    units
      .filter((unit, at) => {
        const next = units[at + 1];
        return (
          isSentence(unit) &&
          next !== undefined &&
          next.block === unit.block &&
          units[at - 1]?.block !== unit.block &&
          RUN_IN.test(unit.text) &&
          !saysSomething(unit.text)
        );
      })
      .map(({ id }) => id),
  );

/** The whole units that may answer: run-in headings are not among them. */
export const answeringUnits = ({ units }: Policy): readonly Unit[] => {
  const headings = runInHeadings(units);
  return units.filter(({ id, within }) => within === null && !headings.has(id));
};

/** For each unit of a policy, by its id, its fields with their weights. */
export const fieldsOf = ({ units, head }: Policy): ReadonlyMap<string, readonly Field[]> => {
  const headings = runInHeadings(units);
  const headOf = new Map(units.filter(({ id }) => headings.has(id)).map(({ block, text }) => [block, text]));
  return new Map(
    units.map((unit) => [
      unit.id,
      [
        [unit.text, 1],
        [unit.path.slice(1).join('. '), FIELDS.heading],
        [headOf.get(unit.block) ?? '', FIELDS.runIn],
        [unit.leadIn?.text ?? '', FIELDS.leadIn],
        [unit.header?.text ?? '', FIELDS.header],
        [head.title, FIELDS.title],
      ],
    ]),
  );
};
