/** The searches that are measured on the PolicyQA set: two of minisearch, and the text signal of our own ranking. */
import MiniSearch from 'minisearch';
import type { Policy, Unit } from '../src/knowledge/policy/policy.ts';
import type { Understanding } from '../src/knowledge/question/understanding.ts';
import { highest } from '../src/knowledge/rank/highest.ts';
import { rarityOf } from '../src/knowledge/rank/rarity.ts';
import { textSignal } from '../src/knowledge/rank/text-signal.ts';
import { tuned } from './off-the-shelf.ts';
import type { Method, Passage } from './policyqa.ts';

const mini =
  (options: { readonly fields: string[]; readonly idField: string }): Method =>
  (passages) => {
    const search = new MiniSearch(options);
    search.addAll(passages.map(({ text }, at) => ({ at, text })));
    return (question) => search.search(question).map((hit) => Number(hit.id));
  };

/** A passage as the unit of a policy, its segment standing above it as a heading does. */
const unitOf = ({ text, around }: Passage, at: number): Unit => ({
  id: `site:${at}`,
  policy: 'site',
  kind: 'sentence',
  text,
  start: 0,
  end: text.length,
  section: '',
  path: ['', around],
  leadIn: null,
  header: null,
  group: null,
  block: String(at),
  within: null,
});

const own =
  ({ thesaurus, known }: Understanding): Method =>
  (passages) => {
    const units = passages.map(unitOf);
    const head = {
      id: 'site',
      title: '',
      version: '',
      updated: '',
      controller: '',
      contact: '',
      precedence: 0,
    };
    const site: Policy = { head, file: '', path: '', units };
    const search = textSignal(units, [site], thesaurus, rarityOf(known));
    return (question) => highest(search(thesaurus.tokens(question), new Set()).scores, units.length);
  };

/** What the text signal is measured against, and itself. */
export const policyQaMethods = (understanding: Understanding): Readonly<Record<string, Method>> => ({
  'minisearch, default': mini({ fields: ['text'], idField: 'at' }),
  'minisearch, tuned': mini(tuned),
  'this search': own(understanding),
});
