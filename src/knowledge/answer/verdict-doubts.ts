/** What speaks against a flat verdict, whoever gave it: the passage says it of something else, of some only, or turned round. */
import type { WordBearing } from '../question/word-bearing.ts';
import { plain } from '../question/words.ts';
import type { Thesaurus } from '../rank/thesaurus.ts';
import type { Verdict } from './answer.ts';
import type { Borne, Flat } from './verdict-borne.ts';
import { asForm, governedBy, isTurnedRound, piecesOf } from './verdict-clauses.ts';
import {
  deniesAlone,
  deniesAside,
  exceptedLater,
  grantedMore,
  namesExcepted,
  offersTwo,
  ordersIt,
  stopsButNot,
} from './verdict-contrast.ts';
import { formReader } from './verdict-forms.ts';
import {
  ANY_DENIAL,
  CARRIES_VERB,
  DENIAL,
  DOES_WITHOUT,
  HINGED,
  RIGHTS,
  TOLD_FIRST,
} from './verdict-patterns.ts';
import { isSamePeriod, periodsIn } from './verdict-periods.ts';
import { BESIDE_IT, byDenial, type Read } from './verdict-scope.ts';
import {
  appliesNot,
  asksDenied,
  asksNegative,
  asksOnly,
  freesFrom,
  hangsOnPaper,
  holdsBack,
  isAbroad,
  isForSome,
  isFree,
  isMyself,
  isNotOwn,
  isThin,
  isUnlisted,
  leavesOpen,
  tellsDenied,
} from './verdict-turned.ts';
import { isAmong, shareAmong, wordReader } from './verdict-words.ts';

/** Who shows, has or is something: said of some only; "everyone who …" is said of all. */
const OF_SOME =
  /(?<!,|\b(?:every\w+|any\w+|some\w+|all|any \w+|all \w+|even to \w+)) (?:who|whom|whose|that (?=has|have|is|are|was|were|holds?|paid|signed))\b([^,.;]*)|\bbetween \w+ and\b|\bwith (?:the |an? )?(?:right|proper|valid|written|signed|suitable|appropriate|relevant|necessary)\b/iu;
/** A denial of those who did not do something: those who did may. */
const UNLESS_THEY =
  /\bthat (?:[\w’']+ ){0,3}(?:has|have|is|are|did|does|do|was|were) not\b|\b(?:who|whom) (?:(?:has|have|is|are|do|does|did|was|were|had) )?(?:not|never)\b/iu;
/** Denied of all the rest: what is named before it is so. */
const OF_THE_REST = /\b(?:nothing|nobody|no one|nowhere|none) else\b|\bno others?\b/iu;
/** "No automatic right": there may be one for all that. */
const HEDGED =
  /\b(?:no|not|never) (?:an? )?(?:automatic(?:ally)?|general(?:ly)?|absolute(?:ly)?|unlimited|unconditional(?:ly)?|blanket|necessarily|always|usually|normally)\b|\b(?:not|never|no)\b[^.;]*\b(?:beyond|further than|more than) (?:what|that|is)\b/iu;
/** To deny one of these grants something. */
const HINDERS =
  /^\W*(?:\w+ ){0,2}(hid(?:e|es|den)?|refus\w*|withh\w*|stop(?:s|ped|ping)?|kept from|keep from|ceas\w*|los(?:e|es|ing)|fail\w*|ignor\w*|opt(?:s|ed)? out|delay\w*|restrict\w*|punish\w*|disciplin\w*|blam\w*|penali[sz]\w*|sanction\w*|block(?:s|ed)?|prevent\w*|remov\w*|delet\w*|eras\w*|wip(?:e|es|ed)|un(?:lock|seal|protect|attend|answer|sign)\w*)\b/iu;
/** Where a clause goes over into a denial of something else. */
const TURNS = /,? (?:and|but|or) (?=(?:do|does|is|are|was|were|will|must|may|can|shall) ?not\b)|, (?=not )/iu;
/** A clause that grants; or leaves away what it says again: "…, but hiding it is." */
const GRANTS = /\b(?:may|can|fine|allowed|permitted|ok|okay)\b|\b(?:is|are|may|can|do|does|must)\W*$/iu;
/** A clause that gives leave. */
const LEAVE = /\b(?:may|can|fine|allowed|permitted|ok|okay|welcome)\b/iu;
/** "… until she has agreed": from then on it may be. */
const UNTIL_DONE =
  /\b(?:until|till|before|while|as long as) (?:[\w’'-]+ ){0,6}?(?:has|have|is|are|was|were)\b([^,.;]*)/iu;
const AT_ONCE =
  /\b(?:(?:straight|right) ?away|now|early|earlier|yet|already|at once|immediately|first|before)\b/iu;
/** Ends a question and is not what it asks for. */
const NO_THING =
  /\b(?:(?:this|that|the|every) )?(?:morning|evening|night|day|today|tomorrow|week|now|first|too|still|again|here|over|off|on)\b/gu;
/** A condition that comes by and by. */
const IN_TIME = /\b(?:once|after|when|if)\b/iu;
const MET = 0.5;
/** So many words behind a denial are what it is said of. */
const GOVERNED = 3;
/** So many words of the question in what is granted alone make it what is asked for. */
const GRANTED = 2;
/** A message that tells more than it asks may have met a condition in words of its own. */
const TELLS = /[.,;:!?–-] ?\w|\b(?:if|when|after|once|because|since)\b/u;

/** Says it of doing without something, and the question does not. */
const isWithout = (text: string, asked: string): boolean =>
  /\bwithout\b/iu.test(text) && !DOES_WITHOUT.test(asked);

/** What may speak against a flat verdict, each under its name. */
type Doubts = Readonly<Record<string, (read: Read, borne: Borne) => boolean>>;

/** Where people have said that the passage answers, or it grants a list of rights, the thing may have another name. */
const isKnown = ({ trust, leadIn }: Borne): boolean => trust === 'trusted' || RIGHTS.test(leadIn);

const AGAINST_YES: Doubts = {
  leavesOpen,
  hangsOnPaper,
  tellsDenied,
  isForSome,
  isUnlisted: (read, borne) => !isKnown(borne) && isUnlisted(read),
  isAbroad,
  isMyself,
  isFree,
  isNotOwn,
  holdsBack,
  doneWithout: ({ asked, whole }) => isWithout(whole, asked) || /\b(?:voluntary|optional)\b/iu.test(whole),
  // What a question ends on is mostly what it asks for: "… see my phone number?"
  lastUnsaid: ({ said, words }, borne) => {
    if (isKnown(borne)) return false;
    const last = words(plain(borne.mended).replace(DOES_WITHOUT, '').replace(NO_THING, '')).at(-1);
    return last !== undefined && !isAmong(last, said);
  },
  ofSome: ({ pieces, own, words }) =>
    pieces.some((text) => {
      const some = OF_SOME.exec(text);
      return (
        some !== null &&
        !ANY_DENIAL.test(text) &&
        (some[1] === undefined || shareAmong(words(some[1]), own) <= MET)
      );
    }),
};

/** The pieces that deny, the rest, and what is denied in them. */
const denialsIn = (read: Read) => {
  const { denying, rest } = byDenial(read);
  const governed = denying.flatMap((text) =>
    [...text.matchAll(DENIAL)].map((cue) => governedBy(text, cue.index + cue[0].length)),
  );
  return { denying, governed, rest };
};

/** How many words of the question stand in the one and not in the other. */
const alone = ({ own, words }: Read, some: readonly string[], others: readonly string[]): number => {
  const [mine, theirs] = [some.flatMap(words), others.flatMap(words)];
  return own.filter((word) => isAmong(word, mine) && !isAmong(word, theirs)).length;
};

const AGAINST_NO: Doubts = {
  isThin,
  deniesAlone,
  deniesAside,
  asksDenied,
  ordersIt,
  exceptedLater,
  stopsButNot,
  freesFrom,
  appliesNot,
  contrast: (read) => grantedMore(read) > 0,
  hedged: ({ whole }) => HEDGED.test(whole),
  ofAnother: (read) => {
    const { denying, governed, rest } = denialsIn(read);
    const names = governed.some((text) => shareAmong(read.words(text).slice(0, GOVERNED), read.own) >= MET);
    return (
      denying.length > 0 &&
      rest.length > 0 &&
      !names &&
      alone(read, rest, denying) > alone(read, denying, rest)
    );
  },
  granted: (read) => {
    const { denying, rest } = denialsIn(read);
    return (
      denying.length > 0 && rest.some((text) => GRANTS.test(text) && alone(read, [text], denying) >= GRANTED)
    );
  },
  // "Working from home is fine, but nothing may be printed there": the no is to something else, unless the question names it.
  grantedFirst: (read) => {
    const { denying, rest } = denialsIn(read);
    return (
      denying.length > 0 &&
      /,? but\b/iu.test(read.whole) &&
      rest.some((text) => LEAVE.test(text) && !/\bonly\b/iu.test(text)) &&
      denying.every((text) => alone(read, [text], rest) === 0)
    );
  },
  ofTheRest: (read) => {
    const { denying } = denialsIn(read);
    return denying.length > 0 && denying.every((text) => OF_THE_REST.test(text));
  },
  hinders: (read) => {
    const asksPlainly = read.asked.replace(/\b(?:if|when|after|once)\b[^,?]*/gu, '');
    return denialsIn(read)
      .governed.flatMap((text) => HINDERS.exec(text)?.[1] ?? [])
      .some((word) => !asksPlainly.includes(word.toLowerCase().slice(0, 4)));
  },
  unlessThey: (read) => denialsIn(read).denying.some((text) => UNLESS_THEY.test(text)),
  comesLater: (read) =>
    !TELLS.test(read.asked) &&
    denialsIn(read).denying.some((text) => {
      const hinge = HINGED.exec(text);
      return (
        hinge !== null &&
        IN_TIME.test(hinge[0].slice(0, 6)) &&
        shareAmong(read.words(hinge[1] ?? ''), read.own) < MET
      );
    }),
  untilDone: (read) =>
    !AT_ONCE.test(read.asked) &&
    denialsIn(read).denying.some((text) => {
      const [, done] = UNTIL_DONE.exec(text) ?? [];
      return done !== undefined && shareAmong(read.words(done), read.own) < MET;
    }),
  notWithout: (read) => denialsIn(read).denying.some((text) => isWithout(text, read.asked)),
};

const ANY: Doubts = {
  namesExcepted,
  asksNegative,
  turnedRound: ({ asked, whole }) => isTurnedRound(asked, whole),
  otherPeriod: ({ asked, whole }) => {
    const stated = periodsIn(whole);
    return (
      stated.length > 0 &&
      periodsIn(asked).some((period) => !stated.some((other) => isSamePeriod(period, other)))
    );
  },
};

/** The names of what speaks against a flat verdict; none where a form of its own bears it. */
export const doubtsOf = (
  thesaurus: Thesaurus,
  bearing: WordBearing,
): ((flat: Flat, borne: Borne) => readonly string[]) => {
  const { words } = wordReader(thesaurus, bearing);
  const formOf = formReader(thesaurus, bearing);
  return (flat, borne) => {
    const { question, mended, quote, leadIn, trust } = borne;
    const asked = asForm(question);
    const whole = `${leadIn.replace(CARRIES_VERB, '$1')} ${quote}`.trim();
    const byForm = (text: string): Verdict | null => formOf(text.replace(TOLD_FIRST, ''), whole, text, trust);
    const form = byForm(asked) ?? byForm(asForm(mended));
    const pieces = piecesOf(whole).flatMap((piece) => piece.split(TURNS));
    const read = { asked, whole, pieces, own: words(mended), said: words(whole), words, trust };
    if (offersTwo(flat, read) || (flat === 'yes' && asksOnly(read))) return ['offersTwo'];
    if (form !== null) return form === flat ? [] : ['otherForm'];
    const against: Doubts = { ...ANY, ...BESIDE_IT[flat], ...(flat === 'yes' ? AGAINST_YES : AGAINST_NO) };
    return Object.entries(against).flatMap(([name, holds]) => (holds(read, borne) ? [name] : []));
  };
};
