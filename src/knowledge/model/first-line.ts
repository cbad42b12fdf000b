/** What is said above the quotes that a model has found: in our own words and the policy's, never in the model's. */
import type { Citation } from '../answer/answer.ts';
import { stemOf, wordsOf } from '../question/words.ts';
import type { BorneVerdict } from './borne-verdict.ts';

const OPENINGS = { yes: 'Yes. ', no: 'No. ', depends: 'It depends' } as const;

const opening = ({ verdict, condition }: BorneVerdict): string => {
  if (verdict === null) return '';
  if (verdict !== 'depends') return OPENINGS[verdict];
  return condition === null
    ? `${OPENINGS.depends} on the condition that is quoted. `
    : `${OPENINGS.depends}: “${condition}” `;
};

/** What is lacking is said only in words of the question: a model cannot bring in others. */
const lacking = (lacks: string | null, question: string): string => {
  if (lacks === null) return '';
  const asked = new Set(wordsOf(question).map(stemOf));
  const own = wordsOf(lacks);
  return own.length > 0 && own.length <= 12 && own.every((word) => asked.has(stemOf(word)))
    ? ` I found no passage that says this: ${own.join(' ')}.`
    : ' It is not certain that it answers every part of your question.';
};

export type Warnings = {
  /** The question takes a period for granted that the passages do not have. */
  readonly otherPeriod: boolean;
  readonly lacks: string | null;
  readonly question: string;
};

/** Under 60 words, whatever stands in the quotes. */
export const firstLine = (
  borne: BorneVerdict,
  citations: readonly Pick<Citation, 'section'>[],
  { otherPeriod, lacks, question }: Warnings,
): string => {
  const sections = [...new Set(citations.map(({ section }) => `“${section}”`))].slice(0, 2).join(' and ');
  const warnings = `${otherPeriod ? ' Mind the period: it is not the one in your question.' : ''}${lacking(lacks, question)}`;
  const says = warnings === '' ? 'the policy says:' : 'the policy says what is quoted here.';
  return `${opening(borne)}Under ${sections} ${says}${warnings}`;
};
