/** Reads what people type into a fact. */
import { columnsOf, type FactName, type FactValue, factFields } from './fact-fields.ts';
import { datesIn } from './letter-dates.ts';

export type ReadFact =
  | { readonly ok: true; readonly value: FactValue }
  | { readonly ok: false; readonly problem: string };

const linesOf = (typed: string): readonly string[] =>
  typed
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[-*•]\s*/, '').trim())
    .filter((line) => line !== '');

/**
 * What a person typed into a form, as a fact: one line for each item of a list; for a table one line for each row, its cells
 * apart by `|`. A quote is never typed: it comes from the policy.
 */
export const factFromWords = (name: FactName, typed: string): ReadFact => {
  const text = typed.trim();
  if (text === '') return { ok: false, problem: 'Please fill this in.' };
  switch (factFields[name].kind) {
    case 'text':
      return { ok: true, value: text };
    case 'flag':
      return { ok: true, value: /^(?:yes|true)$/i.test(text) };
    case 'confirmed':
      return /^(?:yes|no)$/i.test(text)
        ? { ok: true, value: /^yes$/i.test(text) }
        : { ok: false, problem: 'Please say yes or no.' };
    case 'quote':
      return { ok: false, problem: 'Quotes come from the policy itself.' };
    case 'list':
      return { ok: true, value: linesOf(text) };
    case 'date': {
      const [date, more] = datesIn(text);
      return date !== undefined && more === undefined && date.date !== null && date.weekdayFits
        ? { ok: true, value: date.date }
        : { ok: false, problem: 'Please give one date with its year, such as 22 December 2026.' };
    }
    case 'rows': {
      const columns = columnsOf(name);
      const rows = linesOf(text).map((line) => line.split('|').map((cell) => cell.trim()));
      const short = rows.find((cells) => cells.length !== columns.length || cells.includes(''));
      const blank = short?.length === columns.length ? columns[short.indexOf('')] : undefined;
      if (blank !== undefined)
        return {
          ok: false,
          problem: `“${blank}” is still open for: ${short?.[0] ?? ''}. Add it between the bars.`,
        };
      return short === undefined
        ? {
            ok: true,
            value: rows.map((cells) => Object.fromEntries(columns.map((c, at) => [c, cells[at] ?? '']))),
          }
        : {
            ok: false,
            problem: `Each line needs ${columns.join(' | ')}; this one does not: ${short.join(' | ')}`,
          };
    }
  }
};
