/** Finds quotes that are not the policy's words. */
import type { Citation } from '../knowledge/answer/answer.ts';
import { type FactValue, factFields, factOf, isFactName, type LetterFacts } from './fact-fields.ts';
import { error, type Finding, type LetterDraft, type LintPorts } from './finding.ts';
import { type Paragraph, paragraphsOf, plain } from './paragraphs.ts';

const squeeze = (text: string): string => text.replace(/^- /gm, '').replace(/\s+/g, ' ').trim();

const valuesOf = (facts: LetterFacts): readonly FactValue[] =>
  Object.keys(factFields)
    .filter(isFactName)
    .map((name) => factOf(facts, name))
    .filter((value) => value !== undefined);

const isCitation = (value: FactValue): value is Citation => typeof value === 'object' && 'quote' in value;

/** What people wrote themselves: their words may be quoted, whatever the policy says. */
const wordsGiven = (values: readonly FactValue[]): string =>
  values
    .flatMap((value) =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'boolean' || isCitation(value)
          ? []
          : value.flatMap((item) => (typeof item === 'string' ? [item] : Object.values(item))),
    )
    .map(plain)
    .join(' \n ');

const lintBlock = (text: string, citations: readonly Citation[], ports: LintPorts): Finding | null => {
  const words = squeeze(text);
  const place = `${words.slice(0, 60)}…`;
  const whole = citations.find(
    ({ leadIn, header, quote }) =>
      squeeze([leadIn, header, quote].filter((part) => part !== null).join('\n')) === words,
  );
  if (whole === undefined) {
    return citations.some(({ quote }) => squeeze(quote) === words)
      ? error('quote_without_lead_in', 'Show the sentence that introduces this bullet, too.', place)
      : error('quote_altered', 'These are not the words of the policy. Put the quote back as it was.', place);
  }
  const { policy, version, start, end } = whole;
  const [now] = ports.verify([{ policy, version, start, end }]) ?? [];
  return now?.quote === whole.quote && now.leadIn === whole.leadIn
    ? null
    : error('quote_not_in_policy', 'The policy does not say this any more. Draft the letter again.', place);
};

const LONG_QUOTE = /[“"]([^”"“]{12,})[”"]/g;

const lintInline = (paragraphs: readonly Paragraph[], citations: readonly Citation[], given: () => string) =>
  paragraphs
    .filter((paragraph) => !paragraph.quoted)
    .flatMap(({ text }) => [...text.matchAll(LONG_QUOTE)].map(([, words = '']) => words))
    .filter((words) => words.trim().split(/\s+/).length >= 5)
    .filter((words) => !citations.some(({ quote, section }) => [quote, section].includes(words)))
    .filter((words) => !given().includes(plain(words)))
    .map((words) =>
      error(
        'quote_altered',
        'This is quoted, but it is neither the policy nor the person.',
        words.slice(0, 60),
      ),
    );

const LAW = /\b(?:law|legislation|statute|statutory|legal|gdpr|act|regulation|article|section)\b/i;

/** What our policy says about our systems is our promise or our excuse; it is never the law. */
const lintAsLaw = (paragraphs: readonly Paragraph[]): readonly Finding[] =>
  paragraphs.flatMap((paragraph, at) => {
    const before = paragraphs[at - 1];
    const named =
      before !== undefined && !before.quoted && LAW.test(before.text) && /:\s*$/.test(before.text);
    return paragraph.quoted && named
      ? [
          error(
            'policy_as_law',
            'This is our policy, not the law. Say “our privacy policy says”.',
            before.text,
          ),
        ]
      : [];
  });

/** Quotes are the policy's words, whole, with their lead-in, as they stand in it now, and are called what they are. */
export const lintQuotes = ({ text, facts }: LetterDraft, ports: LintPorts): readonly Finding[] => {
  const paragraphs = paragraphsOf(text);
  const values = valuesOf(facts);
  const citations = values.filter(isCitation);
  const blocks = paragraphs
    .filter((paragraph) => paragraph.quoted)
    .map((paragraph) => lintBlock(paragraph.text, citations, ports))
    .filter((finding) => finding !== null);
  return [
    ...blocks,
    ...lintInline(paragraphs, citations, () => wordsGiven(values)),
    ...lintAsLaw(paragraphs),
  ];
};
