/** The few marks a letter template knows. Nothing is computed in a template. */
export type TemplateNode =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string }
  | {
      readonly kind: 'if';
      readonly name: string;
      readonly then: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    }
  | { readonly kind: 'each'; readonly name: string; readonly body: readonly TemplateNode[] };

/** A template that cannot be read; the message names the mark. */
export class TemplateProblem extends Error {
  constructor(file: string, what: string) {
    super(`${file}: ${what}`);
    this.name = 'TemplateProblem';
  }
}

type TemplateMark = { readonly sign: string; readonly name: string; readonly text: string };

const MARK = /\{\{\s*(#if|#each|else|\/if|\/each)?\s*(\w*)\s*\}\}/g;

/** A mark alone on its line takes the line with it, so that templates stay readable. */
const tighten = (body: string): string =>
  body.replace(/^[ \t]*(\{\{\s*(?:#if \w+|#each \w+|else|\/if|\/each)\s*\}\})[ \t]*\n/gm, '$1');

const marksOf = (file: string, body: string): readonly TemplateMark[] => {
  const marks: TemplateMark[] = [];
  let at = 0;
  for (const match of body.matchAll(MARK)) {
    marks.push({ sign: 'words', name: '', text: body.slice(at, match.index) });
    marks.push({ sign: match[1] ?? '', name: match[2] ?? '', text: match[0] });
    at = match.index + match[0].length;
  }
  marks.push({ sign: 'words', name: '', text: body.slice(at) });
  const stray = marks.find((mark) => mark.sign === 'words' && /\{\{|\}\}/.test(mark.text));
  if (stray !== undefined) throw new TemplateProblem(file, `unreadable mark in "${stray.text.trim()}"`);
  return marks;
};

/**
 * Reads `{{name}}`, `{{#if name}}…{{else}}…{{/if}}` and `{{#each name}}…{{/each}}`; inside `each`, `{{this}}` is the item
 * and a column's name is its cell. Throws TemplateProblem when marks do not pair.
 */
export const parseBody = (file: string, body: string): readonly TemplateNode[] => {
  const marks = marksOf(file, tighten(body));
  let at = 0;
  const until = (ends: readonly string[]): readonly TemplateNode[] => {
    const nodes: TemplateNode[] = [];
    for (let mark = marks[at]; mark !== undefined; mark = marks[at]) {
      at += 1;
      if (ends.includes(mark.sign)) return nodes;
      if (mark.sign === 'words') nodes.push({ kind: 'words', text: mark.text });
      else if (mark.sign === '' && mark.name !== '') nodes.push({ kind: 'field', name: mark.name });
      else if (mark.sign === '#if' && mark.name !== '') {
        const then = until(['else', '/if']);
        const otherwise = marks[at - 1]?.sign === 'else' ? until(['/if']) : [];
        nodes.push({ kind: 'if', name: mark.name, then, otherwise });
      } else if (mark.sign === '#each' && mark.name !== '') {
        nodes.push({ kind: 'each', name: mark.name, body: until(['/each']) });
      } else throw new TemplateProblem(file, `${mark.text} has no partner or no name`);
    }
    if (ends.length > 0) throw new TemplateProblem(file, `a block is never closed (${ends.join(' or ')})`);
    return nodes;
  };
  return until([]);
};

/** `{{> part}}` is replaced by the part's text before anything else is read. */
export const withParts = (file: string, body: string, parts: ReadonlyMap<string, string>): string =>
  body.replace(/\{\{>\s*([\w-]+)\s*\}\}/g, (_, name: string) => {
    const part = parts.get(name);
    if (part === undefined) throw new TemplateProblem(file, `there is no part "${name}"`);
    return part.trim();
  });
