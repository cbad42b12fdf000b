/** Whether a question is what to do now, so that the procedure comes before what is written. */

const WHAT_TO_DO =
  /\b(?:what (?:do|should|must|shall|can|would) (?:i|we) (?:do|say|tell|answer|reply)|what (?:now|next)|what to do|wh(?:at|ich) (?:steps|is the (?:process|procedure))|how (?:do|should|must|can|would) (?:i|we) (?:handle|deal|respond|react|reply|answer|process|proceed|treat|report)|who(?:m)? (?:do|should|must) (?:i|we) (?:tell|ask|contact|inform|notify)|should (?:i|we)|(?:do|must) (?:i|we) (?:need|have) to)\b/iu;
const SOMEBODY_ASKED =
  /\b(?:someone|somebody|(?:a|an|one of our|our|this|the|my)(?: \w+){1,2}) (?:has |have |is |just |now )*(?:asks|asked|asking|wants|wanted|demands|demanded|demanding|emailed|called|wrote|writes|requested|complained|complains|complaining)\b/iu;
const IT_HAPPENED =
  /\b(?:i|we|someone|somebody)(?:['’]ve| have| just| accidentally)* (?:lost|sent|left|leaked|received|got|misplaced|deleted|forwarded|emailed)\b/iu;

export const asksWhatToDo = (question: string): boolean =>
  WHAT_TO_DO.test(question) || SOMEBODY_ASKED.test(question) || IT_HAPPENED.test(question);
