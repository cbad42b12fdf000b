/** The numbers of the ranking, chosen with `npm run eval` on two policies and every second question of two more. */

/** What a word counts for around a passage, beside 1 in its own text. */
export const FIELDS = { heading: 0.5, leadIn: 0.6, header: 0.4, title: 0.2 } as const;

export const TEXT = {
  /** Saturation and length of BM25. */
  k1: 1.2,
  b: 0.5,
  /** How much a word's rarity in questions counts beside its rarity in the policies. */
  asked: 0.35,
  /** A word of the same kind counts as much as this of the very word. */
  kind: 0.9,
  /** A word written alike, where the very word stands nowhere. */
  alike: 0.5,
  phrase: 0.7,
  /** A word that only says what kind of answer is wanted. */
  spent: 0.45,
} as const;

export const SIGNALS = {
  /** What likeness to the words of the likely topics counts beside the text. */
  topics: 0.8,
  /** What a passage gains or loses when it states, or does not, the kind of answer that is wanted. */
  stated: 0.25,
  /** A sentence that only introduces a list is no answer without it. */
  introduces: 0.6,
} as const;
