/** Whether a question is what to do now, so that what is ordered comes before what else is written. */
const WHAT_TO_DO =
  /\b(?:what (?:do|should|must|shall|can|would) (?:i|we) (?:do|say|tell|answer|reply)|what (?:now|next)|what to do|wh(?:at|ich) (?:steps|is the (?:process|procedure))|how (?:do|should|must|can|would) (?:i|we) (?:handle|deal|respond|react|reply|answer|process|proceed|treat|report)|who(?:m)? (?:do|should|must) (?:i|we) (?:tell|ask|contact|inform|notify)|should (?:i|we)|(?:do|must) (?:i|we) (?:need|have) to)\b/iu;
const SOMEBODY_ASKED =
  /\b(?:someone|somebody|(?:a|an|one of our|our|this|the|my)(?: \w+){1,2}) (?:has |have |is |just |now )*(?:asks|asked|asking|wants|wanted|demands|demanded|demanding|emailed|called|wrote|writes|requested|complained|complains|complaining)\b/iu;
const IT_HAPPENED =
  /\b(?:i|we|someone|somebody)(?:['’]ve| have| just| accidentally)* (?:lost|sent|left|leaked|received|got|misplaced|deleted|forwarded|emailed)\b/iu;

/** Asks it in so many words; that something happened or somebody asked is left to whoever reads on. */
const OUTRIGHT =
  /\b(?:what (?:do|should|must|shall) (?:i|we) do|what (?:now|next)|what to do|who(?:m)? (?:do|should|must) (?:i|we) (?:tell|ring|call|ask|contact|inform|notify))\b/iu;

export const asksOutright = (question: string): boolean => OUTRIGHT.test(question);

export const asksWhatToDo = (question: string): boolean =>
  WHAT_TO_DO.test(question) || SOMEBODY_ASKED.test(question) || IT_HAPPENED.test(question);
