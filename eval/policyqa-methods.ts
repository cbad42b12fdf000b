import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import { buildRanking, type Terms } from '../src/knowledge/answer/search.ts';
import type { Method } from './policyqa.ts';

const STOP = new Set(
  'a an the of to in on at is are was were be been do does did have has i me my we our us you your it its this that and or if as by for from with can could may will would what which who how when where why'.split(
    ' ',
  ),
);

const options = { fields: ['text'], idField: 'at' };

const mini =
  (tuned: boolean): Method =>
  (passages) => {
    const processTerm = (term: string): string | null => {
      const word = term.toLowerCase();
      return STOP.has(word) ? null : stemmer(word);
    };
    const search = new MiniSearch(
      tuned ? { ...options, processTerm, searchOptions: { bm25: { k: 1.2, b: 0.7, d: 0.5 } } } : options,
    );
    search.addAll(passages.map(({ text }, at) => ({ at, text })));
    return (question) => search.search(question).map((hit) => Number(hit.id));
  };

/** What the general search is measured against, and itself. */
export const policyQaMethods = (terms: Terms): Readonly<Record<string, Method>> => ({
  'minisearch, default': mini(false),
  'minisearch, tuned': mini(true),
  'this search': (passages) => {
    const rank = buildRanking(
      passages.map(({ text, around }) => [
        { text, weight: 1 },
        { text: around, weight: 0.2 },
      ]),
      terms,
    );
    return (question) => rank(question).map(({ at }) => at);
  },
});
