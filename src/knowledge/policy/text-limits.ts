/** What a text may be at most, looked at before anything reads it as Markdown: each limit is far above any policy that people wrote. */

export type TooMuch = { readonly what: string; readonly fix: string };

const MOST_CHARACTERS = 1_500_000;
const MOST_BLANKS = 2_000;
const MOST_NESTED = 24;
/** Marks of emphasis, links and code in one paragraph: the time to match them grows with their square. */
const MOST_MARKS = 1_500;
const CONTAINERS = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]*)+/u;
const CONTAINER = /[-*+>]|\d{1,9}[.)]/gu;
const MARKS = /[*_[\]<`~!]/gu;

const FIX = 'Take it out, or bring the text in another form.';

const lineTooMuch = (line: string, at: number): TooMuch | null => {
  const blanks = /[^\S\n]{2001}/u.exec(line);
  if (blanks !== null || line.length - line.trimEnd().length > MOST_BLANKS)
    return { what: `line ${at} has more than ${MOST_BLANKS} blanks in a row.`, fix: FIX };
  const opening = CONTAINERS.exec(line.slice(0, 4_000))?.[0] ?? '';
  // A ruler of many hyphens is one thing, not many.
  if (/^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/u.test(line) && opening.length < 200) return null;
  const nested = opening.match(CONTAINER)?.length ?? 0;
  if (nested <= MOST_NESTED || !/\s/u.test(opening.trim())) return null;
  return { what: `line ${at} begins lists inside lists more than ${MOST_NESTED} deep.`, fix: FIX };
};

/** The first way in which a text is more than a policy can be; null when it may be read. */
export const tooMuch = (text: string): TooMuch | null => {
  if (text.length > MOST_CHARACTERS)
    return {
      what: `the text has ${text.length.toLocaleString('en-GB')} characters, more than ${MOST_CHARACTERS.toLocaleString('en-GB')}.`,
      fix: 'Bring it in parts.',
    };
  let marks = 0;
  let at = 0;
  for (const line of text.split('\n')) {
    at += 1;
    const found = lineTooMuch(line, at);
    if (found !== null) return found;
    marks = line.trim() === '' ? 0 : marks + (line.match(MARKS)?.length ?? 0);
    // Every line of a table has cells of its own, and marks do not reach from one to the next.
    if (/^\s*\|/u.test(line)) marks = Math.min(marks, line.match(MARKS)?.length ?? 0);
    if (marks > MOST_MARKS)
      return {
        what: `the paragraph at line ${at} has more than ${MOST_MARKS.toLocaleString('en-GB')} marks such as * _ [ or <.`,
        fix: FIX,
      };
  }
  return null;
};
