/** The numbers of the ranking, chosen with `npm run eval` on the companies of eval/policies. */

/** What a word counts for around a passage, beside 1 in its own text. */
export const FIELDS = { heading: 0.5, runIn: 0.8, leadIn: 0.6, header: 0.4, title: 0.2 } as const;

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

/** Nearest neighbours over phrasings. */
export const NEIGHBOURS = {
  /** What likeness by words counts beside likeness by runs of letters. */
  words: 0.5,
  /** The second and third nearest phrasing of a passage beside the nearest. */
  second: 0.6,
  third: 0.4,
  /** So many of the nearest phrasings vote on silence, each with this power of its likeness. */
  voters: 20,
  power: 4,
  /** What the text signal counts beside the phrasings. */
  text: 0.5,
  /** The kind of answer that is wanted counts for more than without them: they say little of it. */
  stated: 0.5,
} as const;

/** A passage with all its phrasings as one document. */
export const EXPANDED = {
  k1: 1.2,
  b: 0.6,
  /** What a word of the passage itself counts beside one of a phrasing. */
  own: 2,
  /** What it counts beside the nearest phrasing. */
  weight: 1,
} as const;

/** Likeness in meaning, beside the other signals. */
export const LIKENESS = {
  /** What the likeness of a passage counts beside its words where there are no phrasings, and where there are. */
  alone: 1.2,
  passage: 0.7,
  /** What the likeness of its nearest phrasings counts. */
  phrasings: 0.8,
} as const;

export const ANSWER = {
  /** How sure it has to be before passages are shown as an answer; the models of `answerable.json` are trained towards it. */
  at: 0.5,
  /** A passage as near as this to the best comes first where it states the kind of answer that is asked for and the best does not. */
  equal: 0.8,
  /**
   * How sure the text alone has to be where phrasings doubt that its passage, one of their best, answers: chosen on the last four companies of eval/README.md,
   * 80 to 82 of a hundred right, 5 to 6 of the unanswerable ones answered.
   */
  byTextAt: 0.62,
  /** From this likeness by words on two questions are one. */
  sameQuestion: 0.9,
  /** So near to the best a further passage has to come. */
  beside: 0.6,
  candidates: 6,
  most: 3,
} as const;

/**
 * What is worth showing as closest: likeness in meaning or the share of the question that it holds, and how near it comes to the first.
 * Chosen on the silent answers of `npm run eval`: of passages that do not answer 54 of 100 fewer are shown, of 360 that would have answered two.
 */
export const CLOSEST = {
  /** Less sure than this, and nothing is close: of 1,270 passages that would have answered none was below. */
  none: 0.015,
  first: { meaning: 0.2, covered: 0.3 },
  further: { meaning: 0.35, covered: 0.5, near: 0.6 },
} as const;
