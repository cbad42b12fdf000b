/** A letter as it was composed: its text, its gaps, what is wrong with it, its fingerprint. */
import type { FactName } from '../../letters/fact-fields.ts';
import type { Finding } from '../../letters/finding.ts';
import type { CaseOutcome } from '../../requests/case/case-events.ts';
import type { Origin } from './prefilled.ts';

export type LetterGap = {
  readonly name: FactName;
  readonly label: string;
  readonly kind: 'text' | 'date' | 'list' | 'rows' | 'confirmed';
  readonly columns: readonly string[];
  /** False where the letter is whole without it. */
  readonly needed: boolean;
  readonly typed: string;
  /** What is wrong with what was typed. */
  readonly problem: string | null;
  /** Where the words come from that nobody has typed; null where somebody has. */
  readonly origin: Origin | null;
  /** Somebody has typed it, or emptied it; all else goes on following the register. */
  readonly byHand: boolean;
};

/** What the letter says of itself, for whoever chooses an outcome. */
export type LetterSays = {
  /** A part is named as withheld, kept or refused. */
  readonly holdsBack: boolean;
  /** Of a complaint: what its findings come to; null where that cannot be read from them. */
  readonly verdict: CaseOutcome | null;
};

export type Composed = {
  readonly text: string;
  readonly gaps: readonly LetterGap[];
  readonly findings: readonly Finding[];
  readonly hash: string;
  readonly says: LetterSays;
};

/** Nothing in it has to be mended before it goes out. */
export const isSound = ({ findings, gaps }: Composed): boolean =>
  !findings.some(({ severity }) => severity === 'error') && !gaps.some(({ problem }) => problem !== null);

export const saysNothing: LetterSays = { holdsBack: false, verdict: null };
