/** What each clause of a quote says to a yes/no question by its kind, with the signs from which a trained model judges whether it does. */
import type { WordBearing } from '../question/word-bearing.ts';
import type { Thesaurus, Token } from '../rank/thesaurus.ts';
import type { Verdict } from './answer.ts';
import { type AskedForm, readAsked, readYesNo } from './verdict-asked.ts';
import type { Borne } from './verdict-borne.ts';
import {
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
  DESTINED,
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
import { isAmong, shareAmong, wordReader } from './verdict-words.ts';

/** What each kind of clause says to each form of question; a form and a kind that are not here say nothing. */
const TABLE: Readonly<Record<AskedForm | 'without', Readonly<Partial<Record<ClauseKind, 'yes' | 'no'>>>>> = {
  leave: { forbids: 'no', denies: 'no', refers: 'no', permits: 'yes' },
  duty: { waives: 'no', denies: 'no', obliges: 'yes' },
  fact: { forbids: 'no', denies: 'no', obliges: 'yes', states: 'yes' },
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

const flag = (holds: boolean): number => (holds ? 1 : 0);
const isConditional = (text: string): boolean =>
  CONDITION.test(text) || EXCEPTED.test(text.replace(/\bwithout\b/giu, '')) || FOR_NOW.test(text);

/** Empty where no yes/no question is asked, it is turned round, or no clause says anything to its form. */
export const clauseReader = (
  thesaurus: Thesaurus,
  bearing: WordBearing,
): ((borne: Borne) => readonly ClauseSays[]) => {
  const { tokens } = thesaurus;
  const { words, weightOf, heldIn } = wordReader(thesaurus, bearing);
  return ({ question, mended, confidence, quote: verbatim, leadIn, trust, limited }) => {
    const yesNo = readYesNo(question);
    if (yesNo === null || IN_PLACE.test(verbatim) || /^\s*\|/u.test(verbatim)) return [];
    const { asked, main, ordinary } = yesNo;
    const last = lastSentence(main);
    const { form, without, turned } = readAsked(last);
    if (turned) return [];

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

    const ofEvery = OF_EVERY.test(last.replace(DOES_WITHOUT, ''));

    return pieces.flatMap(({ text, kind, held }): readonly ClauseSays[] => {
      const flat = table[kind];
      const others = pieces.filter((piece) => piece.text !== text);
      const opposite = others.filter((piece) => (table[piece.kind] ?? flat) !== flat);
      const ahead = held - Math.max(0, ...opposite.map((piece) => piece.held));
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
        others: others.length,
        shortly: flag(!ordinary),
      };
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
          pieces.some((piece) => isConditional(piece.text) || TIMED.test(piece.text)) ||
          NARROWED.test(whole) ||
          (kind === 'permits' && /(?<!,) who\b/iu.test(text));
        const denied = others.some((piece) => ANY_DENIAL.test(piece.text));
        return limits || denied || OTHERS.test(last) || ahead < AHEAD.yes ? [] : say('yes');
      }
      const elliptic = cue !== null && governed.length === 0;
      const elsewhere = text
        .split(DESTINED)
        .slice(1)
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
  };
};
