/** First questions to offer: the company's own, else such as these policies answer. */
import type { Knowledge } from '../../knowledge/answer/answer.ts';

const MOST = 3;
/** So many are tried, so that a long policy does not hold up the start. */
const TRIED = 24;

/** An answer as sure as this is shown to somebody who asks for the first time. */
const SURE = 0.75;

const plainQuestions = [
  'How long do we keep personal data?',
  'Who can see personal data?',
  'Who do we share personal data with?',
  'What personal data do we collect?',
  'What rights do people have?',
] as const;

/** A heading as a question: without its number, short enough for a button. */
const askable = (title: string): string => title.replace(/^[\d.\s)]+/u, '').trim();

/** "How long do we keep CCTV images?" for the first rows of tables of periods. */
const periodQuestions = (documents: ExampleSource['documents']): readonly string[] =>
  documents.flatMap(({ units }) =>
    units
      .filter(
        ({ kind, header }) => kind === 'row' && PERIODS.test(header?.text.replace(/^\|[^|]*/u, '') ?? ''),
      )
      .slice(0, 2)
      .flatMap(({ text }) => {
        const what = text.split('|')[1]?.trim() ?? '';
        const inside = /^\p{Lu}\p{Ll}/u.test(what) ? what[0]?.toLowerCase() + what.slice(1) : what;
        return /^[\p{L} -]{4,40}$/u.test(what) ? [`How long do we keep ${inside}?`] : [];
      }),
  );
const PERIODS = /how long|period|retention|retain|\bke(?:ep|pt)\b/iu;

type ExampleSource = Pick<Knowledge, 'ask' | 'sections' | 'documents'>;

/**
 * `given` where the company names any; else questions that stand as headings, then periods and plain ones, then other headings, as
 * far as the policies answer them: those first that are answered surely. Where nothing is answered one plain question stays,
 * because something has to be shown.
 */
export const exampleQuestions = async (
  knowledge: ExampleSource,
  given: readonly string[],
): Promise<readonly [string, ...string[]]> => {
  const [own, ...others] = given;
  if (own !== undefined) return [own, ...others];
  const titles = [...new Set(knowledge.sections.map(({ title }) => askable(title)))].filter(
    (title) => title.length >= 8 && title.length <= 75,
  );
  const questions = titles.filter((title) => title.endsWith('?'));
  const rest = titles.filter((title) => !title.endsWith('?'));
  const sure: string[] = [];
  const found: { readonly question: string; readonly confidence: number }[] = [];
  const all = [...questions, ...periodQuestions(knowledge.documents), ...plainQuestions, ...rest];
  for (const question of all.slice(0, TRIED)) {
    if (sure.length >= MOST) break;
    const { outcome, confidence } = await knowledge.ask(question);
    if (outcome !== 'answered') continue;
    if (confidence >= SURE) sure.push(question);
    else found.push({ question, confidence });
  }
  const fill = found.toSorted((a, b) => b.confidence - a.confidence).map(({ question }) => question);
  const [first = plainQuestions[0], ...more] = [...sure, ...fill].slice(0, MOST);
  return [first, ...more];
};
