/** People who are named by nobody and known to everybody: "the night porter at Harrogate", "the only blind employee in accounts". */
import { plain } from './words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words for one person. */
const PEOPLE = set(
    'accountant actor actress addict administrator adviser advisor agent alcoholic ambassador amputee analyst applicant ' +
    'apprentice architect archivist assistant astronaut athlete auditor aunt author baby babysitter bailiff baker banker ' +
    'barber barista barrister bartender bishop blacksmith bookkeeper boss boxer boy boyfriend brewer broker brother builder ' +
    'bursar busker butcher buyer caller candidate captain carer caretaker carpenter cashier ceo cfo chairman chairwoman ' +
    'champion chaplain chef chemist chief child childminder claimant cleaner clerk client climber clown coach colleague ' +
    'colonel comedian complainant composer conductor constable consul consultant contractor coo cook councillor counsellor ' +
    'courier cto curator customer cyclist dad dancer daughter dealer dean dentist designer detective developer director ' +
    'dispatcher diver doctor driver drummer editor electrician employee engineer farmer father fiance fiancee firefighter ' +
    'fisherman fitter flatmate foreman founder gardener girl girlfriend goalkeeper grandfather grandmother guard guest guy ' +
    'hairdresser handyman head headteacher housekeeper housemate husband imam inmate inspector instructor intern ' +
    'interpreter janitor jeweller jockey joiner journalist judge keeper kid lad lady landlord lawyer leader leaver lecturer ' +
    'librarian lieutenant lifeguard locksmith lodger magician man manager mayor mechanic member midwife minister mom monk ' +
    'mother mp mum nanny neighbour novelist nun nurse offender officer ographer operator optician organist owner packer ' +
    'painter paramedic partner patient peer person pharmacist photographer pianist picker pilot planner player plumber poet ' +
    'policeman policewoman porter postman president priest prisoner professor pupil rabbi ranger receptionist rector ' +
    'referee refugee registrar researcher resident roofer roommate rower runner sailor salesman saleswoman scientist ' +
    'sculptor secretary seller sergeant shareholder sheriff shopkeeper singer sister skipper sman smoker soldier solicitor ' +
    'son stallholder starter steward stewardess striker student supervisor surgeon surveyor survivor suspect swimmer swoman ' +
    'tailor teacher technician teenager teller temp tenant therapist trader tradesman trainee trainer translator treasurer ' +
    'trustee tutor twin umpire uncle undertaker vet veteran vicar victim violinist visitor volunteer waiter waitress welder ' +
    'whistleblower widow widower wife winner witness woman worker',
); // biome-ignore format: a list of words
/** Kinds of people that a policy speaks of: only what else is said of one of them singles somebody out. */
const KINDS = set(
    'person employee worker member customer client visitor guest applicant candidate patient resident tenant pupil student ' +
    'child colleague contractor volunteer partner officer manager owner agent',
); // biome-ignore format: a list of words
const RELATIVES = set(
    'mother father mum mom dad parent parents wife husband son daughter brother sister widow widower partner girlfriend ' +
    'boyfriend ex carer nanny neighbour child baby kid kids children fiance fiancee twin uncle aunt lover',
); // biome-ignore format: a list of words

/** In a text that is looked at, a word for a person is PERSON, with K for a kind and F for a relative: the patterns stay small and quick. */
const PERSON = 'PERSONK?F?';
const KIN = 'PERSONK?F';
const tagOf = (word: string): string | null =>
  PEOPLE.has(word) || RELATIVES.has(word) || /(?:ologist|ographer|sman|swoman)$/.test(word)
    ? `PERSON${KINDS.has(word) ? 'K' : ''}${RELATIVES.has(word) ? 'F' : ''}`
    : null;

const tagged = (text: string): string =>
  plain(text).replace(/[a-z]+(?:'s\b)?/g, (word) => {
    const bare = word.replace(/'s$/, '');
    const tag = tagOf(bare) ?? (bare.endsWith('s') ? tagOf(bare.slice(0, -1))?.concat('s') : undefined);
    return tag === undefined ? word : `${tag}${word.slice(bare.length)}`;
  });

/** What singles somebody out of a kind: something that happened once, or that few have. */
const SINGLES_OUT =
  /\b(?:last (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last (?:night|week|month|year)|broke|fell|fainted|collapsed|died|dismissed|sacked|fired|arrested|suspended|convicted|injured|hurt|crashed|accident|pregnan\w+|disabled|blind|deaf|wheelchair|autis\w+|trans(?:gender)?|gay|lesbian|divorc\w+|married|affair|cancer|hiv|stroke|surgery|suicide|miscarr\w+|rents|sued|stole|theft|won|wedding|married|funeral|burn\w+|bitten|stabbed|rescued|adopted|fostered|jail\w*|prison|lottery|guide dog|newspaper|headlines?|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:january|february|march|april|june|july|august|september|october|november|december)|fraud|harass\w+|assault\w+)\b/;
const TRAITS =
  '(?:blind|deaf|pregnant|disabled|autistic|dyslexic|trans|transgender|gay|lesbian|muslim|jewish|sikh|hindu|bald|one-legged|one-armed|one-eyed|wheelchair-using|diabetic|epileptic|widowed|divorced|retired|former|tall|short|red-haired|ginger|tattooed|bearded|left-handed|night|late|dead|deceased|injured|sick|ill|drunk|suspended|dismissed|sacked|foreign|polish|french|german|russian|nigerian|chinese|indian|teenage|elderly|old|young|new|pensioned)';
const WORDS = "(?:[A-Za-z'-]+ ){0,3}?";
/** Two people, or a group so small that everybody in it is meant. */
const FEW = '(?:PERSONK?Fs|couple|twins|triplets|family|newlyweds|trio|siblings|brothers|sisters|parents)';
const WHERE =
  '(?:in|at|from|on|of|with|above|below|under|behind|opposite|beside|next to|near|upstairs|downstairs|fired|dismissed|sacked|hired|promoted|arrested|injured|caught|living|sitting|wearing|driving|seen|known)';
const PLACES_AT_WORK =
  '(?:accounts|accounting|payroll|hr|it|sales|finance|marketing|reception|security|support|legal|operations|procurement|facilities|engineering|maintenance|catering|the (?:[a-z-]+ )?(?:shift|team|board|office|warehouse|depot|floor|site|kitchen|workshop|lab|shop|ward|class|branch|department|crew|squad|choir|band|cast|course)|year \\w+|our (?:[a-z-]+ )?(?:shift|team|board|office|warehouse|depot|site|department|branch))';

const singled: readonly RegExp[] = [
  // "the only vegan in payroll", "our two trainees on the night shift"
  new RegExp(
    `\\b(?:the|our) (?:only|one|sole) (?:[A-Za-z-]+ ){1,3}?(?:in|at|on|from) (?:${PLACES_AT_WORK})\\b`,
  ),
  new RegExp(`\\b(?:the|our) (?:one|two|three) ${WORDS}${PERSON}s? (?:in|at|on|from|who|with)\\b`),
  // "the only blind employee in accounts", "our oldest member", "the last man in the warehouse"
  new RegExp(
    `(?:\\b(?:the|our|my|their|his|her|its|a)|'s) (?:only|sole|single|first|last|one|other|youngest|oldest|eldest|tallest|shortest|newest|longest|longest[- ]serving|highest[- ]paid|best[- ]paid|most [a-z]+) ${WORDS}(?:${PERSON}|one (?:in|at|on|with|who))\\b(?! (?:that|to|allowed|able)\\b)`,
  ),
  new RegExp(
    `\\b(?:the|our|my|that|this) (?:[a-z]+ )?${TRAITS} ${WORDS}${PERSON} (?:${WHERE}|who|whose|that)\\b`,
  ),
  // "a pregnant cleaner in our warehouse"
  new RegExp(
    `\\b(?:a|an|one|some) (?:[a-z]+ )?${TRAITS} ${WORDS}${PERSON}\\b.{0,20}\\b(?:in|at|on|from) (?:our|the) [a-z]+`,
  ),
  new RegExp(`\\b(?:the|our|that|this) ${WORDS}${FEW} (?:${WHERE}|who|whose|that)\\b`),
  // "the mother of the boy who …", "the director's son", "my manager's wife"
  new RegExp(
    `\\b${KIN} of (?:the|our|that|one|this|my) (?:[A-Za-z-]+ ){0,3}?(?:who|that|with|from|in|at)\\b`,
  ),
  new RegExp(`\\b(?:the|our|my|that) (?:[A-Za-z-]+ ){0,2}?${PERSON}'s (?:[a-z-]+ )?${KIN}\\b`),
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
  /^(?:charge|question|writing|general|person|case|line|place|time|mind|access|us|the (?:right|power|consent|data)|a (?:contract|right|request|complaint|question)|data|privacy|all|information|touch|contact)\b/;
/** What anybody of a kind may have; whoever has something else is known by it. */
const HAS_LIKE_ANY =
  /^(?:the|an?|his|her|their|our|no|any|more|two)\s(?:[a-z-]+ ){0,2}?(?:accounts?|contracts?|requests?|complaints?|questions?|quer(?:y|ies)|rights?|subscriptions?|orders?|bookings?|tickets?|invoices?|address(?:es)?|consent|data|details|agreements?|permissions?|access|copy|policy|licen[cs]e|membership)\b/;
const HAS_DATA_LIKE_ANY =
  /^(?:[a-z-]+ )?(?:data|information|details|requests?|records?|consent|accounts?|rights?|files?|cvs?|names?|images?|photos?|messages?|emails?)\b/;
const STANDS_APART =
  /\s(?:above|below|behind|opposite|beside|next to|upstairs|downstairs|wearing|sitting|driving|known|caught)$/;

const isSingled = (who: string, how: string, what: string): boolean =>
  SINGLES_OUT.test(`${who} ${what}`) ||
  STANDS_APART.test(` ${how}`) ||
  (how === 'whose' && !HAS_DATA_LIKE_ANY.test(what)) ||
  (how === 'with' && !HAS_LIKE_ANY.test(what));

/** Whether a question describes one person so that some would know who is meant: such a question does not leave the house. */
export const describesSomebody = (question: string): boolean => {
  const text = tagged(question);
  return (
    singled.some((pattern) => pattern.test(text)) ||
    [...text.matchAll(anyWho)].some(([, noun = '']) => !NOT_ONE.test(noun)) ||
    [...text.matchAll(told)].some(([, who = '', how = '', what = '']) =>
      /PERSONKF?$/.test(who) ? isSingled(who, how, what) : !ROLE_AT_LARGE.test(what),
    )
  );
};

const CAPITALS = "\\p{Lu}\\p{Ll}[\\p{L}'’&-]*(?: \\p{Lu}\\p{Ll}[\\p{L}'’&-]*)*";
/** Before a word for a person while roles are looked for. */
const MARK = '¤';
const ROLE = `${MARK}[\\p{Ll}-]+`;
const WORD = `[${MARK}\\p{L}'’-]+`;
const placed: readonly RegExp[] = [
  // "the head nurse at Ferncombe Clinic", "the finance director of Brackwell Timber", "the chaplain at the Derby site"
  new RegExp(
    `(?<![\\p{L}])(?:the|our|my|The|Our) (?:${WORD} ){0,3}?${ROLE}(?: of [\\p{Ll}-]+)? (?:at|in|from|of|for) (?:the |our )?(?:\\p{Ll}+ )?${CAPITALS}(?: (?:site|office|branch|depot|clinic|school|store|shop|plant|team|department|ward|centre|center|club|hotel|gym|warehouse|factory|house))?(?![\\p{L}])`,
    'gu',
  ),
  // "the Cardiff receptionist"
  new RegExp(`(?<![\\p{L}])(?:the|our|The|Our) ${CAPITALS} (?:${WORD} ){0,2}?${ROLE}(?![\\p{L}])`, 'gu'),
  // "Quillstone Marine's only harbour pilot"; not "Penny's CV to a client"
  new RegExp(
    `(?<![\\p{L}])${CAPITALS}(?:['’]s|s['’]) (?:(?!(?:to|a|an|the|of|for|with|in|from|by|and|or|is|as)\\b)${WORD} ){0,2}?${ROLE}(?![\\p{L}])`,
    'gu',
  ),
  // "our in-house translator", "our resident chaplain"
  new RegExp(`(?<![\\p{L}])(?:our|Our) (?:in-house|resident|night) (?:${WORD} )?${ROLE}(?![\\p{L}])`, 'gu'),
];

/** Roles that every company has, and the law names: not one person to whoever reads of them. */
const OFFICE = /data protection officer|privacy officer|\bDPO\b|information officer|managing director/iu;

const marked = (text: string): string =>
  text.replace(/[a-z]+(?:-[a-z]+)*/gu, (word) => (tagOf(word) === null ? word : `${MARK}${word}`));

/** Puts "[person]" for a role at a named place; `put` is told what was taken out. */
export const withoutRoles = (text: string, put: (removed: string) => void): string =>
  placed
    .reduce(
      (left, pattern) =>
        left.replace(pattern, (found) => {
          const role = found.replaceAll(MARK, '');
          if (OFFICE.test(role)) return found;
          put(role);
          return ' [person] ';
        }),
      marked(text.replaceAll(MARK, ' ')),
    )
    .replaceAll(MARK, '');
