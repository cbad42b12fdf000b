/** The shape of an answer and of its citations. */
import type { Policy, PolicyHead } from '../policy/policy.ts';
import type { Redaction } from '../question/redaction.ts';
import type { Topic } from '../question/topics.ts';
import type { TeamAnswer } from './team-entry.ts';

/** Words of a policy, verified against its file: `quote === file.slice(start, end)`. */
export type Citation = {
  readonly policy: string;
  readonly version: string;
  readonly section: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** The sentence that introduces the bullet, verbatim; shown with it. */
  readonly leadIn: string | null;
  /** The header of the table, verbatim; shown with its row. */
  readonly header: string | null;
};

export type Outcome = 'answered' | 'silent' | 'out_of_scope' | 'declined';

export type Verdict = 'yes' | 'no' | 'depends';

export type LawNote = { readonly text: string; readonly source: string };

/** Why a model that is switched on did not find an answer; never an error to the person. */
export type WithoutModel =
  /** An order, an injection or a question on somebody: nothing was sent. */
  | 'gated'
  /** It could not be judged to name nobody: nothing was sent. */
  | 'kept_back'
  | 'too_late'
  | 'failed'
  | 'unreadable'
  /** What it named does not stand in the policy. */
  | 'nothing_held'
  | 'resting';

/** The shape of interface.md, section 4. */
export type Answer = {
  readonly question: string;
  readonly outcome: Outcome;
  /** Plain text about what the policy says; never law, never procedure. */
  readonly answer: string;
  /** Best first, at most six unless a list that is the answer is cited whole. Empty unless answered. */
  readonly citations: readonly Citation[];
  /** Passages that come close, shown when the policy is silent. */
  readonly nearest: readonly Citation[];
  /** Up to three plain questions that the bot can answer, best first. */
  readonly didYouMean: readonly string[];
  readonly law: readonly LawNote[];
  readonly procedure: readonly string[];
  /** Of a yes/no question, where the quoted words bear it; else null. */
  readonly verdict: Verdict | null;
  readonly answeredBy: 'extract' | 'model';
  /** Who chose the passages. */
  readonly foundBy: 'search' | 'model';
  /** 0 to 1. */
  readonly confidence: number;
  /** Only where the policy is silent, and only for whoever reads it: the first of `law` and `procedure` are on the very question. */
  readonly answeredBeside?: true;
  /** Only in Slack, and only where the privacy team has saved an answer to this very question. */
  readonly team?: TeamAnswer;
  /** Only with a model: why the search answered in its place. */
  readonly without?: WithoutModel;
};

/** Where a citation stands, small enough for a button's value. */
export type CitationRef = {
  readonly policy: string;
  readonly version: string;
  readonly start: number;
  readonly end: number;
};

/** At once where questions are read in this thread, later where they are read in another. */
type Soon<Got> = Got | Promise<Got>;

/** What flows ask of the policies: `openKnowledge` reads questions here, `openKnowledgeInThread` in a thread of its own. */
export interface Knowledge {
  readonly policies: readonly PolicyHead[];
  /** The documents themselves, in order of precedence, for whoever looks up a passage by a rule of its own. */
  readonly documents: readonly Policy[];
  /** The sections of every policy, in order: what the policy covers. */
  readonly sections: readonly { readonly policy: string; readonly title: string }[];
  ask(question: string): Promise<Answer>;
  /** Every subject that questions are read as. */
  readonly topics: readonly Topic[];
  /** The id of the subject that a question is read as; null when it is none of privacy. */
  topicOf(question: string): Soon<string | null>;
  /** For each of `others` whether it asks the very same thing; no when in doubt. */
  same(one: string, others: readonly string[]): Soon<readonly boolean[]>;
  /** The only form in which a question may be shown to a model. */
  redact(question: string): Soon<Redaction>;
  /** The citations these references stand for, or null when any of them is not whole units of the file as it is now. */
  verify(refs: readonly CitationRef[]): readonly Citation[] | null;
}
