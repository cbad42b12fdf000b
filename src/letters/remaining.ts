/** Finds what the policy says will remain after an erasure. */
import type { Citation, CitationRef } from '../knowledge/answer/answer.ts';
import type { Policy, Unit } from '../knowledge/policy/policy.ts';
import type { LetterFacts } from './fact-fields.ts';

/** What the policy says will remain after an erasure, and what it promises to clients. */
export type CarveOut = 'invoices' | 'backups' | 'client_data';

const says: Readonly<Record<CarveOut, RegExp>> = {
  invoices: /\binvoices?\b|\bbilling statements?\b/i,
  backups: /\bback-?ups?\b/i,
  client_data: /\bclient\b[\s\S]*\b(?:anonymised|deleted)\b[\s\S]*\bwithin\b/i,
};

const isAboutKeeping = (unit: Unit): boolean =>
  /\b(?:kept|keep|retain|retention|stor\w+|delet\w+)\b/i.test(unit.section);

const refOf = (policy: Policy, unit: Unit): CitationRef => {
  const block = policy.units.filter((other) => other.block === unit.block && other.within === null);
  const start = Math.min(...block.map((other) => other.start));
  const end = Math.max(...block.map((other) => other.end));
  return { policy: policy.head.id, version: policy.head.version, start, end };
};

/**
 * Where a policy speaks of it: the whole bullet or paragraph, best in a section about keeping data; null when no policy does.
 * The policies come in order of precedence.
 */
export const carveOutIn = (policies: readonly Policy[], carveOut: CarveOut): CitationRef | null => {
  const found = policies.flatMap((policy) =>
    policy.units
      .filter((unit) => unit.within === null && says[carveOut].test(unit.text))
      .map((unit) => ({ policy, unit })),
  );
  const best = found.find(({ unit }) => isAboutKeeping(unit)) ?? found[0];
  return best === undefined ? null : refOf(best.policy, best.unit);
};

/** The facts about what remains; `find` gives the verified citation, or null when the policy has no such sentence (any more). */
export const remainingFacts = (find: (carveOut: CarveOut) => Citation | null): LetterFacts => ({
  invoicesQuote: find('invoices') ?? undefined,
  backupsQuote: find('backups') ?? undefined,
  retentionQuote: find('client_data') ?? undefined,
});
