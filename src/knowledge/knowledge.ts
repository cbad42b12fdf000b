import type { Answer, Citation, Knowledge } from './answer.ts';
import { citeAll } from './citation-check.ts';
import { openPolicies } from './open-policies.ts';
import type { Policy, Unit } from './policy.ts';
import { buildSearch } from './search.ts';

/** Opens every policy in `dir` (throws PolicyProblem) and builds what answers from them. */
export const openKnowledge = async (dir: string): Promise<Knowledge> => knowledgeOf(await openPolicies(dir));

/** The same from policies already read. */
export const knowledgeOf = (policies: readonly Policy[]): Knowledge => {
  const units = policies.flatMap((policy) => policy.units).filter((unit) => unit.within === null);
  const search = buildSearch(units);
  const versionOf = new Map(policies.map(({ head }) => [head.id, head.version]));
  const citations = (chosen: readonly Unit[]): readonly Citation[] =>
    citeAll(
      policies,
      chosen.map(({ policy, start, end }) => ({ policy, version: versionOf.get(policy) ?? '', start, end })),
    ) ?? [];
  const ask = async (question: string): Promise<Answer> => {
    const hits = search(question, 3);
    const found = citations(hits.map((hit) => hit.unit));
    const [best] = found;
    const empty = {
      question,
      nearest: [],
      didYouMean: [],
      law: [],
      procedure: [],
      answeredBy: 'extract',
    } as const;
    if (best === undefined) {
      return {
        ...empty,
        outcome: 'silent',
        answer: 'Our policy does not say. The privacy team can help.',
        citations: [],
        confidence: 0,
      };
    }
    return {
      ...empty,
      outcome: 'answered',
      answer: `Our policy says, under “${best.section}”:`,
      citations: found,
      confidence: 0.3,
    };
  };
  const sections = policies.flatMap(({ head, units: own }) =>
    [...new Set(own.map((unit) => unit.section))].map((title) => ({ policy: head.id, title })),
  );
  return {
    policies: policies.map((policy) => policy.head),
    sections,
    ask,
    verify: (refs) => citeAll(policies, refs),
  };
};
