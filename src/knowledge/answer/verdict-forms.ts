/** Yes/no questions of a form of their own, that a passage decides by what it orders: to wait, to remove what must stay, at an age, to ask first, to own up, to pay. */
import type { WordBearing } from '../question/word-bearing.ts';
import type { Thesaurus } from '../rank/thesaurus.ts';
import type { Verdict } from './answer.ts';
import type { Flat, Trust } from './verdict-borne.ts';
import { clausesOf } from './verdict-clauses.ts';
import { FREE } from './verdict-kinds.ts';
import { EXCEPTED, FOR_NOW, HAS_EXCEPTION, OBLIGATION, PERMISSION } from './verdict-patterns.ts';
import { isAmong, wordReader } from './verdict-words.ts';

/** Asks leave to put something off. */
const ASKS_TO_WAIT =
  /\b(?:(?:can|could|may|will|does) (?:it|this|that|we|i) (?:\w+ )?wait|(?:ok|okay|fine|alright|possible) (?:to wait|if i wait)|(?:leave|do|report|sort|deal with|tell \w+|ring \w+|put) (?:it|this|that) (?:off )?(?:till|til|until)|wait (?:till|til|until)|(?:first thing )?(?:tomorrow|monday) (?:is )?(?:ok|okay|fine|alright|soon enough))\b/u;
/** Orders to do it now, in hours at most. */
const AT_ONCE =
  /\b(?:at once|immediately|straight ?away|without delay|the same day|on the same day|within (?:an|one|two|three|four|six|eight|twelve|\d{1,2}) hours?)\b/iu;

const REMOVES =
  /\b(?:delet\w*|eras\w*|remov\w*|destroy\w*|wip(?:e|es|ed|ing)|shred\w*|bin|scrub|discard\w*|purg\w*|get(?:ting)? rid|(?:take|taken|wants?|name|get) (?:\w+ ){0,3}(?:off|out of))\b/u;
/** What has to stay, whoever asks; "must be kept in a safe" is on where. */
const MUST_STAY =
  /\b(?:(?:must|have to|has to) be (?:retained|kept)(?! (?:in|at|on|under|up|away|apart|safe\w*|secure\w*|private|secret|confidential|locked|separate\w*|short)\b)|(?:stays?|are kept|is kept|remains?)\b[^.;]*\bwhatever|can ?not be (?:redacted|removed|deleted|erased|taken out)|(?:removing|deleting|erasing)\b[^.;]*\bnot (?:\w+ )?possible)\b/iu;
/** The question speaks of what comes later, or of keeping as well. */
const THEN = /\b(?:until|unless|except\w*|after|once|keep|keeps|kept|keeping)\b/iu;
/** "… if she asks", "when somebody …": who removes what stands before it. */
const BESIDE_THAT = /\b(?:if|when|where|who|that|whether)\b.*$/u;

/** Asks to remove what has to stay, and the passage speaks of no removing. */
const asksToRemoveWhatStays = (asked: string, quote: string): boolean =>
  REMOVES.test(asked.replace(BESIDE_THAT, '')) &&
  !THEN.test(asked) &&
  MUST_STAY.test(quote) &&
  !EXCEPTED.test(quote) &&
  !FOR_NOW.test(quote) &&
  !REMOVES.test(quote.replace(MUST_STAY, '').toLowerCase());

const AGE =
  /\b(?:aged? )?(\d{1,2}|[a-z]+teen|[a-z]*ten|eleven|twelve)[- ]?(?:year|yr|yo|y)s?[- ]?old\b|\baged? (\d{1,2})\b/u;
const NUMBERS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
/** The least age: "for people aged 18 or over", "must be 13 or over"; "not … to anyone under 18". */
const LEAST_AGE =
  /\b(?:(?:for|to) (?:[\w’']+ ){0,3}?(?:aged )?|must be (?:at least )?(?:aged )?)(\d{1,2}) (?:or|and) (?:over|above|older)\b|\b(?:not|never|no)\b[^.;,]*\bunder (\d{1,2})\b/iu;

/** Asks whether leave is asked first. */
const ASKS_CONSENT =
  /\b(?:ask|asks|asking|get|need|needs|seek|require)\b[^.?]*\b(?:consent|permission|agreement|leave|opt[- ]?in|an? yes|their ok|whether they agree)\b|\b(?:consent|permission) (?:needed|required|first)\b/u;
/** What of such a question is on consent itself: the rest is what it is to. */
const OF_CONSENT =
  /\b(?:ask|asks|asking|get|need|needs|needed|seek|require|required|consent|permission|agreement|leave|opt[- ]?in|an? yes|their ok|whether they agree|first)\b/gu;
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
const OF_FEES = /\b(?:charge|charged|charges|pay|fee|fees|costs?|money|sting|free|have to|has to)\b/gu;
const EVERY_FREE = new RegExp(FREE.source, 'giu');
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
  const fits =
    (asksFree || ASKS_FEE.test(asked)) &&
    OF_COPIES.test(asked) &&
    clausesOf(quote).some((clause) => OF_COPIES.test(clause) && FREE.test(clause));
  if (!fits) return null;
  const rest = quote.replace(EVERY_FREE, '').replace(/^\W*(?:charged|is charged)/u, '');
  if (HAS_EXCEPTION.test(quote) || /\b(?:costs?|charges?|pounds|euros|fees?)\b|[£€$]/iu.test(rest))
    return 'depends';
  return asksFree ? 'yes' : 'no';
};

/** Asks leave at an age, where the passage has a least one: no below it, yes from it on where it sets nothing further; whether a parent has to agree is another question. */
const atAge = (asked: string, quote: string): Flat | null => {
  const age = ageIn(asked);
  const [, over, under] = LEAST_AGE.exec(quote) ?? [];
  const least = over ?? under;
  const asksLeave =
    PERMISSION.test(asked) && !OBLIGATION.test(asked) && !REMOVES.test(asked) && !/\bold['’]s\b/u.test(asked);
  if (age === null || least === undefined || !asksLeave) return null;
  if (age < Number(least)) return 'no';
  return over !== undefined && !HAS_EXCEPTION.test(quote) && !/\b(?:if|when|and)\b/iu.test(quote)
    ? 'yes'
    : null;
};

type FormVerdict = {
  readonly verdict: Verdict;
  /** The question without the words of its form: what the passage has to be on; null where the form itself names it. */
  readonly on: string | null;
  /** Whether the passage has to hold what it ends on: consent to one thing is no consent to another. */
  readonly ends?: true;
};

/** `asked` in small letters, without what `message` tells before it; the passage as it stands; null where the question is of no such form, or the passage does not decide it. */
const verdictByForm = (asked: string, quote: string, message: string): FormVerdict | null => {
  const without = (form: RegExp, verdict: Verdict): FormVerdict => ({
    verdict,
    on: asked.replace(form, ' '),
  });
  if (ASKS_TO_WAIT.test(asked)) return AT_ONCE.test(quote) ? without(ASKS_TO_WAIT, 'no') : null;
  const ofAge = atAge(asked, quote);
  if (ofAge !== null) return without(AGE, ofAge);
  if (asksToRemoveWhatStays(asked, quote)) return without(REMOVES, 'no');
  if (OF_REQUESTS.test(quote) && ANY_FORM.test(quote)) {
    if (ASKS_IF_REQUEST.test(asked)) return { verdict: 'yes', on: null };
    if (ASKS_FOR_FORM.test(asked)) return { verdict: 'no', on: null };
  }
  if (
    FEARS.test(asked) &&
    !/\b(?:on purpose|deliberate\w*|meant to|knowingly|hid(?:e|ing)?|cover(?:ed)? up)\b/u.test(message) &&
    OWNS_UP.test(message) &&
    NO_BLAME.test(quote)
  )
    return { verdict: 'no', on: null };
  const fee = aboutFees(asked, quote);
  if (fee !== null) return without(OF_FEES, fee);
  return ASKS_CONSENT.test(asked) && CONSENT_IS_ASKED.test(quote)
    ? { ...without(OF_CONSENT, 'yes'), ends: true }
    : null;
};

/** The share of what a question of a form of its own is on that the passage has to hold: consent to one thing is no consent to another. */
const ON = { found: 0.34, trusted: 0.15, phrased: 0.25 } as const;

/** The verdict of a form, where what the question is on stands in the passage; `asked`, `quote` and `message` as they are read for it. */
export const formReader = (
  thesaurus: Thesaurus,
  bearing: WordBearing,
): ((asked: string, quote: string, message: string, trust: Trust) => Verdict | null) => {
  const { words, weightOf, heldIn } = wordReader(thesaurus, bearing);
  return (asked, quote, message, trust) => {
    const form = verdictByForm(asked, quote, message);
    if (form === null || form.on === null) return form?.verdict ?? null;
    const on = words(form.on);
    // "Can it wait?" names nothing: whether the passage is on it, only phrasings or people know.
    const isNamed = on.length > 0 || trust !== 'found';
    const said = words(quote);
    const last = on.at(-1);
    const endsOnIt = form.ends === undefined || last === undefined || isAmong(last, said);
    return isNamed && endsOnIt && heldIn(on, said) >= ON[trust] * weightOf(on) ? form.verdict : null;
  };
};
