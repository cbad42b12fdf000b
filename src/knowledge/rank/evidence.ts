/** What speaks for the best passages being an answer, and not only near to the question. */
import type { WordBearing } from '../question/word-bearing.ts';
import { plain, wordsOf } from '../question/words.ts';
import { ASKS_YES_NO } from '../question/yes-no.ts';
import type { AskedWord } from './text-signal.ts';
import type { RankedUnit, Ranking } from './unit-ranking.ts';

/** What speaks for and against the best passage, by name, for the model of `answerable.ts`. */
export type Evidence = Readonly<Record<string, number>>;

/** What is known of words and of questions: how much a word tells, whether people use it at all, how far a question is from privacy, whether policies state such things. */
export type WordTelling = {
  readonly bearing: WordBearing;
  readonly isWord: (word: string) => boolean;
  readonly offTopic: (question: string) => number;
  readonly sayable: (question: string) => number;
};

/** Of so few passages each is rarer than its words look. */
const SMALL = 60;
/** Longer questions are no surer for it. */
const LONG = 25;

const ASKS_WHEN = /\bwhen\b|\bhow (?:long|soon|fast|quick)/u;

/** From here on a passage is said to hold a word. */
export const HELD = 0.3;

/** What a word counts for when it is asked whether a passage holds what the question turns on. */
export const bearingWeight = ({ stem, weight }: AskedWord, bearing: WordBearing): number =>
  weight * Math.max(...stem.split(' ').map((part) => bearing[part] ?? 1));

/** The words of a question that may bear it; a known phrase stands for its words. */
export const bearingWords = ({ words }: Ranking): readonly AskedWord[] =>
  words.filter(({ inPhrase, spent }) => !inPhrase && !spent);

/** The share of what the question turns on that a passage holds. */
export const coveredBy = (
  ranking: Ranking,
  at: number,
  bearing: WordBearing,
  /** What else speaks in its place. */
  alsoHolds: (stem: string) => boolean = () => false,
): number => {
  let held = 0;
  let all = 0;
  for (const word of bearingWords(ranking)) {
    const weight = bearingWeight(word, bearing);
    const share = alsoHolds(word.stem) ? 1 : Math.min(1, word.heldBy(at));
    if (word.person && share < HELD) continue;
    all += weight;
    held += weight * share;
  }
  return all === 0 ? 0 : held / all;
};

/** The share of all words of a question, rare ones weighing more, that a passage holds in very words. */
export const wordsHeldBy = ({ words }: Ranking, at: number): number => {
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  const held = words.reduce((sum, word) => sum + (word.heldBy(at) > HELD ? word.weight : 0), 0);
  return all === 0 ? 0 : held / all;
};

/** A thing that people ask about, or what is no ordinary word. */
const isNamed = (
  { listed, word }: Pick<AskedWord, 'listed' | 'word'>,
  isWord: WordTelling['isWord'],
): boolean => listed || !isWord(word);

/** Whether a thing that people ask about stands nowhere in the policies, nor anything of its kind (a drone, lie detectors). Of a phrase that the policies know, a word that stands nowhere alone does not count. */
export const asksUnheardOf = ({ words }: Ranking, isWord: WordTelling['isWord']): boolean => {
  const knowsPhrase = words.some(({ phrase, known }) => phrase && known !== 'nowhere');
  return words.some(
    ({ phrase, inPhrase, spent, listed, known, word, person }) =>
      !phrase &&
      !spent &&
      !person &&
      known === 'nowhere' &&
      !(inPhrase && knowsPhrase) &&
      isNamed({ listed, word }, isWord),
  );
};

/** How much of a question the best passage lacks, by where its words stand instead. */
const lackedBy = (
  ranking: Ranking,
  at: number,
  { bearing, isWord }: WordTelling,
): Readonly<Record<'all' | 'own' | 'elsewhere' | 'nowhere' | 'unheardOf', number>> => {
  const sums = { all: 0, own: 0, elsewhere: 0, nowhere: 0, unheardOf: 0 };
  for (const word of bearingWords(ranking)) {
    const weight = bearingWeight(word, bearing);
    const held = word.heldBy(at) > HELD;
    if (word.person && !held) continue;
    sums.all += weight;
    if (word.standsIn(at)) sums.own += weight;
    if (held) continue;
    if (word.known === 'word') sums.elsewhere += weight;
    if (word.known !== 'nowhere') continue;
    sums.nowhere += weight;
    if (isNamed(word, isWord)) sums.unheardOf += weight;
  }
  return sums;
};

/** How much nearer in meaning the best passage is than any other. */
const aheadInMeaning = ({ ranked: [best, ...others] }: Ranking): number =>
  (best?.byMeaning ?? 0) - others.reduce((most, { byMeaning }) => Math.max(most, byMeaning), -1);

/** Without phrasings: the words of the question, and where they stand. */
const byWords = (question: string, ranking: Ranking, best: RankedUnit, telling: WordTelling): Evidence => {
  const { ranked, kinds, units } = ranking;
  const covered = coveredBy(ranking, best.at, telling.bearing);
  const asks = kinds.length > 0;
  const asked = plain(question);
  const sums = lackedBy(ranking, best.at, telling);
  const shareOf = (sum: number): number => (sums.all === 0 ? 0 : sum / sums.all);
  return {
    score: best.byText,
    margin: best.score - (ranked[3]?.score ?? 0),
    over: best.score - (ranked[1]?.score ?? 0),
    meaning: best.byMeaning,
    aheadInMeaning: aheadInMeaning(ranking),
    covered,
    coveredOpen: asks ? 0 : covered,
    states: asks ? (best.states ? 1 : -1) : 0,
    asksKind: asks ? 1 : 0,
    small: Math.max(0, 1 - units / SMALL),
    topics: best.byTopics,
    ownWords: shareOf(sums.own),
    elsewhere: shareOf(sums.elsewhere),
    nowhere: shareOf(sums.nowhere),
    unheardOf: shareOf(sums.unheardOf),
    asksWhen: ASKS_WHEN.test(asked) ? 1 : 0,
    asksYesNo: ASKS_YES_NO.test(asked) ? 1 : 0,
    sayable: telling.sayable(question),
  };
};

/** With phrasings: whether those of the passage, or those that nothing answers, are nearer. */
const byPhrasings = (
  ranking: Ranking,
  phrasings: NonNullable<Ranking['phrasings']>,
  best: RankedUnit,
  { bearing }: WordTelling,
): Evidence => {
  const { kinds, likeness } = ranking;
  const near = phrasings.nearestOf(best.at);
  const alike = likeness.nearestOf(best.at);
  return {
    silent: phrasings.silent,
    covered: coveredBy(ranking, best.at, bearing, (stem) => phrasings.expanded.holds(stem, best.at)),
    overNearMiss: near - phrasings.nearMiss,
    overSilence: near - phrasings.nearSilence,
    meaning: best.byMeaning,
    meantOverNearMiss: alike - likeness.nearMiss,
    meantOverSilence: alike - likeness.nearSilence,
    lacking: kinds.length > 0 && !best.states ? 1 : 0,
  };
};

/** Null when nothing in the policies shares anything with the question. */
export const evidenceOf = (question: string, ranking: Ranking, telling: WordTelling): Evidence | null => {
  const { ranked, phrasings } = ranking;
  const [best] = ranked;
  if (best === undefined) return null;
  const features =
    phrasings === null
      ? byWords(question, ranking, best, telling)
      : byPhrasings(ranking, phrasings, best, telling);
  const common = {
    length: Math.min(LONG, wordsOf(question).length) / LONG,
    offTopic: telling.offTopic(question),
  };
  return { ...common, ...features };
};
