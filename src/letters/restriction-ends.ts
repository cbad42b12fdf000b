/** Whether a letter tells that a restriction ends (Art 18(3)), read from its words: whoever writes freely may have left it out. */

const restricted = /\brestrict(?:ed|ion)\b/iu;
const ends =
  /\b(?:(?<!the )ends?(?! (?:of|up|user))|(?:is|has|was|are|were) (?:now )?(?:over|ended)|(?:we|be|is|are|has been|have|to) (?:now )?lift(?:ed)?|no longer restricted|no longer (?:applies|apply))\b/iu;
/** Says no, asks, promises to tell, or names a condition: in doubt the person is told by a notice of its own. */
const denied =
  /\b(?:not|cannot|never|no(?! longer)|refus\w+|declin\w+|until|unless|before|if|when(?:ever)?|once|after|should|may|might|would|ask(?:ed|s)?|request(?:ed|s)?|want(?:ed|s)?|still|remains?|stays?|inform|tell|hear|notice|advance)\b|n[’']t\b|\?/iu;

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
