/** Words that mean the same, and concepts that questions ask about. */

import { z } from 'zod';
import { parseYaml } from '../../base/yaml.ts';
import { PolicyProblem } from '../policy/policy-problem.ts';
import { nobody, type Own } from './own.ts';
import { plain, stemOf, wordsOf } from './words.ts';

const schema = z.object({
  same: z.array(z.string().min(1)),
  concepts: z.record(z.string(), z.string()),
});

/** What a text is taken to be about: each function answers its terms in the order of the text. */
export type Vocabulary = {
  /** Stems of all words that carry meaning. */
  readonly stems: (text: string) => readonly string[];
  /** Classes of words that mean the same, each as `=class`. */
  readonly classes: (text: string) => readonly string[];
  /** Concepts that a question asks about, each as `#concept`. */
  readonly conceptsAsked: (question: string) => readonly string[];
  /** Every single word that the classes name: part of what spelling is repaired towards. */
  readonly words: readonly string[];
};

const STOP = new Set(
  (
    'a an the of to in on at is are was were be been am do does did doing have has had i me my we our us you your he she ' +
    'they them their it its this that these those there here and or but if so as by for from with about into than then ' +
    'can could may might will would shall should just also please any some such very too only own im ive id its thats whats ' +
    'what which who whom when where why how get got want need need know tell say hi hello thanks thx ok pls'
  ).split(' '),
);

const keyOf = (text: string): string => wordsOf(text).map(stemOf).join(' ');

/**
 * Reads `data/knowledge/words.yaml`, with the company's own words beside those that they mean; throws a ZodError when the file is
 * not of its shape, a PolicyProblem when one of the company's words means none of it.
 */
export const readVocabulary = (
  yaml: string,
  { file, sameWords }: Pick<Own, 'file' | 'sameWords'> = nobody,
): Vocabulary => {
  const table = schema.parse(parseYaml(yaml));
  const firstOf = (line: string): string => line.split(',')[0]?.trim() ?? '';
  const stray = Object.keys(sameWords).find((word) => !table.same.some((line) => firstOf(line) === word));
  if (stray !== undefined)
    throw new PolicyProblem(
      file,
      `words.${stray} is no word of data/knowledge/words.yaml.`,
      'Use the first word of one of its lines.',
    );
  const classOf = new Map<string, string>();
  const words = new Set<string>();
  /** How many words the longest member has that begins with a word. */
  const longestFrom = new Map<string, number>();
  for (const line of table.same) {
    const own = sameWords[firstOf(line)] ?? [];
    const members = [...line.split(','), ...own].map((member) => member.trim());
    const [name = ''] = members;
    for (const member of members) {
      const key = keyOf(member);
      if (!classOf.has(key)) classOf.set(key, `=${name}`);
      const [first = '', ...others] = key.split(' ');
      longestFrom.set(first, Math.max(longestFrom.get(first) ?? 0, 1 + others.length));
      for (const word of wordsOf(member)) words.add(word);
    }
  }
  const patterns = Object.entries(table.concepts).map(([name, pattern]) => ({
    name: `#${name}`,
    pattern: new RegExp(pattern, 'i'),
  }));
  const classes = (text: string): readonly string[] => {
    const stems = wordsOf(text).map(stemOf);
    const found: string[] = [];
    for (let at = 0; at < stems.length; ) {
      let size = Math.min(longestFrom.get(stems[at] ?? '') ?? 0, stems.length - at);
      let name: string | undefined;
      for (; size > 0; size -= 1) {
        name = classOf.get(stems.slice(at, at + size).join(' '));
        if (name !== undefined) break;
      }
      if (name !== undefined) found.push(name);
      at += Math.max(1, size);
    }
    return found;
  };
  return {
    stems: (text) =>
      wordsOf(text)
        .filter((word) => !STOP.has(word))
        .map(stemOf),
    classes,
    conceptsAsked: (question) => {
      const flat = plain(question);
      return patterns.filter(({ pattern }) => pattern.test(flat)).map(({ name }) => name);
    },
    words: [...words],
  };
};
