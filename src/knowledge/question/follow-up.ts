/** Whether a message leans on the question before it in its thread, and the one question that both make. */
import { type FollowUp, followUpOf } from './follow-up-joined.ts';
import { smallTalkIn } from './small-talk.ts';

/** Words that carry no matter of their own: what is asked about has to come from before. */
const EMPTY = new Set(
  `a an the of to in on at by for from with about as into and or but so then also too either only even just still well ok okay great right yes no not
  i we you he she they us me them him her our ours my your their theirs his its it this that these those one ones same there here such
  do does did done is are was were be been am can could may might must should shall will would has have had need needs let lets get gets got go
  who whom whose what whats which when where why how hows many much long often far if whether else any some all other others more most
  say says tell mean means ask asks decide decides make use know happen happens way ways time times day days week weeks month months last first next again
  thing things case instance example really actually exactly please wait sorry hmm`.split(/\s+/u),
);
const OPENS =
  /^(?:and|or|but|also|plus|only|even|except|including|what about|how about|same|too|then|what if|why|why not|how come|how so|since when|until when|says who|for example|such as)\b/u;
const LEANING =
  /\b(?:it|its|this|that|those|these|them|they|theirs|there|ones?|he|she|him|her|the same|either|both|neither)\b/u;
/** Somebody named in the message itself, whom its "they" may mean. */
const PEOPLE =
  /\b(?:people|persons?|someone|somebody|anyone|customers?|clients?|users?|staff|employees?|visitors?|applicants?|members?|tenants?|patients?|children|parents?|companies|suppliers?|partners?)\b/u;
/** "That we hold", "those who left": joined to what stands before it, and no pronoun that leans. */
const JOINING =
  /(?<=\w )(?:that|those|these|this) (?=(?:we|they|you|i|is|are|was|were|has|have|who|whose|which|can|could|may|must|will)\b)/gu;
/** "Are there links?" points at nothing. */
const THERE_IS = /\b(?:(?:is|are|was|were) there|there (?:is|are|was|were))\b/gu;
/** "What is a processor?" stands alone. */
const ASKS_MEANING = /^(?:what|who) (?:is|are) (?!the\b)/u;

const MOST_WORDS = 12;
const MOST_MATTER = 3;

const plainly = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Pleasantries before the question itself: "ok and who decides?". */
const withoutOpening = (text: string): string =>
  text.replace(
    /^(?:(?:ok|okay|right|great|thanks|thank you|cool|hmm|ah|oh|so|well|yes|no|sorry|perfect|good|got it)\b[\s,.!–-]*)+/iu,
    '',
  );

/** The words of a text that say what it is about, small. */
export const matterOf = (text: string): readonly string[] =>
  plainly(text)
    .split(' ')
    .filter((word) => word !== '' && !EMPTY.has(word));

/** Pure; the message alone decides. Pleasantries lean on nothing. */
export const leansOnBefore = (message: string): boolean => {
  if (smallTalkIn(message) !== null) return false;
  const said = plainly(withoutOpening(message));
  const words = said.split(' ');
  if (said === '' || words.length > MOST_WORDS) return false;
  const matter = matterOf(said);
  if (matter.length === 0 || OPENS.test(said)) return true;
  if (matter.length === 1 && words.length <= 4 && !ASKS_MEANING.test(said)) return true;
  const pronouns = said.replace(JOINING, ' ').replace(THERE_IS, ' ');
  return LEANING.test(pronouns) && !PEOPLE.test(said) && matter.length <= MOST_MATTER;
};

/** Longer than this nobody asks at once: the message then stands alone (characters). */
const LONGEST = 600;
/** What stands before the thing itself: "and", "what about". */
const OPENING = /^(?:(?:and|but|so|or|also|plus|then|what about|how about|same for)\b[\s,]*)+/iu;
const CLOSING = /[\s,]+(?:too|as well|also|then|instead|please)$/iu;

/** What the message asks of the question before it; null where it leans on nothing. */
export const followUp = (message: string, before: string | null): FollowUp | null => {
  if (before === null || !leansOnBefore(message)) return null;
  const said = withoutOpening(message).replace(/[\s?!.]+$/u, '');
  const own = said.replace(OPENING, '').replace(CLOSING, '').trim();
  // "And then?"
  if (own === '') return /\b(?:then|now)$/iu.test(said) ? followUpOf('then', true, before) : null;
  const found = followUpOf(own, OPENING.test(said) || CLOSING.test(said), before);
  return found.whole.length > LONGEST ? null : found;
};

/** One question for a search that reads one at a time; the message alone where it leans on nothing. */
export const joinedQuestion = (message: string, before: string | null): string =>
  followUp(message, before)?.whole ?? message;
