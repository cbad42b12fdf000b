/** Yes, no or it depends, where the quoted words bear it; silent in doubt, because a flat wrong one is the worst answer there is. */

import type { WordBearing } from '../question/word-bearing.ts';
import { plain } from '../question/words.ts';
import type { Thesaurus, Token } from '../rank/thesaurus.ts';
import type { Verdict } from './answer.ts';
import { readAsked, readYesNo } from './verdict-asked.ts';
import type { Borne } from './verdict-borne.ts';
import {
  clausesOf,
  destinationsIn,
  eachAlone,
  governedBy,
  isOfOthers,
  isTurnedRound,
  lastSentence,
  saidBy,
  spelledOut,
} from './verdict-clauses.ts';
import { formReader } from './verdict-forms.ts';
import { NEEDLESS } from './verdict-kinds.ts';
import {
  ANY_DENIAL,
  ASKS_FOR_FIRST,
  ASKS_LEAVE,
  ASKS_TO_REFUSE,
  BESIDE,
  BRINGS_NOTHING,
  CONDITION,
  DENIAL,
  DENIED_BEFORE,
  EXCEPTED,
  FOR_NOW,
  FORBIDS,
  HINGES,
  IN_PLACE,
  LIMITED,
  OBLIGATION,
  OBLIGES,
  OF_ALL,
  ONLY_ONCE,
  ONLY_THESE,
  ORDERS_NOT,
  OTHERS,
  PERMISSION,
  PERMITS,
  RIGHTS,
  TIMED,
  TURNED,
} from './verdict-patterns.ts';
import { isAmong, wordReader } from './verdict-words.ts';

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
/** From here on a passage is taken to answer, whatever words it has. */
const SURELY = 0.85;
/** So much of a heading that is a question has to stand in what is asked, for its answer to be the answer. */
const HEADED = 0.4;
/** So much of a condition has to stand in the question for it to be met. */
const MET = 0.6;

/** What kind of data a clause speaks of: "payroll data", "records of visitors" need not be all. */
const KIND_OF_DATA =
  /\b(?!(?:personal|the|this|that|your|our|their|such|any|all|no)\b)([\w’'-]+) (?:data|information|details|records?)\b/iu;

/** A passage that opens with its own answer: "Yes, …". */
const spoken = (opening: string, whole: string, limited: boolean): Verdict => {
  if (limited || CONDITION.test(whole) || EXCEPTED.test(whole) || FOR_NOW.test(whole)) return 'depends';
  return opening.toLowerCase() === 'yes' ? 'yes' : 'no';
};

/** Looked at in the whole message: what the question is read without may turn it round. */
export const asksToRefuse = (message: string): boolean => ASKS_TO_REFUSE.test(plain(message));

/** The verdict, or null when it is not a yes/no question or not certain. */
export const verdictReader = (
  thesaurus: Thesaurus,
  bearing: WordBearing,
): ((borne: Borne) => Verdict | null) => {
  const { words, weightOf, heldIn } = wordReader(thesaurus, bearing);
  const byForm = formReader(thesaurus, bearing);
  return ({ question, mended, confidence, quote: verbatim, leadIn, heading, trust, limited }) => {
    const yesNo = readYesNo(question);
    if (yesNo === null) return null;
    const { asked, main, claim, ordinary } = yesNo;
    if (TURNED.test(lastSentence(main).replace(BESIDE, '')) || IN_PLACE.test(verbatim)) return null;
    const { quote, whole } = saidBy(verbatim, leadIn);
    const own = words(spelledOut(mended, verbatim, (word) => words(word).length > 0));
    const quoted = words(`${leadIn}\n${verbatim}`);
    const covered = heldIn(own, quoted) / (weightOf(own) || 1);
    const least = LEAST[trust];
    // Words of a kind may be of one kind by chance: where nobody says that the passage is on this, half of them have to be the very words.
    const veryWords = own.filter((word) => quoted.some(({ stem }) => stem === word.stem));
    const onThis = trust !== 'found' || 2 * veryWords.length >= own.length;
    /** Whether the question names so much of a part of the quote. */
    const names = (terms: readonly Token[], share: number): boolean => {
      const met = terms.filter((word) => isAmong(word, own));
      return met.length > 0 && met.length >= share * terms.length;
    };
    /** Whether the question names whom and where a clause speaks of: what must not go to one may go to another. */
    const namesDestined = (clause: string): boolean =>
      destinationsIn(clause)
        .map(words)
        .every((place) => place.length === 0 || place.some((word) => isAmong(word, own)));
    /** Whether a clause forbids what the question asks leave for. */
    const isForbidden = (clause: string): boolean => {
      const terms = words(clause);
      return (
        FORBIDS.test(clause) &&
        terms.length >= FORBIDDEN.words &&
        names(terms, Math.max(FORBIDDEN.share, FORBIDDEN.words / terms.length)) &&
        namesDestined(clause) &&
        !isOfOthers(asked, clause)
      );
    };
    const said = (part: string): boolean =>
      names(words(part).slice(0, GOVERNED), least.governed) &&
      !isTurnedRound(main, part) &&
      !isOfOthers(asked, part) &&
      (!PERMISSION.test(asked) || namesDestined(part));
    // What the question has met already is no condition any more.
    const open = (text: string): string =>
      trust === 'found'
        ? text
        : text.replace(HINGES, (clause, of: string) => (names(words(of), MET) ? '' : clause));
    const form = limited ? null : byForm(main, whole, asked, trust);
    if (form !== null && covered > (trust === 'found' ? LEAST.trusted.denied : 0)) return form;
    /** Whether the question is on the data that a denial is said of: "payroll data does not leave" says nothing of invoices. */
    const namesSubject = (before: string): boolean => {
      const [, kind = ''] = KIND_OF_DATA.exec(before) ?? [];
      const terms = words(kind);
      return trust === 'trusted' || terms.length === 0 || names(terms, 0);
    };
    const asksDuty = readAsked(lastSentence(main)).form === 'duty';
    const [, opening] = /^(yes|no)[,.:;]\s/iu.exec(verbatim) ?? [];
    const isHeaded = opening !== undefined && /\?\W*$/u.test(heading) && !TURNED.test(plain(heading));
    if (isHeaded && trust !== 'found' && !asksDuty && names(words(heading), HEADED))
      return spoken(opening, whole, limited);
    if (!ordinary) return null;
    /** Whether a clause with a denial denies what is asked. */
    const isDenied = (clause: string): boolean =>
      (asksDuty ? !ORDERS_NOT.test(clause) : !NEEDLESS.test(clause)) &&
      !BRINGS_NOTHING.test(clause) &&
      ([...clause.matchAll(DENIAL)].some(
        (cue) =>
          namesSubject(clause.slice(0, cue.index)) && said(governedBy(clause, cue.index + cue[0].length)),
      ) ||
        names(words(DENIED_BEFORE.exec(clause)?.[1] ?? ''), least.governed) ||
        (trust !== 'found' && (PERMISSION.test(asked) || ASKS_LEAVE.test(asked)) && isForbidden(clause)));
    const depends = covered >= least.depends ? 'depends' : null;
    const only = ONLY_THESE.exec(quote);
    if (only !== null) {
      const among = (only[1] ?? '').split(/,| and | or /u).some((one) => names(words(one), 1));
      const further = quote.slice(only[0].length);
      const free = !limited && !claim && !OF_ALL.test(asked) && !CONDITION.test(further) && said(further);
      return among && free && PERMISSION.test(asked) && covered >= LEAST.found.permitted ? 'yes' : depends;
    }
    if (RIGHTS.test(leadIn) && !asksDuty && !OF_ALL.test(asked) && covered >= least.depends)
      return LIMITED.test(quote) ? 'depends' : 'yes';
    if (limited) return depends;
    const [, first = ''] = ONLY_ONCE.exec(quote) ?? [];
    if (
      ASKS_FOR_FIRST.test(main) &&
      first !== '' &&
      names(words(first), LEAST.found.permitted) &&
      covered >= LEAST.found.permitted
    )
      return 'yes';
    /** How much of the question a part of the quote holds. */
    const holds = (part: string): number => heldIn(own, words(part));
    const clauses = clausesOf(whole);
    const mostOf = (parts: readonly string[]): number => Math.max(-1, ...parts.map(holds));
    const isConditional = (part: string): boolean =>
      CONDITION.test(open(part)) || (PERMITS.test(part) && TIMED.test(part));
    const asksLeave = !asksDuty && (PERMISSION.test(asked) || ASKS_LEAVE.test(asked));
    const [head = ''] = clauses;
    // A passage that does nothing but forbid, found surely: in 64 of 64 questions for leave that it answers, the answer was no.
    const onlyForbids =
      trust !== 'found' &&
      asksLeave &&
      !claim &&
      FORBIDS.test(head) &&
      !clauses.some((clause) => EXCEPTED.test(clause) || FOR_NOW.test(clause)) &&
      !PERMITS.test(whole.replace(DENIAL, '')) &&
      namesDestined(head) &&
      !isOfOthers(asked, head) &&
      covered > (trust === 'trusted' ? 0 : confidence >= SURELY ? 0.12 : LEAST.phrased.denied);
    if (onlyForbids && !isTurnedRound(main, whole)) return 'no';
    const denying = clauses.filter((clause) => ANY_DENIAL.test(clause));
    const conditional = clauses.filter(isConditional);
    if (denying.length > 0 && /^\s*\|/u.test(verbatim)) return conditional.length > 0 ? depends : null;
    if (denying.length > 0) {
      const denied = denying.filter(isDenied);
      const [first] = denied;
      if (first !== undefined) {
        if (covered < least.denied || !eachAlone(whole)) return null;
        if (denied.every((clause) => EXCEPTED.test(clause))) return depends;
        return denied.some((clause) => !isConditional(clause) && !FOR_NOW.test(clause)) ? 'no' : null;
      }
      const excepted = denying.filter((clause) => EXCEPTED.test(clause) && namesSubject(clause));
      const turned = excepted.length > 0 && mostOf(excepted) >= mostOf(clauses);
      return turned || mostOf(conditional) > mostOf(denying) ? depends : null;
    }
    if (conditional.length > 0)
      return mostOf(conditional) >= mostOf(clauses.filter((clause) => !conditional.includes(clause)))
        ? depends
        : null;
    if (OF_ALL.test(asked) || claim || /^\s*\|/u.test(verbatim) || covered < least.permitted) return null;
    if (isTurnedRound(main, whole)) return null;
    const permits = PERMITS.exec(whole);
    // "We may use it:" permits what the point says.
    const permittedBy = ({ index, 0: cue }: RegExpExecArray): string =>
      /:\s*$/u.test(leadIn) && index < leadIn.length ? quote : governedBy(whole, index + cue.length);
    if (
      permits !== null &&
      PERMISSION.test(asked) &&
      (/(?<!,) who\b/iu.test(permits.input.slice(0, permits.index)) || OTHERS.test(asked))
    )
      return null;
    if (permits !== null && PERMISSION.test(asked) && !asksDuty)
      return covered >= MOSTLY || said(permittedBy(permits)) ? 'yes' : null;
    if (OBLIGATION.test(asked)) return OBLIGES.test(whole) && covered >= least.fact ? 'yes' : null;
    const isFact = !PERMISSION.test(asked) && !/\bonly\b/iu.test(whole);
    return isFact && onThis && covered >= least.fact ? 'yes' : null;
  };
};
