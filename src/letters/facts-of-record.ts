/** The facts of a letter that follow from the record alone: nobody types them again. */
import type { LetterFacts } from './fact-fields.ts';
import type { LetterRecord } from './record.ts';

const nobody = {
  no_recipients: 'nobody, because this data has not been given to anybody.',
  impossible: 'nobody, because it is not possible to reach those who have it.',
  disproportionate: 'nobody, because it would take an effort out of all proportion.',
} as const;

const recipientsTold = ({ told, toldNobody }: LetterRecord): string | undefined =>
  told.length > 0 ? `${told.join(', ')}.` : toldNobody === null ? undefined : nobody[toldNobody];

const needed = (record: LetterRecord): string | undefined => {
  switch (record.waitsFor) {
    case 'identity':
      return 'something that shows who you are; we have written to you about it.';
    case 'authority':
      return 'proof that you may act for the person; we have written to you about it.';
    case 'fee':
      return 'the fee; we have written to you about it.';
    case 'answer':
      return 'your answer to our question; we have written to you about it.';
    case null:
      return record.agent && !record.authorityReceived
        ? 'proof that you may act for the person, such as a note signed by them.'
        : undefined;
  }
};

/** The facts that follow from the record alone: nobody types them again. */
export const factsOfRecord = (record: LetterRecord): LetterFacts => ({
  isLate: record.late,
  pauses: record.time === 'paused',
  restarts: record.time === 'not_begun',
  keepsRunning: record.time === 'runs',
  noPeriod: record.time === 'none',
  forSomebodyElse: record.agent,
  needed: needed(record),
  wasDue: record.wasDue ?? undefined,
  // A step of its own says it; one that says both at once leaves it to be confirmed; without an erasure there is nothing to say.
  searchedAgain: record.erasedOn === null ? false : record.lookedAgain ? true : undefined,
  ...(record.erasedOn === null ? {} : { erasedOn: record.erasedOn }),
  ...(record.restrictionEnds === null
    ? {}
    : { restrictedUntil: `${record.restrictionEnds.replace(/^when\b/, 'until')}.` }),
  nothingWithheld: !record.heldBack,
  restrictedMeanwhile: record.everRestricted,
  recipientsTold: recipientsTold(record),
  toldSomebody: record.told.length > 0,
  ...(record.searchedOn === null ? {} : { searchedOn: record.searchedOn }),
  ...(record.restrictedOn === null ? {} : { restrictedOn: record.restrictedOn }),
  searched: record.searched.map(
    ({ system, found }) => `${system}${found ? '' : ' (nothing about you there)'}`,
  ),
});
