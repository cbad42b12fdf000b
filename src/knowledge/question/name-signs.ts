/** Tells somebody's name from the word that it also is ("Mark", "grace", "may"), by the words around it. */
import { isNamed, mayNameSomebody, namesSomebody, noName } from './identifier-shapes.ts';

/** Which words are also names; all written small. */
export type Names = {
  /** Taken for somebody unless the words around them say otherwise. */
  readonly names: ReadonlySet<string>;
  /** Taken for a word unless the words around them say otherwise. */
  readonly words: ReadonlySet<string>;
  /** Those of the words that are first names of many. */
  readonly first: ReadonlySet<string>;
  readonly surnames: ReadonlySet<string>;
};

/** One word of a question with what stands around it. */
export type Seen = {
  readonly text: string;
  /** Everything before it. */
  readonly before: string;
  /** The neighbours, where nothing but a space is between; '' otherwise. */
  readonly previous: string;
  readonly next: string;
  /** Everything after it. */
  readonly after: string;
  /** What follows directly when it is no word: a comma, the end. */
  readonly mark: string;
  /** A capital says nothing: the first word of a sentence, or all are capitals. */
  readonly opens: boolean;
  readonly shouted: boolean;
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const DETERMINERS = set(
  'a an the our your their this that these those any some no each every my his her its another one which what such good best full same many much more most own first second last next be being in-depth',
);
const SUBJECTS = set('we i they you people he she it who staff must should cannot not dont never please');
const PLACES = set('in into at outside inside near within via');
const OBJECTS = set(
  'the a an our your their this that these those it them him her us me all any every each access we i they you he she it there',
);
const TELLS = set('tell told inform ask asked remind notify');
const DONE_TO = set(
  'put add remove invite include drop block unsubscribe ban hire fire sack promote train meet see pay thank help call ring phone email message text contact give send tell show move delete',
);
const ABOUT = set('of from for about with by to and');
const MONTHS = set('april may june august march');
const BEFORE_MONTH = set(
  'in on since until till by before after from of or and to between this last next early late mid during through every',
);
const PERSON_VERBS = set(
  'asked asks wants wanted want said says told left leaves reckons thinks thought objects objected complains complained wrote writes called calls rang phoned emailed emails unsubscribed insists claims demands refuses refused consented withdrew signed resigned died joined worked works lives lived applied got gets needs needed requests requested opted never ever still has had gave sent saw knows believes replied forgot lost moved quit retired keeps sees uses used deleted found finds noticed received receives shared posted opened took takes brought visited visits hired passed came comes went goes wonders wondered suspects worries booked paid pays owes bought buys stopped started opts agreed agrees declined declines hates likes claimed claims filed lodged sued threatened threatens',
);
const ASKS_IN_PLURAL =
  /^(?:want|wanted|ask|asked|say|said|object|objected|complain|complained|refuse|refused|insist|wonder|think|claim|moved|left|live|own|rang|phoned|wrote)$/iu;
/** Verbs that are names, too. */
const VERBS = set(
  'chase frank drew pat sue mark grant bob rob nick pierce skip bill will hope trace hunt pip tuck',
);
/** Right behind the verb that opens a question stands its subject, and these are no subject without "the". */
const OPENING_VERB =
  /(?:^|[.?!:;,]\s*|\b(?:and|but|so|ok|hi)\s+)(?:can|could|may|might|should|shall|must|would|will|do|does|did|is|was|has|had|if|when|because|since|that)\s+$/iu;
const SUBJECT_NAMES = set(
  'mark bill sue grant pat rich rob robin chance hunter guy king prince mercy unity sunny rusty van walker warren turner trace skip pip sky storm raven cherry cherish clement scarlet violet',
);

/** "Christian and Muslim holidays". */
const FAITHS = set('christian roman german norman');
const NO_NOUN =
  /^(?:and|or|but|is|are|was|has|had|can|could|may|might|will|would|should|must|does|did|who|to|in|at|of|for|from|with|on|about|by|as|if|when|because|not|never|be|been|ever|also|so|then)$/u;
/** "June payslips", "the August newsletter": a month before a thing that it is of. */
const isMonthOf = ({ text, next, after }: Seen, isPlain: (word: string) => boolean): boolean =>
  /^(?:April|May|June|August|March|Summer|Winter|Autumn|Spring)$/u.test(text) &&
  /^\p{Ll}/u.test(next) &&
  isPlain(next) &&
  !NO_NOUN.test(next) &&
  !PERSON_VERBS.has(next) &&
  !next.endsWith('ed') &&
  !/^ \p{Ll}+ (?:the|a|an|his|her|their|our|my|us|him|it)\b/u.test(after);
/** "the price rose", "requests drew": behind a thing and before no verb, a verb. */
const DID = set(
  'rose drew frank mark bob chase pat sue bill grant hope trace rob nick skip pierce hunt will',
);

const OPENS_CLAUSE =
  /(?:^|[.?!:;,]\s*|\b(?:that|if|when|because|and|but|is|are|was|can|could|may|does|did|do|has|had|should|will|must)\s+)$/iu;
/** "sailor from the app crew lost" */
const WHOSE_PLACE =
  /^ (?!(?:the|a|an|our|your|their|this|that|these|those|us|them|it|him|her|you|we|is|are)\b)\p{Ll}+ (?:from|at|in) (?:the|our) /u;
/** "long-hope cant", "well-beloved still" */
const ON_IT_GOES =
  /^ \p{L}+-\p{L}+(?: (?:can['’]?t|can|cannot|won['’]?t|will|is|was|has|had|still|never|gets?|got|on|to|may|be|have|and|in|from)(?!\p{L})|[?.!,;]|$)/u;

const COMPOUNDS: readonly RegExp[] = [
  /^grace periods?$/iu,
  /^jack of$/iu,
  /^penny (?:more|less)$/iu,
  /^rose (?:to|by|from)$/iu,
  /^dawn of$/iu,
  /^ivy league$/iu,
  /^(?:angel investors?|amber (?:alert|light|rating|status)(?:e?s)?|olive oil|crystal (?:reports?|clear|ball)|ruby (?:gems?|code|scripts?|on)|dawn (?:shift|raid)s?|frank (?:reply|answer|talk)|carol (?:service|concert)s?|cliff edge|christian (?:name|faith|charity))$/iu,
];

const bare = (word: string): string => word.toLowerCase().replace(/[’]/gu, "'").replace(/'s?$/u, '');
const possessive = (word: string): boolean => /(?:['’]s|s['’])$/u.test(word);
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** The capital of a word that opens a sentence says nothing. */
const opensSentence = (before: string, previous: string): boolean =>
  /(?:^|[.?!:]\s*)$/u.test(before.trimEnd().slice(0, before.trimEnd().length - previous.length));

export const isNameClass = (names: Names, word: string): boolean => {
  const own = bare(word);
  return names.names.has(own) || names.words.has(own) || names.surnames.has(own);
};

/** A capital of its own: no other beside it, no article before it, not at the opening of a sentence. */
export const standsAlone = ({ text, before, previous, next, opens }: Seen): boolean =>
  /^\p{Lu}\p{Ll}/u.test(text) &&
  !opens &&
  !/["'“‘(]$/u.test(before) &&
  !(isCapital(next) || (isCapital(previous) && !opensSentence(before, previous))) &&
  !DETERMINERS.has(previous.toLowerCase());

/** `isPlain` says whether a word is known English. */
export const nameSigns = (names: Names, isPlain: (word: string) => boolean) => {
  const either = (word: string): boolean => names.names.has(bare(word)) || names.first.has(bare(word));
  const inClass = (word: string): boolean => isNameClass(names, word);

  const beside = ({ text, previous, next, shouted }: Seen): boolean => {
    const own = bare(text);
    const modal = /^(?:will|may|can)$/u;
    // "we will mark", "may grant": two verbs, unless a preposition comes before or a possessive after.
    if (
      modal.test(own) &&
      !/^(?:can|could|does|did|has|should|would|is|was)$/iu.test(previous) &&
      inClass(next) &&
      !isCapital(text)
    )
      return possessive(next) || ABOUT.has(previous.toLowerCase());
    if (modal.test(bare(previous)) && !isCapital(previous) && !isCapital(text)) return false;
    if (either(text) && next !== '' && (inClass(next) || !isPlain(next)))
      return !(isCapital(next) && !inClass(next) && isPlain(next)) || shouted;
    return previous !== '' && either(previous) && !DETERMINERS.has(previous.toLowerCase());
  };

  /** "guy sailor from the app crew", "faith long-hope cant", "mark from the docklands stand says": a first name where a clause opens, and who it is behind it. */
  const opensAsName = ({ text, before, next, after }: Seen): boolean =>
    (names.first.has(bare(text)) || names.names.has(bare(text))) &&
    OPENS_CLAUSE.test(before) &&
    ((/^\p{L}{3,}$/u.test(next) && WHOSE_PLACE.test(after)) ||
      (/^\p{L}+-\p{L}+$/u.test(next) && ON_IT_GOES.test(after)));

  /** "the smiths want": a family. */
  const isFamily = ({ text, previous, next }: Seen): boolean =>
    /^the$/iu.test(previous) &&
    /[^s]s$/u.test(text) &&
    (names.surnames.has(text.toLowerCase()) || names.surnames.has(text.toLowerCase().replace(/s$/u, ''))) &&
    ASKS_IN_PLURAL.test(next);

  /** Whether the words around say that somebody is meant. */
  const saysName = (seen: Seen): boolean => {
    const { text, previous, next, mark } = seen;
    const own = bare(text);
    const before = previous.toLowerCase();
    if (opensAsName(seen) || isFamily(seen)) return true;
    // "can may day hear it": no two of these verbs stand side by side.
    if (/^(?:may|will)$/u.test(own) && /^(?:can|could|does|did|has|should|would|is|was)$/u.test(before))
      return true;
    if (DETERMINERS.has(before)) return false;
    if (possessive(text) && (either(text) || isCapital(text))) return true;
    if (PERSON_VERBS.has(next.toLowerCase()) && !SUBJECTS.has(before)) return true;
    if (SUBJECT_NAMES.has(own) && OPENING_VERB.test(seen.before) && next !== '') return true;
    if (TELLS.has(before) && (names.first.has(own) || names.surnames.has(own))) return true;
    if (!names.first.has(own)) return false;
    if (DONE_TO.has(before) && /^(?:|and|or|from|on|to|off|in|back)$/iu.test(next)) return true;
    const ends = next === '' || /^(?:and|or|who|with|but|because|if|when|after)$/iu.test(next);
    return ABOUT.has(before) && ends && mark !== ':' && !(before === 'to' && VERBS.has(own) && next !== '');
  };

  /** "the price rose", "requests drew attention", "we pat down guests and frank the letters". */
  const isVerbHere = ({ text, before, previous, next }: Seen): boolean =>
    (/^(?:rose|drew)$/u.test(text) &&
      isPlain(previous) &&
      !PERSON_VERBS.has(next) &&
      (/[^s]s$/u.test(previous) ||
        /\b(?:the|our|an?|of|your|their|this) (?:[\p{Ll}-]+ )?\p{Ll}+\s$/iu.test(before))) ||
    (/^(?:and|or|to|not|then|shall|will|can|may|must|should|we|they|you|i)$/iu.test(previous) &&
      OBJECTS.has(next.toLowerCase()));

  const smallName = (seen: Seen): boolean => {
    const { text, previous, next } = seen;
    const own = bare(text);
    const before = previous.toLowerCase();
    if (COMPOUNDS.some((pattern) => pattern.test(`${text} ${next}`))) return false;
    if (names.names.has(own)) {
      if (DETERMINERS.has(before)) return false;
      if (DID.has(own) && !possessive(text) && isVerbHere(seen)) return false;
      if (SUBJECTS.has(before)) return PERSON_VERBS.has(next.toLowerCase());
      return !(VERBS.has(own) && before === 'to' && OBJECTS.has(next.toLowerCase()));
    }
    return (!DETERMINERS.has(before) && beside(seen)) || saysName(seen);
  };

  const capitalName = (seen: Seen): boolean => {
    const { text, before, previous, next } = seen;
    const own = bare(text);
    const earlier = previous.toLowerCase();
    if (/^(?:will|may|can)$/u.test(own) && OBJECTS.has(next.toLowerCase())) return false;
    if (isMonthOf(seen, isPlain)) return false;
    if (MONTHS.has(own) && (BEFORE_MONTH.has(earlier) || /\d\s*$/u.test(before))) return false;
    if (names.names.has(own)) return true;
    if (DETERMINERS.has(earlier)) return beside(seen);
    // "Case Management", "Early Years": a phrase of capitals without a name in it.
    const neighbours = opensSentence(before, previous) ? [next] : [previous, next];
    const phrase = neighbours.some((word) => isCapital(word) && isPlain(word) && !inClass(word));
    return !phrase || beside(seen);
  };

  /** Whether this word is somebody's name here. */
  return (seen: Seen): boolean => {
    const { text, before, previous, next, opens, shouted } = seen;
    if (namesSomebody.test(before) && !noName.test(text)) return true;
    if (isNamed.test(before) && isCapital(text) && !shouted) return true;
    if (mayNameSomebody.test(before) && !noName.test(text) && (inClass(text) || !isPlain(text))) return true;
    if (!inClass(text)) return false;
    if (FAITHS.has(bare(text)) && /^ (?:and|or) \p{Lu}\p{Ll}+(?:s\b| \p{Ll})/u.test(seen.after)) return false;
    if (PLACES.has(previous.toLowerCase()) && isCapital(text) && !either(text)) return false;
    if (!isCapital(text) || shouted) return smallName(seen);
    if (!opens) return capitalName(seen);
    if (COMPOUNDS.some((pattern) => pattern.test(`${text} ${next}`))) return false;
    if (isCapital(next) && (inClass(next) || !isPlain(next)) && (either(text) || !isPlain(next))) return true;
    const own = bare(text);
    if (names.names.has(own)) return !(VERBS.has(own) && OBJECTS.has(next.toLowerCase()));
    if (!/^(?:will|may)$/u.test(own)) return saysName(seen);
    // "Will Tanner's data", and "May asked"; "Will the …" and "May we …" are verbs.
    const another = isCapital(next) && possessive(next);
    return another || (PERSON_VERBS.has(next.toLowerCase()) && !/^(?:need|want)/u.test(next));
  };
};
