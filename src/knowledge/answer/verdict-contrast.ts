/** Where a passage says one thing of this and another of that, or takes something out: which of them the question is on decides. */
import { stemOf, wordsOf } from '../question/words.ts';
import type { Flat } from './verdict-borne.ts';
import { ANY_DENIAL, EXCEPTED } from './verdict-patterns.ts';
import { byDenial, deedAsked, type Read } from './verdict-scope.ts';
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

export const stemsIn = (text: string): ReadonlySet<string> => new Set(wordsOf(text).map(stemOf));

/** A denial without a subject of its own. */
const LEANS =
  /^(?:and |but |or )?(?:(?:is|are|was|were|do|does|will|must|may|can|shall)? ?(?:not|never|no|none|neither)|they|it|we|there)\b/iu;
/** So many words at the head of a sentence are what it is said of. */
const OPENING = 2;

/** How many more of the very words of the question stand only where nothing is denied than only where something is. */
export const grantedMore = (read: Read): number => {
  const { own, words } = read;
  const { denying, rest } = byDenial(read);
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
export const deniesAlone = (read: Read): boolean => {
  if (ASKS_ALONE.test(read.asked)) return false;
  const { denying } = byDenial(read);
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

/** "Exception: …", in a sentence of its own. */
const EXCEPTION_FOLLOWS = /[.;:] (?:(?:an?|the|one|as an) )?exceptions?\b/iu;

/** A sentence that denies goes on with an exception behind a further break, or one follows it. */
export const exceptedLater = ({ whole, trust }: Read): boolean =>
  EXCEPTION_FOLLOWS.test(whole) ||
  whole.split(/(?<=[.;]) /u).some((sentence) => {
    const cue = ANY_DENIAL.exec(sentence);
    return (
      cue !== null &&
      (trust === 'found' ? LATER : EXCEPTED).test(
        sentence.slice(cue.index).replace(/\bwithout\b|\bnot only\b/giu, ''),
      )
    );
  });

/** "… stops the position but not the mileage": what is not stopped goes on. */
export const stopsButNot = ({ whole }: Read): boolean =>
  /\b(?:stop|prevent|hid|block|keep|delet|eras|remov|los|refus)\w*\b[^.;]*\bbut (?:not|never|no)\b/iu.test(
    whole,
  );

/** Opens a side clause that the denial stands in; "no longer" only tells which are meant. */
const ASIDE = /\b(?:if|when|where|that|who|which|what|because|whoever)(?: [\w’'-]+){0,2} ?$/iu;

/** Said only of a case in which something is not so: "a parcel that cannot be delivered", "data that we no longer need". */
export const deniesAside = ({ pieces }: Read): boolean => {
  const cues = pieces.flatMap((text) => {
    const cue = ANY_DENIAL.exec(text);
    return cue === null ? [] : [{ before: text.slice(0, cue.index), cue: cue[0].toLowerCase() }];
  });
  return cues.length > 0 && cues.every(({ before, cue }) => cue === 'no longer' || ASIDE.test(before));
};

/** What is asked for stands at the head of what the passage orders: "Try to recall it, but don't wait …". */
export const ordersIt = (read: Read): boolean => {
  const deed = deedAsked(read);
  if (deed === undefined) return false;
  return byDenial(read).rest.some((text) =>
    read
      .words(text)
      .slice(0, HEAD)
      .some(({ stem }) => stem === deed.stem),
  );
};
const HEAD = 2;
