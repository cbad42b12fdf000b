import MiniSearch from 'minisearch';
import { buildRanking, type Terms } from '../src/knowledge/answer/search.ts';
import { tuned } from './off-the-shelf.ts';
import type { Method } from './policyqa.ts';

const mini =
  (options: { readonly fields: string[]; readonly idField: string }): Method =>
  (passages) => {
    const search = new MiniSearch(options);
    search.addAll(passages.map(({ text }, at) => ({ at, text })));
    return (question) => search.search(question).map((hit) => Number(hit.id));
  };

/** What the general search is measured against, and itself. */
export const policyQaMethods = (terms: Terms): Readonly<Record<string, Method>> => ({
  'minisearch, default': mini({ fields: ['text'], idField: 'at' }),
  'minisearch, tuned': mini(tuned),
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
