/** Yes, no or it depends, where the quoted words bear it; silent in doubt, because a flat wrong one is the worst answer there is. */

import type { WordBearing } from '../question/word-bearing.ts';
import { plain } from '../question/words.ts';
import { ASKS_YES_NO } from '../question/yes-no.ts';
import type { Thesaurus, Token } from '../rank/thesaurus.ts';
import type { Verdict } from './answer.ts';
import {
  ASKS_MORE,
  ASKS_TO_REFUSE,
  BESIDE,
  CLAIMS,
  CONCEDED,
  CONDITION,
  DENIAL,
  DENIED_BEFORE,
  DESTINED,
  FORBIDS,
  HINGES,
  IN_PLACE,
  KEEPING,
  LIMITED,
  OBLIGATION,
  OBLIGES,
  OF_ALL,
  ONES_OWN,
  ONLY_THESE,
  OTHERS,
  PERMISSION,
  PERMITS,
  REMOVING,
  RIGHTS,
  TOLD_FIRST,
  TURNED,
} from './verdict-patterns.ts';

/** A quote that holds as much of the question needs not name what is permitted next to the permission. */
const MOSTLY = 0.65;
/** So many words after a denial or a permission are what it is said of. */
const GOVERNED = 4;
/** The share of what the question turns on, in words or words of their kind, that the quote has to hold; `governed` is the share of what is denied or permitted that the question has to name. */
const LEAST = {
  found: { depends: 0.4, denied: 0.4, permitted: 0.5, fact: 0.85, governed: 0.5 },
  /** People have said that the passage answers questions like this one. */
  trusted: { depends: 0, denied: 0.15, permitted: 0.15, fact: 0.55, governed: 0.33 },
  /** Phrasings much like the question say so. */
  phrased: { depends: 0, denied: 0.25, permitted: 0.3, fact: 0.75, governed: 0.33 },
} as const;
/** The share of the words of a clause that forbids, and their number, that a question whether something is allowed has to name. */
const FORBIDDEN = { share: 0.25, words: 2 } as const;
/** So much of a condition has to stand in the question for it to be met. */
const MET = 0.6;

export type Borne = {
  readonly question: string;
  /** The first quote, and what introduces it; '' when nothing does. */
  readonly quote: string;
  readonly leadIn: string;
  /** Who says that the passage answers such questions: people, by a map or this very phrasing; phrasings like it; or the search alone. */
  readonly trust: keyof typeof LEAST;
  /** Whether something further that is quoted limits it. */
  readonly limited: boolean;
};

const meets = (one: Token, other: Token): boolean =>
  one.stem === other.stem || one.kinds.some((kind) => other.kinds.includes(kind));

/** The part of a quote that a cue is said of: up to the next break. */
const governedBy = (quote: string, end: number): string =>
  quote.slice(end).split(/[;:.]|, (?:and|but|or|which|who) |\bbut\b/u)[0] ?? '';

const clausesOf = (quote: string): readonly string[] =>
  quote.split(/[;:.]\s|, (?:and|but|or|so|which|who) /u);

/** Two denials in one clause may say the opposite. */
const eachAlone = (quote: string): boolean =>
  clausesOf(quote).every((clause) => [...clause.matchAll(DENIAL)].length <= 1);

/** What goes before it only tells what happened. */
const lastSentence = (asked: string): string => asked.split(/(?<=[.!?]) (?=\w)/u).at(-1) ?? asked;

/** Looked at in the whole message: what the question is read without may turn it round. */
export const asksToRefuse = (message: string): boolean => ASKS_TO_REFUSE.test(plain(message));

/** The verdict, or null when it is not a yes/no question or not certain. */
export const verdictReader =
  ({ tokens }: Thesaurus, bearing: WordBearing): ((borne: Borne) => Verdict | null) =>
  ({ question, quote: verbatim, leadIn, trust, limited }) => {
    const asked = plain(question).replace(/\s+/gu, ' ').trim();
    const claim = CLAIMS.test(asked);
    const main = asked.replace(TOLD_FIRST, '');
    if (!claim && (!ASKS_YES_NO.test(main) || ASKS_MORE.test(main))) return null;
    if (TURNED.test(lastSentence(main).replace(BESIDE, '')) || IN_PLACE.test(verbatim)) return null;
    const quote = verbatim.replace(CONCEDED, '');
    const words = (text: string): readonly Token[] => tokens(text).filter(({ phrase }) => !phrase);
    const own = words(asked);
    const quoted = words(`${leadIn}\n${quote}`);
    const weight = (word: Token): number => bearing[word.stem] ?? 1;
    const all = own.reduce((sum, word) => sum + weight(word), 0) || 1;
    const covered =
      own
        .filter((word) => quoted.some((other) => meets(word, other)))
        .reduce((sum, word) => sum + weight(word), 0) / all;
    const least = LEAST[trust];
    // Words of a kind may be of one kind by chance: where nobody says that the passage is on this, half of them have to be the very words.
    const veryWords = own.filter((word) => quoted.some(({ stem }) => stem === word.stem));
    const onThis = trust !== 'found' || 2 * veryWords.length >= own.length;
    /** Whether the question names so much of a part of the quote. */
    const names = (terms: readonly Token[], share: number): boolean => {
      const met = terms.filter((word) => own.some((other) => meets(word, other)));
      return terms.length > 0 && met.length >= share * terms.length;
    };
    /** Whether the question names whom and where a clause speaks of: what must not go to one may go to another. */
    const namesDestined = (clause: string): boolean =>
      clause
        .split(DESTINED)
        .slice(1)
        .map(words)
        .every(
          (place) => place.length === 0 || place.some((word) => own.some((other) => meets(word, other))),
        );
    const ofOthers = (clause: string): boolean =>
      OTHERS.test(clause) && ONES_OWN.test(asked) && !OTHERS.test(asked);
    /** Whether a clause forbids what the question asks leave for. */
    const isForbidden = (clause: string): boolean => {
      const terms = words(clause);
      return (
        FORBIDS.test(clause) &&
        terms.length >= FORBIDDEN.words &&
        names(terms, Math.max(FORBIDDEN.share, FORBIDDEN.words / terms.length)) &&
        namesDestined(clause) &&
        !ofOthers(clause)
      );
    };
    /** Whether the question asks of keeping and this speaks of removing alone, or the other way round. */
    const isTurnedRound = (part: string): boolean =>
      [[KEEPING, REMOVING] as const, [REMOVING, KEEPING] as const].some(
        ([one, other]) => one.test(main) && !other.test(main) && other.test(part) && !one.test(part),
      );
    const said = (part: string): boolean =>
      names(words(part).slice(0, GOVERNED), least.governed) &&
      !isTurnedRound(part) &&
      !ofOthers(part) &&
      (!PERMISSION.test(asked) || namesDestined(part));
    // What the question has met already is no condition any more; "We use it when:" is none of its own.
    const open = [quote, leadIn.replace(/\b\w+:\W*$/u, '')].map((text) =>
      trust === 'found'
        ? text
        : text.replace(HINGES, (clause, of: string) => (names(words(of), MET) ? '' : clause)),
    );
    const depends = covered >= least.depends ? 'depends' : null;
    const only = ONLY_THESE.exec(quote);
    if (only !== null) {
      const among = (only[1] ?? '').split(/,| and | or /u).some((one) => names(words(one), 1));
      const further = quote.slice(only[0].length);
      const free = !limited && !claim && !OF_ALL.test(asked) && !CONDITION.test(further) && said(further);
      return among && free && PERMISSION.test(asked) && covered >= LEAST.found.permitted ? 'yes' : depends;
    }
    if (RIGHTS.test(leadIn) && !OF_ALL.test(asked) && covered >= least.depends)
      return LIMITED.test(quote) ? 'depends' : 'yes';
    const whole = `${leadIn} ${quote}`.trim();
    const denials = [...whole.matchAll(DENIAL)];
    if (limited) return depends;
    if (open.some((text) => CONDITION.test(text))) {
      // What one clause forbids without a condition does not depend on that of another.
      const flatly = clausesOf(whole).some((clause) => FORBIDS.test(clause) && !CONDITION.test(clause));
      return flatly ? null : depends;
    }
    if (denials.length > 0) {
      const before = DENIED_BEFORE.exec(quote)?.[1] ?? '';
      const denied =
        denials.some((cue) => said(governedBy(whole, cue.index + cue[0].length))) ||
        names(words(before), least.governed) ||
        (trust !== 'found' && PERMISSION.test(asked) && clausesOf(whole).some(isForbidden));
      return denied && covered >= least.denied && eachAlone(whole) ? 'no' : null;
    }
    if (OF_ALL.test(asked) || claim || /^\s*\|/u.test(verbatim) || covered < least.permitted) return null;
    if (isTurnedRound(whole)) return null;
    const permits = PERMITS.exec(whole);
    if (permits !== null && PERMISSION.test(asked))
      return covered >= MOSTLY || said(governedBy(whole, permits.index + permits[0].length)) ? 'yes' : null;
    if (OBLIGATION.test(asked)) return OBLIGES.test(whole) && covered >= least.fact ? 'yes' : null;
    return !PERMISSION.test(asked) && onThis && covered >= least.fact ? 'yes' : null;
  };
