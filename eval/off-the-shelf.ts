/** What a search that anybody can install makes of a policy: BM25+ with stems and without stop words, tuned. */
import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import type { Unit } from '../src/knowledge/policy/policy.ts';

const STOP = new Set(
  'a an the of to in on at is are was were be been do does did have has i me my we our us you your it its this that and or if as by for from with can could may will would what which who how when where why'.split(
    ' ',
  ),
);

/** Its options: `fields: ['text']`, documents `{ at, text }`. */
export const tuned = {
  fields: ['text'],
  idField: 'at',
  processTerm: (term: string): string | null => {
    const word = term.toLowerCase();
    return STOP.has(word) ? null : stemmer(word);
  },
  searchOptions: { bm25: { k: 1.2, b: 0.7, d: 0.5 } },
};

/** Ranks whole units, each with its headings, lead-in and table header. */
export const offTheShelf = (all: readonly Unit[]): ((question: string) => readonly Unit[]) => {
  const units = all.filter(({ within }) => within === null);
  const search = new MiniSearch(tuned);
  search.addAll(
    units.map(({ path, leadIn, header, text }, at) => ({
      at,
      text: [...path.slice(1), leadIn?.text ?? '', header?.text ?? '', text].join('\n'),
    })),
  );
  return (question) => search.search(question).flatMap(({ id }) => units[Number(id)] ?? []);
};
