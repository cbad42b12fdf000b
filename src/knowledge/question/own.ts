/** What one company adds to how questions are read and answered; the same words mean nothing to another. */

/** A house rule, shown as a layer of its own and held against the policy by patterns that no passage may fit. */
export type OwnRule = {
  readonly id: string;
  readonly text: string;
  readonly topics: readonly string[];
  readonly asks: readonly string[];
  readonly beside: readonly string[];
  readonly contradicts: readonly RegExp[];
};

export type Own = {
  /** Where it was read from, for whoever has to put something right. */
  readonly file: string;
  readonly names: readonly string[];
  /** Words for those whose data is held: their things may be asked about. */
  readonly people: readonly string[];
  /** Products and suppliers: they identify nobody. */
  readonly tools: readonly string[];
  /** By a word of words.yaml, those that mean the same here. */
  readonly sameWords: Readonly<Record<string, readonly string[]>>;
  readonly clients: boolean;
  readonly houseRules: readonly OwnRule[];
  /** Null: that of the policies stands. */
  readonly contact: string | null;
};

/** A company of which nothing is known. */
export const nobody: Own = {
  file: '',
  names: [],
  people: [],
  tools: [],
  sameWords: {},
  clients: false,
  houseRules: [],
  contact: null,
};
