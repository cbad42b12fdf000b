/** The sealed words of an event, as far as they are still kept. */
import type { CaseEvent } from './case-events.ts';

/** What stands in a personal field after erasure. */
export const erasedMark = '[erased]';

/** Undefined where the event has no such words, or where they have been erased. */
export const sealedWords = (event: CaseEvent | undefined, name: string): string | undefined => {
  const words = event?.personal?.[name];
  return words === erasedMark ? undefined : words;
};
