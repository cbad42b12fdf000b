/** Finds names that are written as capitals in a row of plain English: "Faith Hope-Power", "Sunny Day", "Talent Given". */
import type { Seen } from './name-signs.ts';
import { partsOfWord, type RedactionPiece } from './redaction-pieces.ts';

/** What is known of words; all are asked written small. */
export type RunTests = {
  /** Of questions and policies. */
  readonly isOrdinary: (part: string) => boolean;
  /** Names that identify nobody. */
  readonly isThing: (part: string) => boolean;
  readonly isNameClass: (part: string) => boolean;
  /** Whether the policies, or the names of things, have these very words in a row. */
  readonly isPhrase: (phrase: string) => boolean;
};

/** A capital of its own where a sentence opens says nothing of these. */
const OPENERS =
  /^(?:an?|the|our|my|your|their|his|her|its|this|that|these|those|is|are|was|were|am|be|do|does|did|has|have|had|can|could|may|might|must|shall|should|will|would|who|whom|whose|what|which|when|where|why|how|if|as|at|in|on|of|for|from|to|with|without|about|after|before|since|until|under|over|by|per|via|and|or|but|so|because|though|although|while|not|no|yes|ok|hi|hello|hey|dear|thanks|please|pls|also|any|some|all|every|each|both|only|just|even|i|we|you|he|she|it|they|there|here|then|once|let|lets|let's|let’s|say|tell|ask|send|delete|erase|give|show|add|remove|put|keep|share|read|use|got|get|someone|somebody|anyone|customer|client|employee|member|user|patient|tenant|colleague|visitor|guest|applicant|candidate|manager|doctor|nurse|teacher|mr|mrs|ms|miss|mx|dr|prof|sir|lady|lord|and)$/iu;
const PERSON_BEHIND =
  /^,? (?:(?:also|still|never|just|already|both) )?(?:asks?|asked|wants?|wanted|says?|said|writes|wrote|thinks|reckons|complains|complained|objects|objected|refuses|refused|insists|claims|withdrew|phoned|rang|called|emailed|unsubscribed|resigned|left|joined|who|whose)(?!\p{L})/u;
const PRONOUN = /(?<!\p{L})(?:he|she|his|her|hers|him|himself|herself)(?!\p{L})/iu;
const MODAL = /^(?:will|may|can|must|might)$/iu;

/** "Will Power came to the desk" tells; "Will Microsoft keep it?" asks. */
const TOLD =
  /^(?:,|['’]s)|^ (?:\p{Ll}+ed|is|was|has|had|does|did|can|came|comes|went|goes|says|said|wants|asks|left|lost|got|gets|sent|told|wrote|rang|works|needs|knows|thinks|and \p{Lu}\p{Ll}+)(?!\p{L})/u;

const isCapital = ({ text }: Seen): boolean => /^\p{Lu}\p{L}*\p{Ll}/u.test(text);

/** Each run as the places of its words: capitals with nothing but a space between. */
const runsOf = (
  pieces: readonly RedactionPiece[],
  seen: readonly (Seen | null)[],
): readonly (readonly number[])[] => {
  const runs: number[][] = [];
  let run: number[] = [];
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  seen.forEach((one, at) => {
    if (one !== null && isCapital(one)) run.push(at);
    else if (one !== null || !/^\s+$/u.test(pieces[at]?.text ?? '')) close();
  });
  close();
  return runs;
};

/** Whether the words of a run are somebody's name; `last` is its last word, `whole` the question. */
const isName = (words: readonly string[], last: Seen, whole: string, tests: RunTests): boolean => {
  // "Martyn's Law"
  if (/^(?:Law|Act|Directive|Regulations?|Principles|Convention|Protocol)$/u.test(last.text)) return false;
  const parts = words.flatMap(partsOfWord);
  if (
    parts.every(tests.isThing) ||
    tests.isPhrase(
      words
        .join(' ')
        .toLowerCase()
        .replace(/['’]s?$/u, ''),
    )
  )
    return false;
  if (parts.some(tests.isNameClass)) return true;
  if (parts.some((part) => !tests.isOrdinary(part) && !tests.isThing(part))) return true;
  return PERSON_BEHIND.test(last.after) || /['’]s$/u.test(last.text) || PRONOUN.test(whole);
};

/** Whether each word belongs to such a name. */
export const namesInCapitals = (
  pieces: readonly RedactionPiece[],
  seen: readonly (Seen | null)[],
  tests: RunTests,
): ReadonlySet<number> => {
  const whole = pieces.map(({ text }) => text).join('');
  const found = runsOf(pieces, seen).flatMap((run): readonly number[] => {
    const words = run.flatMap((at) => seen[at] ?? []);
    const first = words[0];
    const last = words.at(-1);
    // Everything is in capitals, or the whole is a title: they say nothing.
    if (first === undefined || last === undefined || words.slice(1).some(({ opens }) => opens)) return [];
    const asksOfIt = MODAL.test(first.text) && !TOLD.test(last.after);
    const skips = asksOfIt || (first.opens && OPENERS.test(first.text) && !MODAL.test(first.text)) ? 1 : 0;
    const own = words.slice(skips);
    return own.length > 1 &&
      isName(
        own.map(({ text }) => text),
        last,
        whole,
        tests,
      )
      ? run.slice(skips)
      : [];
  });
  return new Set(found);
};
