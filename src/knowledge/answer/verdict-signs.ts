/** What each clause of a quote says to a yes/no question by its kind, with the signs from which a trained model judges whether it does. */
import type { WordBearing } from '../question/word-bearing.ts';
import type { Thesaurus, Token } from '../rank/thesaurus.ts';
import type { Verdict } from './answer.ts';
import { type AskedForm, readAsked, readYesNo } from './verdict-asked.ts';
import type { Borne } from './verdict-borne.ts';
import {
  destinationsIn,
  governedBy,
  isOfOthers,
  isTurnedRound,
  lastSentence,
  piecesOf,
  saidBy,
  spelledOut,
} from './verdict-clauses.ts';
import { type ClauseKind, kindOf } from './verdict-kinds.ts';
import {
  ANY_DENIAL,
  ASKS_ENOUGH,
  BRINGS_NOTHING,
  CONDITION,
  DENIAL,
  DOES_WITHOUT,
  EXCEPTED,
  FOR_NOW,
  HAS_EXCEPTION,
  HINGED,
  IN_PLACE,
  NARROWED,
  NOT_ENOUGH,
  OF_EVERY,
  OTHERS,
  PERMITS,
  SAYS_EVERY,
  STRAIGHT_AWAY,
  TIMED,
} from './verdict-patterns.ts';
import { deedAsked } from './verdict-scope.ts';
import { isAmong, shareAmong, wordReader } from './verdict-words.ts';

/** What each kind of clause says to each form of question; a form and a kind that are not here say nothing. */
const TABLE: Readonly<Record<AskedForm | 'without', Readonly<Partial<Record<ClauseKind, 'yes' | 'no'>>>>> = {
  leave: { forbids: 'no', denies: 'no', refers: 'no', permits: 'yes', states: 'yes', waives: 'yes' },
  duty: { waives: 'no', denies: 'no', obliges: 'yes' },
  fact: { forbids: 'no', denies: 'no', obliges: 'yes', states: 'yes', permits: 'yes' },
  without: { waives: 'yes', forbids: 'no', refers: 'no' },
};

/** One clause's say; the signs are numbers on scales of their own. */
export type ClauseSays = {
  readonly verdict: Verdict;
  readonly signs: Readonly<Record<string, number>>;
};

/** So many words behind a denial or a permission are what it is said of. */
const GOVERNED = 5;
/** So much of a condition has to stand in the question for it to be met. */
const MET = 0.5;
/** By how much of the question the clause that says it has to be ahead of those that say the opposite. */
const AHEAD = { no: -0.05, elliptic: 0.15, yes: 0.05, depends: 0 } as const;
const FIGURES = /\b\d+\b/gu;

/** To or with whom something goes. */
const DESTINATION = /\b(?:to|with) (?:an?|the|our|your|their|my) ([\w’'-]+)/giu;
const destinedIn = (text: string): readonly string[] =>
  [...text.matchAll(DESTINATION)].map(([, whom = '']) => whom);

const flag = (holds: boolean): number => (holds ? 1 : 0);
const isConditional = (text: string): boolean =>
  CONDITION.test(text) || EXCEPTED.test(text.replace(/\bwithout\b/giu, '')) || FOR_NOW.test(text);

/** Empty where no yes/no question is asked, it is turned round, or no clause says anything to its form. */
export const clauseReader = (
  thesaurus: Thesaurus,
  bearing: WordBearing,
): ((borne: Borne, byRule: Verdict | null) => readonly ClauseSays[]) => {
  const { tokens } = thesaurus;
  const { words, weightOf, heldIn } = wordReader(thesaurus, bearing);
  return ({ question, mended, confidence, quote: verbatim, leadIn, trust, limited }, byRule) => {
    const yesNo = readYesNo(question);
    if (yesNo === null) return [];
    const { asked, main, ordinary } = yesNo;
    const last = lastSentence(main);
    const { form, turned } = readAsked(last);
    const { without } = readAsked(main);
    const isRead = !turned && !IN_PLACE.test(verbatim) && !/^\s*\|/u.test(verbatim);

    const spelled = spelledOut(mended, verbatim, (word) => words(word).length > 0);
    const [own, ownToo] = [words(spelled), tokens(spelled)];
    const isAsked = (word: Token): boolean => isAmong(word, ownToo);
    /** How much of the question a text holds. */
    const heldBy = (text: readonly Token[]): number => heldIn(own, text) / (weightOf(own) || 1);
    /** How much of a text the question names. */
    const namedOf = (text: readonly Token[]): number => shareAmong(text, ownToo);

    const whole = saidBy(verbatim, leadIn).whole.trim();
    const inWhole = words(whole);
    const table = TABLE[without ? 'without' : form];
    const pieces = piecesOf(whole)
      .filter((text) => words(text).length > 0)
      .map((text) => ({ text, kind: kindOf(text), held: heldBy(words(text)) }));
    const otherFigure = [...asked.matchAll(FIGURES)].some(([figure]) => !whole.includes(figure));
    const excepted = limited || HAS_EXCEPTION.test(whole);

    /** A condition that the question has not met. */
    const isOpen = (text: string): boolean => {
      if (!isConditional(text) && !TIMED.test(text)) return false;
      const condition = words(HINGED.exec(text)?.[1] ?? '');
      return condition.length === 0 || EXCEPTED.test(text) || FOR_NOW.test(text) || namedOf(condition) < MET;
    };
    /** The very words of the question stand in the one and not in the other, which denies the same of something else. */
    const isOutdone = (text: string, other: string): boolean => {
      const stemsOf = (some: string): ReadonlySet<string> => new Set(words(some).map(({ stem }) => stem));
      const [mine, theirs] = [stemsOf(text), stemsOf(other)];
      const alone = own.filter(({ stem }) => mine.has(stem) && !theirs.has(stem)).length;
      return alone > 0 && !own.some(({ stem }) => theirs.has(stem) && !mine.has(stem));
    };

    const ofEvery = OF_EVERY.test(last.replace(DOES_WITHOUT, ''));

    const denied = flag(pieces.some((piece) => ANY_DENIAL.test(piece.text)));
    const isVery = (word: Token): boolean => own.some(({ stem }) => stem === word.stem);
    /** Whom it goes to is another than the question names, by the very words. */
    const [goesTo, asksTo] = [destinedIn(whole), destinedIn(asked)].map((some) => some.flatMap(words));
    const isToAnother =
      (goesTo ?? []).length > 0 &&
      (asksTo ?? []).length > 0 &&
      !(goesTo ?? []).some(({ stem }) => (asksTo ?? []).some((word) => word.stem === stem));
    const deed = deedAsked({ asked, words });
    const signsOf = (
      text: string,
      kind: ClauseKind,
      held: number,
      ahead: number,
      flat: Verdict | undefined,
      others: number,
    ) => {
      const cue = kind === 'permits' ? PERMITS.exec(text) : ANY_DENIAL.exec(text);
      const governed = words(cue === null ? text : governedBy(text, cue.index + cue[0].length));
      const conditional = isConditional(text);
      const signs = {
        held,
        ahead,
        covered: heldBy(inWhole),
        very: own.filter(({ stem }) => inWhole.some((word) => word.stem === stem)).length / (own.length || 1),
        named: namedOf(words(text)),
        governed: namedOf(governed.slice(0, GOVERNED)),
        confidence,
        trusted: flag(trust === 'trusted'),
        found: flag(trust === 'found'),
        leave: flag(form === 'leave'),
        forbids: flag(kind === 'forbids'),
        waives: flag(kind === 'waives'),
        states: flag(kind === 'states'),
        conditional: flag(conditional),
        others,
        shortly: flag(!ordinary),
        obliges: flag(kind === 'obliges'),
        beside: flag((form === 'leave' && kind !== 'permits') || (form === 'fact' && kind === 'permits')),
        denied,
        listed: flag(leadIn !== ''),
        missing: own.filter((word) => !isAmong(word, inWhole)).length,
        claim: flag(yesNo.claim),
        rule: flag(byRule === flat),
        toAnother: flag(isToAnother),
        governedVery:
          governed.slice(0, GOVERNED).filter(isVery).length / (governed.slice(0, GOVERNED).length || 1),
        deedUnsaid: flag(deed !== undefined && !isAmong(deed, inWhole)),
        deedGoverned: flag(deed !== undefined && isAmong(deed, governed)),
      };
      return { signs, governed, cue, conditional };
    };
    const says = (isRead ? pieces : []).flatMap(({ text, kind, held }): readonly ClauseSays[] => {
      // What is listed under a permission may be done; what merely is so may not.
      const flat = kind === 'states' && form === 'leave' && leadIn === '' ? undefined : table[kind];
      const others = pieces.filter((piece) => piece.text !== text);
      const opposite = others.filter((piece) => (table[piece.kind] ?? flat) !== flat);
      const ahead = held - Math.max(0, ...opposite.map((piece) => piece.held));
      const { signs, governed, cue, conditional } = signsOf(text, kind, held, ahead, flat, others.length);
      const say = (verdict: Verdict): readonly ClauseSays[] => [{ verdict, signs }];
      const isOfEvery = ofEvery && !(flat === 'yes' && SAYS_EVERY.test(text));
      const met = namedOf(words(HINGED.exec(text)?.[1] ?? '')) >= MET;
      if (excepted) {
        const limits =
          flat !== undefined || (form === 'leave' && kind === 'states' && isConditional(text) && !met);
        return limits && trust !== 'found' && ahead >= AHEAD.depends ? say('depends') : [];
      }
      if (
        flat === undefined ||
        isOfOthers(asked, text) ||
        otherFigure ||
        isOfEvery ||
        isTurnedRound(main, text)
      )
        return [];
      if (flat === 'yes') {
        const limits =
          pieces.some((piece) => isOpen(piece.text)) ||
          NARROWED.test(whole) ||
          (kind === 'permits' && /(?<!,) who\b/iu.test(text));
        const isDenied = others.some((piece) => ANY_DENIAL.test(piece.text) && !isOutdone(text, piece.text));
        return limits || isDenied || OTHERS.test(last) || ahead < AHEAD.yes ? [] : say('yes');
      }
      const elliptic = cue !== null && governed.length === 0;
      const elsewhere = destinationsIn(text)
        .map(tokens)
        .some((place) => place.length > 0 && !place.some(isAsked));
      const holds =
        (!elsewhere || kind === 'refers') &&
        !BRINGS_NOTHING.test(text) &&
        [...text.matchAll(DENIAL)].length <= 1 &&
        ahead >= (elliptic ? AHEAD.elliptic : AHEAD.no) &&
        (!conditional ||
          kind === 'refers' ||
          met ||
          (form === 'leave' && kind === 'forbids') ||
          (ASKS_ENOUGH.test(last) && NOT_ENOUGH.test(text))) &&
        (kind !== 'refers' || STRAIGHT_AWAY.test(last));
      return holds ? say('no') : [];
    });
    if ((byRule !== 'yes' && byRule !== 'no') || says.some(({ verdict }) => verdict === byRule)) return says;
    // What a rule reads from the whole passage is judged as one clause.
    const held = heldBy(inWhole);
    return [...says, { verdict: byRule, signs: signsOf(whole, kindOf(whole), held, held, byRule, 0).signs }];
  };
};
