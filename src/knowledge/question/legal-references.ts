/** Numbers that belong to the law or to a trade, and to nobody: said in words, so that no digit leaves the house. */
const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** 0 to 199, as the law numbers its articles and recitals. */
const inWords = (number: number): string => {
  if (number >= 100) return `one hundred ${number % 100 === 0 ? '' : inWords(number % 100)}`.trim();
  if (number < 20) return UNITS[number] ?? '';
  return `${TENS[Math.floor(number / 10)]} ${number % 10 === 0 ? '' : (UNITS[number % 10] ?? '')}`.trim();
};

const REFERENCE =
  /\b(articles?|arts?\.?|recitals?|schedules?|sections?|chapters?|annex(?:es)?|appendix|regulations?|clauses?|paragraphs?|points?|parts?|pages?|steps?)\s(\d{1,3})(?:\s?\(\d{1,2}\))?(?:\s?\([a-z]{1,2}\))?(?![\d/-])/giu;
const TRADE: Readonly<Record<string, string>> = {
  b4: 'before',
};

/** Puts "Article 15" and "b4" into words; the paragraph of an article is left out. */
export const legalNumbersInWords = (text: string): string =>
  text
    .replace(REFERENCE, (found, what: string, number: string) =>
      Number(number) < 200 ? `${what.replace(/^arts?\.?$/iu, 'article')} ${inWords(Number(number))}` : found,
    )
    .replace(/\bb4\b/giu, (found) => TRADE[found.toLowerCase()] ?? found);
