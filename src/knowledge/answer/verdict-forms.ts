/** Yes/no questions of a form of their own, that a passage decides by what it orders: to wait, to remove what must stay, at an age, to ask first. */

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
  /\b(?:ask|asks|asking|get|need|needs|seek|require)\b[^.?]*\b(?:consent|permission|agreement|leave|opt[- ]?in|their ok|whether they agree)\b|\b(?:consent|permission) (?:needed|required|first)\b/u;
const CONSENT_IS_ASKED =
  /\b(?:asked to (?:confirm|agree|consent|accept|opt|say)|ask(?:s|ed)? (?:you |them |people |for )?(?:your |their |whether )?[\w ]{0,20}(?:consent|agree|permission)|provided that (?:you|they) (?:agree|consent)|only (?:if|when|where|with|after|once|to (?:people|those|anyone) who)\b[^.;]*\b(?:agreed?|consent|opted in|ticked|signed|accept|permission|say yes))\b/iu;

const ageIn = (asked: string): number | null => {
  const [, words, figures] = AGE.exec(asked) ?? [];
  const found = words ?? figures;
  if (found === undefined) return null;
  const named = NUMBERS.indexOf(found);
  const age = named === -1 ? Number(found) : named + 10;
  return Number.isNaN(age) ? null : age;
};

/** `asked` in small letters, the passage as it stands; null where the question is of no such form, or the passage does not decide it. */
export const verdictByForm = (asked: string, quote: string): 'yes' | 'no' | null => {
  if (ASKS_TO_WAIT.test(asked)) return AT_ONCE.test(quote) ? 'no' : null;
  const age = ageIn(asked);
  const [, over, under] = LEAST_AGE.exec(quote) ?? [];
  const least = over ?? under;
  if (age !== null && least !== undefined && age < Number(least)) return 'no';
  if (REMOVES.test(asked) && MUST_STAY.test(quote)) return 'no';
  return ASKS_CONSENT.test(asked) && CONSENT_IS_ASKED.test(quote) ? 'yes' : null;
};
