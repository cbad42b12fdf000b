/** Whether a letter tells that a restriction ends (Art 18(3)), read from its words: whoever writes freely may have left it out. */

const restricted = /\brestrict(?:ed|ion)\b/iu;
const ends = /\b(?:ends?|ended|over|lift(?:ed)?|no longer|any ?more)\b/iu;
const denied = /\b(?:not|until|unless|before|still|remains?|stays?)\b/iu;

/** `text` as it is sent. One sentence says it, or two that follow each other: the data was restricted; that ends with this letter. */
export const tellsRestrictionEnds = (text: string): boolean => {
  const sentences = text.split(/(?<=[.!?])\s+|\n{2,}/u);
  return sentences.some((sentence, at) => {
    const next = sentences[at + 1] ?? '';
    if (!restricted.test(sentence)) return false;
    const says = (one: string): boolean => ends.test(one) && !denied.test(one);
    return says(sentence) || (/^(?:That|This|It)\b/u.test(next) && says(next));
  });
};
