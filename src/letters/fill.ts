/** Fills a template. */
import type { Citation } from '../knowledge/answer/answer.ts';
import {
  columnsOf,
  type FactName,
  type FactRow,
  factFields,
  factOf,
  isFactName,
  type LetterFacts,
  labelOf,
} from './fact-fields.ts';
import { gap } from './gap.ts';
import { writeDate } from './letter-dates.ts';
import type { Template } from './template.ts';
import type { TemplateNode } from './template-syntax.ts';

export type FilledLetter = { readonly text: string; readonly missing: readonly FactName[] };

const lines = (text: string): readonly string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '');

/** The words of the policy with their lead-in, marked as quoted on every line, and where they stand. */
const writeQuote = (citation: Citation): string => {
  const above = [citation.leadIn, citation.header].filter((text) => text !== null).flatMap(lines);
  const quoted = lines(citation.quote).map((line, at) =>
    citation.leadIn !== null && at === 0 ? `- ${line}` : line,
  );
  const source = `(our privacy policy, version ${citation.version}, under “${citation.section}”)`;
  return [...[...above, ...quoted].map((line) => `> ${line}`), source].join('\n');
};

const write = (value: string | boolean | Citation): string => {
  if (typeof value === 'string') return writeDate(value);
  return typeof value === 'boolean' ? '' : writeQuote(value);
};

/** Puts the facts into the template. What is not known shows as 【…】 and is named in `missing`, in the order of the letter. */
export const fill = (template: Template, facts: LetterFacts): FilledLetter => {
  const missing = new Set<FactName>();

  const absent = (name: FactName, column = ''): string => {
    missing.add(name);
    return gap(column === '' ? labelOf(name) : `${labelOf(name)}: ${column}`);
  };

  const fieldOf = (name: FactName): string => {
    const value = factOf(facts, name);
    if (value === undefined) return absent(name);
    return typeof value === 'object' && !('quote' in value)
      ? value
          .map((item) => (typeof item === 'string' ? writeDate(item) : Object.values(item).join(', ')))
          .join('; ')
      : write(value);
  };

  const eachOf = (name: FactName, body: readonly TemplateNode[]): string => {
    const value = factOf(facts, name);
    const blank: FactRow = Object.fromEntries(columnsOf(name).map((column) => [column, '']));
    if (!Array.isArray(value)) {
      missing.add(name);
      return render(body, { list: name, item: columnsOf(name).length === 0 ? gap(labelOf(name)) : blank });
    }
    return value.map((item: string | FactRow) => render(body, { list: name, item })).join('');
  };

  const cellOf = (name: string, place: FillScope): string | null => {
    if (typeof place.item === 'string') return name === 'this' ? writeDate(place.item) : null;
    const cell = place.item[name];
    if (cell === undefined) return null;
    return cell.trim() === '' ? absent(place.list, name) : writeDate(cell);
  };

  const render = (nodes: readonly TemplateNode[], place: FillScope | null): string =>
    nodes
      .map((node, at): string => {
        if (node.kind === 'words') return node.text;
        if (node.kind === 'field') {
          const cell = place === null ? null : cellOf(node.name, place);
          if (cell !== null) return cell;
          if (!isFactName(node.name)) return gap(node.name);
          const before = nodes[at - 1];
          return ended(
            node.name,
            fieldOf(node.name),
            before?.kind === 'words' ? before.text : '',
            wordsOf(nodes[at + 1]),
          );
        }
        if (!isFactName(node.name)) return gap(node.name);
        if (node.kind === 'each') return eachOf(node.name, node.body);
        return render(factOf(facts, node.name) === undefined ? node.otherwise : node.then, place);
      })
      .join('');

  const text = render(template.body, null)
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { text: `${text}\n`, missing: [...missing] };
};

/** The first words of what comes next; undefined where that is another fact. */
const wordsOf = (node: TemplateNode | undefined): string | undefined => {
  if (node === undefined) return '';
  if (node.kind === 'words') return node.text;
  return node.kind === 'if' || node.kind === 'each' ? '\n' : undefined;
};

/** What stands above the letter, where nothing is a sentence. */
const ofTheHead: readonly FactName[] = [
  'reference',
  'recipientName',
  'addressRoute',
  'rightArticle',
  'rightName',
];

/**
 * A fact that says a whole thing after a colon ends as a sentence does, whether or not whoever typed it thought of the full stop:
 * at the end of a line, or before the next sentence.
 */
const ended = (name: FactName, value: string, before: string, after: string | undefined): string =>
  factFields[name].kind !== 'date' &&
  !ofTheHead.includes(name) &&
  /: $/.test(before) &&
  after !== undefined &&
  /^(?:\n|$| \p{Lu})/u.test(after) &&
  /[\p{L}\p{N})]$/u.test(value)
    ? `${value}.`
    : value;

type FillScope = { readonly list: FactName; readonly item: string | FactRow };
