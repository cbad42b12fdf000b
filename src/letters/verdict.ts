/** What the findings of a complaint come to. */
import type { CaseOutcome } from '../requests/case/case-events.ts';
import type { LetterFacts } from './fact-fields.ts';

type Verdict = Extract<CaseOutcome, 'full' | 'partial' | 'not_upheld'>;

const no =
  /\b(?:not|never) (?:upheld|founded|justified|made out)\b|\b(?:unfounded|unjustified|rejected|dismissed)\b|\bno (?:breach|fault|failing)\b/i;
const partly = /\b(?:partly|partially|in part)\b/i;
const yes = /\b(?:upheld|founded|justified|agree|well-founded)\b|\bmade out\b/i;

const verdict = (finding: string): Verdict | null => {
  if (partly.test(finding)) return 'partial';
  if (no.test(finding)) return 'not_upheld';
  return yes.test(finding) ? 'full' : null;
};

/** Null where there are no findings, or one of them says neither yes nor no in words that are known. */
export const verdictOf = ({ issues = [] }: LetterFacts): Verdict | null => {
  const all = new Set(issues.map(({ finding }) => verdict(finding)));
  const [only = null] = all;
  if (all.has(null)) return null;
  return all.size > 1 ? 'partial' : only;
};
