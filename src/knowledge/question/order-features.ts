/** What is read of a message to tell whether it is an order: its words and neighbours, how its sentences begin, and the kinds of words that meet in them. */
import { z } from 'zod';
import { parseYaml } from '../../base/yaml.ts';
import { stemOf, wordsOf } from './words.ts';

const schema = z.record(z.string(), z.string());

/** Longer messages are read up to here: whoever orders something does so within a few sentences. */
const MOST = 1000;

const MANY = 5;

/** A name in the midst of a sentence, or two words that begin with capitals. */
const NAME = /\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+\b|(?<=[\p{Ll},] )\p{Lu}\p{Ll}+/u;

const sentencesOf = (text: string): readonly string[] =>
  text
    .slice(0, MOST)
    .split(/(?<=[.!?;:])\s+|\s+-\s+|\n/u)
    .filter((sentence) => /\w/u.test(sentence));

/** From `data/knowledge/order-words.yaml`: the kinds of the words and phrases that stand in a text, each once. */
const readKinds = (yaml: string): ((words: readonly string[]) => readonly string[]) => {
  const kindsOf = new Map<string, readonly string[]>();
  let longest = 1;
  for (const [kind, members] of Object.entries(schema.parse(parseYaml(yaml))))
    for (const member of members.split(',')) {
      const stems = wordsOf(member).map(stemOf);
      const key = stems.join(' ');
      longest = Math.max(longest, stems.length);
      kindsOf.set(key, [...(kindsOf.get(key) ?? []), kind]);
    }
  return (words) => {
    const stems = words.map(stemOf);
    const found = new Set<string>();
    for (let at = 0; at < stems.length; at += 1)
      for (let size = 1; size <= longest && at + size <= stems.length; size += 1)
        for (const kind of kindsOf.get(stems.slice(at, at + size).join(' ')) ?? []) found.add(kind);
    return [...found];
  };
};

/**
 * Reads order-words.yaml; throws a ZodError when it is not of its shape. Words that are not English are one word: they are mostly names,
 * and whose name it is tells nothing.
 */
export const orderFeatures = (
  yaml: string,
  isEnglish: (word: string) => boolean,
): ((message: string) => ReadonlySet<string>) => {
  const kindsIn = readKinds(yaml);
  const known = (word: string): string => (isEnglish(word) || !/^[a-z]{3,}$/u.test(word) ? word : '#');
  return (message) => {
    // Every message has the first: how seldom orders are.
    const found = new Set(['message']);
    if (NAME.test(message)) found.add('name');
    const sentences = sentencesOf(message);
    found.add(`sentences ${Math.min(MANY, sentences.length)}`);
    for (const [place, sentence] of sentences.entries()) {
      const words = wordsOf(sentence).map(known);
      const [first = '', second = '', third = ''] = words;
      const two = `${first} ${second}`;
      for (const start of [first, two, `${two} ${third}`]) found.add(`start ${start}`);
      if (place === 0) for (const start of [first, two]) found.add(`opening ${start}`);
      for (const word of words) found.add(`stem ${stemOf(word)}`);
      const whole = ['^', ...words, /\?\s*["')]*$/u.test(sentence) ? '?' : '.'];
      for (const [at, word] of whole.entries()) if (at > 0) found.add(`pair ${whole[at - 1]} ${word}`);
      const kinds = [...kindsIn(wordsOf(sentence))].sort();
      for (const [at, kind] of kinds.entries()) {
        found.add(`kind ${kind}`);
        for (const start of [first, two]) found.add(`start ${start} with ${kind}`);
        for (const other of kinds.slice(at + 1)) found.add(`kinds ${kind} ${other}`);
      }
    }
    return found;
  };
};
