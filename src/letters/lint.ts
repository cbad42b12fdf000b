/** All checks of a letter together. */
import type { LetterFacts } from './fact-fields.ts';
import type { Finding, LintPorts } from './finding.ts';
import { lintClaims, lintPlainness, lintRecipients, lintWithheld } from './lint-claims.ts';
import { lintDates } from './lint-dates.ts';
import { lintCase, lintElements } from './lint-elements.ts';
import { lintPeople } from './lint-people.ts';
import { lintQuotes } from './lint-quotes.ts';
import { lintRecord } from './lint-record.ts';
import type { Template } from './template.ts';

/**
 * Everything wrong with a letter as it would go out, edited or not; errors first. Facts are those it was filled with.
 * No error means: it may be sent for review.
 */
export const lint = (
  text: string,
  template: Template,
  facts: LetterFacts,
  ports: LintPorts,
): readonly Finding[] => {
  const draft = { text, template, facts, law: ports.law };
  const findings = [
    ...lintElements(draft),
    ...lintCase(draft),
    ...lintDates(draft),
    ...lintQuotes(draft, ports),
    ...lintPeople(draft, ports),
    ...lintClaims(draft),
    ...lintRecord(draft, ports.record),
    ...lintRecipients(draft),
    ...lintWithheld(draft),
    ...lintPlainness(draft, ports.policyWords),
  ];
  return findings.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
};
