/** What follows from other facts of a letter. */
import type { LetterFacts } from '../../letters/fact-fields.ts';
import type { LetterRecord } from '../../letters/record.ts';
import type { Case } from '../../requests/case/case.ts';
import { retentionOf } from '../../requests/case/retention.ts';
import { restrictedUntilDecided } from '../../requests/decisions/guards.ts';

/** What follows from other facts of the letter: whether invoices are spoken of, and how long the request is kept if a part is refused. */
export const withDerived = (facts: LetterFacts, record: LetterRecord, request: Case): LetterFacts => {
  const parts = [...(facts.kept ?? []), ...(facts.refused ?? []), ...(facts.withheld ?? [])];
  const partly = record.partlyRefused || parts.length > 0;
  const { years } = retentionOf(partly ? { ...request, outcome: request.outcome ?? 'partial' } : request);
  return {
    ...facts,
    // A letter that names a part as withheld does not say as well that there is none.
    nothingWithheld: facts.nothingWithheld === true && parts.length === 0,
    restrictionOver: record.everRestricted && restrictedUntilDecided.includes(request.right),
    onlyOneWay: facts.accepted?.length === 1,
    requestKept: `for ${years} years after we close it`,
    // What the policy says of invoices concerns whoever has one.
    invoicesQuote: (facts.kept ?? []).some(({ what }) => /\binvoic|\bbilling\b/i.test(what))
      ? facts.invoicesQuote
      : undefined,
  };
};
