/** Puts lines of phrasings together and writes the file of a policy (interface.md, section 5), wherever the lines came from: a person, an assistant, a model. */
import type { Policy } from './policy.ts';
import { type PhrasingLine, questionKey, quoteKey, type ReadPhrasings } from './policy-phrasings.ts';

/** Each question once, in its last spelling, but none of `but`. */
export const eachOnce = (
  questions: readonly string[],
  but: ReadonlySet<string> = new Set(),
): readonly string[] =>
  [...new Map(questions.map(quoteKey).map((question) => [questionKey(question), question]))]
    .filter(([key]) => !but.has(key))
    .map(([, question]) => question);

/** Earlier lines first; of one quote one line; nothing asked twice, and nothing both asked and not. */
export const joinPhrasings = (
  before: readonly PhrasingLine[],
  more: readonly PhrasingLine[],
): readonly PhrasingLine[] => {
  const joined = new Map<string | null, PhrasingLine>();
  for (const line of [...before, ...more]) {
    const quote = line.quote === null ? null : quoteKey(line.quote);
    const own = joined.get(quote);
    const asks = eachOnce([...(own?.asks ?? []), ...line.asks]);
    const not = eachOnce([...(own?.not ?? []), ...line.not], new Set(asks.map(questionKey)));
    joined.set(quote, { ...line, ...own, quote, asks, not });
  }
  return [...joined.values()];
};

/** The lines of a file with each quote as its unit has it; those whose quote no longer stands in the text come along. */
export const linesOf = ({ lines, units, stale }: ReadPhrasings): readonly PhrasingLine[] => [
  ...lines.map((line, at) => ({ ...line, quote: units[at]?.text ?? null })),
  ...stale,
];

/** How many questions of both kinds. */
export const questionsIn = (lines: readonly PhrasingLine[]): number =>
  lines.reduce((sum, { asks, not }) => sum + asks.length + not.length, 0);

/** The file: in the order of the policy; quotes that no longer stand in it come last, before silence, for `policy check` to name. */
export const phrasingsFile = ({ units }: Pick<Policy, 'units'>, lines: readonly PhrasingLine[]): string => {
  const place = new Map(units.map((unit, at) => [quoteKey(unit.text), at]));
  const rank = ({ quote }: PhrasingLine): number =>
    quote === null ? units.length + 1 : (place.get(quoteKey(quote)) ?? units.length);
  return lines
    .toSorted((one, other) => rank(one) - rank(other))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
};
