/** What each clause of a quote says to a yes/no question by its kind, with the signs from which a trained model judges whether it does. */
import type { WordBearing } from '../question/word-bearing.ts';
import { ASKS_YES_NO } from '../question/yes-no.ts';
import type { Thesaurus, Token } from '../rank/thesaurus.ts';
import type { Verdict } from './answer.ts';
import type { Borne } from './verdict.ts';
import { type AskedForm, readAsked } from './verdict-asked.ts';
import { asForm, governedBy, lastSentence, meets, piecesOf, spelledOut } from './verdict-clauses.ts';
import { type ClauseKind, kindOf } from './verdict-kinds.ts';
import {
  ASKS_ENOUGH,
  ASKS_MORE,
  ASKS_SHORTLY,
  ASKS_TWO,
  BRINGS_NOTHING,
  CARRIES_VERB,
  CLAIMS,
  CONCEDED,
  CONDITION,
  DENIAL,
  DESTINED,
  DOES_WITHOUT,
  EXCEPTED,
  FOR_NOW,
  HAS_EXCEPTION,
  HINGED,
  IN_PLACE,
  KEEPING,
  NARROWED,
  NOT_ENOUGH,
  OF_EVERY,
  ONES_OWN,
  OTHERS,
  PERMITS,
  REMOVING,
  SAYS_EVERY,
  STRAIGHT_AWAY,
  TIMED,
  TOLD_FIRST,
} from './verdict-patterns.ts';

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
const denies = (text: string): boolean => new RegExp(DENIAL.source, 'iu').test(text);
const isConditional = (text: string): boolean =>
  CONDITION.test(text) || EXCEPTED.test(text.replace(/\bwithout\b/giu, '')) || FOR_NOW.test(text);

/** Whether the one speaks of keeping and the other of removing alone. */
const isTurnedRound = (asked: string, text: string): boolean =>
  [[KEEPING, REMOVING] as const, [REMOVING, KEEPING] as const].some(
    ([one, other]) => one.test(asked) && !other.test(asked) && other.test(text) && !one.test(text),
  );

/** Empty where no yes/no question is asked, it is turned round, or no clause says anything to its form. */
export const clauseReader =
  ({ tokens }: Thesaurus, bearing: WordBearing): ((borne: Borne) => readonly ClauseSays[]) =>
  ({ question, mended, confidence, quote: verbatim, leadIn, trust, limited }) => {
    const asked = asForm(question);
    const main = asked.replace(TOLD_FIRST, '');
    const claim = CLAIMS.test(asked);
    const ordinary = claim || ASKS_YES_NO.test(main);
    if (!ordinary && !ASKS_SHORTLY.test(main)) return [];
    if (ASKS_TWO.test(main)) return [];
    if ((!claim && ASKS_MORE.test(main)) || IN_PLACE.test(verbatim) || /^\s*\|/u.test(verbatim)) return [];
    const last = lastSentence(main);
    const { form, without, turned } = readAsked(last);
    if (turned) return [];

    const words = (text: string): readonly Token[] => tokens(text).filter(({ phrase }) => !phrase);
    const sum = (some: readonly Token[]): number =>
      some.reduce((all, { stem }) => all + (bearing[stem] ?? 1), 0);
    const spelled = spelledOut(mended, verbatim, (word) => words(word).length > 0);
    const [own, ownToo] = [words(spelled), tokens(spelled)];
    const isAsked = (word: Token): boolean => ownToo.some((other) => meets(word, other));
    /** How much of the question a text holds. */
    const heldBy = (text: readonly Token[]): number =>
      sum(own.filter((word) => text.some((other) => meets(word, other)))) / (sum(own) || 1);
    /** How much of a text the question names. */
    const namedOf = (text: readonly Token[]): number => text.filter(isAsked).length / (text.length || 1);

    const quote = verbatim.replace(CONCEDED, '').replace(/["“](?:\w+ ?){1,3}["”]/gu, '');
    const before = leadIn.replace(/\b(?:if|when|where)\W*$/u, '').replace(CARRIES_VERB, '$1');
    const whole = `${before} ${quote}`.trim();
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
      const cue = kind === 'permits' ? PERMITS.exec(text) : new RegExp(DENIAL.source, 'iu').exec(text);
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
      const ofOthers = OTHERS.test(text) && ONES_OWN.test(asked) && !OTHERS.test(asked);
      const met = namedOf(words(HINGED.exec(text)?.[1] ?? '')) >= MET;
      if (excepted) {
        const limits =
          flat !== undefined || (form === 'leave' && kind === 'states' && isConditional(text) && !met);
        return limits && trust !== 'found' && ahead >= AHEAD.depends ? say('depends') : [];
      }
      if (flat === undefined || ofOthers || otherFigure || isOfEvery || isTurnedRound(main, text)) return [];
      if (flat === 'yes') {
        const limits =
          pieces.some((piece) => isConditional(piece.text) || TIMED.test(piece.text)) ||
          NARROWED.test(whole) ||
          (kind === 'permits' && /(?<!,) who\b/iu.test(text));
        const denied = others.some((piece) => denies(piece.text));
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
