/** One person by a role and by what narrows it to one: "the crane operator on dock 5", "our translator for Faroese", "our former CEO". */
import { isKindOfPeople, isOfPeople } from './people-words.ts';

/** Words with the ending of a doer that are nobody. */
const THINGS_WITH_THE_ENDING = new Set(
  (
    'computer printer server number letter newsletter folder register order offer counter corner center centre router matter poster banner scanner ' +
    'planner tracker trailer container paper answer reminder header footer browser processor controller monitor mirror error factor sensor projector ' +
    'vendor supplier provider committee coffee checklist playlist grant warrant restaurant constant instant relevant important variant assistant ' +
    'shelter charter chapter quarter transfer buffer cluster ledger binder cover power tower water weather cooler boiler dryer freezer locker sticker flyer trigger filter ' +
    'starter adapter timer manner user holder reader helper subscriber customer consumer partner whether rather other another either neither under over after ' +
    'never ever further together longer shorter older younger newer earlier later sooner better larger smaller higher lower former latter proper doctor visitor ' +
    'author interior exterior minor major prior senior junior superior inferior floor door motor tractor reactor elevator escalator generator calculator indicator ' +
    'separator vector sector colour honour behaviour favour labour harbour referee fee degree guarantee agree three free tree september october november december ' +
    'winter summer easter dinner supper render consider remember enter deliver discover offer suffer differ prefer refer infer gather wonder answer order register ' +
    'human roman german woman list twist assist insist persist consist exist resist enlist tourist waitlist want significant tenant plant merchant ' +
    'insurer employer exporter importer manufacturer developer retailer carrier broker dealer courier barrier premier tier pier easier'
  ).split(' '),
); // biome-ignore format: a list of words
const DOER = /^(?:[a-z]+-)?[a-z]{3,}(?:er|or|ist|ant|ee|eer|man|woman|ian)$/u;
export const isDoer = (word: string): boolean => DOER.test(word) && !THINGS_WITH_THE_ENDING.has(word);

/** 'role': few have it. 'kind': policies speak of it. */
const standingOf = (word: string): 'role' | 'kind' | null => {
  const last = word.replace(/^.*-/u, '');
  if (isKindOfPeople(last)) return 'kind';
  return isOfPeople(word) ||
    isOfPeople(last) ||
    /^(?:chair|master|hand|caseworker|entrant)$/u.test(word) ||
    isDoer(word)
    ? 'role'
    : null;
};

const MONTH =
  '(?:[Jj]anuary|[Ff]ebruary|March|april|April|May|[Jj]une|[Jj]uly|[Aa]ugust|[Ss]eptember|[Oo]ctober|[Nn]ovember|[Dd]ecember)';
/** What stands right behind a role and belongs to it. */
const BELONGS =
  /^\s(?:\((?=left|stepped|retired|joined|until|since)|(?:in|at|on|of|from|for|with|by|behind|near|opposite|beside|above|below|since|until|born|thrown|trapped|stuck|robbed|attacked|treated|photographed|interviewed|stung|hurt|injured|bitten|caught|hit|found|rescued|fired|sacked|dismissed|suspended|arrested|who|whose|that|no\.?|number|nr\.?|living|working)\s)/u;
/** Where the sentence goes on with what that person does. */
const GOES_ON =
  /[,;?!–—]|:\s|\.\s|\.$|\s(?:wants?|asks?|says|said|is|are|has|have|may|can|could|will|would|should|must|does|do|allowed|gets?|sees?|needs?|objects?|complains|complained|and|or)(?=\s|$)/u;

/** What narrows a role to one, but a name. */
const NARROWS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:in|on|from|of|since|until|last|\\d(?:st|nd|rd|th)?(?: of)?) ${MONTH}\\b|\\b(?:19|20)\\d\\d\\b|\\b(?:on|last|the|since|until) (?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\b\\d{1,2}(?:[:.]\\d\\d| ?[ap]\\.?m\\b)|\\b(?:last|this) (?:week|month|year|spring|summer|autumn|winter)(?:'s)?\\b|\\bthe \\d{1,2}(?:st|nd|rd|th)\\b|\\bnew year's\\b`,
    'iu',
  ),
  /\b(?:hall|stand|room|seat|row|dock|bay|gate|year|class|ward|bed|floor|level|pitch|booth|desk|table|block|platform|lane|cabin|unit|court|flat|plot|berth|pier|route|line|shift|lot|coach|bus|van|train|tram|taxi|lorry|flight) (?:\d+\p{L}?|\p{L}\d+|[A-Z])\b|\b(?:no\.?|nr\.?|number) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b/iu,
  /\b(?:penthouse|boathouse|lighthouse|gatehouse|attic|basement flat|top flat|corner (?:shop|flat|house)|night shift|early shift|late shift)\b/iu,
  /^\s(?:born (?:in|at|on) (?:the|our)|thrown|trapped|stuck|robbed|attacked|treated|stung|hurt|injured|bitten|hit|rescued|fired|sacked|dismissed|suspended|arrested)\b/u,
  // "who has lice": the verb is gone by then
  /\bwho (?:an? |his |her |\p{Ll}+ )?(?:lice|measles|seizures?|stammer|limp|stroke|cancer|hiv|epilepsy|asthma|diabetes|autism|adhd|dyslexia|rehab|expecting|pregnant)\b/iu,
  // "the owner of the bakery in Pilsworth"
  /^\sof the (?:[\p{Ll}-]+ ){1,3}(?:in|at|on|near) (?:the )?\p{Lu}\p{Ll}/u,
  /\b(?:the|our) (?:sole|only|last remaining|oldest|biggest|smallest) \p{Ll}+/u,
];
/** A trait in front of the role that few share. */
const TRAIT =
  /\b(?:blind|deaf|pregnant|disabled|autistic|dyslexic|trans|transgender|gay|lesbian|diabetic|epileptic|widowed|youngest|oldest|eldest|tallest|smallest|newest|one-(?:legged|armed|eyed)|\p{L}+-speaking|sole|only|lone|former|(?:last|this) (?:week|month|year|season|summer|winter)['’]s)\s/iu;
/** "our Urdu-speaking caseworker" */
const SPEAKS = /\s\p{L}+-speaking\s/iu;
/** Before a word for a kind, it is a trade: "our bus driver". */
const TRADE_OF_A_KIND =
  /\s(?:bus|coach|lorry|van|taxi|cab|train|tram|crane|forklift|ambulance|hearse|relief|youth|case|dock|farm)$/iu;
/** Skill in a language: "our translator for Faroese". */
const OF_A_LANGUAGE = /^\s(?:for|of|from|into) (?!the\b)\p{Lu}\p{Ll}+/u;
const LANGUAGE_WORK = /^(?:translator|interpreter|tutor|teacher|trainer|speaker|proofreader)$/u;

const OFFICE =
  '(?:(?:\\p{L}+ )?director|chief (?:\\p{L}+ ){1,2}officer|head of (?:the )?\\p{L}+|ceo|cfo|coo|cto|cio|chairman|chairwoman|chair of (?:the )?\\p{L}+|headteacher|headmaster|headmistress)';
/** An office of one person, with when or since when. */
const officeInTime: readonly RegExp[] = [
  new RegExp(`\\b(?:former|ex|new|previous|incoming|outgoing|interim)[ -]${OFFICE}\\b`, 'iu'),
  new RegExp(
    `\\b${OFFICE}(?: \\p{Lu}+)? (?:(?:is|was|went|who is) )?(?:on|off) (?:\\p{Ll}+ )?(?:leave|sick|holiday)\\b`,
    'iu',
  ),
  new RegExp(
    `\\b${OFFICE} (?:starts?|started|left|leaves|joins?|joined|retires?|retired) (?:in|on)\\b`,
    'iu',
  ),
];

/** What points at one: an article or a possessive, or the opening of the question where the article is left out. */
const POINTS_AT_ONE =
  /(?<=[\s("'“‘]|^)(?:(?:last|this) (?:night|week|month|year|season)['’]s|the|our|my|that|this|his|her|their|your)(?=\s)|^(?=\p{L})/giu;
/** No word between the article and the role. */
const NOT_BETWEEN =
  /^(?:an?|any|every|each|no|of|in|at|on|from|for|to|who|whose|that|is|was|are|and|or|by|with|may|can|does|do|did|must|should|has|have|if|when|how|what|which|the|our)$/iu;
const MOST_BETWEEN = 3;

/** The roles that may be meant right behind what points at one; `before` are the words in between. */
const rolesBehind = (rest: string): readonly { before: string; noun: string; after: string }[] => {
  const words = [...rest.matchAll(/\s?([\p{L}'’-]+)(?=\s)/guy)].slice(0, MOST_BETWEEN + 1);
  const end = words.findIndex(([, word = '']) => NOT_BETWEEN.test(word));
  return words.slice(0, end === -1 ? undefined : end).map((word) => ({
    before: rest.slice(0, word.index),
    noun: (word[1] ?? '').toLowerCase(),
    after: rest.slice(word.index + word[0].length),
  }));
};
const TWINS =
  /\b(?:the|our|those) (?:twin|identical|triplet) (?:girls|boys|babies|pupils|children|kids|students|nurses|players)\b/iu;

/** A name of one place, house, ship or event; `isAnyones` for what identifies nobody: a country, a product. */
const namesIn = (behind: string, isAnyones: (word: string) => boolean): number =>
  [...behind.matchAll(/(?<=\s)\p{Lu}[\p{Ll}'’]+(?:[\s-]\p{Lu}[\p{Ll}'’]+)*/gu)].filter(
    ([name]) =>
      !new RegExp(`^(?:${MONTH}|\\p{L}+day)$`, 'u').test(name) && !name.split(/[\s-]/u).every(isAnyones),
  ).length;
/** "of the Merry Widow", "at the Gull Hotel", "chair in Basel": one such person is there. */
const HOLDS_ONE = /^\s(?:(?:of|at|on|in|opposite|near|behind|above|below|beside) the|in) \p{Lu}[\p{Ll}'’]+/u;

/** Whether a role in the question is narrowed to one person. `isAnyones`: whether a word written small is of names that identify nobody. */
export const isNarrowed = (question: string, isAnyones: (word: string) => boolean): boolean => {
  if (TWINS.test(question) || officeInTime.some((pattern) => pattern.test(question))) return true;
  const anyones = (word: string): boolean => isAnyones(word.toLowerCase().replace(/['’]s?$/u, ''));
  const isOne = (
    pointer: string,
    { before, noun, after }: ReturnType<typeof rolesBehind>[number],
  ): boolean => {
    const own = standingOf(noun);
    const standing = own === 'kind' && TRADE_OF_A_KIND.test(before) ? 'role' : own;
    if (standing === null) return false;
    if (standing === 'role' && LANGUAGE_WORK.test(noun) && OF_A_LANGUAGE.test(after)) return true;
    if (standing === 'role' && SPEAKS.test(`${before} `)) return true;
    const rest = after.replace(/\bwho (?:is|was|has|had|were)\b/gu, 'who').replace(/\b(no|nr)\. /giu, '$1 ');
    const behind = BELONGS.test(rest) ? (rest.slice(0, 90).split(GOES_ON)[0] ?? '') : '';
    const names = namesIn(behind, anyones);
    const narrowed =
      NARROWS.filter((pattern) => pattern.test(behind)).length + (TRAIT.test(`${pointer}${before} `) ? 1 : 0);
    if (standing === 'kind') return narrowed + names > 1 && narrowed > 0;
    return narrowed > 0 ? behind !== '' : names > 0 && HOLDS_ONE.test(behind);
  };
  return [...question.matchAll(POINTS_AT_ONE)].some(({ index, 0: pointer }) =>
    rolesBehind(question.slice(index + pointer.length)).some((role) => isOne(pointer, role)),
  );
};
