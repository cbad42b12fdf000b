/** People who are named by nobody and known to everybody: "the only blind employee in accounts". */
import { KIN, MARK, MARKED_ROLE, marked, PERSON, tagged } from './people-words.ts';

/** What singles somebody out of a kind: something that happened once, or that few have. */
const SINGLES_OUT =
  /\b(?:last (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last (?:night|week|month|year)|broke|fell|fainted|collapsed|died|dismissed|sacked|fired|arrested|suspended|convicted|injured|hurt|crash(?:ed)?|accident|pregnan\w+|disabled|blind|deaf|wheelchair|autis\w+|trans(?:gender)?|gay|lesbian|divorc\w+|married|affair|cancer|hiv|stroke|surgery|suicide|miscarr\w+|rents|sued|stole|theft|won|wedding|married|funeral|burn\w+|bitten|stabbed|rescued|adopted|fostered|jail\w*|prison|lottery|guide dog|newspaper|headlines?|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:january|february|march|april|june|july|august|september|october|november|december)|fraud|harass\w+|assault\w+|set fire|fire to|flooded|vomited|kissed|punched|bit|spat|threatened|attacked|slept|fainted|slipped|tripped|choked|drowned|overdosed|skiing|broken (?:leg|arm|wrist|ankle))\b/;
const TRAITS =
  '(?:blind|deaf|pregnant|disabled|autistic|dyslexic|trans|transgender|gay|lesbian|muslim|jewish|sikh|hindu|bald|one-legged|one-armed|one-eyed|wheelchair-using|diabetic|epileptic|widowed|divorced|retired|former|tall|short|red-haired|ginger|tattooed|bearded|left-handed|night|late|dead|deceased|injured|sick|ill|drunk|suspended|dismissed|sacked|foreign|polish|french|german|russian|nigerian|chinese|indian|teenage|elderly|old|young|new|pensioned)';
const WORDS = "(?:[A-Za-z'-]+ ){0,3}?";
/** Two people, or a group so small that everybody in it is meant. */
const FEW = '(?:PERSONK?Fs|couple|twins|triplets|family|newlyweds|trio|siblings|brothers|sisters|parents)';
const WHERE =
  '(?:in|at|from|on|of|with|above|below|under|behind|opposite|beside|next to|near|upstairs|downstairs|fired|dismissed|sacked|hired|promoted|arrested|injured|caught|living|sitting|wearing|driving|seen|known)';
const PLACES_AT_WORK =
  '(?:accounts|accounting|payroll|hr|it|sales|finance|marketing|reception|security|support|legal|operations|procurement|facilities|engineering|maintenance|catering|the (?:[a-z-]+ )?(?:shift|team|board|office|warehouse|depot|floor|site|kitchen|workshop|lab|shop|ward|class|branch|department|crew|squad|choir|band|cast|course)|year \\w+|our (?:[a-z-]+ )?(?:shift|team|board|office|warehouse|depot|site|department|branch))';

const theOnlyOne: readonly RegExp[] = [
  // "the only vegan in payroll", "our two trainees on the night shift"
  new RegExp(
    `\\b(?:the|our) (?:only|one|sole) (?:[A-Za-z-]+ ){1,3}?(?:in|at|on|from) (?:${PLACES_AT_WORK})\\b`,
  ),
  new RegExp(`\\b(?:the|our) (?:one|two|three) ${WORDS}${PERSON}s? (?:in|at|on|from|who|with)\\b`),
  // "the only blind employee in accounts", "our oldest member", "the last man in the warehouse"
  new RegExp(
    `(?:\\b(?:the|our|my|their|his|her|its|a)|'s) (?:only|sole|lone|single|first|last|one|other|youngest|oldest|eldest|tallest|shortest|newest|longest|longest[- ]serving|highest[- ]paid|best[- ]paid|most [a-z]+|(?!(?:latest|best|west|guest|request|test|interest|honest|nearest|next|past)\\b)[a-z]+est) ${WORDS}(?:${PERSON}|one (?:in|at|on|with|who))\\b(?! (?:that|to|allowed|able)\\b)`,
  ),
];

/** A desk, team or shift of so few that whatever is said of it is said of one. */
const soFew: readonly RegExp[] = [
  // "the Faroe desk is one man", "night shift has a single man on it"
  new RegExp(
    `\\b(?:is|are|was|has|had|have|of|means|there's|with|by) (?:(?:just|only|but|really|exactly) )?(?:a single|one|two|three|[123]) (?:[a-z-]+ )?(?:${PERSON}s?|people|persons?|man|men|woman|women|hands?|of (?:us|them))\\b`,
  ),
  /\b(?:just|only) (?:one|two|three|[123]) of (?:us|them|these|those|our)\b|\b(?:the )?other (?:one|two) (?:is|are|has|have|was)\b/,
  // "team Malta is a father and his daughter"
  new RegExp(
    `\\b(?:team|desk|office|shift|branch|crew|department|unit|section|group) (?:[a-z]+ )?(?:is|are|has|consists of|means) (?:(?:just|only|nobody but|no one but) )?(?:an?|the|my) (?:[a-z-]+ )?${PERSON}\\b`,
  ),
  /\bone-(?:man|woman|person) (?:team|desk|office|shift|branch|department|unit|show|shop|crew)\b/,
  // "my predecessor as works council chair", "whoever was union rep before me"
  /\b(?:my|our|his|her|their) (?:[a-z-]+ )?(?:predecessor|successor|forerunner|stand-in|understudy|namesake|deskmate|desk mate|office mate|job-share|jobshare|car-share|roommate|bunkmate)\b/,
  /\bwhoever (?:was|is|had|held|did|ran) .{3,40} (?:before|after|until|next to|beside) (?:me|us|him|her)\b|\bwhoever (?:sits|sat|works|worked|lives|lived|drives|drove|runs|ran|cleans|cleaned|parks|parked) (?:in|on|at|by|behind|next|under|above|with|the|our)\b/,
  // "only one candidate was from Chad"
  new RegExp(
    `\\bonly (?:one|two|three|1|2|3) (?:[a-z-]+ )?${PERSON}s? (?:is|are|was|were|has|had|have|came|comes?)\\b`,
  ),
  // "we have one Finn on the payroll"
  /\b(?:we have|there is|there's|we've got|we only have|we employ) (?:(?:just|only|exactly) )?(?:one|a single) [a-z]+ (?:on|in|at|among|from|who|with)\b/,
  // "ask for you: person who broke the church window"
  /(?:^|[:;,.] )(?:person|man|woman|guy|girl|boy|lady|bloke|lad|chap|kid) (?:who|that|with|from|in) /,
  /\b(?:i|we) (?:share|shared) (?:the|a|my|our|an) (?:job|desk|office|post|flat|locker|room|van|shift) with\b|\b(?:sits?|sat|works?|lives?|lodges?|rides?) (?:next to|next door to|opposite|beside|behind|with|above|below) (?:me|us)\b|\bshares? (?:an?|the|my|our) [a-z]+ with (?:me|us)\b/,
];

const singled: readonly RegExp[] = [
  ...theOnlyOne,
  // "one of our two blind testers"
  new RegExp(`\\bone of (?:the|our|my) (?:two|three|four|few) (?:${TRAITS}\\b|${WORDS}${PERSON}s?\\b)`),
  // "the ex-priest in our call centre"; not "the ex-employee who"
  new RegExp(`\\b(?:the|our|that|this) PERSONF-(?!PERSONK|staff)[A-Za-z]+ (?:${WHERE}|who|whose|that)\\b`),
  new RegExp(
    `\\b(?:the|our|my|that|this) (?:[a-z]+ )?${TRAITS} ${WORDS}${PERSON} (?:${WHERE}|who|whose|that)\\b`,
  ),
  // "a pregnant cleaner in our warehouse"
  new RegExp(
    `\\b(?:a|an|one|some) (?:[a-z]+ )?${TRAITS} ${WORDS}${PERSON}\\b.{0,20}\\b(?:in|at|on|from) (?:our|the) [a-z]+`,
  ),
  new RegExp(`\\b(?:the|our|that|this|both|those) ${WORDS}${FEW} (?:${WHERE}|who|whose|that|[a-z]+ing)\\b`),
  ...soFew,
  // "the mother of the boy who …", "the director's son", "my manager's wife"
  new RegExp(
    `\\b${KIN} of (?:the|our|that|one|this|my) (?:[A-Za-z-]+ ){0,3}?(?:who|that|with|from|in|at)\\b`,
  ),
  new RegExp(`\\b(?:my|our|that) (?:[A-Za-z-]+ ){0,2}?${PERSON}'s (?:[a-z-]+ )?${KIN}\\b`),
  new RegExp(`\\bthe (?:[A-Za-z-]+ ){0,2}?PERSON's (?:[a-z-]+ )?${KIN}\\b`),
  /\b(?:the|our) (?:winner|PERSON|runner-up|loser|author|founder|whistleblower) of (?:our|last|this)\b/,
];

/** Whatever word stands before "who" is a person; this is one of them where it is no kind and no company. */
const anyWho = /\b(?:the|that|our|my|this) (?:[A-Za-z'-]+ ){0,3}?([A-Za-z-]+) (?:who|whose)\b/g;
const NOT_ONE =
  /PERSONK|(?:s|people|staff|men|women|children|folk|everyone|anyone|someone|one|person|team|company|firm|supplier|vendor|provider|business|organisation|organization|controller|processor|dpo|user|subscriber|requester|individual|subject|employee|worker|member|customer|client|visitor|guest|applicant|candidate|patient|resident|tenant|pupil|student|child|colleague|contractor|volunteer|partner|manager|owner|agent|contact|recipient|sender|team-mate|party|lead|prospect|buyer|caller|complainant|officer|know|ask|say|see|tell|wonder|about|on|of|to|hire)$/;
const told = new RegExp(
  `\\b(?:the|that|our|my|this) (${WORDS}${PERSON}) (who|whose|that|${WHERE}) (.{3,80})`,
  'g',
);
/** What a role may have behind it and still be a role of any company. */
const ROLE_AT_LARGE =
  /^\s*(?:(?:the |a )?(?:door|phone|desk|counter|line|gate|reception|address)\b(?!'s)|\[|charge|site|duty|the (?:video|film|photo|picture|meeting|clip)\b|question|writing|general|person|case|line|place|time|mind|access|us|the (?:right|power|consent|data)|a (?:contract|right|request|complaint|question)|data|privacy|all|information|touch|contact)\b/;
/** What anybody of a kind may have; whoever has something else is known by it. */
const HAS_LIKE_ANY =
  /^(?:(?:the|an?|his|her|their|our|no|any|more|two)\s)?(?:[a-z-]+ ){0,2}?(?:disabilit(?:y|ies)|conditions?|reasons?|roles?|needs?|concerns?|phones?|devices?|e-?mails?|keys?|pass(?:es)?|badges?|authority|power|accounts?|contracts?|requests?|complaints?|questions?|quer(?:y|ies)|rights?|subscriptions?|orders?|bookings?|tickets?|invoices?|address(?:es)?|consent|data|details|agreements?|permissions?|access|copy|policy|licen[cs]e|membership)\b/;
const HAS_DATA_LIKE_ANY =
  /^(?:[a-z-]+ )?(?:data|information|details|requests?|records?|consent|accounts?|rights?|files?|cvs?|names?|images?|photos?|messages?|emails?)\b/;
const STANDS_APART =
  /\s(?:above|below|behind|opposite|beside|next to|upstairs|downstairs|wearing|sitting|driving|known|caught)$/;

/** "the tenant who keeps three pythons": what nobody asks of a kind of people is one of them. */
const TELLS_APART =
  /\b(?:the|that|our|my|this) (?:[a-z'-]+ ){0,2}?PERSONKF? (?:who|whose|that) ((?:[A-Za-z'-]+ ?){2,7})/g;

const isSingled = (who: string, how: string, what: string): boolean =>
  SINGLES_OUT.test(`${who} ${how} ${what}`) ||
  STANDS_APART.test(` ${how}`) ||
  (how === 'whose' && !HAS_DATA_LIKE_ANY.test(what)) ||
  (how === 'with' && !HAS_LIKE_ANY.test(what));

/** "[person]'s lover": kin of whoever was taken out. */
const KIN_OF_ONE = new RegExp(`\\[PERSONK\\]\\s*'s? (?:[a-z-]+ )?${KIN}\\b`);

/** Whether a question describes one person so that some would know who is meant: such a question does not leave the house. `isOrdinary`: of questions and policies, small letters. */
export const describesSomebody = (question: string, isOrdinary: (word: string) => boolean): boolean => {
  const text = tagged(question);
  const isOdd = (clause: string): boolean =>
    (clause.match(/[a-z]{4,}/g) ?? []).some(
      (word) => !isOrdinary(word) && !isOrdinary(word.replace(/(?:s|ed|ing)$/, '')),
    );
  return (
    KIN_OF_ONE.test(text) ||
    [...text.matchAll(TELLS_APART)].some(([, clause = '']) => isOdd(clause)) ||
    singled.some((pattern) => pattern.test(text)) ||
    [...text.matchAll(anyWho)].some(
      ([found, noun = '']) =>
        !NOT_ONE.test(noun) && !/\b(?:people|staff|team|those|persons?|PERSONK?F?s)\b/.test(found),
    ) ||
    [...text.matchAll(told)].some(([, who = '', how = '', what = '']) =>
      /PERSONKF?$/.test(who) ? isSingled(who, how, what) : !ROLE_AT_LARGE.test(what),
    )
  );
};

const AGE = '(?:\\d{1,2}|[a-z]+(?:teen|ty)(?:-[a-z]+)?|ten|eleven|twelve)';
const NATIONS =
  '(?:\\p{Lu}\\p{Ll}+(?:ian|ish|ese|ean|ican|[rk]i)|French|Basque|Catalan|Breton|Flemish|Afghan|Tamil|Zulu|Maori|Manx|Arab|Dutch|German|Greek|Welsh|Irish|Czech|Swiss|Thai|Muslim|Sikh|Hindu|Jewish|Catholic|Buddhist|Christian)';
/** "the Moldovan pickers in greenhouse nine", "all five Sikh guards of the north gate" */
const FEW_OF_A_NATION = new RegExp(
  `\\b(?:[Bb]oth|[Aa]ll (?:two|three|four|five|six|seven)|[Tt]he|[Oo]ur|[Tt]hose|[Tt]hese|[Tt]wo|[Tt]hree|[Ff]our) (?:two |three |four |\\p{Ll}+ )?${NATIONS} (?:\\p{Ll}+ )?\\p{Ll}{3,}s (?:in|at|on|from|of|who|that|with|\\p{Ll}+ing)\\b`,
  'u',
);
/** What only the question as it was written shows: ages, nations, places with a capital. */
const asWritten: readonly RegExp[] = [
  new RegExp(`\\b(?:the|our|that|this|my) (?:[a-z-]+ )?${AGE}[- ]years?[- ]olds?\\b`, 'iu'),
  new RegExp(
    `\\b(?:the|our|that|this|my|a|an) (?:[a-z-]+ )?${AGE}[- ]years?[- ]old\\b.{0,40}\\b(?:in|at|on|from) (?:our|the|\\p{Lu})`,
    'u',
  ),
  new RegExp(
    `\\b(?:[Tt]he|[Oo]ur|[Tt]hat|[Tt]his|[Mm]y) (?:[a-z-]+ )?${NATIONS} (?:[a-z-]+ )?${MARKED_ROLE}(?! (?:of|list|book|log|language|law)\\b)`,
    'u',
  ),
];

/** Whether a question as it was written singles somebody out by an age, a nation or by being the only one. */
export const singlesOut = (question: string): boolean => {
  const text = marked(question.replaceAll(MARK, ' '));
  return (
    asWritten.some((pattern) => pattern.test(text)) ||
    FEW_OF_A_NATION.test(question) ||
    theOnlyOne.some((pattern) => pattern.test(tagged(question.replace(/(\p{Lu}\p{L}+)['’]s/gu, '$1'))))
  );
};
