/** Tells by grammar that a word of the dictionary is somebody's name: "smithy wants his file", "read sparky's mail", "is copper allowed to". */
import type { Seen } from './name-signs.ts';
import { isOfPeople } from './people-words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Only people do these, and those who speak for a department. */
const PEOPLE_DO = set(
  'left died joined lost claims wrote needs gave showed lives loves likes hopes never called quit works worked',
);
/** Strict ones: no thing ever does them. */
const ONLY_PEOPLE_DO = set(
  'wants wanted asks asked says said thinks reckons complains complained insists insisted wonders wondered rang phoned emailed texted messaged unsubscribed resigned retired forgot told tells believes knows refuses refused objects objected demands demanded consented withdrew hates worries worried swears swore admits admitted moans moaned wishes begged begs pinged',
);
/** Behind "can", "did" or "may" and a bare word: what only people do. */
const ONLY_PEOPLE_MAY =
  /^(?:ever |really |just |also |still |actually |even )*(?:want|mind|prefer|ask|consent|opt|object|complain|agree|sign|withdraw|unsubscribe|resign|leave|know|think|say|refuse|apologi[sz]e|quit|vote|drive|wear|work|bring|be told|be asked|have to|get (?:a|an|his|her|the)|(?:see|read|have|keep|take|get|use|access|view|check|open|correct|delete|remove|download|print) (?:his|her|my|their) )/iu;
/** "promised karma a copy", "give copper the sheet", "tell lark that". */
const GIVEN_TO =
  /\b(?:give|gave|given|promised?|send|sent|show|showed|tell|told|owed?|offer|offered|hand|handed|lend|ask|asked|remind|notify|inform|e?mail|emailed|phone|phoned|call|ring|text|message|ping|contact|warn|paid?)\s$/iu;
const WHAT_IS_GIVEN =
  /^ (?:an?|the|his|her|my|our|their|that|about|why|if|whether|what|when|how|some|any|back|for (?:his|her)|before|after|until)\b/iu;
const DO_THERE =
  /^(?:reads|lost|left|opened|saw|sees|drives|shares|posted|filmed|deleted|shouted|lied|stole)$/iu;
const NEVER_DID =
  /^ (?:never|still|also|just|already|really) (?:agreed|consented|asked|signed|got|wanted|wants|said|says|opted|saw|told|replied|gave|joined|received|refused|refuses|objects|objected|thinks|works|needs)\b/iu;
/** "cash is in hospital" */
const IS_SO =
  /^ (?:is|was|has been) (?:in hospital|on (?:sick |maternity |paternity |parental |annual )?leave|off sick|on holiday|away|ill|sick|pregnant|asking|complaining|refusing|leaving|retiring|upset|angry|worried|unhappy)\b/iu;
const ALLOWED = /^(?:allowed|entitled|obliged|right|wrong|supposed|permitted|free|able|off|on) /iu;
const PRONOUN = /\b(?:he|she|his|her|hers|him|himself|herself)\b/iu;
const FRONTED =
  /(?:^|[.?!:;,]\s*|\b(?:and|but|so|ok|hi)\s+)(?:can|could|may|might|should|shall|must|would|will|do|does|did|is|was|has|had)\s+$/iu;
const CLAUSE_STARTS =
  /(?:^|[.?!:;,(]\s*["'“‘]?|\b(?:and|but|so|because|if|when|as|since|that|or|after|before|while|whether|once|hi|hello|hey|what|why|how|where)\s+)$/iu;

/** Subjects without an article that are nobody: pronouns, groups, departments, bodies, times, adverbs. */
const NOBODY = set(
  'i you he she it we they this that these those there here who whoever what which one all some both each either neither none nobody nothing ' +
    'something everything anything someone somebody anyone anybody everyone everybody another other others people staff management police ' +
    'press public council government parliament court law company firm business supplier vendor provider regulator auditor authority ' +
    'marketing legal finance payroll hr it sales accounts support facilities security procurement compliance operations reception ' +
    'recruitment logistics production engineering research maintenance catering admin administration housekeeping quality purchasing ' +
    'accounting audit communications comms product design training learning development insurance transport data information consent ' +
    'not now then also still never ever always just only please already today yesterday tomorrow recently maybe perhaps if when because ' +
    'and or but so to in on at by for from with of as than more most much many little few several no yes ok the a an my your his her its ' +
    'our their post mail email software hardware slack teams access policy notice evidence proof footage time head board union team ' +
    'letter form contract website banner article guidance memo handbook manual clause section paragraph schedule table template page screen survey poster sign me us them him whom myself yourself himself themselves about out over through thru up down off back away whether whatever until til into onto per via after before again ' +
    'folk folks guys ppl mates were was is are has have had been being do does did can could will would may might must should be then how where why insurer employer punter shopper lender bidder enquirer shop webshop school bank lab clinic hospital club agency charity council practice nature science history permission reason advice credit cash thanks tax cover detail feedback support room money proof space hr',
);
const TIMES =
  /^(?:today|yesterday|tomorrow|tonight|year|month|week|day|hour|company|business|employer|organisation|organization|firm|world|country|state|people|children|men|women|everyone|everybody|someone|somebody|anyone|anybody|nobody|one|other|another|else|who|it|what|that|there|here|he|she|let|how|where|when|why|policy|law|website|site|government|team|department|group|school|hospital|clinic|club|charity|supplier|vendor|provider|processor|controller|third-party|household|family|public|subject|app|system|product|device|server|browser|bank|court|council|authority|regulator|police|union|board|management|parent|industry|market|sender|recipient|requester|individual|user|subscriber|account|card|phone|car|vehicle|sender)$/u;
const READS =
  /^(?:read|see|delete|send|share|keep|check|open|forward|monitor|get|have|hold|store|use|search|find|update|correct|erase|wipe|remove|view|access|show|give|print|copy|export|download|handle|process|answer|track|record|log|change|lose|lost|found|got|is|are|was|of|from|for|about|with|to|in|on|into|and|or|but|if|can|may|does|did|has|should|will|must|do|we|i)$/iu;

const bare = (word: string): string => word.toLowerCase().replace(/[’]/gu, "'").replace(/'s?$/u, '');

/** "I've emailed", "who's asked", typed without the sign as well: a pronoun with its verb. */
const CONTRACTED =
  /^(?:(?:i|you|we|they|he|she|it|that|there|what|who|where|how|when|let|here)['’](?:m|d|ve|ll|re|s)|(?:[iI]|you|we|they)ve|[iI]m|(?:you|they)re|(?:who|what|that|he|she)s)$/iu;

const isPlural = (word: string): boolean =>
  /[^su]s$/u.test(word) || /(?:ing|ly|ed|ion|ment|ness|ity|al|ic|ive|ous|ful|less|able|ible)$/u.test(word);

/** "An says no", "So wants a slip": small words that are names, where grammar has no place for the word. */
const SMALL_NAMES = /^(?:an|so|do|my|to|in|on|or|at|as|ha|be|by|long|no)$/iu;
const SAYS = /^(?:wants|says|asks|thinks|complains|objects|refuses|reckons|claims|insists)$/iu;

/** "can marta see it": a singular without an article behind an auxiliary; misspelt, it is rather a name than the word that is near. */
export const standsBare = ({ before }: Pick<Seen, 'before'>, mended: string): boolean =>
  FRONTED.test(before) && !NOBODY.has(mended) && !isOfPeople(mended) && !isPlural(mended);

/** Whether a word that English has stands where only a name can stand. `seen` as in name-signs; departments and people by their role are none. */
export const standsAsName = ({ text, before, previous, next, after, shouted }: Seen): boolean => {
  const own = bare(text);
  if (SMALL_NAMES.test(text) && CLAUSE_STARTS.test(before) && SAYS.test(next)) return true;
  const isPossessive = /['’]s$/u.test(text);
  if (own.length < 2 || CONTRACTED.test(text) || NOBODY.has(own) || isOfPeople(own)) return false;
  if (/^\p{Lu}{2,}$/u.test(text) && !shouted) return false;
  if (isPossessive)
    return (
      !TIMES.test(own) &&
      !isPlural(own) &&
      (previous === '' ? CLAUSE_STARTS.test(before) : READS.test(previous))
    );
  if (isPlural(own)) return false;
  const verb = next.toLowerCase();
  // "chippy from maintenance says we track his van"
  const placed = [1, 2, 3].map(
    (words) =>
      new RegExp(`^ (?:from|in|at|on) (?:the |our )?(?:[\\p{L}-]+ ){${words}}([\\p{L}]+)`, 'u').exec(
        after,
      )?.[1] ?? '',
  );
  if (GIVEN_TO.test(before) && WHAT_IS_GIVEN.test(after)) return true;
  if (CLAUSE_STARTS.test(before))
    return (
      placed.some((verb) => ONLY_PEOPLE_DO.has(verb.toLowerCase()) || DO_THERE.test(verb)) ||
      IS_SO.test(after) ||
      NEVER_DID.test(after) ||
      ONLY_PEOPLE_DO.has(verb) ||
      (PEOPLE_DO.has(verb) && PRONOUN.test(after))
    );
  if (!FRONTED.test(before)) return false;
  const rest = after.trimStart();
  return (
    (!/\b(?:is|was|has|had)\s+$/iu.test(before) && ONLY_PEOPLE_MAY.test(rest)) ||
    (ALLOWED.test(rest) && PRONOUN.test(rest))
  );
};
