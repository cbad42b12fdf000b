/** How a yes/no question is known. */

export const AUXILIARY =
  'do|does|did|is|are|was|were|am|can|could|may|might|must|should|shall|will|would|has|have|need';
/** Opens with an auxiliary, alone or after an aside; or a short "ok to …", "allowed to …". */
export const ASKS_YES_NO = new RegExp(
  `^(?:(?:so|and|but|or|well|hi|hello|quick one|also)[,:;-]? )*(?:${AUXILIARY})\\b|[,.;:?!–-] (?:so |and |but |then )?(?:${AUXILIARY}) (?:i|we|they|he|she|it|you|the|our|my|a|an|somebody|someone|that|this|there|staff|\\w+) |\\b(?:ok|okay|alright|fine|allowed|permitted) to \\w|\\b(?:ok|okay|alright|fine|decent) (?:if|to) \\w|\\bthat(?:'?s| is) (?:ok|okay|alright|fine|allowed) ?(?:right|yeah|yes|then)?\\?*$|\\bam i (?:allowed|ok)\\b|\\bis (?:it|that) (?:ok|okay|allowed|fine|alright)\\b|\\b(?:y/n|yes or no|or not|(?:ok|okay|alright|allowed|possible|good to go|good enough))\\?*$`,
  'u',
);
