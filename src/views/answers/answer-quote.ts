/** What of an answer's passages stands first: one quote, what limits it, and the words above it that are not in it already. */
import type { Answer, Citation } from '../../knowledge/answer/answer.ts';
import { VERDICTS } from '../../knowledge/answer/first-line.ts';
import { limitsAnother, NEXT_WITHIN, type Stands } from '../../knowledge/answer/limits.ts';
import { asksForList } from '../../knowledge/answer/whole-list.ts';
import { inWords } from './citations.ts';

/** The quote may grow to as many words by passages that belong to it. */
const MOST_WORDS = 60;
/** The same where a list is asked for: its points belong together. */
const MOST_WORDS_OF_LIST = 220;
const MOST_CONDITIONS = 2;
/** What is nearly as long as the quote and stands in it says nothing that the quote does not. */
const SAME_AT = 0.7;

export type FirstQuote = {
  /** The first passage, with the sentences or bullets that continue it. */
  readonly quote: readonly Citation[];
  readonly conditions: readonly Citation[];
  /** Shown under *More*. */
  readonly rest: readonly Citation[];
};

/** As they are shown: what introduces a list stands once above its bullets. */
const wordsIn = (citations: readonly Citation[]): number =>
  citations
    .map((one, at) => {
      const before = citations[at - 1];
      const stands = one.leadIn === null || one.leadIn === before?.leadIn || one.leadIn === before?.quote;
      return `${stands ? '' : `${one.leadIn} `}${inWords(one)}`.split(/\s+/u).length;
    })
    .reduce((a, b) => a + b, 0);

const follows = (before: Citation, next: Citation): boolean =>
  next.start >= before.end && next.start - before.end <= NEXT_WITHIN;

/** The next sentence of the same paragraph, the first bullet under the words that introduce it, or the next one. */
const continues = (before: Citation, next: Citation): boolean =>
  before.policy === next.policy &&
  before.section === next.section &&
  (follows(before, next) ||
    (next.leadIn !== null && (next.leadIn === before.leadIn || next.leadIn === before.quote)));

/** Words that introduce a list, shown already above its points or left without any. */
const saysNothing = ({ quote }: Citation, all: readonly Citation[]): boolean =>
  /:\s*$/u.test(quote) && !all.some(({ leadIn }) => leadIn === quote && leadIn !== all[0]?.leadIn);

/** What stands in a quote already, or above it. */
const holds = (shown: Citation, one: Citation): boolean =>
  (shown.policy === one.policy && shown.start <= one.start && one.end <= shown.end) ||
  shown.leadIn === one.quote;

/** Where a list is asked for, its points stand in the policy's own order. */
const inListOrder = (citations: readonly Citation[]): readonly Citation[] => {
  const lead = citations.find(({ leadIn }) => leadIn !== null)?.leadIn;
  const isPoint = (one: Citation): boolean =>
    one.leadIn !== null && one.leadIn === lead && one.policy === citations[0]?.policy;
  const first = citations[0];
  if (first === undefined || (!isPoint(first) && first.quote !== lead)) return citations;
  const points = citations.filter(isPoint).toSorted((one, other) => one.start - other.start);
  return [
    ...(isPoint(first) ? [] : [first]),
    ...points,
    ...citations.filter((one) => one !== first && !isPoint(one)),
  ];
};

export const firstQuote = (found: readonly Citation[], question: string): FirstQuote => {
  const listed = asksForList(question);
  const citations = listed ? inListOrder(found) : found;
  const [first, ...others] = citations;
  if (first === undefined) return { quote: [], conditions: [], rest: [] };
  const broken = citations.findIndex((one, at) => {
    const before = citations[at - 1];
    if (before === undefined) return false;
    return (
      !continues(before, one) ||
      wordsIn(citations.slice(0, at + 1)) > (listed ? MOST_WORDS_OF_LIST : MOST_WORDS)
    );
  });
  const quote = broken === -1 ? citations : citations.slice(0, broken);
  const left = others.filter(
    (one) =>
      !quote.includes(one) && !saysNothing(one, citations) && !quote.some((shown) => holds(shown, one)),
  );
  const whole = quote.map((one) => `${one.header ?? ''} ${one.quote}`).join(' ');
  const stands = (one: Citation): Stands => {
    if (quote.some((before) => before.policy === one.policy && follows(before, one))) return 'next';
    return one.policy === first.policy && one.section === first.section ? 'section' : 'elsewhere';
  };
  const conditions = left
    .filter((one) =>
      limitsAnother(whole, one.quote, question, stands(one), `${one.section} ${one.leadIn ?? ''}`),
    )
    .slice(0, MOST_CONDITIONS);
  return { quote, conditions, rest: left.filter((one) => !conditions.includes(one)) };
};

/** Says only that something is quoted below, which everybody sees. */
const ONLY_POINTS = /Under “[^”]*”(?: and “[^”]*”)? the policy says(?: what is quoted here\.|:)/u;

const squashed = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The answer's own words, less what the quote under them says in the same words; a verdict always stays. */
export const firstWords = (
  { answer, verdict }: Pick<Answer, 'answer' | 'verdict'>,
  quote: readonly Citation[],
): string => {
  const yesNo = verdict === null ? '' : `${VERDICTS[verdict]}.`;
  const opening = answer.startsWith(yesNo) ? yesNo : '';
  const body = answer.slice(opening.length).replace(ONLY_POINTS, '').trim();
  const all = [opening, body].filter((part) => part !== '').join(' ');
  const quoted = quote.map((one) => squashed(`${one.leadIn ?? ''} ${inWords(one)}`)).join(' ');
  const sentences = body.split(/(?<=[.!?])\s+/u);
  const plainly = sentences.map(squashed);
  const firstOther = plainly.findIndex((sentence) => !quoted.includes(sentence));
  const notes = firstOther === -1 ? [] : sentences.slice(firstOther);
  const repeated = plainly.slice(0, sentences.length - notes.length);
  const said = repeated.filter((sentence) => sentence !== '').join(' ');
  if (said === '') return all;
  // A value out of a sentence helps to see it; a whole sentence of the quote would only stand there twice.
  const whole = new Set(quote.flatMap((one) => inWords(one).split(/(?<=[.!?])\s+/u)).map(squashed));
  const first = quote[0] === undefined ? '' : squashed(inWords(quote[0]));
  if (repeated.some((one) => !whole.has(one)) && said.length <= SAME_AT * first.length) return all;
  return [yesNo, ...notes].filter((part) => part !== '').join(' ');
};
