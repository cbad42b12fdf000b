/** Reads the general thesaurus: which words carry meaning, and of which kinds of thing they are. */

import { z } from 'zod';
import { parseYaml as parse } from '../../base/yaml.ts';
import { stemOf, wordsOf } from '../question/words.ts';

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
  const openings = new Set<string>();
  const words = new Set<string>();
  for (const [kind, line] of file.kinds.entries()) {
    for (const member of line.split(',')) {
      const own = wordsOf(member);
      const stems = own.map(stemOf);
      const key = stems.join(' ');
      const known = kindsOf.get(key);
      if (known === undefined) kindsOf.set(key, [kind]);
      else if (!known.includes(kind)) known.push(kind);
      if (stems.length > 1) openings.add(stems[0] ?? '');
      for (const word of own) words.add(word);
    }
  }
  const tokens = (text: string): readonly Token[] => {
    const own = wordsOf(text);
    const stems = own.map(stemOf);
    const found: Token[] = [];
    let phraseEnd = 0;
    for (const [at, first] of stems.entries()) {
      if (openings.has(first)) {
        for (let size = Math.min(LONGEST_PHRASE, stems.length - at); size > 1; size -= 1) {
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
      }
      const word = own[at] ?? '';
      if (!empty.has(word))
        found.push({
          word,
          stem: first,
          kinds: kindsOf.get(first) ?? [],
          phrase: false,
          inPhrase: at < phraseEnd,
          person: persons.has(first),
        });
    }
    return found;
  };
  return { tokens, words: [...words] };
};
