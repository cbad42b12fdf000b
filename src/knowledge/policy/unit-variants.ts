/** What may be left out of the words of a unit without saying anything else. Pure text. */

/** Words that limit, deny, permit or oblige: nothing that holds one of them may be left out. */
const turns =
  /\b(?:not|no|never|none|nor|only|unless|except|without|may|must|can|cannot|could|should|shall|will|if|where|when|while|until|provided|because|so that|up to|within|after|before|or|forbidden|country)\b|n['’]t\b/i;

/** Whether a part of a text leaves out one of its words that limit, deny, permit or oblige. */
export const leavesOutATurn = (text: string, part: string): boolean => turns.test(text.replace(part, ' '));

/** What ends a bullet and belongs to the list, not to it. */
export const withoutListEnd = (bullet: string): string =>
  bullet.replace(/(?:[;,]\s*(?:and|or)?|\.)\s*$/iu, '');
