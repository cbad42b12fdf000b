/** What a verdict is read from: a question, and the passage that is quoted first. */

/** Who says that the passage answers such questions: people, by a map or this very phrasing; phrasings like it; or the search alone. */
export type Trust = 'trusted' | 'phrased' | 'found';

export type Flat = 'yes' | 'no';

export type Borne = {
  /** As it was written, for its form. */
  readonly question: string;
  /** The same with its spelling repaired, for its words. */
  readonly mended: string;
  /** How sure the passage is to answer: 0 to 1. */
  readonly confidence: number;
  /** The first quote, and what introduces it; '' when nothing does. */
  readonly quote: string;
  readonly leadIn: string;
  /** The heading that it stands under; '' when there is none. */
  readonly heading: string;
  readonly trust: Trust;
  /** Whether something further that is quoted limits it. */
  readonly limited: boolean;
};
