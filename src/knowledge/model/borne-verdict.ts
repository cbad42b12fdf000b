/** Whether the quoted words bear a verdict: a flat yes or no that they do not bear out is the worst answer there is. */
import type { Verdict } from '../answer/answer.ts';
import { stemOf, wordsOf } from '../question/words.ts';

/** Words as they are quoted, with the lead-in or header that is shown with them. */
export type Quoted = { readonly text: string; readonly before: string };

export type BorneVerdict = {
  readonly verdict: Verdict | null;
  /** Of *it depends*: the words of the policy that set the condition, as they stand there; null where they are too long to be said first. */
  readonly condition: string | null;
};

/** What limits a yes, however it is meant. */
const CONDITION =
  /\b(?:unless|except\w*|only|solely|provided|up to|may not|where|if|when|until|subject to|as appropriate|appropriate to|depend\w*|as long as|so long as|limited|in (?:some|certain|limited) \w+|sometimes|not always|usually|normally|other than|save|before|after)\b/iu;
/** What may turn a no. */
const EXCEPTION =
  /\b(?:unless|except\w*|provided|up to|subject to|until|other than|save (?:for|that|where)|as long as|so long as|without (?:your|their|his|her|our|the|prior|first|consent|permission|approval))\b/iu;
const NEGATION =
  /\b(?:not|no|never|none|nobody|nothing|nor|neither|cannot|prohibit\w*|forbid\w*|forbidden|banned|refuse\w*|unable|cease\w*)\b|n['’]t\b/iu;
/** A limit on who or what, not on how: whoever is not named is left out. */
const LIMIT =
  /(?:^|[.:;\n])\s*(?:only|solely) (?!to|if|where|when|on|with|for|as|in|after|by)\w+|\b(?:limited|restricted) to\b/iu;
/** Says that something is so, and yet not wholly. */
const HEDGE =
  /\b(?:still|impossible|unfeasible|infeasible|unlikely|might|may be|possibly|without|discretion|reserves? the right)\b/iu;

const CLAUSE =
  /[.;:!?]+\s+|\n+|,\s+(?:and|but|or|so|which|although|though|however)\s+|\s+(?:but|however|although|though|whereas)\s+/iu;
const SENTENCE = /(?<=[.!?;])\s+|\n+/u;

const STOP = new Set(
  'a an the of to in on at is are was were be been am do does did have has had i me my we our us you your he she they them their it its this that these those there and or but so as by for from with about can could may might will would shall should must just any some who what when how long if not no never'.split(
    ' ',
  ),
);

const stems = (text: string): ReadonlySet<string> =>
  new Set(
    wordsOf(text)
      .filter((word) => !STOP.has(word))
      .map(stemOf),
  );

const ASKS =
  /^(?:(?:so|and|but|ok|okay|hi|hello|please|also|then|now|well|just|quick question)\W+)*(?:is|are|am|was|were|do|does|did|can|could|may|might|must|shall|should|will|would|has|have|had|(?:is|are|was|do|does|did|ca|could|must|should|wo|would|has|have)n['’]?t|cant|wont|any)\b/iu;
/** A second question: one yes or no would not answer both. */
const BESIDE =
  /\b(?:and|or|but|also|,)\s(?:(?:if so|then|also)\W+)?(?:how|what|whats|who|where|when|why|which|can|could|do|does|is|are|may|should|will|would|must|under what)\b/iu;
const TAG = /\b(?:right|correct|true|ok|okay|allowed|yes or no|is that so)\s*\??$/iu;

/** The part of a message that can be answered with yes or no, by its form in English; null where there is none, or a second question beside it. */
export const yesNoPart = (message: string): string | null => {
  if (BESIDE.test(message)) return null;
  const sentences = message.split(/(?<=[.?!;])\s+|\n+/u).filter((part) => /\p{L}/u.test(part));
  const asking = sentences.filter((sentence) =>
    sentence.split(/[,:–—]\s*|\s-\s|\s(?:so|and|but)\s/u).some((part) => ASKS.test(part.trim())),
  );
  if (asking.length > 1) return null;
  return asking[0] ?? (TAG.test(message.trim()) ? message : null);
};

const figuresIn = (text: string): ReadonlySet<string> =>
  new Set(
    [
      ...text
        .toLowerCase()
        .matchAll(
          /\b(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|eighteen|thirty|sixty|ninety)\b/gu,
        ),
    ].map(([figure]) => figure),
  );

/** Two in one clause may undo one another, or the second belongs to something else: nothing flat is read from them. */
const isTwiceNegated = (clause: string): boolean =>
  [...clause.matchAll(new RegExp(NEGATION.source, 'giu'))].length > 1;

type Clause = { readonly clause: string; readonly sentence: string };

/** The clauses that speak most of what is asked, each with its sentence; none where none does. */
const bearing = (asked: ReadonlySet<string>, quotes: readonly Quoted[]): readonly Clause[] => {
  const clauses = quotes.flatMap(({ text, before }) =>
    text
      .split(SENTENCE)
      .flatMap((sentence) => sentence.split(CLAUSE).map((clause) => ({ clause, sentence })))
      .map((one, at) => (at === 0 ? { ...one, clause: `${before} ${one.clause}` } : one)),
  );
  const sharing = (text: string): number => [...stems(text)].filter((stem) => asked.has(stem)).length;
  const mostOf = (numbers: readonly number[]): number => Math.max(0, ...numbers);
  const bySentence = mostOf(clauses.map(({ sentence }) => sharing(sentence)));
  // A quote's other sentences may speak of something else, and need not bear anything.
  const near = clauses.filter(({ sentence }) => sharing(sentence) === bySentence);
  const byClause = mostOf(near.map(({ clause }) => sharing(clause)));
  return byClause === 0 ? [] : near.filter(({ clause }) => sharing(clause) === byClause);
};

/** Longer words of the policy are not said first: they stand quoted below. */
const LONGEST_CONDITION = 32;

const short = (text: string): string | null =>
  text.split(/\s+/u).length <= LONGEST_CONDITION ? text.replace(/\s+/gu, ' ').trim() : null;

const conditionIn = (quotes: readonly Quoted[], pattern: RegExp): string | null => {
  for (const { text } of quotes) {
    if (text.startsWith('|')) continue;
    const sentence = text.split(SENTENCE).find((part) => pattern.test(part));
    if (sentence !== undefined) return short(sentence) ?? short(sentence.slice(sentence.search(pattern)));
  }
  return null;
};

const none: BorneVerdict = { verdict: null, condition: null };

/** The verdict that may be shown: the one given, *it depends* with its condition, or none. `question` as it was asked. */
export const borneVerdict = (
  given: Verdict | null,
  question: string,
  quotes: readonly Quoted[],
): BorneVerdict => {
  const asks = yesNoPart(question);
  if (given === null || quotes.length === 0 || asks === null) return none;
  const all = quotes.map(({ text, before }) => `${before} ${text}`).join('\n');
  const depends = (pattern: RegExp): BorneVerdict => ({
    verdict: 'depends',
    condition: conditionIn(quotes, pattern),
  });
  if (given === 'depends') return CONDITION.test(all) ? depends(CONDITION) : none;
  const asked = stems(asks);
  const clauses = bearing(asked, quotes);
  if (clauses.length === 0 || clauses.some(({ clause }) => isTwiceNegated(clause)))
    return CONDITION.test(all) ? depends(CONDITION) : none;
  const turned = NEGATION.test(question) || /\bwithout\b/iu.test(question);
  const negated = clauses.map(({ clause }) => NEGATION.test(clause));
  const figures = figuresIn(question);
  const stated = figuresIn(all);
  const otherFigure = [...figures].some((figure) => !stated.has(figure));
  if (given === 'yes') {
    if (CONDITION.test(all)) return depends(CONDITION);
    // "…, which cannot be redacted": what is denied in the same sentence counts against a yes.
    const denies = !turned && clauses.some(({ sentence }) => NEGATION.test(sentence) || HEDGE.test(sentence));
    return negated.every((negation) => negation === turned) && !denies && !otherFigure
      ? { verdict: 'yes', condition: null }
      : none;
  }
  if (EXCEPTION.test(all)) return depends(EXCEPTION);
  if (/\bonly (?:to|if|where|when|on|with|for|as|in|after|by)\b/iu.test(all)) return depends(CONDITION);
  const denied = negated.every((negation) => negation !== turned);
  const contradicted = otherFigure && stated.size > 0;
  const own = stems(all);
  const leftOut = LIMIT.test(all) && [...asked].some((stem) => !own.has(stem));
  return (denied && NEGATION.test(all)) || contradicted || leftOut
    ? { verdict: 'no', condition: null }
    : none;
};
