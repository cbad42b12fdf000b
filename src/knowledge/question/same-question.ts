/** Whether two people ask the very same thing. */
import type { Slot } from './gates.ts';
import { plain, stemOf, wordsOf } from './words.ts';

/** How a question is read for telling whether another asks the very same thing. */
type Read = {
  /** Its words that carry meaning, in order; words that always mean the same are one. */
  readonly words: readonly string[];
  /** What kind of answer is wanted, and everything that may turn the meaning. */
  readonly turn: string;
  /** Who does it to whom, in order; empty where nobody is named. */
  readonly who: string;
};

/** Words that always mean the same in such questions; deliberately few, because a wrong answer is worse than none. */
const ALWAYS_SAME: readonly (readonly string[])[] = [
  ['data', 'information', 'info', 'details'],
  ['client', 'customer'],
  ['keep', 'kept', 'retain', 'store', 'hold', 'held'],
  ['delete', 'deletion', 'erase', 'erasure', 'remove'],
  ['share', 'disclose'],
  ['see', 'seen', 'view'],
  ['phone', 'telephone'],
  ['photo', 'photograph', 'picture'],
  ['staff', 'employee'],
];

const oneOf = new Map(
  ALWAYS_SAME.flatMap((words) =>
    words.map((word): readonly [string, string] => [stemOf(word), `=${words[0] ?? ''}`]),
  ),
);

/** Words without which a question asks the same. */
const EMPTY = new Set(
  (
    'a an the of to in on at is are was were be been am do does did it its this that these those there here and so as for into ' +
    'than then just also please any some such very too only really actually currently ever still policy privacy say says tell know ' +
    'somebody someone anybody anyone everybody everyone s t if or but which what who whom whose when where why how long ' +
    'many much often can could may might must should shall will would allowed permitted able required obliged not no never cannot cant dont doesnt isnt arent'
  ).split(' '),
);

const PRONOUNS: readonly (readonly [string, RegExp])[] = [
  ['we', /^(?:i|we|me|us|my|our|ours|mine)$/u],
  ['they', /^(?:they|them|their|theirs|he|she|him|her|his|hers)$/u],
  ['you', /^(?:you|your|yours)$/u],
];

const TURNS: readonly (readonly [string, RegExp])[] = [
  ['how long', /\bhow (?:long|soon|fast|quickly)\b|\bby when\b/u],
  ['how much', /\bhow (?:many|much|often)\b/u],
  ['how', /\bhow (?!long|soon|fast|quickly|many|much|often)/u],
  ['who', /\b(?:who|whom|whose)\b/u],
  ['where', /\bwhere\b/u],
  ['when', /\bwhen\b/u],
  ['why', /\bwhy\b/u],
  ['what', /\b(?:what|which)\b/u],
  ['may', /\b(?:can|could|may|might|allowed|permitted|able)\b/u],
  ['must', /\b(?:must|should|shall|have to|has to|needs? to|required|obliged)\b/u],
  ['not', /\b(?:not|no|never|cannot|without|except|unless)\b|n't\b/u],
];

const reader =
  (slots: readonly Slot[], names: readonly string[]) =>
  (question: string): Read => {
    const text = plain(question);
    const words = wordsOf(question);
    const pronouns = words.flatMap((word) => PRONOUNS.find(([, pattern]) => pattern.test(word))?.[0] ?? []);
    return {
      words: words
        .filter(
          (word) =>
            !EMPTY.has(word) && !names.includes(word) && !PRONOUNS.some(([, pattern]) => pattern.test(word)),
        )
        .map(stemOf)
        .map((stem) => oneOf.get(stem) ?? stem),
      turn: [
        ...TURNS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name),
        ...slots.filter(({ asks }) => asks.test(text)).map(({ name }) => name),
      ].join(),
      who: pronouns.filter((one, at) => one !== pronouns[at - 1]).join(),
    };
  };

const equal = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, at) => word === other[at]);

const firstLast = ([first, ...rest]: readonly string[]): readonly string[] =>
  first === undefined ? [] : [...rest, first];

/** In the same order, since that says who does what; but "do we record calls" may be "are calls recorded". */
const sameWords = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && (equal(one, other) || equal(firstLast(one), other) || equal(one, firstLast(other)));

const sameTopic = (ones: readonly string[], others: readonly string[]): boolean =>
  ones.some((one) => others.includes(one));

/**
 * Whether two questions ask the very same thing: the same words that carry meaning, the same kind of answer wanted, the same
 * details, people, figures and negations, a topic that both are likely to be about. Strict on purpose: it says no when in doubt.
 */
export const sameQuestionBy = (
  slots: readonly Slot[],
  topicsOf: (question: string) => readonly string[],
  names: readonly string[] = [],
): ((one: string, other: string) => boolean) => {
  // A company of one word says as little as "we".
  const single = names.map(wordsOf).flatMap(([word, ...more]) => (more.length === 0 ? (word ?? []) : []));
  const read = reader(slots, single);
  return (one, other) => {
    if (plain(one).trim() === plain(other).trim()) return true;
    const [a, b] = [read(one), read(other)];
    const samePeople = a.who === b.who || a.who === '' || b.who === '';
    return (
      a.turn === b.turn &&
      samePeople &&
      sameWords(a.words, b.words) &&
      sameTopic(topicsOf(one), topicsOf(other))
    );
  };
};
