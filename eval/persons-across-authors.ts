/** How well questions about one particular person are told by a model that has read nothing of their author. */
import type { KnownWords } from '../src/knowledge/question/judge-words.ts';
import { wordKindsOf } from '../src/knowledge/question/known-words.ts';
import { personChance } from '../src/knowledge/question/particular-person.ts';
import { personFeatures } from '../src/knowledge/question/person-features.ts';
import { trainTopicModel } from '../src/knowledge/question/topic-training.ts';
import { authoredLines, personLines } from './train-persons.ts';

/** A question of this chance or more is kept back. */
const KEPT_BACK_AT = 0.1;

export type AuthorFigures = {
  readonly author: string;
  readonly described: number;
  readonly found: number;
  /** Of those about nobody, and of those about somebody whose name is taken out. */
  readonly generic: number;
  readonly generic_kept: number;
  readonly named: number;
  readonly named_kept: number;
};

/** `words` is `data/knowledge`, `evalDir` this folder; `known` the words without any company's. */
export const personsAcrossAuthors = async (
  words: string,
  evalDir: string,
  known: KnownWords,
): Promise<readonly AuthorFigures[]> => {
  const all = await authoredLines(evalDir);
  const kinds = wordKindsOf(known);
  const own = personFeatures(kinds);
  const seen = new Map<string, readonly string[]>();
  const features = (text: string): readonly string[] => {
    const found = seen.get(text) ?? own(text);
    seen.set(text, found);
    return found;
  };
  const figures: AuthorFigures[] = [];
  for (const author of [...new Set(all.map((line) => line.author))].sort()) {
    const others = all.filter((line) => line.author !== author);
    const chance = personChance(trainTopicModel(await personLines(words, others), features), kinds);
    const count = (topic: string): readonly [all: number, kept: number] => {
      const lines = all.filter((line) => line.author === author && line.topic === topic);
      return [lines.length, lines.filter(({ phrasing }) => chance(phrasing) >= KEPT_BACK_AT).length];
    };
    const [described, found] = count('described');
    const [generic, generic_kept] = count('generic');
    const [named, named_kept] = count('named');
    figures.push({ author, described, found, generic, generic_kept, named, named_kept });
  }
  return figures;
};
