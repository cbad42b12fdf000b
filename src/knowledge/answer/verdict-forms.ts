/** Yes/no questions of a form of their own, that a passage decides by what it orders: to wait, to remove what must stay, at an age, to ask first, to own up, to pay. */
import type { Verdict } from './answer.ts';
import { FREE } from './verdict-kinds.ts';
import { HAS_EXCEPTION } from './verdict-patterns.ts';

/** Asks leave to put something off. */
const ASKS_TO_WAIT =
  /\b(?:(?:can|could|may|will|does) (?:it|this|that|we|i) (?:\w+ )?wait|(?:ok|okay|fine|alright|possible) (?:to wait|if i wait)|(?:leave|do|report|sort|deal with|tell \w+|ring \w+|put) (?:it|this|that) (?:off )?(?:till|til|until)|wait (?:till|til|until)|(?:first thing )?(?:tomorrow|monday) (?:is )?(?:ok|okay|fine|alright|soon enough))\b/u;
/** Orders to do it now, in hours at most. */
const AT_ONCE =
  /\b(?:at once|immediately|straight ?away|without delay|the same day|on the same day|within (?:an|one|two|three|four|six|eight|twelve|\d{1,2}) hours?)\b/iu;

const REMOVES =
  /\b(?:delet\w*|eras\w*|remov\w*|destroy\w*|wip(?:e|es|ed|ing)|shred\w*|bin|scrub|discard\w*|purg\w*|get(?:ting)? rid|(?:take|taken|wants?|name|get) (?:\w+ ){0,3}(?:off|out of))\b/u;
/** What has to stay, whoever asks. */
const MUST_STAY =
  /\b(?:(?:must|have to|has to) be (?:retained|kept)|(?:stays?|are kept|is kept|remains?)\b[^.;]*\bwhatever|can ?not be (?:redacted|removed|deleted|erased|taken out)|(?:removing|deleting|erasing)\b[^.;]*\bnot (?:\w+ )?possible)\b/iu;

const AGE =
  /\b(?:aged? )?(\d{1,2}|[a-z]+teen|[a-z]*ten|eleven|twelve)[- ]?(?:year|yr|yo|y)s?[- ]?old\b|\baged? (\d{1,2})\b/u;
const NUMBERS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
/** The least age: "for people aged 18 or over", "must be 13 or over"; "not … to anyone under 18". */
const LEAST_AGE =
  /\b(?:(?:for|to) (?:[\w’']+ ){0,3}?(?:aged )?|must be (?:at least )?(?:aged )?)(\d{1,2}) (?:or|and) (?:over|above|older)\b|\b(?:not|never|no)\b[^.;,]*\bunder (\d{1,2})\b/iu;

/** Asks whether leave is asked first. */
const ASKS_CONSENT =
  /\b(?:ask|asks|asking|get|need|needs|seek|require)\b[^.?]*\b(?:consent|permission|agreement|leave|opt[- ]?in|an? yes|their ok|whether they agree)\b|\b(?:consent|permission) (?:needed|required|first)\b/u;
const CONSENT_IS_ASKED =
  /\|\s*(?:(?:written|explicit|prior) )?consent\b[^|]*\||\b(?:asked to (?:confirm|agree|consent|accept|opt|say)|ask(?:s|ed)? (?:you |them |people |for )?(?:your |their |whether )?[\w ]{0,20}(?:consent|agree|permission)|provided that (?:you|they) (?:agree|consent)|only (?:if|when|where|with|after|once|to (?:people|those|anyone) who)\b[^.;]*\b(?:agreed?|consent|opted in|ticked|signed|accept|permission|say yes))\b/iu;

/** Asks whether what somebody said is a request at all; a passage that takes one in any form says that it is. */
const ASKS_IF_REQUEST = /\b(?:counts?|counted|(?:proper|real|valid|formal|official) (?:\w+ )?request)\b/u;
const ANY_FORM =
  /\b(?:in any (?:form|manner|way)|by any (?:means|route)|any route|by word of mouth|out loud|verbal(?:ly)?|orally|counts? as (?:an? )?(?:\w+ )?request)\b/iu;
const OF_REQUESTS = /\b(?:requests?|requested|asks?|ask for)\b/iu;
/** Asks whether a certain form is wanted. */
const ASKS_FOR_FORM =
  /\b(?:must|have to|has to|need|needs|required)\b[^.?]*\b(?:form|writing|written|letter|e-?mail)\b/u;

/** Fears for oneself after owning up. */
const FEARS =
  /\b(?:in trouble|into trouble|for the chop|sacked?|fired|disciplin\w*|lose my job|punish\w*|the boot|for the high jump|penali[sz]ed?|blamed)\b/u;
const OWNS_UP =
  /\b(?:own(?:s|ed|ing)? up|report\w*|admit\w*|confess\w*|com(?:e|ing) clean|honest\w*|tell|told|say|said)\b/u;
const NO_BLAME =
  /\b(?:nobody|no one|no (?:\w+ ){1,4}?(?:is|will|shall|may)|not|never)\b[^.;]*\b(?:disciplin|punish|blam|sanction|penali[sz])\w*[^.;]*\b(?:mistake|honest|report|own)\w*/iu;

const ASKS_FEE = /\b(?:charge|charged|charges|pay|fee|fees|costs?|money|sting)\b/u;
const OF_COPIES = /\b(?:copy|copies|requests?|asks?|information|data)\b/iu;

const ageIn = (asked: string): number | null => {
  const [, words, figures] = AGE.exec(asked) ?? [];
  const found = words ?? figures;
  if (found === undefined) return null;
  const named = NUMBERS.indexOf(found);
  const age = named === -1 ? Number(found) : named + 10;
  return Number.isNaN(age) ? null : age;
};

/** Of money for a copy: with an exception in the passage it depends. */
const aboutFees = (asked: string, quote: string): Verdict | null => {
  const asksFree = /\bfree\b/u.test(asked);
  const fits = (asksFree || ASKS_FEE.test(asked)) && OF_COPIES.test(asked) && OF_COPIES.test(quote);
  if (!fits || !FREE.test(quote)) return null;
  const rest = quote.replace(new RegExp(FREE.source, 'giu'), '').replace(/^\W*(?:charged|is charged)/u, '');
  if (HAS_EXCEPTION.test(quote) || /\b(?:costs?|charges?|pounds|euros|fees?)\b|[£€$]/iu.test(rest))
    return 'depends';
  return asksFree ? 'yes' : 'no';
};

/** `asked` in small letters, without what `message` tells before it; the passage as it stands; null where the question is of no such form, or the passage does not decide it. */
export const verdictByForm = (asked: string, quote: string, message: string): Verdict | null => {
  if (ASKS_TO_WAIT.test(asked)) return AT_ONCE.test(quote) ? 'no' : null;
  const age = ageIn(asked);
  const [, over, under] = LEAST_AGE.exec(quote) ?? [];
  const least = over ?? under;
  if (age !== null && least !== undefined && age < Number(least)) return 'no';
  if (REMOVES.test(asked) && MUST_STAY.test(quote)) return 'no';
  if (OF_REQUESTS.test(quote) && ANY_FORM.test(quote)) {
    if (ASKS_IF_REQUEST.test(asked)) return 'yes';
    if (ASKS_FOR_FORM.test(asked)) return 'no';
  }
  if (FEARS.test(asked) && OWNS_UP.test(message) && NO_BLAME.test(quote)) return 'no';
  const fee = aboutFees(asked, quote);
  if (fee !== null) return fee;
  return ASKS_CONSENT.test(asked) && CONSENT_IS_ASKED.test(quote) ? 'yes' : null;
};
