/** What a passage is found by: its own text, and what stands around it. */
import type { Policy, Unit } from '../policy/policy.ts';
import { FIELDS } from './weights.ts';

export type Field = readonly [text: string, weight: number];

/** "10.4 Footage." or "**Footage.**" at the head of a paragraph: a heading in all but its mark. */
const RUN_IN = /^(?:\d+(?:\.\d+)*\.?\)?\s+\p{Lu}[^.:!?]{0,60}[.:]|(?:\*\*|__)[^*_]{2,60}(?:\*\*|__)[.:]?)$/u;
const LONGEST = 8;

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
          unit.text.split(/\s+/u).length <= LONGEST &&
          RUN_IN.test(unit.text)
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
