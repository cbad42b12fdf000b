/** What Slack delivered and is not finished: a port; sealed texts are behind it, in files or in a database that several instances share. */
import type { Once } from './port.ts';

export type Unfinished = { readonly key: string; readonly content: string };

/**
 * Remembers for a day what has been taken on, durably before Slack hears that we have it. Twice delivered is once done, also across a restart
 * and by another instance; what was cut off by a crash is found again by `unfinished`. Content is sealed: no words lie in clear.
 */
export interface Inbox extends Once {
  /** False when this key is known. The content is kept until `finish`. */
  readonly take: (key: string, content: string) => Promise<boolean>;
  readonly finish: (key: string) => Promise<void>;
  /** What a process that is gone left behind; it is ours from now on. The same is given out ten times at most. */
  readonly unfinished: () => Promise<readonly Unfinished[]>;
  /** False when another instance has taken on this very interaction; always true where there is no other. */
  readonly first: (trigger: string) => Promise<boolean>;
}
