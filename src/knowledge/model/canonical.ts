import { equalPhrases, weightless } from './equal-phrases.ts';

/** One word as it is compared. A strong break is the end of a clause or sentence, a light one a comma or bracket. */
export type Token = {
  readonly word: string;
  readonly breakBefore: 'none' | 'light' | 'strong';
  /** May be missing from a statement, for instance the "and" that joins two bullets. */
  readonly optional: boolean;
  /** Said with "the": "the operations team" may stand for "our operations team". */
  readonly definite: boolean;
  readonly own: boolean;
};

const negated = /\b(do|does|did|is|are|was|were|has|have|had|would|should|could|must|need|might|may)n't\b/g;

/** Spelling only: quotes, dashes, contractions, possessives, British and American endings. */
const spelled = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‘’‛ʼ]/g, "'")
    .replace(/[“”„"]/g, ' ')
    .toLowerCase()
    .replace(/\bcan't\b/g, 'cannot')
    .replace(/\bwon't\b/g, 'will not')
    .replace(negated, '$1 not')
    .replace(/'(?:re)\b/g, ' are')
    .replace(/'ll\b/g, ' will')
    .replace(/'ve\b/g, ' have')
    .replace(/\bit's\b/g, 'it is')
    .replace(/'s\b/g, '')
    .replace(/s'(?=\s)/g, 's')
    .replace(/(?<!\w)'|'(?!\w)/g, ' ')
    .replace(/\be-(?=mail)/g, 'e')
    .replace(/\b(\w{4,}?)iz(e|es|ed|ing|ation|ations)\b/g, '$1is$2');

const singular = (word: string): string => {
  if (!/^[a-z]{4,}$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
};

const raw = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  let breakBefore: Token['breakBefore'] = 'none';
  for (const [piece] of spelled(text).matchAll(/[.;:!?]+(?=\s|$)|[,()–—]|\s-\s|[^\s,;!?()–—]+/g)) {
    if (/^[.;:!?]+$/.test(piece)) breakBefore = 'strong';
    else if (/^(?:[,()–—]|\s-\s)$/.test(piece)) breakBefore = breakBefore === 'strong' ? 'strong' : 'light';
    else {
      const word = piece.replace(/[.:]+$/, '');
      if (word !== '') {
        tokens.push({ word, breakBefore, optional: false, definite: false, own: word === 'our' });
        breakBefore = 'none';
      }
      if (word !== piece) breakBefore = 'strong';
    }
  }
  return tokens;
};

type Phrases = { readonly table: ReadonlyMap<string, string>; readonly longest: number };

const phrasesWith = (ownNames: readonly string[]): Phrases => {
  const table = new Map<string, string>();
  for (const [first = '', ...others] of equalPhrases) {
    for (const phrase of [first, ...others]) table.set(phrase, first);
  }
  for (const name of ownNames) table.set(spelled(name).trim(), 'we');
  return { table, longest: Math.max(...[...table.keys()].map((key) => key.split(' ').length)) };
};

/** Longest phrase first; a phrase does not reach across punctuation. */
const replaced = (tokens: readonly Token[], { table, longest }: Phrases): readonly Token[] => {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    let size = Math.min(longest, tokens.length - at);
    let found: string | undefined;
    for (; size > 0; size -= 1) {
      const run = tokens.slice(at, at + size);
      if (run.slice(1).some(({ breakBefore }) => breakBefore !== 'none')) continue;
      found = table.get(run.map(({ word }) => word).join(' '));
      if (found !== undefined) break;
    }
    const [token] = tokens.slice(at, at + 1);
    if (token === undefined) break;
    if (found === undefined) out.push(token);
    else
      found.split(' ').forEach((word, place) => {
        out.push(place === 0 ? { ...token, word } : { ...token, word, breakBefore: 'none', definite: false });
      });
    at += Math.max(1, size);
  }
  return out;
};

const stronger = (one: Token['breakBefore'], other: Token['breakBefore']): Token['breakBefore'] =>
  one === 'strong' || other === 'strong' ? 'strong' : one === 'light' || other === 'light' ? 'light' : 'none';

/** The words of a text in order, with what may stand for one another made one. `ownNames` all mean "we". */
export const canonicalWith = (ownNames: readonly string[]): ((text: string) => readonly Token[]) => {
  const phrases = phrasesWith(ownNames);
  return (text) => {
    const out: Token[] = [];
    let carried: Token['breakBefore'] = 'none';
    let definite = false;
    for (const token of replaced(raw(text), phrases)) {
      const breakBefore = stronger(token.breakBefore, carried);
      if (weightless.has(token.word)) {
        carried = breakBefore;
        definite = token.word === 'the';
      } else {
        out.push({ ...token, word: singular(token.word), breakBefore, definite });
        carried = 'none';
        definite = false;
      }
    }
    return out;
  };
};
