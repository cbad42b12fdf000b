/** How the answers fare on policies of other companies: a folder each, with `policies/*.md` (or `*.md`), `questions.jsonl` and perhaps `phrasings/`. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openKnowledge } from '../src/knowledge/answer/knowledge.ts';
import { openPolicies } from '../src/knowledge/policy/open-policies.ts';
import type { Policy } from '../src/knowledge/policy/policy.ts';
import { offTheShelf } from './off-the-shelf.ts';
import { evaluate, policiesIn, readItems } from './run.ts';
import { comparable, type Item, type Row, share, verdictsOf } from './scores.ts';

/** One company, read in one way; shares are between 0 and 1. */
export type OtherRow = Readonly<Record<string, number>> & {
  readonly right: number;
  readonly bad_quotes: number;
};

const shows = (gold: readonly string[], texts: readonly string[]): boolean =>
  gold.some((one) => texts.some((text) => comparable(text).includes(comparable(one))));

const isUnanswered = ({ kind, gold }: Item): boolean => kind !== 'answerable' && gold.length === 0;

const rowOf = (rows: readonly Row[], badQuotes: number): OtherRow => {
  const answerable = rows.filter(({ item }) => item.kind === 'answerable');
  const plain = answerable.filter(({ item }) => item.style === 'plain');
  const shown = ({ item, answer: { citations, nearest } }: Row): boolean =>
    shows(
      item.gold,
      [...citations, ...nearest.slice(0, 3)].map(({ quote }) => quote),
    );
  return {
    right: share(rows, ({ score }) => score.right),
    right_plain: share(
      rows.filter(({ item }) => item.style === 'plain'),
      ({ score }) => score.right,
    ),
    answerable: share(answerable, ({ score }) => score.right),
    shown: share(answerable, shown),
    shown_plain: share(plain, shown),
    first3: share(answerable, ({ score }) => score.within3),
    first3_plain: share(plain, ({ score }) => score.within3),
    answered_unsaid: share(
      rows.filter(({ item }) => isUnanswered(item)),
      ({ answer }) => answer.outcome === 'answered',
    ),
    silent: share(
      rows.filter(({ item }) => item.kind === 'silent'),
      ({ score }) => score.right,
    ),
    ...verdictsOf(rows),
    bad_quotes: badQuotes,
    p99_ms:
      rows.map(({ milliseconds }) => milliseconds).toSorted((a, b) => b - a)[Math.floor(rows.length / 100)] ??
      0,
  };
};

export type OtherCompany = {
  readonly policies: readonly Policy[];
  readonly items: readonly Item[];
  /** Its measures with the phrasings of this folder; those beside the policies where none is given. */
  readonly measure: (phrasings?: string) => Promise<OtherRow>;
};

/** Opens the folder of one company: `policies/` (or the files themselves) and `questions.jsonl`; `words` is another `data/knowledge`. */
export const openCompany = async (dir: string, now: () => number, words?: string): Promise<OtherCompany> => {
  const folder = policiesIn(dir);
  const policies = await openPolicies(folder);
  const files = new Map(policies.map(({ head, file }) => [head.id, file]));
  const items = await readItems(join(dir, 'questions.jsonl'));
  return {
    policies,
    items,
    measure: async (phrasings) => {
      const knowledge = await openKnowledge(folder, words, undefined, undefined, phrasings);
      const ask = (question: string) => knowledge.ask(question);
      const { rows, badQuotes } = await evaluate(items, ask, knowledge, files, now);
      return rowOf(rows, badQuotes);
    },
  };
};

/** By company, then by way of reading it. */
export type OtherRows = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

/** The measures by company and way of reading: `without` phrasings, `with` them where there are any, and an off-the-shelf search. */
export const evaluateOthers = async (
  dir: string,
  now: () => number,
  wordsOf: (company: string) => string | undefined = () => undefined,
): Promise<OtherRows> => {
  const found: Record<string, Record<string, Readonly<Record<string, number>>>> = {};
  for (const name of (await readdir(dir)).sort()) {
    const { policies, items, measure } = await openCompany(join(dir, name), now, wordsOf(name));
    const phrasings = join(dir, name, 'phrasings');
    const search = offTheShelf(policies.flatMap(({ units }) => units));
    const answerable = items.filter(({ kind }) => kind === 'answerable');
    const among = (some: readonly Item[]): number =>
      share(some, ({ question, gold }) =>
        shows(
          gold,
          search(question)
            .slice(0, 3)
            .map(({ text }) => text),
        ),
      );
    found[name] = {
      without: await measure(join(dir, name, 'none')),
      ...(existsSync(phrasings) ? { with: await measure(phrasings) } : {}),
      minisearch: {
        shown: among(answerable),
        shown_plain: among(answerable.filter(({ style }) => style === 'plain')),
      },
    };
  }
  return found;
};
