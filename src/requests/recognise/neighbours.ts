/** How much a message is like requests and how much like what is none: words weighed by how they divide the phrasings. */
import type { Right } from '../clock/rights.ts';
import { phrasings, traps } from './phrasings.ts';

const linesIn = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

/** Words cut to their beginnings, and pairs of neighbours: "about me" says more than either. */
const featuresOf = (text: string): ReadonlySet<string> => {
  const words = (
    text
      .toLowerCase()
      .normalize('NFKC')
      .replaceAll('’', "'")
      .match(/[\p{L}']+/gu) ?? []
  ).map((word) => word.slice(0, 6));
  return new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)]);
};

type Example = { readonly right: Right | null; readonly features: ReadonlySet<string> };

type Weighed = {
  readonly examples: readonly Example[];
  /** Log odds of a feature in requests against traps. */
  readonly odds: ReadonlyMap<string, number>;
  readonly rarity: ReadonlyMap<string, number>;
};

const weigh = (): Weighed => {
  const examples: readonly Example[] = [
    ...phrasings.flatMap(({ right, lines }) =>
      linesIn(lines).map((line) => ({ right, features: featuresOf(line) })),
    ),
    ...linesIn(traps).map((line) => ({ right: null, features: featuresOf(line) })),
  ];
  const count = (some: readonly Example[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const { features } of some)
      for (const each of features) counts.set(each, (counts.get(each) ?? 0) + 1);
    return counts;
  };
  const wanted = examples.filter(({ right }) => right !== null);
  const none = examples.filter(({ right }) => right === null);
  const [yes, no, all] = [count(wanted), count(none), count(examples)];
  const share = (of: number, among: number): number => Math.log((of + 0.5) / (among + 1));
  return {
    examples,
    odds: new Map(
      [...all.keys()].map((each) => [
        each,
        share(yes.get(each) ?? 0, wanted.length) - share(no.get(each) ?? 0, none.length),
      ]),
    ),
    rarity: new Map([...all].map(([each, times]) => [each, Math.log(examples.length / times)])),
  };
};

let known: Weighed | null = null;
const weighed = (): Weighed => {
  known ??= weigh();
  return known;
};

/** What a single sentence has to say beyond a whole message. */
const oneSentence = 2;

export type MessageLikeness = {
  /** Above 0: more like a request than like anything else. */
  readonly odds: number;
  /** The right of the phrasing that is nearest. */
  readonly right: Right;
};

/** Chosen on the dev half of the messages: below it a message is left to the person who reads it. */
export const requestFrom = 2.5;
/** From here to `requestFrom` people who wrote like this meant either: whoever reads it is asked to look. */
export const perhapsFrom = -2.2;
/** Below it everyday work is nearer than any right. */
export const everydayBelow = -3;
/** Below it not even the narrow marks count. */
export const everydayFar = -9;

export const likenessOf = (message: string): MessageLikeness => {
  const { examples, odds, rarity } = weighed();
  const features = [...featuresOf(message)];
  const sumOf = (text: string): number =>
    [...featuresOf(text)].reduce((total, each) => total + (odds.get(each) ?? 0), 0);
  // A request can stand in one sentence of a long and friendly letter; one sentence alone has to say more.
  const sentences = message.split(/(?<=[.!?])\s+|\n+/u).filter((each) => each.trim() !== '');
  const best1 = Math.max(...sentences.map(sumOf), Number.NEGATIVE_INFINITY);
  const sum = Math.max(sumOf(message), best1 - oneSentence);
  const near = (example: Example): number =>
    features.reduce((total, each) => total + (example.features.has(each) ? (rarity.get(each) ?? 0) : 0), 0) /
    Math.sqrt(example.features.size);
  const [best] = examples
    .flatMap((example) => (example.right === null ? [] : [{ right: example.right, at: near(example) }]))
    .toSorted((a, b) => b.at - a.at);
  return { odds: sum, right: best?.right ?? 'access' };
};
