/** What letters say of the law of one regime: its name, its articles, the sentences on remedies, and words of other laws. */
import type { Right } from './rights.ts';

/** Where a person can turn. `letter` is the whole sentence; `{company}`, `{contact}`, `{regulatorName}`, `{regulatorContact}` are filled in. */
export type Remedy = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly to: 'us' | 'authority' | 'court';
  readonly letter: string;
};

/** Words that must not stand in a letter under this regime: those of another law, or of a time that is over. */
export type ForeignWords = {
  readonly says: RegExp;
  readonly unless: RegExp | undefined;
  readonly code: 'wrong_regime' | 'old_regulator';
  readonly message: string;
};

export type LetterLaw = {
  /** As a letter names it: "the UK GDPR". */
  readonly law: string;
  /** What a right rests on, as "your right under …" goes on. */
  readonly articles: Readonly<Record<Right, string>>;
  /** As "the law lets us take …" goes on. */
  readonly extension: string;
  /** The provision for a pause; undefined where a question pauses nothing. */
  readonly pause: string | undefined;
  /** The sentence that allows a fee. */
  readonly fee: string | undefined;
  /** What silence about the fee means, where the law says it. */
  readonly feeTerms: string | undefined;
  /** As "the period begins on the day when …" goes on. */
  readonly feeBegins: string;
  /** The provision for a fee of further copies. */
  readonly copies: string | undefined;
  /** What stands before an amount: "£", "CHF ". */
  readonly currency: string;
  /** As "amount in …" goes on: "pounds". */
  readonly currencyName: string;
  /** How a letter names the laws that the sources of grounds abbreviate. */
  readonly names: Readonly<Record<string, string>>;
  readonly foreign: readonly ForeignWords[];
};
