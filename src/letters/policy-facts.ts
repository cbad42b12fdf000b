/** What the policies say of the things that an answer has to tell (Art 15(1)): in their own words, with where they stand. */
import type { Answer, Knowledge } from '../knowledge/answer/answer.ts';
import type { FactName } from './fact-fields.ts';

export type PolicyFact = {
  /** As a person would type it into the field: one line for each. */
  readonly words: string;
  /** "Title of the section", for the citation beside the field. */
  readonly section: string;
};

export type PolicyFacts = Readonly<Partial<Record<FactName, PolicyFact>>>;

/** The question that finds it, asked like any other. A table's row needs a name for what the period is of. */
const questions: readonly (readonly [FactName, string, string])[] = [
  ['purposes', 'What do you use personal information for?', ''],
  ['categories', 'What personal information do you collect?', ''],
  ['recipients', 'Who do you share personal information with?', ''],
  ['retention', 'How long is your information kept for?', 'Your information'],
  ['sources', 'How do you collect information?', ''],
  ['transfers', 'Is personal information transferred outside the UK?', ''],
];

/** A sentence that only leads to its list says nothing by itself. */
const leads = (quote: string): boolean => quote.trimEnd().endsWith(':');

/** A pointer to another place of the policy leads nowhere in a letter. */
const pointer =
  /(?:^|(?<=[.!?]))\s*(?:Please )?(?:see|refer to)\b[^.]*\b(?:below|above|policy|notice)\b[^.]*\.?$/i;

const lineOf = (quote: string): string =>
  quote
    .replaceAll(/\s+/g, ' ')
    .replace(pointer, '')
    .replace(/(?:;|,)?\s*(?:and|or)?\s*[;,]?$/u, '')
    .trim();

const factIn = ({ outcome, citations }: Answer, row: string): PolicyFact | null => {
  const whole = citations.filter(({ quote }) => !leads(quote));
  const [first] = whole;
  // What stands in another section was shown beside the answer, and is none for a letter.
  const quotes = whole.filter(({ section }) => section === first?.section);
  if (outcome !== 'answered' || first === undefined) return null;
  const lines = [...new Set(quotes.map(({ quote }) => lineOf(quote)))];
  return {
    words: row === '' ? lines.join('\n') : lines.map((line) => `${row}: ${line}`).join('\n'),
    section: first.section,
  };
};

/** Where the policies are silent the field stays empty: nothing is made up. */
export const policyFacts = async (knowledge: Pick<Knowledge, 'ask'>): Promise<PolicyFacts> => {
  const found: Partial<Record<FactName, PolicyFact>> = {};
  for (const [name, question, row] of questions) {
    const fact = factIn(await knowledge.ask(question), row);
    if (fact !== null) found[name] = fact;
  }
  return found;
};
