/** What needs only the policies' texts: their heads, their sections, and whether a citation is whole units of the file. */
import { citeAll } from '../policy/citation-check.ts';
import type { Policy } from '../policy/policy.ts';
import type { Knowledge } from './answer.ts';

export type Shelf = Pick<Knowledge, 'policies' | 'documents' | 'sections' | 'verify'>;

/** `policies` in order of precedence. */
export const shelfOf = (policies: readonly Policy[]): Shelf => ({
  policies: policies.map(({ head }) => head),
  documents: policies,
  sections: policies.flatMap(({ head, units }) =>
    [...new Set(units.map((unit) => unit.section))].map((title) => ({ policy: head.id, title })),
  ),
  verify: (refs) => citeAll(policies, refs),
});
