/** What a trained model reads a verdict from: a question and a passage beside each other, as numbered terms. Words that both have stand for "the same", so that what is learned on one company holds for another. */
import type { WordBearing } from '../question/word-bearing.ts';
import { wordsOf } from '../question/words.ts';
import { hash, remembering } from '../rank/text-features.ts';
import type { Thesaurus, Token } from '../rank/thesaurus.ts';
import { readAsked, readYesNo } from './verdict-asked.ts';
import type { Borne } from './verdict-borne.ts';
import { asForm, lastSentence, piecesOf, saidBy } from './verdict-clauses.ts';
import { kindOf } from './verdict-kinds.ts';
import { periodTerms } from './verdict-periods.ts';
import { isAmong, wordReader } from './verdict-words.ts';

const ROW_BITS = 16;
/** Terms fall into so many rows; two that fall into one are told apart by the others. */
export const TERM_ROWS = 1 << ROW_BITS;

const rowOf = (term: string): number => hash(term, 0, term.length, ROW_BITS);

/** A word that the other side has, one of the question that the passage lacks, and any other of the passage. */
const [SAME, UNSAID, OTHER] = ['M', 'U', 'w'] as const;
/** So many words around a shared one are read together with it. */
const AROUND = 5;
const LONGEST_RUN = 3;

const isBlank = (word: string): boolean => word === SAME || word === UNSAID || word === OTHER;

/** Runs of one blank are one: how long a name is tells nothing. */
const collapsed = (words: readonly string[]): readonly string[] =>
  words.filter((word, at) => !(isBlank(word) && words[at - 1] === word));

const runsOf = (words: readonly string[], size: number): readonly string[] =>
  words.slice(0, Math.max(0, words.length - size + 1)).map((_, at) => words.slice(at, at + size).join(' '));

/** A share in steps, for a term. */
const step = (share: number, steps: number): number => Math.floor(share * steps);

export type TermReader = (
  borne: Pick<Borne, 'question' | 'mended' | 'quote' | 'leadIn'>,
) => readonly string[];

/** `cues` are the words that may stand as they are, because passages and questions of most companies have them. */
export const termReader = (
  thesaurus: Thesaurus,
  bearing: WordBearing,
  cues: ReadonlySet<string>,
): TermReader => {
  const { words, weightOf, heldIn } = wordReader(thesaurus, bearing);
  const tokenOf = remembering((word): Token | null => thesaurus.tokens(word)[0] ?? null);
  return ({ question, mended, quote, leadIn }) => {
    const asked = asForm(question);
    const yesNo = readYesNo(question);
    const { form, without, turned } = readAsked(lastSentence(yesNo?.main ?? asked));
    const way = `${without ? 'without' : form}${turned ? '~' : ''}${yesNo?.claim === true ? '!' : ''}`;
    const own = words(mended);
    const whole = saidBy(quote, leadIn).whole.trim();
    const inWhole = words(whole);
    const heldBy = (text: readonly Token[]): number => heldIn(own, text) / (weightOf(own) || 1);
    const terms = new Set([`form:${way}`, `held:${way}${step(heldBy(inWhole), 5)}`]);
    const add = (...some: readonly string[]): void => {
      for (const term of some) terms.add(term);
    };

    const spoken = wordsOf(asked).map((word) => {
      const token = tokenOf(word);
      if (token === null) return word;
      const isSaid = isAmong(token, inWhole);
      if (cues.has(word)) add(`${isSaid ? 'm' : 'u'}:${word}`);
      return isSaid ? SAME : cues.has(word) ? word : UNSAID;
    });
    // The question alone says nothing of what the passage says: a run counts where something is shared or missing in it.
    const framed = ['^', ...collapsed(spoken), '$'];
    for (const size of [2, LONGEST_RUN])
      for (const run of runsOf(framed, size))
        if (run.split(' ').some((word) => word === SAME || word === UNSAID)) add(`q${size}:${run}`);
    add(...periodTerms(asked, whole, way));

    const clauses = piecesOf(whole)
      .map((text) => ({ text, own: words(text) }))
      .filter((clause) => clause.own.length > 0)
      .map((clause) => ({ ...clause, kind: kindOf(clause.text), held: heldBy(clause.own) }));
    const most = Math.max(...clauses.map(({ held }) => held));
    const best = clauses.find(({ held }) => held === most);
    add(`n:${Math.min(4, clauses.length)}`);
    const askedWith = new Set(spoken.filter((word) => word !== SAME && word !== UNSAID));
    for (const clause of clauses) {
      const isBest = clause === best;
      const at = isBest ? 'B' : 'O';
      add(`${at}k:${clause.kind}`, `${at}kf:${way}|${clause.kind}`);
      add(`${at}kh:${way}|${clause.kind}|${step(clause.held, 4)}`);
      const said = [
        '^',
        ...collapsed(
          wordsOf(clause.text).map((word) => {
            const token = tokenOf(word);
            if (token !== null && isAmong(token, own)) return SAME;
            return token === null || cues.has(word) ? word : OTHER;
          }),
        ),
        '$',
      ];
      for (let size = 1; size <= LONGEST_RUN; size += 1)
        for (const run of runsOf(said, size))
          add(`${at}${size}:${run}`, ...(isBest ? [`B${size}f:${way}|${run}`] : []));
      for (const [place, word] of said.entries()) {
        if (word !== SAME) continue;
        for (const [near, other] of said.slice(0, place + AROUND + 1).entries()) {
          if (near < place - AROUND || isBlank(other)) continue;
          const side = near < place ? '<' : '>';
          add(`${at}${side}:${other}`, `${at}f${side}:${way}|${other}`);
        }
      }
      if (!isBest) continue;
      const saidWith = said.filter((word) => !isBlank(word) && word !== '^' && word !== '$');
      for (const one of askedWith) for (const other of saidWith) add(`x:${one}|${other}`);
    }
    return [...terms];
  };
};

/** The rows of terms, each once. */
export const rowsOf = (terms: readonly string[]): readonly number[] => [...new Set(terms.map(rowOf))];
