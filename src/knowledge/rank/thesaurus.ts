/** Reads the general thesaurus: which words carry meaning, and of which kinds of thing they are. */

import { z } from 'zod';
import { parseYaml as parse } from '../../base/yaml.ts';
import { stemOf, wordsOf } from '../question/words.ts';
import { remembering } from './text-features.ts';

const schema = z.strictObject({ empty: z.string(), people: z.string(), kinds: z.array(z.string().min(1)) });

/** A word, or a phrase of several words that the thesaurus knows. */
export type Token = {
  /** As it is written; the stem again for a phrase. */
  readonly word: string;
  readonly stem: string;
  /** The lines of the thesaurus in which it stands. */
  readonly kinds: readonly number[];
  readonly phrase: boolean;
  /** A word of a known phrase says less alone than the phrase does. */
  readonly inPhrase: boolean;
  /** Those whose data is held: a policy that says "you" speaks of them. */
  readonly person: boolean;
};

export type Thesaurus = {
  /** Words that carry meaning, and known phrases, in the order of the text. */
  readonly tokens: (text: string) => readonly Token[];
  /** Every single word of it: no slip of the pen. */
  readonly words: readonly string[];
};

const LONGEST_PHRASE = 5;

/** Reads `data/knowledge/thesaurus.yaml`; throws a ZodError when the file is not of its shape. `people` are the company's own words for those whose data it holds. */
export const readThesaurus = (yaml: string, people: readonly string[] = []): Thesaurus => {
  const file = schema.parse(parse(yaml));
  const persons = new Set((people.length > 0 ? people : file.people.split(',')).flatMap(wordsOf).map(stemOf));
  const empty = new Set(wordsOf(file.empty));
  const kindsOf = new Map<string, number[]>();
  /** How many words the longest phrase has that begins with a stem. */
  const longestFrom = new Map<string, number>();
  const words = new Set<string>();
  for (const [kind, line] of file.kinds.entries()) {
    for (const member of line.split(',')) {
      const own = wordsOf(member);
      const stems = own.map(stemOf);
      const key = stems.join(' ');
      const known = kindsOf.get(key);
      if (known === undefined) kindsOf.set(key, [kind]);
      else if (!known.includes(kind)) known.push(kind);
      const [first = ''] = stems;
      if (stems.length > 1) longestFrom.set(first, Math.max(stems.length, longestFrom.get(first) ?? 0));
      for (const word of own) words.add(word);
    }
  }
  /** Of a word outside a phrase and of one inside; null for a word that carries no meaning. */
  const wordTokens = remembering((word): readonly [Token, Token] | null => {
    if (empty.has(word)) return null;
    const stem = stemOf(word);
    const outside = {
      word,
      stem,
      kinds: kindsOf.get(stem) ?? [],
      phrase: false,
      inPhrase: false,
      person: persons.has(stem),
    };
    return [outside, { ...outside, inPhrase: true }];
  });
  const tokens = (text: string): readonly Token[] => {
    const own = wordsOf(text);
    const stems = own.map(stemOf);
    const found: Token[] = [];
    let phraseEnd = 0;
    for (const [at, first] of stems.entries()) {
      const longest = Math.min(LONGEST_PHRASE, longestFrom.get(first) ?? 0, stems.length - at);
      for (let size = longest; size > 1; size -= 1) {
        const phrase = stems.slice(at, at + size).join(' ');
        const kinds = kindsOf.get(phrase);
        if (kinds === undefined) continue;
        found.push({
          word: phrase,
          stem: phrase,
          kinds,
          phrase: true,
          inPhrase: at < phraseEnd,
          person: false,
        });
        phraseEnd = Math.max(phraseEnd, at + size);
        break;
      }
      const token = wordTokens(own[at] ?? '');
      if (token !== null) found.push(token[at < phraseEnd ? 1 : 0]);
    }
    return found;
  };
  return { tokens, words: [...words] };
};
