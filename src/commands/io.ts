/** What a command is given of the outside, and its exit codes. */
import type { Clock } from '../base/clock.ts';

/** The outside of a command: lines in, data on `out`, everything else on `err`. */
export type Io = {
  readonly lines: () => AsyncIterable<string>;
  /** One line of data. */
  readonly out: (line: string) => void;
  /** One line for the person. */
  readonly err: (line: string) => void;
  /** True when stderr is a terminal: progress may be shown there. */
  readonly terminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
};

/** Exit codes of interface.md, section 4. */
export const done = 0;
export const no = 1;
export const wrongUse = 2;

export type Verb = (args: readonly string[], io: Io) => Promise<number>;
