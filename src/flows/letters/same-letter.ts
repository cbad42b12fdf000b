/** Cases that came in the same letter: one letter back speaks of them. */
import type { Template } from '../../letters/template.ts';
import { type Case, isOpen } from '../../requests/case/case.ts';
import { replay } from '../../requests/case/replay.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { stopRights } from '../../requests/decisions/case-actions.ts';
import type { Casework } from '../cases/casework.ts';
import { historyOf } from '../cases/change-case.ts';

/** What came in the same letter and is not acknowledged yet: one letter back speaks of all that its template is for and whoever writes it may know of. */
export const sameLetter = async (
  desk: Casework,
  request: Case,
  { rights, words }: Template,
  mayKnow: (other: Case) => boolean,
): Promise<readonly Case[]> => {
  const all = await Promise.all(
    request.links
      .filter(({ relation }) => relation === 'same_letter')
      .map(async ({ to }) => {
        const history = await historyOf(desk, to);
        return history === null ? [] : [replay(history)];
      }),
  );
  // Only the letter that has a place for them speaks of a stop or of a complaint besides.
  const besides: readonly Right[] = words.includes('{{#if alsoStops}}') ? [...stopRights, 'complaint'] : [];
  return all
    .flat()
    .filter(
      (other) =>
        isOpen(other) &&
        other.acknowledgedAt === null &&
        (rights.includes(other.right) || besides.includes(other.right)) &&
        mayKnow(other),
    );
};
