/** One plain question out of a further message and the question before it: the former question about another thing, place or reason. */

/** What a further message wants of the question before it. */
export type FollowUp = {
  readonly kind: /** "And invoices?": the same of another thing. */
    | 'thing'
    /** "Why?" */
    | 'reason'
    /** "And in Germany?": the same at a place or among certain people, which the policy has to name. */
    | 'place'
    /** "And one that was approved?": the same thing of another sort, which the policy has to tell apart. */
    | 'sort'
    /** "And after that?": what the policy says next. */
    | 'next'
    /** Another question on the same matter. */
    | 'other';
  /** Both as one question. */
  readonly whole: string;
  /** The same less plainly, for a search that finds nothing under the plain question. */
  readonly loose: string;
  /** What the further message names of its own: a thing, a place; '' where it is a question word alone. */
  readonly names: string;
  /** The further message without what opens it. */
  readonly own: string;
};

const AUX =
  "(?:do|does|did|is|are|was|were|can|could|may|might|must|should|shall|will|would|has|have|had)(?:n['’]?t)?";
const WE = '(?:we|you|they|i|people|someone|somebody|anyone|staff|the company|our company)';
/** How a question asks; "for how long", "in which country", "which of our teams". */
const ASKS =
  '(?:(?:for|since|until|in|to|with|from|by|on) )?(?:how (?:long|often|many|much|soon)|how|why|when|where|whom?|what(?: \\w+){0,2}?|which(?: \\w+){0,2}?)';
/** What may follow the verb before the thing itself. */
const PARTICLE = '(?: (?:access to|to|about|for|with|of|on|at))?';
const DONE = '(?:\\w+ed|kept|held|sold|told|sent|given|seen|made|taken|shown|written|put|read)';
/** Tails that stay where the thing is another: with whom, where, when. */
const TAIL = '((?: (?:with|to|outside|within|abroad|when|if|under) .+)?)';

type Pattern = { readonly form: RegExp; readonly put: (thing: string, parts: readonly string[]) => string };

const at = (parts: readonly string[], place: number): string => parts[place] ?? '';

/** Questions taken apart: what stands before the thing that is asked about, the thing, what stands after it. */
const PATTERNS: readonly Pattern[] = [
  // How long do you keep [job applications] (with …)?
  {
    form: new RegExp(
      `^((?:${ASKS} )?${AUX} ${WE} (?:\\w+ly |still |ever |also )?\\w+${PARTICLE}) (.+?)${TAIL}$`,
      'iu',
    ),
    put: (thing, parts) => `${at(parts, 1)} ${thing}${at(parts, 3)}`,
  },
  // What do [repair contractors] receive?
  {
    form: new RegExp(`^(what ${AUX}) (.+) (\\w+)$`, 'iu'),
    put: (thing, parts) => `${at(parts, 1)} ${thing} ${at(parts, 3)}`,
  },
  // How long are [camera pictures] kept?
  {
    form: new RegExp(`^((?:${ASKS} )?${AUX}) (.+?) ((?:be )?${DONE})${TAIL}(?: .*)?$`, 'iu'),
    put: (thing, parts) => `${at(parts, 1)} ${thing} ${at(parts, 3)}${at(parts, 4)}`,
  },
  // Who can see [the health questionnaire]?
  {
    form: new RegExp(`^(who(?: else)?(?: ${AUX})? \\w+${PARTICLE}) (.+)$`, 'iu'),
    put: (thing, parts) => `${at(parts, 1)} ${thing}`,
  },
  // What is the period for [invoices]?
  {
    form: new RegExp(`^((?:what|which) .+? (?:for|of|about|on|with|to)) (.+?)${TAIL}$`, 'iu'),
    put: (thing, parts) => `${at(parts, 1)} ${thing}${at(parts, 3)}`,
  },
];

const aboutThing = (before: string, thing: string): string | null => {
  for (const { form, put } of PATTERNS) {
    const parts = form.exec(before);
    if (parts !== null) return put(thing, parts);
  }
  return null;
};

const WHY =
  /^(?:why(?: not| so| is that| that)?|how come|what for|for what (?:reason|purpose)|what(?:s| is| are) the (?:reasons?|purposes?)(?: for (?:this|that|it))?|on what grounds?)$/iu;
const PLACED = /^(?:(?:only|also|even|not) )?(?:in|at|outside|within|inside|from|abroad)(?=\s|$)/iu;
/** "Under-16s" are people, no place. */
const PREPOSITION =
  /^(?:in|at|outside|within|inside|from|abroad|to|with|by|under|after|before|without|for|of|about|on|as)(?=\s|$)/iu;
/** "After that", "what happens then". */
const NEXT =
  /^(?:(?:(?:what|who) (?:\w+ ){1,3})?(?:after|following) (?:that|this|it|then)|(?:(?:what|who) (?:\w+ ){0,3})?(?:next|then|afterwards?))$/iu;
/** "One that was approved", "the approved ones": the thing itself, of another kind. */
const ONE_THAT = /^(?:the |an? )?ones? (?=(?:that|who|whom|which|we|they|from|of|for|in|with|without)\b)/iu;
const KIND_OF_ONE = /^((?:the |an? )?(?:\p{L}+ )?)(?:ones?)$/iu;
/** "Under-16s", "people over 70". */
const OF_AN_AGE =
  /^(?:the |people |someone |anyone |children |those )?(?:aged )?(under|over|below|above)[- ]?(?:the age of )?(\d{1,2})s?$/iu;
/** Where what tells a thing more closely begins: "an application | that we turned down". */
const CLOSER = /\s(?:that|who|whom|which|we|they|from|of|for|in|with|without|after|when|if)\s.*$/iu;
/** "For invoices" after "how long …" is another thing, not a purpose. */
const NAMES_THING = /^(?:for|of|about|on)\s+/iu;
/** "Delete it" names no other thing. */
const POINTS = /\b(?:it|this|that|them|these|those)\b/iu;
const ASKS_WHEN = /^(?:how long|when|where)\b/iu;
const QUESTIONS = new RegExp(`^(?:${AUX}|${ASKS}|if|whether)\\b`, 'iu');
/** A whole question word and nothing more: "for how long", "with whom", "where". */
const ONLY_ASKS = new RegExp(`^(?:${ASKS})$`, 'iu');
const YES_NO = new RegExp(`^${AUX} `, 'iu');
const ASKS_FIRST = new RegExp(`^${ASKS}(?= ${AUX} )`, 'iu');
/** How a question opens; the rest is its matter, which the further message asks something else of. */
const HEAD =
  /^(?:how (?:long|often|many|much|soon) )?(?:do|does|did|is|are|can|could|may|must|should|what|which|who|where|when|how|why)\s+(?:(?:we|people|someone|somebody|they|i)\s+)?/iu;

/** The thing that a question asks about, and what stands before it; null where the form is unknown. */
const thingOf = (before: string): { readonly head: string; readonly thing: string } | null => {
  for (const { form } of PATTERNS) {
    const parts = form.exec(before);
    if (parts !== null) return { head: at(parts, 1), thing: at(parts, 2) };
  }
  return null;
};

/** "One that was approved" after "how long do we keep an application that we turned down" asks how long we keep an application that was approved. */
const anotherSort = (
  own: string,
  before: string,
): { readonly whole: string; readonly sort: string } | null => {
  const found = thingOf(before);
  if (found === null) return null;
  const thing = found.thing.replace(CLOSER, '');
  if (ONE_THAT.test(own)) {
    const sort = own.replace(ONE_THAT, '');
    return { whole: `${found.head} ${thing} ${sort}`, sort };
  }
  const sort = (KIND_OF_ONE.exec(own)?.[1] ?? '').replace(/^(?:the|an?)(?: |$)/iu, '').trim();
  const bare = thing.replace(/^(?:an?|the|our|your|my) (?:\w+ed )?/iu, '');
  return sort === '' ? null : { whole: `${found.head} ${sort} ${bare}`, sort };
};

/** "Can they play it back" after a question on recordings: the thing in the place of what points at it. */
const pointedAt = (own: string, before: string): string | null => {
  const thing = thingOf(before)?.thing;
  if (thing === undefined) return null;
  // After "who may …" they are people, not the thing.
  const things = /^whom?\b/iu.test(before) ? [] : [/\bthey\b/iu];
  const pointer = [/\b(?:it|this|them|these|those)\b/iu, ...things].find((one) => one.test(own));
  return pointer === undefined ? null : own.replace(pointer, thing);
};

/** "Under-16s": the same question of people of that age. */
const ofAnAge = (own: string, before: string): string | null => {
  const [, word = '', years = ''] = OF_AN_AGE.exec(own) ?? [];
  if (years === '') return null;
  return `${before} for ${Number(years) <= 18 ? 'children' : 'people'} ${word.toLowerCase()} ${years}`;
};

const small = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? (text[0] ?? '').toLowerCase() + text.slice(1) : text;
const ended = (text: string): string => `${text.replace(/[\s?!.]+$/u, '')}?`;

/** Asks it with another question word: "how long do we keep it" with "why" is "why do we keep it". */
const askedWith = (asks: string, before: string): string | null => {
  if (YES_NO.test(before)) return `${asks} ${small(before)}`;
  return ASKS_FIRST.test(before) ? before.replace(ASKS_FIRST, asks) : null;
};

/** "For how long?" after another question: how long we keep what that one is on. */
const HOW_LONG = /^(?:(?:for|since|until) )?how long$|^until when$/iu;
const KEEPING = /\b(?:keep|keeps|kept|hold|holds|held|stor\w+|retain\w*)\b/iu;
/** "Who may play back [the recordings]", "can we put [records] (on a server)". */
const WHO =
  /^(?:who|whom|which \w+|what \w+)(?: else)?(?: (?:may|can|could|must|should|will|would|is|are|has|have|do|does|gets?) (?:allowed to |able to |access to )?)?\s*\w+(?: (?:back|up|out|in|over|at|to|with))? (?=(?:the|our|a|an|their|what|your|my|his|her|people|all|any)\b|(?:\w+ )?\w+s\b)/iu;
const MAY = new RegExp(`^${AUX} ${WE} (?:\\w+ly )?\\w+ (?:(?:back|up|out|over|at) )?`, 'iu');

const keptHowLong = (before: string): string | null => {
  if (KEEPING.test(before)) return null;
  const head = WHO.exec(before)?.[0] ?? MAY.exec(before)?.[0] ?? '';
  const thing = before
    .slice(head.length)
    .replace(MAY.test(before) ? / (?:on|at|in|to|with) .+$/iu : /$^/u, '');
  return head === '' || thing.trim() === '' ? null : `how long do we keep ${thing.trim()}`;
};

const placedIn = (own: string, before: string): string => {
  const preposition = PREPOSITION.exec(own)?.[0] ?? '';
  const from = before.toLowerCase().lastIndexOf(` ${preposition.toLowerCase()} `);
  return from === -1 ? `${before} ${own}` : `${before.slice(0, from)} ${own}`;
};

/** `own` is the further message without what opens it; `opens` whether an "and" or the like stood before it. Pure. */
export const followUpOf = (own: string, opens: boolean, standing: string): FollowUp => {
  const before = standing.replace(/[\s?!.]+$/u, '').trim();
  const loose = ended(`${own}, about: ${before.replace(HEAD, '')}`);
  const found = (kind: FollowUp['kind'], whole: string | null, names = own): FollowUp => ({
    kind,
    whole: whole === null ? loose : ended(whole),
    loose,
    names,
    own,
  });
  if (NEXT.test(own)) return found('next', `what happens after this, about: ${before.replace(HEAD, '')}`, '');
  if (WHY.test(own)) return found('reason', askedWith('why', before), '');
  if (HOW_LONG.test(own)) return found('other', keptHowLong(before) ?? askedWith(own, before), '');
  if (ONLY_ASKS.test(own)) return found('other', askedWith(own, before), '');
  const aged = ofAnAge(own, before);
  if (aged !== null) return found('place', aged);
  if (QUESTIONS.test(own)) return found('other', pointedAt(own, before));
  const thing = own.replace(NAMES_THING, '');
  if (PREPOSITION.test(own)) {
    const [first = ''] = own.split(' ');
    const another = NAMES_THING.test(own) && ASKS_WHEN.test(before) && !before.includes(` ${first} `);
    const whole = another ? aboutThing(before, thing) : null;
    return whole === null
      ? found(PLACED.test(own) ? 'place' : 'thing', placedIn(own, before), own.slice(first.length).trim())
      : found('thing', whole, thing);
  }
  const sort = anotherSort(thing, before);
  if (sort !== null) return found('sort', sort.whole, sort.sort);
  const isThing = !POINTS.test(thing) && (opens || own.split(/\s+/u).length <= 4);
  return isThing ? found('thing', aboutThing(before, thing), thing) : found('other', null, thing);
};
