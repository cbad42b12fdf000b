/** What Slack delivered and is not finished: a port; sealed texts are behind it, in files or in a database that several instances share. */
import type { Once } from './port.ts';

/** `last`: it was tried often enough and is given up; all that is left is to say so. */
export type Unfinished = { readonly key: string; readonly content: string; readonly last: boolean };

/**
 * Whose it is to say the answer: `ours`; `others`, who took it over; ours when we have looked that it does not stand (`look`), and where
 * somebody had begun to say it already (`said`); others', and an answer of ours may stand beside theirs (`count`).
 */
export type Turn = 'ours' | 'others' | 'look' | 'said' | 'count';

/**
 * Remembers for a day what has been taken on, durably before Slack hears that we have it. Twice delivered is once done, also across a restart
 * and by another instance; what was cut off by a crash is found again by `unfinished`. Content is sealed: no words lie in clear.
 */
export interface Inbox extends Once {
  /** False when this key is known. The content is kept until `finish`. */
  readonly take: (key: string, content: string) => Promise<boolean>;
  /** How many answers stand is to be counted once more before it is finished, in half a minute; where that fails (false) it is given out again. */
  readonly countLater: (key: string, count: () => Promise<boolean>) => void;
  /** Done, if it is still ours. */
  readonly finish: (key: string) => Promise<void>;
  /** Notes durably that its answer is said next; asked right before, so that nothing comes between. */
  readonly saying: (key: string) => Promise<Turn>;
  /** Its answer may stand already: Slack brought it before. */
  readonly doubt: (key: string) => void;
  readonly doubted: (key: string) => boolean;
  /** It could not be answered now: `unfinished` gives it out again. */
  readonly again: (key: string) => void;
  /**
   * What a process that is gone left behind, and what was given back; it is ours from now on. What brings processes down is given out ten
   * times, what fails sixty times, then once as `last`.
   */
  readonly unfinished: () => Promise<readonly Unfinished[]>;
  /** False when another instance has taken on this very interaction; always true where there is no other. */
  readonly first: (trigger: string) => Promise<boolean>;
  /** Asked before an answer that can wait: what the database has said since, where `first` could not wait for it. */
  readonly mine: (trigger: string) => Promise<boolean>;
}
