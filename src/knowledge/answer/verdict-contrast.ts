/** Where a passage says one thing of this and another of that, and where a question offers two things or limits one: which of them is meant decides. */
import { stemOf, wordsOf } from '../question/words.ts';
import type { Flat } from './verdict-borne.ts';
import { lastSentence } from './verdict-clauses.ts';
import { NEEDLESS } from './verdict-kinds.ts';
import { ANY_DENIAL, DOES_WITHOUT, EXCEPTED, PERMISSION } from './verdict-patterns.ts';
import { deedAsked, type Read } from './verdict-scope.ts';
import { isAmong } from './verdict-words.ts';

/** "… or not", "13 or over", "once or twice": offers no second thing. */
const NO_ALTERNATIVE =
  /\bor (?:not|no|nah|nope|so|what|something|whatever|similar|else|more|less|fewer|over|older|above|under|younger|below|later|twice)\b|\ban? \w+ or (?:\d+|two|three|four)\b/gu;

/** A question that offers two things: one yes would not say which; no is said to both, unless one is set against the other. */
export const offersTwo = (flat: Flat, { asked }: Read): boolean =>
  (flat === 'yes'
    ? /\bor\b/u
    : /\bor (?:only|just|in|at|on|is|are|do|does|can|else|rather|should|may|not)\b/u
  ).test(asked.replace(NO_ALTERNATIVE, ''));

const stemsIn = (text: string): ReadonlySet<string> => new Set(wordsOf(text).map(stemOf));

/** A denial without a subject of its own. */
const LEANS =
  /^(?:and |but |or )?(?:(?:is|are|was|were|do|does|will|must|may|can|shall)? ?(?:not|never|no|none|neither)|they|it|we|there)\b/iu;
/** So many words at the head of a sentence are what it is said of. */
const OPENING = 2;

/** How many more of the very words of the question stand only where nothing is denied than only where something is. */
export const grantedMore = ({ own, pieces, words }: Read): number => {
  const denying = pieces.filter((text) => ANY_DENIAL.test(text));
  const rest = pieces.filter((text) => !denying.includes(text));
  if (denying.length === 0 || rest.length === 0) return 0;
  // "The gate logs the time, but not the name": both are said of the gate.
  const isElliptic = denying.every((text) => LEANS.test(text.trim()));
  const opening = words(rest[0] ?? '').slice(0, isElliptic ? OPENING : 0);
  const [denied, all] = [stemsIn(denying.join(' ')), stemsIn(rest.join(' '))];
  const said = new Set([...all].filter((stem) => !opening.some((word) => word.stem === stem)));
  const only = (mine: ReadonlySet<string>, theirs: ReadonlySet<string>): number =>
    own.filter(({ stem }) => mine.has(stem) && !theirs.has(stem)).length;
  // What is denied may have another name in the question; what is set against it may not.
  const [deniedWords, restWords] = [denying.flatMap(words), rest.flatMap(words)];
  const refusedByKind = own.filter((word) => isAmong(word, deniedWords) && !isAmong(word, restWords)).length;
  const [granted, refused] = [only(said, denied), Math.max(only(denied, all), refusedByKind)];
  // "Calls to the desk are recorded; calls to shops are not recorded" of "are calls recorded?"
  const isSplit =
    !isElliptic && refused === 0 && own.filter(({ stem }) => denied.has(stem) && all.has(stem)).length > 1;
  return isSplit ? Math.max(1, granted) : granted - refused;
};

const ALONE =
  /\b(?:alone|by (?:it|him|her|your|my)sel(?:f)|by themselves|on (?:its|their|his|her|your) own|only|solely|merely|purely|simply|just|in full|entirely|wholly|exclusively|as a matter of (?:course|routine)|routinely|automatic(?:ally)?)\b/iu;
const ASKS_ALONE =
  /\b(?:alone|itself|himself|herself|themselves|own|only|solely|merely|purely|just|full|entire\w*|whol\w*|complete\w*|exclusively|routine\w*|whenever|regular\w*|normal\w*|automat\w*|computer|machine|software|system|algorithm|ai|robot)\b/u;

/** "… not on the score alone": with something else it may be. */
export const deniesAlone = ({ asked, pieces }: Read): boolean => {
  if (ASKS_ALONE.test(asked)) return false;
  const denying = pieces.filter((text) => ANY_DENIAL.test(text));
  return (
    denying.length > 0 && denying.every((text) => ALONE.test(text.slice(ANY_DENIAL.exec(text)?.index ?? 0)))
  );
};

/** What is taken out of what the passage says. */
const TAKEN_OUT =
  /\b(?:other than|except(?:ing)?(?: for| in| where| when| that)?|apart from|save (?:for|that|where|in))\b([^,.;]*)/giu;

/** The question names what stands only in an exception. */
export const namesExcepted = ({ own, whole }: Read): boolean => {
  const out = [...whole.matchAll(TAKEN_OUT)].map(([, text = '']) => text).join(' ');
  if (out === '') return false;
  const [excepted, rest] = [stemsIn(out), stemsIn(whole.replace(TAKEN_OUT, ' '))];
  return own.some(({ stem }) => excepted.has(stem) && !rest.has(stem));
};

const LATER = new RegExp(`${EXCEPTED.source}|\\buntil\\b`, 'iu');

/** A sentence that denies goes on with an exception behind a further break. */
export const exceptedLater = ({ whole, trust }: Read): boolean =>
  whole.split(/(?<=[.;]) /u).some((sentence) => {
    const cue = ANY_DENIAL.exec(sentence);
    return (
      cue !== null &&
      (trust === 'found' ? LATER : EXCEPTED).test(
        sentence.slice(cue.index).replace(/\bwithout\b|\bnot only\b/giu, ''),
      )
    );
  });

/** "Is it only for …": what is said of more says no to it. */
export const asksOnly = ({ asked, whole }: Read): boolean =>
  /\b(?:only|alone|solely|exclusively)\b/u.test(asked) &&
  !/\b(?:only|alone|solely|exclusively|just)\b/iu.test(whole);

/** Somebody decides whether, or may allow it: it may come out either way. */
export const leavesOpen = ({ asked, whole }: Read): boolean =>
  /\b(?:decid|determin|depend|consider|assess|judg|review)\w*\b[^.;]*\b(?:whether|if)\b/iu.test(whole) ||
  (/\b(?:may|can) (?:approve|authori[sz]e|agree|grant|consent to|allow|permit)\b/iu.test(whole) &&
    !/\b(?:approv|authori|agree|grant|consent|allow \w|permit \w|sign)/u.test(asked));

/** What one has of one's own. */
const OWN = /\b(?:own|personal|private)\b/iu;

/** The question is on somebody's own thing, and the part of the passage that has most of it is not. */
export const isNotOwn = ({ asked, pieces, own, words }: Read): boolean => {
  if (!OWN.test(asked)) return false;
  const held = (text: string): number => own.filter((word) => isAmong(word, words(text))).length;
  const best = pieces.toSorted((one, other) => held(other) - held(one))[0] ?? '';
  return !/\b(?:own|personal|private|you|your|they|their)\b/iu.test(best);
};

/** "Agents pause the recording while …": a denial in one word. */
const HOLDS_BACK =
  /\b(paus(?:e|es|ed)|stop(?:s|ped)|suspend\w*|blank\w*|mask\w*|redact\w*|black(?:ed|s)? out|withh\w*|(?:switch|turn)(?:es|s|ed) off|hides?|hidden|remov\w*|opt(?:s|ed)? out|instead|other than|rather)\b/iu;

export const holdsBack = ({ asked, whole }: Read): boolean => {
  const word = HOLDS_BACK.exec(whole)?.[1];
  return word !== undefined && !asked.includes(word.toLowerCase().slice(0, 4));
};

/** "… stops the position but not the mileage": what is not stopped goes on. */
export const stopsButNot = ({ whole }: Read): boolean =>
  /\b(?:stop|prevent|hid|block|keep|delet|eras|remov|los|refus)\w*\b[^.;]*\bbut (?:not|never|no)\b/iu.test(
    whole,
  );

/** Asks leave for what a passage only frees from something: "they need no opt-in". */
export const freesFrom = ({ asked, whole }: Read): boolean =>
  NEEDLESS.test(whole) &&
  PERMISSION.test(asked) &&
  !/\b(?:not|never|no|nobody)\b[^.;]*\bwithout\b/iu.test(whole);

/** "The rule does not apply to …": what it would have ordered is not denied. */
export const appliesNot = ({ asked, whole }: Read): boolean =>
  /\b(?:not|never|longer) (?:apply|count|cover)\b/iu.test(whole) && !/\b(?:appl|count|cover)/u.test(asked);

/** Says in one word that a thing is not: the passage may say the same by denying its opposite. */
const NEGATIVE =
  /\b(hidden|hides?|block(?:ed|s)?|mask(?:ed|s)?|exclud(?:ed|es)|exempt|final|permanent|irrevocable|anonymous|confidential|blurred|invisible|separate|limit(?:ed)?|kept from|left out|(?:switched|turned) off|restricted|stopped|out of date|safe|protected|(?<=a )mistake)\b(?= ?(?:$|[?,.;]|when|if|the|from|to|for|on|by|after|once|in|on|with))/u;

export const asksNegative = ({ asked, whole }: Read): boolean => {
  const word = NEGATIVE.exec(asked)?.[1];
  return word !== undefined && !whole.toLowerCase().includes(word.slice(0, 4));
};

/** Countries and what lies in them, each by its names. */
const PLACES: readonly RegExp[] = [
  /\b(?:uk|united kingdom|britain|british|england|scotland|wales|london)\b/iu,
  /\b(?:U\.?S\.?A?|usa|united states|america\w*|the (?:us|states))\b/u,
  /\b(?:eu|europe\w*|eea|european (?:union|economic area))\b/iu,
  /\b(?:ireland|irish|dublin)\b/iu,
  /\b(?:germany|german|frankfurt|berlin)\b/iu,
  /\b(?:netherlands|dutch|amsterdam|holland)\b/iu,
  /\b(?:france|french|paris)\b/iu,
  /\b(?:spain|spanish|portugal|lisbon|italy|poland|sweden|denmark|norway|switzerland)\b/iu,
  /\b(?:india|indian|philippines|manila|south africa|china|chinese|japan|singapore|australia|canada|brazil|turkey|türkiye)\b/iu,
];

/** The question names another country than the passage. */
export const isAbroad = ({ asked, whole }: Read): boolean => {
  const inText = (text: string): readonly RegExp[] => PLACES.filter((place) => place.test(text));
  const [there, here] = [inText(asked), inText(whole)];
  return here.length > 0 && there.length > 0 && !there.some((place) => here.includes(place));
};

/** Said only of a case in which something is not so: "a parcel that cannot be delivered", "if we cannot reach you". */
export const deniesAside = ({ pieces }: Read): boolean => {
  const denying = pieces.filter((text) => ANY_DENIAL.test(text));
  return (
    denying.length > 0 &&
    denying.every((text) =>
      /\b(?:if|when|where|that|who|which|because|whoever)(?: [\w’'-]+){0,2} ?$/iu.test(
        text.slice(0, ANY_DENIAL.exec(text)?.index ?? 0),
      ),
    )
  );
};

/** The question itself denies something: "can I say that it isn't recorded?" */
export const asksDenied = ({ asked }: Read): boolean =>
  /\b(?:not|never|cannot|cant|isnt|arent|dont|doesnt|wont)\b|n['’]t\b/u.test(
    lastSentence(asked)
      .replace(DOES_WITHOUT, '')
      .replace(/,? ?(?:or not|isn['’]?t it|innit|dunnit)\b/gu, ''),
  );

/** What is asked for stands at the head of what the passage orders: "Try to recall it, but don't wait …". */
export const ordersIt = (read: Read): boolean => {
  const deed = deedAsked(read);
  if (deed === undefined) return false;
  return read.pieces
    .filter((text) => !ANY_DENIAL.test(text))
    .some((text) =>
      read
        .words(text)
        .slice(0, HEAD)
        .some(({ stem }) => stem === deed.stem),
    );
};
const HEAD = 2;

/** Asks to do it oneself, of a passage that has somebody else do it. */
export const isMyself = ({ asked, whole }: Read): boolean =>
  /\b(?:myself|ourselves)\b/u.test(asked) && !/\b(?:you|your|yourself|staff|we|own|alone)\b/iu.test(whole);

/** Asks whether it has to be, of what is left to whoever it is. */
export const isFree = ({ asked, whole }: Read): boolean =>
  /\b(?:mandatory|compulsory|obligatory|required|have to|must|needed?)\b/u.test(asked) &&
  /\b(?:voluntary|optional|(?:your|their|his|her|a) (?:own )?choice|up to (?:you|them)|if (?:you|they) (?:like|wish|want))\b/iu.test(
    whole,
  );

/** Only the search says that the passage answers, and it has not a third of the question. */
export const isThin = ({ own, said, trust }: Read): boolean =>
  trust === 'found' && own.filter((word) => isAmong(word, said)).length < THIRD * own.length;
const THIRD = 0.34;
