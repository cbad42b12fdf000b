/** The questions that are written beside the policies, in one list, each with what it stands for. */
import type { Unit } from '../policy/policy.ts';
import type { ReadPhrasings } from '../policy/policy-phrasings.ts';
import { wordsOf } from '../question/words.ts';

/** What a question stands for where it is none of a passage. */
export const SILENT = -1;
export const OUTSIDE = -2;
/** It seems to be answered by a passage and is not. */
export const NEAR_MISS = -3;

export type WrittenQuestions = {
  readonly texts: readonly string[];
  /** For each the number of the unit that answers it, or one of the above. */
  readonly owners: readonly number[];
};

/** In words: key words alone are no question to press, and a story does not fit a button. */
const SHORTEST = 5;
const LONGEST = 14;

const AUX =
  '(?:do|does|did|is|are|was|were|can|could|may|might|must|should|shall|will|would|has|have|had|need)';
/** A whole question from its first word, and one only: nothing told before it, nothing hung on behind it. */
const WHOLE = new RegExp(
  `^(?:(?:(?:for|to|in|from|under|by|with|at|on) )?(?:how|what|which|who|whom|whose|when|where|why)\\b(?:['’]s\\b|.*\\b${AUX}\\b)|who \\p{Ll}+s\\b|${AUX}\\b) ?[^.;:!?…–—/()"“”]+\\??$`,
  'iu',
);
const HUNG_ON =
  /,? (?:right|correct|ok|okay|yes|no|y|n|pls|plz|please|lol|or what|or not|or no|true|isn'?t it|don'?t we|innit)\??$/iu;
/** Words run into one another, figures for words. */
const TYPED_FAST =
  /\b(?:u|ur|r|pls|plz|whats|hows|wheres|dont|doesnt|cant|wont|isnt|arent|im|ive)\b|\d[a-z]|\b[a-hj-z]\b(?<!['’]\p{Ll})/iu;

/** What is known of the words of questions, written small. */
type Spelling = {
  /** Of English, or of the policies. */
  readonly isWord: (word: string) => boolean;
  /** What the policies write in capitals alone: "NHS". */
  readonly short: ReadonlySet<string>;
};

/** As it may stand on a button: a whole question of known words, with its capital and its mark; null for one that was typed in a hurry. */
const wellFormed = (text: string, { isWord, short }: Spelling): string | null => {
  const trimmed = text
    .trim()
    .replace(/(?<![\p{L}’'.])i(?![\p{L}.])/gu, 'I')
    .replace(/(?<!\p{L})\p{Ll}{2,5}(?!\p{L})/gu, (word) => (short.has(word) ? word.toUpperCase() : word));
  if (!WHOLE.test(trimmed) || HUNG_ON.test(trimmed) || TYPED_FAST.test(trimmed.replace(/\ba\b/giu, '')))
    return null;
  const spelled = wordsOf(trimmed)
    .filter((word) => /^\p{L}{2,}$/u.test(word))
    .every(isWord);
  return spelled ? `${(trimmed[0] ?? '').toUpperCase()}${trimmed.slice(1).replace(/\?+$/u, '')}?` : null;
};

/** For each unit its first plain question that is well formed: of those that are written for it the first are the plainest. */
export const plainQuestions = (
  { texts, owners }: WrittenQuestions,
  spelling: Spelling,
): ReadonlyMap<number, string> => {
  const found = new Map<number, string>();
  for (const [at, owner] of owners.entries()) {
    const text = texts[at] ?? '';
    if (owner < 0 || found.has(owner)) continue;
    const { length } = wordsOf(text);
    if (length < SHORTEST || length > LONGEST) continue;
    const question = wellFormed(text, spelling);
    if (question !== null) found.set(owner, question);
  }
  return found;
};

/** `units` are those of the ranking, in its order; a question of a sentence within a bullet is one of the bullet. */
export const writtenQuestions = (
  files: readonly ReadPhrasings[],
  units: readonly Unit[],
): WrittenQuestions => {
  const numberOf = new Map(units.map((unit, at) => [unit.id, at]));
  const texts: string[] = [];
  const owners: number[] = [];
  const put = (questions: readonly string[], owner: number): void => {
    for (const text of questions) {
      texts.push(text);
      owners.push(owner);
    }
  };
  for (const { lines, units: found } of files) {
    for (const [at, { asks, not }] of lines.entries()) {
      const unit = found[at] ?? null;
      const owner = unit === null ? SILENT : numberOf.get(unit.within ?? unit.id);
      if (owner === undefined) continue;
      put(asks, owner);
      put(not, NEAR_MISS);
    }
  }
  return { texts, owners };
};
