/** First questions to offer: the company's own, else such as these policies answer. */
import type { Knowledge } from '../../knowledge/answer/answer.ts';

const MOST = 3;
/** So many are tried, so that a long policy does not hold up the start. */
const TRIED = 24;

const plainQuestions = [
  'Who can see personal data?',
  'How long do we keep personal data?',
  'Who do we share personal data with?',
  'What personal data do we collect?',
  'What rights do people have?',
] as const;

/** A heading as a question: without its number, short enough for a button. */
const askable = (title: string): string => title.replace(/^[\d.\s)]+/u, '').trim();

/**
 * `given` where the company names any; else questions that stand as headings, then plain ones, then other headings, as far as the
 * policies answer them. Where nothing is answered surely one plain question stays, because something has to be shown.
 */
export const exampleQuestions = async (
  knowledge: Pick<Knowledge, 'ask' | 'sections'>,
  given: readonly string[],
): Promise<readonly [string, ...string[]]> => {
  const [own, ...others] = given;
  if (own !== undefined) return [own, ...others];
  const titles = [...new Set(knowledge.sections.map(({ title }) => askable(title)))].filter(
    (title) => title.length >= 8 && title.length <= 75,
  );
  const questions = titles.filter((title) => title.endsWith('?'));
  const rest = titles.filter((title) => !title.endsWith('?'));
  const found: string[] = [];
  for (const question of [...questions, ...plainQuestions, ...rest].slice(0, TRIED)) {
    if (found.length >= MOST) break;
    if ((await knowledge.ask(question)).outcome === 'answered') found.push(question);
  }
  const [first = 'How long do we keep personal data?', ...more] = found;
  return [first, ...more];
};
