/** What one clause of a policy does: forbids, denies, waives, leaves to others, permits, obliges, or says how it is. */
import { ANY_DENIAL, FORBIDS, OBLIGES, PERMITS } from './verdict-patterns.ts';

export const CLAUSE_KINDS = [
  'waives',
  'refers',
  'forbids',
  'denies',
  'permits',
  'obliges',
  'states',
] as const;

export type ClauseKind = (typeof CLAUSE_KINDS)[number];

/** Asks for nothing: "needs no form", "is not required", "without a new consent", "is voluntary". */
export const NEEDLESS =
  /\b(?:needs? (?:not|no)\b|(?:do|does) not (?:need|have to|require)|(?:is|are) not (?:needed|required|necessary|compulsory|mandatory)|no (?:[\w-]+ ){1,3}(?:is|are) (?:needed|required|necessary)|(?:nobody|no one) (?:has|needs) to|without (?:an? |any |having to |first )*(?:new |further |formal |separate )?(?:consent|permission|approval|form|request|account|agreement|appointment|reason|\w+ing)\b|voluntary|optional|by any means|in any (?:form|manner|way)|(?:by|through) any route|whether or not)/iu;
/** Asks for no money. */
export const FREE =
  /\b(?:(?:(?:is|are|comes?) )?free of charge|(?:is|are|comes?) free\b|without charge|no (?:fee|charge)\b|costs? nothing|(?:do|does) not charge\b)/iu;

/** Sends whoever asks to others: "go to the Legal Desk", "is passed to the lead". */
export const REFERS =
  /\b(?:requests?|questions?|enquir\w+|demands?|calls?|whoever|anyone|they|he|she|callers?|officers?|it|who) [^.;]{0,60}?\b(?:go(?:es)? to|(?:is|are) (?:dealt with|handled|answered|decided) by|(?:is|are) (?:passed|sent|referred|forwarded|put through) to|(?:is|are) asked to (?:wait|write))\b/iu;

/** Forbids in words that are no order. */
const SHUTS =
  /\b(?:(?:is|are) (?:blocked|barred|withheld|out of bounds|off limits|told nothing)|(?:(?<!\b(?:may|can|might) )be|is|are) (?:withheld|refused)|the law forbids|(?:no|nothing|nobody|no one|none|neither)\b[^.;]{0,60}?\b(?:may|can|shall|is|are|will|leaves?|goes)\b)/iu;

const ALLOWS = /\b(?:is|are) (?:allowed|permitted|welcome)\b/iu;

/** Tells which things are meant, and denies nothing: "quotations not taken up are erased". */
const REDUCED =
  /(?<!\b(?:is|are|was|were|be|been|being|may|must|shall|will|do|does|did|can|should|has|have|had|and|but|or|we|they|it|staff)|[,:;]|^) not \w+(?:ed|en|t)\b/giu;

export const kindOf = (passage: string): ClauseKind => {
  const clause = passage.replace(REDUCED, '');
  const needless = NEEDLESS.exec(clause);
  // "Not without consent" asks for it.
  const asksForIt =
    needless !== null && /^without/iu.test(needless[0]) && ANY_DENIAL.test(clause.slice(0, needless.index));
  if ((needless !== null && !asksForIt) || FREE.test(clause)) return 'waives';
  if (REFERS.test(clause)) return 'refers';
  if (FORBIDS.test(clause) || SHUTS.test(clause)) return 'forbids';
  if (ANY_DENIAL.test(clause)) return 'denies';
  if (PERMITS.test(clause) || ALLOWS.test(clause)) return 'permits';
  return OBLIGES.test(clause) ? 'obliges' : 'states';
};
