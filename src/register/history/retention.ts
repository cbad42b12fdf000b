/** The register keeps to its own retention: when it is over, the personal data of a case is erased and the trace stays. */
import type { Head } from '../register.ts';

/** Ids of the cases whose time is over on `today` (YYYY-MM-DD); `retainUntil` is the last day on which a case is kept. */
export const expired = <S>(
  heads: readonly Head<S>[],
  today: string,
  retainUntil: (summary: S) => string | null,
): readonly string[] =>
  heads
    .filter(({ erased, summary }) => {
      const last = retainUntil(summary);
      return !erased && last !== null && last.slice(0, 10) < today;
    })
    .map(({ id }) => id);
