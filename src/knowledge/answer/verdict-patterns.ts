/** The patterns by which a yes/no question is read, and by which a quoted passage permits, denies or sets a condition. */
import { AUXILIARY } from '../question/yes-no.ts';

/** A further question of another kind, at the head or after a break; "the details that we have" is none. */
export const ASKS_MORE =
  /(?:^|[,.;?!–-] ?|\b(?:and|or|but) )(?:so |then |for |to |from |by )?(?:who|whom|whose|what|whats|which|when|where|why|how|hows)\b(?!['’]?(?:ve|s) )|^(?:so |and )?(?:who|what|where|when|how)['’]s\b/u;
export const CLAIMS =
  /[,.] ?(?:right|correct|yes|yeah|innit|isn't it|don't we|doesn't it|aren't they|agreed)\??$/u;
/** A question that is itself turned round, or asks of all or of nothing but, is left alone. */
export const TURNED =
  /\b(?:not|no|never|nobody|none|without|except|unless|neither|cannot|stop|ban|banned|forbidden|prohibited|barred|illegal|unlawful|fail\w*|stuck|too late|optional|voluntary|free of|\w+-free|out of (?:view|sight|bounds)|against|refuse|besides|instead|same|differ\w*|other than|rather than|matter|before [^,?]+ do(?:es)?)\b|n't\b|\b(?:cant|wont|dont|doesnt|isnt|arent|shouldnt|mustnt|didnt)\b/u;
export const OF_ALL =
  /\b(?:all|every|everyone|everything|any|anyone|anybody|anything|always|whenever|forever|completely|only|100|everybody|whole|entire|just|still|straight|nothing|fully|enough|sufficient|suffice|suffices)\b/u;
export const PERMISSION =
  /\b(?:can|could|may|might|allowed|permitted|ok|okay|alright|fine|let|lets|possible|good to|free to|safe to)\b/u;
/** Asks whether a thing has to be there first. */
export const ASKS_FOR_FIRST =
  /\b(?:(?:have|has|need) to wait for|must (?:i|we|they) (?:have|wait for)|(?:do|does) (?:i|we|they|\w+) need (?:an?|the|their|his|her|your|someone's)\b)/u;
/** "… only when the form has reached us": what has to be there first. */
export const ONLY_ONCE = /\bonly (?:if|when|with|on|after|once)\b([^.;]*)/iu;
/** Asks leave in other words: "shall I …", "do I tell him". */
export const ASKS_LEAVE = /\b(?:shall|should|do|would) (?:i|we)\b|\b(?:decent|good|safe) (?:to|if)\b/u;
export const OBLIGATION = /\b(?:must|have to|has to|need|needs|should|required|obliged)\b/u;

const AMOUNT =
  '(?:the )?(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|eighteen|thirty)\\b';
/** What limits a rule or a permission; a period ("after 12 months") and "at once" limit nothing. */
export const CONDITION = new RegExp(
  `\\b(?:only (?:if|when|where|whenever|with|on|after|once|while|to|for|by|in|as|the|an?)|unless|except(?!ion)|if|when|where|whenever|provided|subject to|in (?:certain|limited|some) (?:cases|circumstances)|as appropriate|other than|save (?:for|where|as)|as long as|(?:after|(?<!at )once)(?! ${AMOUNT})|with (?:the|their|your|his|her) (?:[\\w’']+ )?(?:consent|agreement|permission|approval)|with an? (?:\\w+ )?(?:order|warrant)|appropriate to|normally|usually|exceptions? apply)\\b`,
  'iu',
);
/** What limits a permission, and is only an order of steps in a duty: "confirm it before you change it". */
export const TIMED = new RegExp(`\\b(?:until|before|while)(?! ${AMOUNT})\\b`, 'iu');
/** What turns a denial where it is met. */
export const EXCEPTED =
  /\b(?:unless|except(?!ion)|save (?:for|where|as)|without|other than|only (?:if|when|where|with|on|after|once|by)|provided|subject to)\b/iu;
/** A denial that holds up to a day: whether it has come is not known. */
export const FOR_NOW = /\b(?:until|before)\b/iu;
export const DENIAL =
  /\b(?:must not|may not|can ?not|do not|does not|did not|will not|shall not|is not|are not|was not|were not|should not|never|not|nothing|nobody|no one|none of|none (?:in|inside|at|on)|neither|forbidden|prohibited|banned|(?<!\b(?:may|can|might) be )refused|no longer|no)\b|n[’']t\b/giu;
/** The same, where one is enough. */
export const ANY_DENIAL = new RegExp(DENIAL.source, 'iu');
export const PERMITS =
  /\b(?:may|can|are able to|is able to|are allowed to|is allowed to|are free to|is free to|reserves? the right to|(?:have|has) (?:the|a) right to|entitled to|you have the following rights)\b/iu;
/** A list of rights grants each of them. */
export const RIGHTS = /\b(?:(?:have|has) (?:the following|these) rights|rights? to|(?:can|may) ask us)\b/iu;
export const LIMITED = /\b(?:in (?:certain|limited|some) (?:cases|circumstances)|unless|only|except|not)\b/iu;
export const OBLIGES =
  /\b(?:must|has to|have to|is required to|are required to|needs to|need to|required|compulsory)\b/iu;

/** What is kept is not removed: a quote on the one is no yes and no no about the other. */
export const KEEPING =
  /\b(?:keep|keeps|kept|keeping|retain\w*|hold|holds|held|stored?|stores|hang(?:s|ing)? on|hung on)\b/iu;
export const REMOVING =
  /\b(?:delet\w*|eras\w*|remov\w*|destroy\w*|wip(?:e|es|ed|ing)|shred\w*|discard\w*|purg\w*|get(?:ting)? rid|off)\b/iu;

/** What is granted or denied all the same limits nothing: "not even in a group", "even when it is deleted at once", "torn or not". */
export const CONCEDED =
  /,? ?\b(?:not )?even (?:if|when|though|where|in|by|to|with|on|for|after|before)\b[^,.;]*|, \w+ or not\b|\bat any time\b|,? so that [^.;]*/giu;
/** "Only the manager may …": those who are named may. */
export const ONLY_THESE = /^only (.{3,80}?) (?:may|can|have access|has access)\b/iu;
/** "You must not:", "There must be:": the point under it goes on with the sentence. */
export const CARRIES_VERB =
  /\b((?:must|may|shall|do|should)(?: not| never)?|never|can ?not|don[’']t|there must be)\s*:\s*$/iu;
/** Forbids in so many words, so that the whole clause is what is forbidden. */
export const FORBIDS =
  /\b(?:must not|may not|shall not|can ?not|never|(?:are|is) not (?!used to)(?:allowed|permitted|\w+(?:ed|en|nt))|forbidden|prohibited|there must be\W+(?:no|nothing))\b|(?:^|[;,] (?:and )?|^and |^so )do not\b|\bdon[’']t\b/iu;
/** Said of all that stands before it, and of no purpose or place behind it: "using a phone is not allowed". */
export const DENIED_BEFORE =
  /^(.{3,120}?) (?:is|are) (?:(?:not|never) (?:allowed|permitted|\w+(?:ed|en|ld|nt|wn))|forbidden|prohibited|banned|(?:told|given|shown|sent) nothing)(?=\s*(?:[.,;:]|$))/iu;
/** What comes behind one of these is whom or where something goes to. */
export const DESTINED =
  /\b(?:(?:in|on)?to|outside|(?<=\bshar\w+ (?:[\w’']+ ){0,3})with)\s+(?=(?:an?|the|any\w*|another|other|our|your|their|its|public|private|personal)\b)/iu;
/** What is said of others says nothing of one's own. */
export const OTHERS = /\b(?:others?|another|else['’]?s?)\b/iu;
export const ONES_OWN = /\b(?:own|my|myself)\b/u;
/** The conditions of a sentence that a question may have met already; it ends at the next break. */
export const HINGES = /\b(?<!only )(?:if|when|where|whenever)\b([^,.;]*)/giu;
/** What a question tells before it asks: "when we get an interpreter, can …". */
export const TOLD_FIRST = new RegExp(
  `^(?:if|when|where|once|after|as|since) [^,?]+, (?:so |then )?(?=(?:${AUXILIARY})\\b)`,
  'u',
);
/** What only tells of whom or what is asked, and turns nothing round: "someone who never signed", "or not?". */
export const BESIDE =
  /\b(?:who|whom|whose|that|which)(?: has| have|'s|'ve)? [^,.?;]*|\b(?:asked|told|wants?) (?:us|them|me) to stop\b[^,.?;]*|,? or not\b|\bas long as\b[^,.?;]*|\bbecause\b[^,.?;]*/gu;
/** Where the passage speaks of one thing in place of another, it says neither yes nor no. */
export const IN_PLACE = /\b(?:rather than|instead of)\b/iu;
/** Asks whether to refuse: a passage that denies what is refused would have to be answered with its opposite. */
export const ASKS_TO_REFUSE =
  /\b(?:say(?:ing)? no|turn(?:ing)? (?:\w+ )?(?:down|away)|refus\w*|declin\w*|reject\w*|deny\w*|withh\w*|hold(?:ing)? (?:\w+ )?back|(?:keep|hide) (?:it|this|that|them|these|\w+) from)\b/u;

/** Asks in a few words, without an auxiliary where one belongs: "just print it?", "we good?", "safe to bin them?", "… or no?". */
export const ASKS_SHORTLY = new RegExp(
  `(?:^|[.,;:?!–-] )(?:so |then |and |but )?(?:(?:${AUXILIARY}) (?:i|we|it|he|she|they|that|this|those|you)\\?+$|(?:just )?\\w+ (?:it|them|her|him|that) (?:over|with the rest|anyway|now|straight away|out)?\\?+$|(?:good enough|enough|safe|good|decent|ok|okay|alright|fine|allowed)\\b[^.?]*\\?*$|(?:any |no )?(?:harm|drama|problem|bother|issue)\\b[^.?]*\\?+$|any (?:way|chance)\\b|so (?:fine|ok|okay)\\?*$|am i \\w+|(?!who|what|which|where|when|why|how)[^.?]*\\b(?:kept|held|stored|recorded|shared|sold|deleted|erased|covered|included|logged|copied|encrypted|tracked|needed|required|allowed|permitted)(?: too| as well| still)?\\?+$)|\\bam i (?:for|going|in)\\b|\\b(?:we|i|all) good\\?*$|\\b(?:or (?:no|not|nah|what)|y/n)\\?*$|\\b\\w+ (?:ok|okay|fine|allowed|possible)\\? |\\b(?:is|are|s) (?:fine|ok|okay|good|possible|allowed|enough)\\?*$|(?:^|[,;] )(?:i|we|they|she|he|you|you lot) (?:can |still |have to |just |got )*\\w+[^.?]*\\?+$`,
  'u',
);
/** Asks to do it without a thing, or tells that a thing is not there. */
export const DOES_WITHOUT =
  /\b(?:without|w\/out|w\/o|skip(?:ping)?|not even)\b[^,.?;]*|\b(?:if|when|where|although|though|even if) (?:\w+ ){1,4}?(?:never|not|don't|doesn't|haven't|hasn't|didn't|won't)\b[^,.?;]*|\b(?:nobody|no one)\b[^,.?;]*\bhas\b[^,.?;]*|\bwho (?:has |have )?(?:never|not|didn't|hasn't|haven't)\b[^,.?;]*/u;
/** What a clause hangs on, up to the next break. */
export const HINGED =
  /\b(?:only (?:if|when|where|with|on|after|once|while|to|for)|unless|except(?!ion)|if|when|where|whenever|while|until|before|once|after|that|which|who)\b([^,.;]*)/iu;
/** Denies an effect of what is asked, not the thing itself. */
export const BRINGS_NOTHING =
  /\b(?:will|does|do|shall|would) not (?:affect|change|stop|prevent|mean|alter|count|make|override)\b|\bnot used to decide\b/iu;
/** Anywhere in a passage: what it says does not hold for all. */
export const HAS_EXCEPTION =
  /\b(?:unless|except(?:ion)?s?|save (?:that|for|where)|other than|notwithstanding|provided|(?<!\b(?:is|are|be) )subject to|only (?:if|when|where|with|on|after|once|by|to)|but (?:may|can)|although|though)\b/iu;
/** Limits whom or what it is said of. */
export const NARROWED = /\b(?:only|just|solely)\b/iu;
/** Asks of every case, or of any at all: one exception elsewhere would turn it. */
export const OF_EVERY = /\b(?:at all|ever|always|every\w*|anybody|anyone)\b/u;
/** Says it of every case. */
export const SAYS_EVERY = /\b(?:always|all|every\w*|any\w*)\b/iu;
/** Asks whether a thing will do, and denies that it does. */
export const ASKS_ENOUGH = /\b(?:enough|sufficient|suffices?|will (?:that|it|those|this) do)\b/u;
export const NOT_ENOUGH = /\bnot (?:enough|sufficient)\b/iu;
/** Asks to do it oneself, without more ado. */
export const STRAIGHT_AWAY = /\b(?:just|straight|myself)\b/u;
/** Two questions in one: one yes or no would not answer both. */
export const ASKS_TWO = new RegExp(
  `\\b(?:${AUXILIARY})\\b.*\\b(?:and|or) (?:${AUXILIARY}) (?:i|we|he|she|they|it|you|the|an?|somebody|someone|my|our)\\b|\\b(?:is|are|was) (?:that|it|this|these|they) (?:an? |the )?[\\w ]+ or (?:an?|the) \\w`,
  'u',
);
/** Orders not to do a thing, which says nothing of whether another thing has to be. */
export const ORDERS_NOT =
  /\b(?:must not|may not|shall not|never)\b|(?:^|[;,] (?:and )?|^and |^so )do not\b|\bdon[’']t\b/iu;
