/** People who are named by nobody and known to everybody: "the night porter at Harrogate", "the only blind employee in accounts". */
const PERSON =
  '(?:person|man|woman|boy|girl|lad|lady|guy|child|kid|baby|teenager|pupil|student|teacher|head ?teacher|nurse|doctor|surgeon|midwife|dentist|pharmacist|carer|patient|resident|tenant|landlord|neighbour|employee|worker|colleague|member|customer|client|visitor|guest|applicant|candidate|contractor|volunteer|trustee|intern|apprentice|trainee|temp|manager|director|officer|chief|head|leader|supervisor|foreman|boss|owner|founder|chair(?:man|woman)?|president|secretary|treasurer|mayor|councillor|minister|judge|lawyer|solicitor|barrister|accountant|bookkeeper|auditor|clerk|receptionist|translator|interpreter|chaplain|vicar|priest|imam|rabbi|porter|caretaker|janitor|cleaner|guard|driver|pilot|captain|sailor|mechanic|engineer|electrician|plumber|builder|gardener|cook|chef|waiter|waitress|barista|bartender|coach|trainer|instructor|lifeguard|referee|player|goalkeeper|singer|actor|actress|author|journalist|editor|photographer|designer|developer|analyst|scientist|researcher|professor|lecturer|librarian|postman|courier|farmer|fisherman|baker|butcher|hairdresser|therapist|psychologist|counsellor|optician|vet|paramedic|firefighter|policeman|policewoman|detective|soldier|veteran|shareholder|buyer|seller|agent|broker|consultant|adviser|advisor|CEO|CFO|CTO|COO|widow|widower|mother|father|mum|mom|dad|wife|husband|son|daughter|brother|sister|twin|uncle|aunt|grandmother|grandfather|partner|girlfriend|boyfriend|fianc[eé]e?|painter|roofer|welder|joiner|carpenter|tailor|jeweller|brewer|barber|banker|trader|drummer|dancer|runner|rower|swimmer|boxer|climber|diver|jockey|cyclist|keeper|ranger|bailiff|registrar|tutor|childminder|au pair|lodger|planner|surveyor|architect|inspector|operator|dispatcher|picker|packer|cashier|teller|salesman|saleswoman|chemist|pianist|organist|violinist|conductor|composer|curator|archivist|champion|winner|MP|peer|bishop|nun|monk|refugee|prisoner|inmate|offender|victim|witness|suspect|survivor|amputee|addict|alcoholic|smoker|flatmate|housemate|roommate|starter|leaver|whistleblower|complainant|claimant|caller|tradesman|handyman|fitter|technician|administrator|assistant|bursar|dean|rector|steward|stewardess|housekeeper|babysitter|nanny|shopkeeper|stallholder|busker|athlete|striker|skipper|umpire|dealer|locksmith|blacksmith|undertaker|sculptor|poet|novelist|comedian|magician|clown|astronaut|sergeant|colonel|lieutenant|constable|sheriff|ambassador|consul|\\p{L}{3,}(?:ologist|ographer|sman|swoman))';
/** Kinds of people that a policy speaks of: only what else is said of one of them singles somebody out. */
const GENERAL =
  /\b(?:person|employee|worker|member|customer|client|visitor|guest|applicant|candidate|patient|resident|tenant|pupil|student|child|colleague|contractor|volunteer|partner|officer|manager|owner|agent)$/iu;
/** What singles somebody out of a kind: something that happened once, or that few have. */
const SINGLES_OUT =
  /\b(?:last (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last (?:night|week|month|year)|broke|fell|fainted|collapsed|died|dismissed|sacked|fired|arrested|suspended|convicted|injured|hurt|crashed|accident|pregnan\w+|disabled|blind|deaf|wheelchair|autis\w+|trans(?:gender)?|gay|lesbian|divorc\w+|married|affair|cancer|hiv|stroke|surgery|suicide|miscarr\w+|rents|sued|stole|theft|won|wedding|married|funeral|burn\w+|bitten|stabbed|rescued|adopted|fostered|jail\w*|prison|lottery|guide dog|newspaper|headlines?|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:january|february|march|april|june|july|august|september|october|november|december)|fraud|harass\w+|assault\w+)\b/iu;
const TRAITS =
  '(?:blind|deaf|pregnant|disabled|autistic|dyslexic|trans|transgender|gay|lesbian|muslim|jewish|sikh|hindu|bald|one-legged|one-armed|one-eyed|wheelchair-using|diabetic|epileptic|widowed|divorced|retired|former|tall|short|red-haired|ginger|tattooed|bearded|left-handed|night|late|dead|deceased|injured|sick|ill|drunk|suspended|dismissed|sacked|foreign|polish|french|german|russian|nigerian|chinese|indian|teenage|elderly|old|young|new|pensioned)';
const WORDS = "(?:[\\p{L}'’-]+ ){0,3}?";
/** Two people, or a group so small that everybody in it is meant. */
const FEW = '(?:couple|twins|triplets|family|newlyweds|trio|siblings|brothers|sisters|parents)';
const KIN =
  '(?:mother|father|mum|mom|dad|parents?|wife|husband|son|daughter|brother|sister|widow|widower|partner|girlfriend|boyfriend|ex|ex-\\w+|carer|nanny|neighbour|child|baby|kid|kids|children|fianc[eé]e?|twin|uncle|aunt|lover|affair)';
const WHERE =
  '(?:in|at|from|on|of|with|above|below|under|behind|opposite|beside|next to|near|upstairs|downstairs|fired|dismissed|sacked|hired|promoted|arrested|injured|caught|living|sitting|wearing|driving|seen|known)';

const PLACES_AT_WORK =
  '(?:accounts|accounting|payroll|hr|it|sales|finance|marketing|reception|security|support|legal|operations|procurement|facilities|engineering|maintenance|catering|the (?:[\\p{L}-]+ )?(?:shift|team|board|office|warehouse|depot|floor|site|kitchen|workshop|lab|shop|ward|class|branch|department|crew|squad|choir|band|cast|course)|year \\w+|our (?:[\\p{L}-]+ )?(?:shift|team|board|office|warehouse|depot|site|department|branch))';

const singled: readonly RegExp[] = [
  // "the only vegan in payroll", "our two trainees on the night shift"
  new RegExp(
    `\\b(?:the|our)\\s(?:only|one|sole)\\s(?:[\\p{L}-]+ ){1,3}?(?:in|at|on|from)\\s(?:${PLACES_AT_WORK})\\b`,
    'iu',
  ),
  new RegExp(
    `\\b(?:the|our)\\s(?:one|two|three)\\s${WORDS}${PERSON}s?\\s+(?:in|at|on|from|who|with)\\b`,
    'iu',
  ),
  // "the only blind employee in accounts", "our oldest member", "the last man in the warehouse"
  new RegExp(
    `(?:\\b(?:the|our|my|their|his|her|its|a)|['’]s)\\s(?:only|sole|single|first|last|one|other|youngest|oldest|eldest|tallest|shortest|newest|longest|longest[- ]serving|highest[- ]paid|best[- ]paid|most \\w+)\\s${WORDS}(?:${PERSON}|one (?:in|at|on|with|who))\\b(?!\\s+(?:that|to|allowed|able)\\b)`,
    'iu',
  ),
  new RegExp(
    `\\b(?:the|our|my|that|this)\\s(?:\\w+ )?${TRAITS}\\s${WORDS}${PERSON}\\b\\s+(?:${WHERE}|who|whose|that)\\b`,
    'iu',
  ),
  new RegExp(
    `\\b(?:a|an|one|some)\\s(?:\\w+ )?${TRAITS}\\s${WORDS}${PERSON}\\b.{0,20}\\b(?:in|at|on|from) (?:our|the) \\w+`,
    'iu',
  ),
  new RegExp(`\\b(?:the|our|that|this)\\s${WORDS}${FEW}\\s+(?:${WHERE}|who|whose|that)\\b`, 'iu'),
  // "the mother of the boy who …", "the director's son", "my manager's wife"
  new RegExp(
    `\\b${KIN} of (?:the|our|that|one|this|my)\\s(?:[\\p{L}-]+ ){0,3}?(?:who|that|with|from|in|at)\\b`,
    'iu',
  ),
  new RegExp(
    `\\b(?:the|our|my|that)\\s(?:[\\p{L}-]+ ){0,2}?${PERSON}['’]s\\s(?:[\\p{L}-]+ ){0,1}?${KIN}\\b`,
    'iu',
  ),
  /\b(?:the|our) (?:winner|runner-up|loser|victim|survivor|author|founder|whistleblower) of (?:the|our|last|this)\b/iu,
];
/** Whatever word stands before "who" is a person; this is one of them where it is no kind and no company. */
const anyWho = /\b(?:the|that|our|my|this)\s(?:[\p{L}'’-]+ ){0,3}?([\p{L}-]+)\s+(?:who|whose)\b/giu;
const NOT_ONE =
  /(?:s|people|staff|men|women|children|folk|everyone|anyone|someone|one|person|team|company|firm|supplier|vendor|provider|business|organi[sz]ation|controller|processor|DPO|user|subscriber|requester|individual|subject|employee|worker|member|customer|client|visitor|guest|applicant|candidate|patient|resident|tenant|pupil|student|child|colleague|contractor|volunteer|partner|manager|owner|agent|contact|recipient|sender|team-mate|party|lead|prospect|buyer|caller|complainant|officer|know|ask|say|see|tell|wonder|about|on|of|to|hire)$/iu;
const told = new RegExp(
  `\\b(?:the|that|our|my|this)\\s(${WORDS}${PERSON})\\s+(who|whose|that|${WHERE})\\s(.{3,80})`,
  'giu',
);
/** What a role may have behind it and still be a role of any company. */
const ROLE_AT_LARGE =
  /^(?:charge|question|writing|general|person|case|line|place|time|mind|access|us|the (?:right|power|consent|data)|a (?:contract|right|request|complaint|question)|data|privacy|all|information|touch|contact)\b/iu;

/** What anybody of a kind may have; whoever has something else is known by it. */
const HAS_LIKE_ANY =
  /^(?:the|an?|his|her|their|our|no|any|more|two)\s(?:[\p{L}-]+ ){0,2}?(?:accounts?|contracts?|requests?|complaints?|questions?|quer(?:y|ies)|rights?|subscriptions?|orders?|bookings?|tickets?|invoices?|address(?:es)?|consent|data|details|agreements?|permissions?|access|copy|policy|licen[cs]e|membership)\b/iu;
const STANDS_APART =
  /\s(?:above|below|behind|opposite|beside|next to|upstairs|downstairs|wearing|sitting|driving|known|caught)$/iu;

const isSingled = (who: string, how: string, what: string): boolean =>
  SINGLES_OUT.test(`${who} ${what}`) ||
  STANDS_APART.test(` ${how}`) ||
  (/^whose$/iu.test(how) &&
    !/^(?:[\p{L}-]+ )?(?:data|information|details|requests?|records?|consent|accounts?|rights?|files?|cvs?|names?|images?|photos?|messages?|emails?)\b/iu.test(
      what,
    )) ||
  (/^with$/iu.test(how) && !HAS_LIKE_ANY.test(what));

/** Whether a question describes one person so that some would know who is meant: such a question does not leave the house. */
export const describesSomebody = (text: string): boolean =>
  singled.some((pattern) => pattern.test(text)) ||
  [...text.matchAll(anyWho)].some(([, noun = '']) => !NOT_ONE.test(noun)) ||
  [...text.matchAll(told)].some(([, who = '', how = '', what = '']) =>
    GENERAL.test(who.trim()) ? isSingled(who, how, what) : !ROLE_AT_LARGE.test(what),
  );

const CAPITALS = "\\p{Lu}\\p{Ll}[\\p{L}'’&-]*(?: \\p{Lu}\\p{Ll}[\\p{L}'’&-]*)*";
/** What may stand between an owner and a role: "only harbour", not "CV to a". */
const KIND = "(?:(?!(?:to|a|an|the|of|for|with|in|from|by|and|or|is|as)\\b)[\\p{Ll}'’-]+ ){0,2}?";
const placed: readonly RegExp[] = [
  // "the head nurse at Ferncombe Clinic", "the finance director of Brackwell Timber", "the chaplain at the Derby site"
  new RegExp(
    `(?<![\\p{L}])(?:the|our|my|The|Our)\\s${WORDS}${PERSON}(?: of [\\p{Ll}-]+)? (?:at|in|from|of|for)\\s(?:the |our )?(?:\\p{Ll}+ )?${CAPITALS}(?: (?:site|office|branch|depot|clinic|school|store|shop|plant|team|department|ward|centre|center|club|hotel|gym|warehouse|factory|house))?(?![\\p{L}])`,
    'gu',
  ),
  // "the Cardiff receptionist"
  new RegExp(
    `(?<![\\p{L}])(?:the|our|The|Our)\\s${CAPITALS}\\s(?:[\\p{Ll}-]+ ){0,2}?${PERSON}(?![\\p{L}])`,
    'gu',
  ),
  // "Quillstone Marine's only harbour pilot"
  new RegExp(`(?<![\\p{L}])${CAPITALS}(?:['’]s|s['’])\\s${KIND}${PERSON}(?![\\p{L}])`, 'gu'),
  // "our in-house translator", "our resident chaplain"
  new RegExp(
    `(?<![\\p{L}])(?:our|Our)\\s(?:in-house|resident|night)\\s(?:[\\p{Ll}-]+ )?${PERSON}(?![\\p{L}])`,
    'gu',
  ),
];

/** Roles that every company has, and the law names: not one person to whoever reads of them. */
const OFFICE = /data protection officer|privacy officer|\bDPO\b|information officer|managing director/iu;

/** Puts "[person]" for a role at a named place; `put` is told what was taken out. */
export const withoutRoles = (text: string, put: (removed: string) => void): string =>
  placed.reduce(
    (left, pattern) =>
      left.replace(pattern, (found) => {
        if (OFFICE.test(found)) return found;
        put(found);
        return ' [person] ';
      }),
    text,
  );
