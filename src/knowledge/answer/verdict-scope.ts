/** What a passage says its clause of: somebody, some place, some part, some deed; a question on another one gets no flat verdict from it. */
import { AUXILIARY } from '../question/yes-no.ts';
import type { Token } from '../rank/thesaurus.ts';
import type { Flat, Trust } from './verdict-borne.ts';
import { destinationsIn, governedBy } from './verdict-clauses.ts';
import { ANY_DENIAL, DENIAL, OTHERS, PERMITS } from './verdict-patterns.ts';
import { isAmong, meets } from './verdict-words.ts';

const EVERY_LEAVE = new RegExp(PERMITS.source, 'giu');

/** Said of a part, or of what is left over. */
const OF_A_PART =
  /\b(?:(?:part|parts|half|most|few|two|three|four|page|one|several|many) of|some(?! of (?:it|them))(?= \w)|certain|several|(?:the )?(?:remaining|other) (?=\w)|(?:all|everything|everyone|everybody) but)\b/iu;
/** Narrows what is granted. */
const NARROWS =
  /\b(?:apart from|save|but|though|although|during|nothing (?:more|further)|no (?:\w+ )?others?|with (?:the |an? |their |your )?(?:[\w’']+ )?(?:leave|say-so|blessing))\b/iu;
const TO_THE_READER = /\b(?:you|your)\b/iu;
const OF_THE_PAST = /\b(?:was|were|used to|had)\b/iu;
const OF_THE_PRESENT = /\b(?:is|are|may|can|must|will|has|have|do|does)\b/iu;
/** What stands between the auxiliary of a question and the rest: "do we", "can the crew". */
const SUBJECT = new RegExp(
  `^(?:so |and |but )?(?:${AUXILIARY}) (?!i\\b|we\\b|you\\b|they\\b|it\\b|he\\b|she\\b|there\\b|this\\b|that\\b|anyone|any|some|people|somebody|someone)(.*)$`,
  'u',
);
const ASKS_TO_DO = new RegExp(`^(?:so |and |but )?(?:${AUXILIARY}) (?:i|we|you|they|he|she) (.*)$`, 'u');
const DONE = /\b\w{2,}(?:ed|en|ld|nt|wn|pt)\b/gu;
/** Where a thing is or is done: "in the loft", "on the quay". */
const PLACE = /\b(?:in|on|at|inside|into) (?:the|an?|our|their|your) ([\w’'-]+(?: [\w’'-]+)?)/giu;

/** A question and a passage, taken apart: `own` are the words of the question, `said` those of the whole passage. */
export type Read = {
  readonly asked: string;
  readonly whole: string;
  readonly pieces: readonly string[];
  readonly own: readonly Token[];
  readonly said: readonly Token[];
  readonly trust: Trust;
  readonly words: (text: string) => readonly Token[];
};

/** The pieces that deny, and the rest. */
export const byDenial = ({
  pieces,
}: Pick<Read, 'pieces'>): { readonly denying: readonly string[]; readonly rest: readonly string[] } => {
  const denying = pieces.filter((text) => ANY_DENIAL.test(text));
  return { denying, rest: pieces.filter((text) => !denying.includes(text)) };
};

/** The words of the question that a text does not hold; with all but one there, the passage says the same of another. */
const missingFrom = (text: readonly Token[], own: readonly Token[]): readonly Token[] =>
  own.filter((word) => !isAmong(word, text));

/** The question opens with somebody or something that the passage does not name, and has all the rest. */
const ofAnother = ({ asked, whole, own, said, words }: Read): boolean => {
  // "You" is whoever the policy is written for: users, customers, patients.
  if (TO_THE_READER.test(whole)) return false;
  const [subject] = words(SUBJECT.exec(asked)?.[1] ?? '');
  const missing = missingFrom(said, own);
  return subject !== undefined && missing.length === 1 && missing.some((word) => meets(word, subject));
};

/** "Founding members may …": a clause that holds the whole question grants it to fewer than the question names. */
const ofFewer = ({ pieces, own, words }: Read): boolean =>
  pieces.some((piece) => {
    const cue = PERMITS.exec(piece);
    if (cue === null || missingFrom(words(piece), own).length > 0) return false;
    const parts = piece
      .slice(0, cue.index)
      .split(/,| and | or /u)
      .map(words)
      .filter((part) => part.length > 0);
    return (
      parts.some((part) => part.some((word) => isAmong(word, own))) &&
      !parts.some((part) => part.every((word) => isAmong(word, own)))
    );
  });

/** What a question asks to do: "can I read …", "is it locked?"; undefined where its form does not show it. */
export const deedAsked = ({ asked, words }: Pick<Read, 'asked' | 'words'>): Token | undefined => {
  const active = ASKS_TO_DO.exec(asked)?.[1];
  if (active !== undefined) return words(active)[0];
  const passive = /^(?:is|are|may|can)\b/u.test(asked) ? [...asked.matchAll(DONE)].at(-1)?.[0] : undefined;
  return words(passive ?? '').at(-1);
};

/** What the passage grants or denies is another deed than is asked for, and it does not name that one; `cue` finds every grant or denial. */
const ofAnotherDeed = (read: Read, cue: RegExp): boolean => {
  const { pieces, own, said, words, trust } = read;
  const deed = deedAsked(read);
  if (deed === undefined || isAmong(deed, said)) return false;
  // Where phrasings or people say that the passage answers, the deed may have another name, unless all the rest is the same.
  if (trust !== 'found' && own.some((word) => word.stem !== deed.stem && !isAmong(word, said))) return false;
  const deeds = pieces.flatMap((piece) =>
    [...piece.matchAll(cue)].flatMap((found) =>
      words(governedBy(piece, found.index + found[0].length)).slice(0, 1),
    ),
  );
  return deeds.length > 0 && !deeds.some((one) => isAmong(one, own));
};

/** The same, and the passage has all the rest of the question: no other name of that deed can stand there. */
const hasAllButDeed = (read: Read, cue: RegExp): boolean => {
  const deed = deedAsked(read);
  return (
    deed !== undefined &&
    ofAnotherDeed(read, cue) &&
    missingFrom(read.said, read.own).every(({ stem }) => stem === deed.stem)
  );
};

const ofAPart = ({ asked, whole }: Read): boolean => OF_A_PART.test(whole) && !OF_A_PART.test(asked);
const isNarrowed = ({ asked, whole }: Read): boolean => NARROWS.test(whole) && !NARROWS.test(asked);
const isOver = ({ whole }: Read): boolean => OF_THE_PAST.test(whole) && !OF_THE_PRESENT.test(whole);

/** "The buyer checks the jeweller" of "does the jeweller check the buyer?". */
const isReversed = ({ asked, whole, said, words }: Read): boolean => {
  if (!/^(?:do|does)\b/u.test(asked) || /\bby\b|\b(?:is|are|be)\b/iu.test(whole)) return false;
  const subject = words(SUBJECT.exec(asked)?.[1] ?? '');
  const [first, last, text] = [subject[0], subject.at(-1), said.map(({ stem }) => stem)];
  if (first === undefined || last === undefined || subject.length < 3) return false;
  const [one, other] = [text.indexOf(first.stem), text.indexOf(last.stem)];
  return one > other && other >= 0;
};

/** Every clause that denies, denies it of a place, and the question names another. */
const isElsewhere = ({ asked, pieces, own, said, words }: Read): boolean => {
  const placesIn = (text: string): readonly (readonly Token[])[] =>
    [...text.matchAll(PLACE)].map(([, place = '']) => words(place)).filter((place) => place.length > 0);
  const asksElsewhere = placesIn(asked).some((place) => !place.some((word) => isAmong(word, said)));
  return (
    asksElsewhere &&
    pieces.every((piece) => placesIn(piece).some((place) => !place.some((word) => isAmong(word, own))))
  );
};

const destinedIn = (text: string, words: Read['words']): readonly (readonly Token[])[] =>
  destinationsIn(text)
    .map((rest) => words(rest).slice(0, 2))
    .filter((place) => place.length > 0);

/** The question names to whom it goes, and the passage speaks of it going to somebody else. */
const goesToAnother = ({ asked, whole, own, said, words }: Read): boolean => {
  const isNone = (places: readonly (readonly Token[])[], text: readonly Token[]): boolean =>
    places.length > 0 && places.every((place) => !place.some((word) => isAmong(word, text)));
  return isNone(destinedIn(asked, words), said) && isNone(destinedIn(whole, words), own);
};

/** Asks of another's, and the passage speaks of nobody else's. */
const ofOthers = ({ asked, whole }: Read): boolean => OTHERS.test(asked) && !OTHERS.test(whole);

/** What the passage may say it of instead, each under its name: somebody, some place, some part or some deed that the question is not on. */
export const BESIDE_IT: Readonly<Record<Flat, Readonly<Record<string, (read: Read) => boolean>>>> = {
  no: {
    isElsewhere,
    goesToAnother,
    ofAnotherDeed: (read) => ofAnotherDeed(read, DENIAL),
    hasAllButDeed: (read) => hasAllButDeed(read, DENIAL),
  },
  yes: {
    ofOthers,
    ofAnotherSubject: ofAnother,
    ofFewer,
    ofAnotherDeed: (read) => ofAnotherDeed(read, EVERY_LEAVE),
    hasAllButDeed: (read) => hasAllButDeed(read, EVERY_LEAVE),
    ofAPart,
    isNarrowed,
    isOver,
    isReversed,
  },
};
