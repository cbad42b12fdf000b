/** Yes, no or it depends, where the quoted words bear it; silent in doubt, because a flat wrong one is the worst answer there is. */

import type { WordBearing } from '../question/word-bearing.ts';
import { plain } from '../question/words.ts';
import type { Thesaurus, Token } from '../rank/thesaurus.ts';
import type { Verdict } from './answer.ts';

const AUXILIARY =
  'do|does|did|is|are|was|were|am|can|could|may|might|must|should|shall|will|would|has|have|need';
/** Opens with an auxiliary, alone or after an aside; or a short "ok to …", "allowed to …". */
const ASKS_YES_NO = new RegExp(
  `^(?:(?:so|and|but|or|well|hi|hello|quick one|also)[,:;-]? )*(?:${AUXILIARY})\\b|[,.;:?!–-] (?:so |and |but |then )?(?:${AUXILIARY}) (?:i|we|they|he|she|it|you|the|our|my|a|an|somebody|someone|that|this|there|staff|\\w+) |\\b(?:ok|okay|alright|fine|allowed|permitted) to \\w|\\bam i (?:allowed|ok)\\b|\\bis (?:it|that) (?:ok|okay|allowed|fine|alright)\\b`,
  'u',
);
/** A further question of another kind, at the head or after a break; "the details that we have" is none. */
const ASKS_MORE =
  /(?:^|[,.;?!–-] ?|\b(?:and|or|but) )(?:so |then |for |to |from |by )?(?:who|whom|whose|what|whats|which|when|where|why|how|hows)\b(?!['’]?(?:ve|s) )/u;
const CLAIMS = /[,.] ?(?:right|correct|yes|yeah|innit|isn't it|don't we|doesn't it|aren't they|agreed)\??$/u;
/** A question that is itself turned round, or asks of all or of nothing but, is left alone. */
const TURNED =
  /\b(?:not|no|never|nobody|none|without|except|unless|neither|cannot|stop|ban|banned|against|refuse|besides|instead|same|differ\w*|other than|rather than|matter)\b|n't\b|\b(?:cant|wont|dont|doesnt|isnt|arent|shouldnt|mustnt|didnt)\b/u;
const OF_ALL =
  /\b(?:all|every|everyone|everything|any|anyone|anybody|anything|always|whenever|forever|completely|only|100|everybody|whole|entire|just|still|straight|nothing|fully)\b/u;
const PERMISSION = /\b(?:can|could|may|might|allowed|permitted|ok|okay|alright|fine|let|lets)\b/u;
const OBLIGATION = /\b(?:must|have to|has to|need|needs|should|required|obliged)\b/u;

const CONDITION =
  /\b(?:only|unless|except|if|when|where|whenever|provided|subject to|until|up to|in (?:certain|limited|some) (?:cases|circumstances)|as appropriate|other than|save for|as long as|with (?:the|their|your|his|her) (?:\w+ )?(?:consent|agreement|permission)|after|once|appropriate to|normally|usually|exceptions? apply)\b/iu;
const DENIAL =
  /\b(?:must not|may not|can ?not|do not|does not|did not|will not|shall not|is not|are not|was not|were not|should not|never|not|nobody|no one|none of|neither|forbidden|prohibited|banned|refused|no longer|no)\b|n[’']t\b/giu;
const PERMITS =
  /\b(?:may|can|are able to|is able to|are allowed to|is allowed to|are free to|is free to|reserves? the right to|(?:have|has) (?:the|a) right to|entitled to|you have the following rights)\b/iu;
/** A list of rights grants each of them. */
const RIGHTS = /\b(?:(?:have|has) (?:the following|these) rights|rights? to|(?:can|may) ask us)\b/iu;
const LIMITED = /\b(?:in (?:certain|limited|some) (?:cases|circumstances)|unless|only|except|not)\b/iu;
const OBLIGES =
  /\b(?:must|has to|have to|is required to|are required to|needs to|need to|required|compulsory)\b/iu;

/** A quote that holds as much of the question needs not name what is permitted next to the permission. */
const MOSTLY = 0.65;
/** So many words after a denial or a permission are what it is said of. */
const GOVERNED = 4;
/** The share of what the question turns on, in words or words of their kind, that the quote has to hold; `governed` is the share of what is denied or permitted that the question has to name. */
const LEAST = {
  found: { depends: 0.5, denied: 0.4, permitted: 0.5, fact: 0.85, governed: 0.5 },
  /** People have said that the passage answers questions like this one. */
  trusted: { depends: 0, denied: 0.15, permitted: 0.15, fact: 0.55, governed: 0.34 },
} as const;

export type Borne = {
  readonly question: string;
  /** The first quote, and what introduces it; '' when nothing does. */
  readonly quote: string;
  readonly leadIn: string;
  /** People have said, by a map or by phrasings, that the passage answers such questions. */
  readonly trusted: boolean;
  /** Whether something further that is quoted limits it. */
  readonly limited: boolean;
};

const meets = (one: Token, other: Token): boolean =>
  one.stem === other.stem || one.kinds.some((kind) => other.kinds.includes(kind));

/** The part of a quote that a cue is said of: up to the next break. */
const governedBy = (quote: string, end: number): string =>
  quote.slice(end).split(/[;:.]|, (?:and|but|or|which|who) |\bbut\b/u)[0] ?? '';

/** The verdict, or null when it is not a yes/no question or not certain. */
export const verdictReader =
  ({ tokens }: Thesaurus, bearing: WordBearing): ((borne: Borne) => Verdict | null) =>
  ({ question, quote, leadIn, trusted, limited }) => {
    const asked = plain(question).replace(/\s+/gu, ' ').trim();
    const claim = CLAIMS.test(asked);
    if (!claim && (!ASKS_YES_NO.test(asked) || ASKS_MORE.test(asked))) return null;
    if (TURNED.test(asked)) return null;
    const words = (text: string): readonly Token[] => tokens(text).filter(({ phrase }) => !phrase);
    const own = words(asked);
    const quoted = words(`${leadIn}\n${quote}`);
    const weight = (word: Token): number => bearing[word.stem] ?? 1;
    const all = own.reduce((sum, word) => sum + weight(word), 0) || 1;
    const covered =
      own
        .filter((word) => quoted.some((other) => meets(word, other)))
        .reduce((sum, word) => sum + weight(word), 0) / all;
    // "We use it when:" is no condition of its own.
    const introduced = leadIn.replace(/\b\w+:\W*$/u, '');
    const whole = `${leadIn} ${quote}`.trim();
    const least = trusted ? LEAST.trusted : LEAST.found;
    const said = (part: string): boolean => {
      const governed = words(part).slice(0, GOVERNED);
      const met = governed.filter((word) => own.some((other) => meets(word, other)));
      return governed.length > 0 && met.length >= least.governed * governed.length;
    };
    if (RIGHTS.test(leadIn) && !OF_ALL.test(asked) && covered >= least.depends)
      return LIMITED.test(quote) ? 'depends' : 'yes';
    if (limited || CONDITION.test(quote) || CONDITION.test(introduced))
      return covered >= least.depends ? 'depends' : null;
    const denials = [...whole.matchAll(DENIAL)];
    if (denials.length > 0) {
      const denied = denials.some((cue) => said(governedBy(whole, cue.index + cue[0].length)));
      return denied && covered >= least.denied && denials.length === 1 ? 'no' : null;
    }
    if (OF_ALL.test(asked) || claim || covered < least.permitted) return null;
    const permits = PERMITS.exec(whole);
    if (permits !== null && PERMISSION.test(asked))
      return covered >= MOSTLY || said(governedBy(whole, permits.index + permits[0].length)) ? 'yes' : null;
    if (OBLIGATION.test(asked)) return OBLIGES.test(whole) && covered >= least.fact ? 'yes' : null;
    return !PERMISSION.test(asked) && covered >= least.fact ? 'yes' : null;
  };
