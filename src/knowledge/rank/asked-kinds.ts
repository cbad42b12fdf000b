/** What kind of answer a question wants (a period, a place, a company …) and which passages hold one. */

import { z } from 'zod';
import { parseYaml } from '../../base/yaml.ts';
import type { Unit } from '../policy/policy.ts';
import { plain, stemOf, wordsOf } from '../question/words.ts';

const schema = z.strictObject({
  kinds: z
    .array(
      z.strictObject({
        name: z.string(),
        lacks: z.string(),
        fresh: z.boolean().default(false),
        asks: z.string(),
        states: z.string(),
        spends: z.string(),
      }),
    )
    .max(31),
});

export type AskedKind = {
  readonly name: string;
  /** Read after "The policy does not say". */
  readonly lacks: string;
  /** What the question itself names does not count as stated. */
  readonly fresh: boolean;
  readonly asks: RegExp;
  readonly states: RegExp;
  /** Stems that only say what kind is wanted. */
  readonly spends: ReadonlySet<string>;
};

/** Reads `data/knowledge/asked-kinds.yaml`; throws a ZodError when the file is not of its shape. */
export const readAskedKinds = (yaml: string): readonly AskedKind[] =>
  schema.parse(parseYaml(yaml)).kinds.map(({ name, lacks, fresh, asks, states, spends }) => ({
    name,
    lacks,
    fresh,
    asks: new RegExp(asks, 'iu'),
    states: new RegExp(states, 'u'),
    spends: new Set(spends.split(',').map((word) => wordsOf(word).map(stemOf).join(' '))),
  }));

export const kindsAsked = (kinds: readonly AskedKind[], question: string): readonly AskedKind[] => {
  const text = plain(question);
  return kinds.filter(({ asks }) => asks.test(text));
};

/** The text in which a passage may state something: its own, its lead-in and the header of its table. */
export const statedIn = ({ leadIn, header, text }: Unit): string =>
  [leadIn?.text ?? '', header?.text ?? '', text].join('\n');

/** For each unit a bit for each kind that it states, in the order of `kinds`. */
export const statedKinds = (kinds: readonly AskedKind[], units: readonly Unit[]): Uint32Array =>
  Uint32Array.from(units, (unit) => {
    const text = statedIn(unit);
    return kinds.reduce((bits, { states }, at) => (states.test(text) ? bits | (1 << at) : bits), 0);
  });

/** Whether a passage that states all kinds still does without the words of the question: the name that is asked for is another one. */
export const statesAfresh = (asked: readonly AskedKind[], unit: Unit, question: string): boolean => {
  const named = asked.filter(({ fresh }) => fresh);
  if (named.length === 0) return true;
  const own = new Set(wordsOf(question));
  const rest = statedIn(unit).replace(/[\p{L}\p{N}]+/gu, (word) => (own.has(plain(word)) ? '-' : word));
  return named.every(({ states }) => states.test(rest));
};
