/** First questions to offer: the company's own, else such as these policies answer. */
import type { Answer, Knowledge } from '../../knowledge/answer/answer.ts';
import type { Unit } from '../../knowledge/policy/policy.ts';

const MOST = 3;
/** So many are tried, so that a long policy does not hold up the start. */
const TRIED = 24;
/** Of each document, so that one long table does not use up all tries. */
const ITEMS_TRIED = 4;

/** An answer as sure as this is shown to somebody who asks for the first time. */
const SURE = 0.75;

/** A passage too long to be said is only pointed at: no answer to begin with. */
const ONLY_POINTS = /^Under “/u;

/** Below so many words a passage is a label or a number, and no answer. */
const FEWEST_WORDS = 4;

/** A question to try, and what its first quote has to be for it to be offered. */
type Candidate = { readonly question: string; readonly answeredBy: (quote: Quote) => boolean };
type Quote = {
  readonly text: string;
  readonly section: string;
  readonly unit: Unit | undefined;
  /** Whether the quote is one of a list or table of which not all is quoted: it would pass for the whole. */
  readonly oneOfMany: boolean;
};

const plain = (question: string, speaks: RegExp): Candidate => ({
  question,
  answeredBy: ({ text, oneOfMany }) => !oneOfMany && speaks.test(text) && !text.endsWith(':'),
});

const ANY_POLICY = 'How long do we keep personal data?';
const plainQuestions: readonly Candidate[] = [
  // "The accident book is kept until …" is true of one thing only.
  plain(ANY_POLICY, /(?=.*\b(?:information|data)\b).*(?:ke(?:ep|pt)|retain|delet|eras|destroy)/isu),
  plain('Who can see personal data?', /\bsees?\b|access|\bopen|\bread/iu),
  plain('Who do we share personal data with?', /shar|\bpass|\bgiv|\bsend|disclos|receiv|\bsell/iu),
  plain('What personal data do we collect?', /collect|\bhold|record|\bnames?\b|address/iu),
  plain('What rights do people have?', /cop(?:y|ies)|eras|delet|correct|object|access/iu),
];

/** A heading as a question: without its number or letter, short enough for a button. */
const askable = (title: string): string => title.replace(/^(?:[A-Z]\.\s|[\d.\s)])+/u, '').trim();

const ofHeading = (question: string): Candidate => ({
  question,
  answeredBy: ({ section, oneOfMany }) => askable(section) === question && !oneOfMany,
});

const PERIODS = /how long|period|retention|retain|\bke(?:ep|pt)\b/iu;
const STATES_PERIOD =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|thirty) (?:hour|day|week|month|year)s?\b/iu;
/** "How long do we keep registered buyer?" is no English: several things, or a stuff. */
const SEVERAL = /(?:[^s]s|\b(?:footage|correspondence|data|information|history|mail|paperwork))$/iu;
const headWords = (thing: string): string =>
  thing.split(/ (?:of|from|about|on|with|for|and|or|that|which|who|not|to|in) /u, 1).join('');

/** The thing that a row or a point gives a period for; null where it gives none. */
const thingKept = ({ kind, text, header, section }: Unit): string | null => {
  if (kind === 'row')
    return PERIODS.test(header?.text.replace(/^\|[^|]*/u, '') ?? '')
      ? (text.split('|')[1]?.trim() ?? null)
      : null;
  const [, thing = '', period = ''] = /^([^:]+):(.+)$/su.exec(text) ?? [];
  return kind === 'bullet' && PERIODS.test(section) && STATES_PERIOD.test(period) ? thing : null;
};

/** "How long do we keep invoices?" for rows of tables and points of lists that give a period, answered by that very one. */
const periodQuestions = (documents: ExampleSource['documents']): readonly Candidate[] =>
  documents.flatMap(({ units }) =>
    units
      .flatMap((unit): readonly Candidate[] => {
        const what = thingKept(unit)?.replace(/[*_]+/gu, '').trim() ?? '';
        const inside = /^\p{Lu}\p{Ll}/u.test(what) ? what[0]?.toLowerCase() + what.slice(1) : what;
        return /^[\p{L} -]{4,40}$/u.test(what) && SEVERAL.test(headWords(what))
          ? [{ question: `How long do we keep ${inside}?`, answeredBy: (quote) => quote.unit === unit }]
          : [];
      })
      .slice(0, ITEMS_TRIED),
  );

type ExampleSource = Pick<Knowledge, 'ask' | 'sections' | 'documents'> & {
  readonly policies: readonly Pick<Knowledge['policies'][number], 'title'>[];
};

const quoteOf = (documents: ExampleSource['documents'], { citations }: Answer): Quote | null => {
  const [first] = citations;
  if (first === undefined) return null;
  const units = documents.find(({ head }) => head.id === first.policy)?.units ?? [];
  const unit = units.find(({ start, end }) => start === first.start && end === first.end);
  const all = units.filter(({ group, within }) => group === unit?.group && within === null);
  const quoted = (one: Unit): boolean =>
    citations.some(({ policy, start, end }) => policy === one.policy && start <= one.start && end >= one.end);
  const oneOfMany = unit !== undefined && unit.group !== null && !all.every(quoted);
  return { text: first.quote, section: first.section, unit, oneOfMany };
};

const isEnough = ({ text }: Quote): boolean => text.split(/\s+/u).length >= FEWEST_WORDS;

/**
 * `given` where the company names any; else questions that stand as headings, then the period of one thing and plain ones, then other
 * headings. Each is asked first and offered only where its first quote is what it asks for: those first that are answered surely.
 * Where nothing is answered one plain question stays, because something has to be shown.
 */
export const exampleQuestions = async (
  knowledge: ExampleSource,
  given: readonly string[],
): Promise<readonly [string, ...string[]]> => {
  const [own, ...others] = given;
  if (own !== undefined) return [own, ...others];
  const names = new Set(knowledge.policies.map(({ title }) => askable(title)));
  const titles = [...new Set(knowledge.sections.map(({ title }) => askable(title)))].filter(
    (title) => title.length >= 8 && title.length <= 75 && !names.has(title),
  );
  const questions = titles.filter((title) => title.endsWith('?')).map(ofHeading);
  const rest = titles.filter((title) => !title.endsWith('?')).map(ofHeading);
  const sure: string[] = [];
  const found: { readonly question: string; readonly confidence: number }[] = [];
  const all = [...questions, ...periodQuestions(knowledge.documents), ...plainQuestions, ...rest];
  for (const { question, answeredBy } of all.slice(0, TRIED)) {
    if (sure.length >= MOST) break;
    const answer = await knowledge.ask(question);
    const quote = answer.outcome === 'answered' ? quoteOf(knowledge.documents, answer) : null;
    if (quote === null || !isEnough(quote) || !answeredBy(quote)) continue;
    if (answer.confidence >= SURE && !ONLY_POINTS.test(answer.answer)) sure.push(question);
    else found.push({ question, confidence: answer.confidence });
  }
  const fill = found.toSorted((a, b) => b.confidence - a.confidence).map(({ question }) => question);
  const [first = ANY_POLICY, ...more] = [...sure, ...fill].slice(0, MOST);
  return [first, ...more];
};
