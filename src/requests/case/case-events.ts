/**
 * Every event of a case, in the past tense. Plain fields hold ids, codes, dates and reasons from lists; whatever could identify
 * the data subject, and every free text, stands in `personal` alone: the register seals that object and erasing destroys it.
 */
import type { regimes } from '../clock/clock-case.ts';
import type { Right } from '../clock/rights.ts';

export type { Right };

export type Regime = (typeof regimes)[number];

export type ArrivalChannel =
  | 'email'
  | 'slack'
  | 'phone'
  | 'in_person'
  | 'letter'
  | 'web_form'
  | 'chat'
  | 'social_media'
  | 'other';

export type Personal = Readonly<Record<string, string>>;

/** `at` is when it was recorded (ISO instant); `by` is a user id or 'system'. */
export type Stamp = { readonly at: string; readonly by: string; readonly personal?: Personal };

export type IdentityDoubt =
  | 'unknown_address'
  | 'address_changed'
  | 'details_do_not_match'
  | 'account_compromise_suspected'
  | 'sensitive_disclosure'
  | 'disclosure_risk';

export type IdentityMethod =
  | 'logged_in_confirmation'
  | 'code_to_known_address'
  | 'known_facts'
  | 'call_back_known_number'
  | 'video_call'
  | 'id_document_redacted';

export type ExtensionReason = 'complexity' | 'number';
export type FeeFinding = 'manifestly_unfounded' | 'excessive';
/** Of a complaint: `full` and `partial` are upheld, wholly or in part. */
export type Outcome = 'full' | 'partial' | 'no_data' | 'refused' | 'not_upheld';
export type TaskResult = 'done' | 'found' | 'not_found' | 'action_taken';
export type TeamResult = 'found' | 'not_found' | 'not_ours';
export type WaiveReason = 'not_applicable' | 'covered_elsewhere' | 'disproportionate' | 'no_data_in_system';
export type ReturnReason =
  | 'missing_material'
  | 'redaction'
  | 'exemption_not_made_out'
  | 'letter'
  | 'recalled';
export type CorrectionReason = 'arrived_earlier' | 'arrived_later' | 'typing_mistake' | 'wrong_time_zone';
export type RegimeReason = 'eu_establishment' | 'offered_in_eu' | 'monitored_in_eu' | 'uk_only';
export type JurisdictionReason =
  | 'where_answer_is_sent_from'
  | 'representative'
  | 'state_of_the_person'
  | 'logged_wrongly';
export type RestrictionGround = 'accuracy_contested' | 'unlawful' | 'needed_for_claims' | 'objection_pending';
export type HoldReason = 'litigation' | 'regulator_enquiry' | 'dispute';
export type RecipientResult = 'told' | 'impossible' | 'disproportionate' | 'no_recipients';
export type Relation = 'same_letter' | 'same_person' | 'reopened_from' | 'complaint_about' | 'duplicate_hint';
export type LetterKind = string;

/** What a second person is asked to agree to; the letters it needs go out after the approval. */
export type Proposal =
  | { readonly kind: 'extension'; readonly reason: ExtensionReason }
  | { readonly kind: 'fee'; readonly finding: FeeFinding; readonly pence: number }
  | {
      readonly kind: 'second_identity_request';
      readonly doubt: IdentityDoubt;
      readonly method: IdentityMethod;
    }
  | { readonly kind: 'weak_identity'; readonly receivedAt: string; readonly method: IdentityMethod }
  | { readonly kind: 'lapse'; readonly noticeSentAt: string }
  | { readonly kind: 'agent_withdrawal'; readonly confirmed: 'written' | 'call' }
  | { readonly kind: 'deletion' }
  | { readonly kind: 'lift_restriction' }
  | { readonly kind: 'receipt_correction'; readonly receivedAt: string; readonly reason: CorrectionReason }
  | { readonly kind: 'regime_change'; readonly regime: Regime; readonly reason: RegimeReason }
  | {
      readonly kind: 'jurisdiction_change';
      readonly jurisdiction: string;
      readonly reason: JurisdictionReason;
    };

export type ProposalKind = Proposal['kind'];

type Logged = {
  readonly type: 'logged';
  readonly number: string;
  readonly right: Right;
  readonly receivedAt: string;
  readonly timeZone: string;
  readonly channel: ArrivalChannel;
  readonly regime: Regime;
  readonly jurisdiction: string;
  /** Staff and applicants have their own notice: fewer people may see the case. */
  readonly people: 'customer' | 'staff_or_applicant' | 'client';
  readonly clientWorkspace: boolean;
  readonly agent: boolean;
  readonly checklist: string;
  readonly systems: readonly string[];
};

type Waiting =
  | {
      readonly type: 'identity_requested';
      readonly sentAt: string;
      readonly doubt: IdentityDoubt;
      readonly method: IdentityMethod;
      readonly reasonable: boolean;
    }
  | { readonly type: 'identity_received'; readonly receivedAt: string; readonly method: IdentityMethod }
  | { readonly type: 'authority_requested'; readonly sentAt: string }
  | { readonly type: 'authority_received'; readonly receivedAt: string }
  | {
      readonly type: 'fee_requested';
      readonly sentAt: string;
      readonly finding: FeeFinding;
      readonly pence: number;
    }
  | { readonly type: 'fee_paid'; readonly paidAt: string }
  | {
      readonly type: 'clarification_requested';
      readonly sentAt: string;
      readonly about: 'information' | 'processing_activities';
      readonly reasonable: boolean;
      /** False when the question goes out and time runs on (other rights, EU, after the period). */
      readonly pauses: boolean;
    }
  | { readonly type: 'clarification_received'; readonly receivedAt: string }
  | { readonly type: 'chased'; readonly entry: string; readonly sentAt: string };

type Work =
  | { readonly type: 'taken' }
  | { readonly type: 'handed_over'; readonly to: string }
  | { readonly type: 'task_assigned'; readonly task: string; readonly to: string }
  | { readonly type: 'task_done'; readonly task: string; readonly result: TaskResult }
  | { readonly type: 'task_waived'; readonly task: string; readonly reason: WaiveReason }
  | { readonly type: 'acknowledged'; readonly sentAt: string }
  | {
      readonly type: 'search_logged';
      readonly entry: string;
      readonly system: string;
      readonly result: 'found' | 'not_found';
    }
  | {
      readonly type: 'redaction_logged';
      readonly entry: string;
      readonly reason: string;
      readonly items: number;
    }
  | { readonly type: 'exemption_logged'; readonly entry: string; readonly exemption: string }
  | {
      readonly type: 'recipient_told';
      readonly entry: string;
      readonly recipient: string;
      readonly result: RecipientResult;
    }
  | { readonly type: 'note_added'; readonly entry: string }
  | {
      readonly type: 'conflict_declared';
      readonly user: string;
      readonly why: 'named_in_data' | 'named_in_complaint';
    }
  | { readonly type: 'linked'; readonly to: string; readonly relation: Relation }
  /** One round of searches: a team is asked about its systems. `people` are those who may answer. */
  | {
      readonly type: 'teams_asked';
      readonly entry: string;
      readonly team: string;
      readonly systems: readonly string[];
      readonly people: readonly string[];
    }
  | {
      readonly type: 'team_answered';
      readonly entry: string;
      readonly system: string;
      readonly result: TeamResult;
    };

type Safeguards =
  | { readonly type: 'restricted'; readonly ground: RestrictionGround }
  | { readonly type: 'restriction_notice_given'; readonly sentAt: string }
  | { readonly type: 'restriction_lifted' }
  | { readonly type: 'frozen' }
  | { readonly type: 'unfrozen' }
  | { readonly type: 'hold_placed'; readonly reason: HoldReason }
  | { readonly type: 'hold_lifted' }
  | { readonly type: 'deletion_approved' }
  | { readonly type: 'client_receipt_confirmed'; readonly receivedAt: string }
  | { readonly type: 'client_deletion_requested'; readonly receivedAt: string }
  | { readonly type: 'agreement_terminated'; readonly terminatedAt: string };

type SecondPerson =
  | { readonly type: 'approval_requested'; readonly id: string; readonly proposal: Proposal }
  | { readonly type: 'approval_given'; readonly id: string; readonly kind: ProposalKind }
  | {
      readonly type: 'approval_declined';
      readonly id: string;
      readonly kind: ProposalKind;
      readonly reason: ReturnReason;
    };

type Clock =
  | {
      readonly type: 'extended';
      readonly reason: ExtensionReason;
      readonly noticeSentAt: string;
      readonly proof: 'email_sent' | 'post_tracked' | 'portal' | 'handed_over';
    }
  | { readonly type: 'receipt_corrected'; readonly receivedAt: string; readonly reason: CorrectionReason }
  | { readonly type: 'regime_changed'; readonly regime: Regime; readonly reason: RegimeReason }
  | {
      readonly type: 'jurisdiction_changed';
      readonly jurisdiction: string;
      readonly reason: JurisdictionReason;
    };

type Answer =
  | {
      readonly type: 'submitted_for_review';
      readonly outcome: Outcome;
      readonly ground: string | null;
      readonly contentHash: string;
    }
  | { readonly type: 'returned'; readonly reason: ReturnReason }
  | { readonly type: 'approved'; readonly contentHash: string }
  | {
      readonly type: 'response_recorded' | 'refused';
      readonly outcome: Outcome;
      readonly sentAt: string;
      readonly contentHash: string;
      readonly proof: 'email_sent' | 'post_tracked' | 'portal' | 'handed_over';
    }
  | { readonly type: 'letter_approved'; readonly letter: LetterKind; readonly contentHash: string }
  | {
      readonly type: 'letter_sent';
      readonly letter: LetterKind;
      readonly contentHash: string;
      readonly sentAt: string;
    }
  | { readonly type: 'withdrawn'; readonly confirmed: 'written' | 'call'; readonly byAgent: boolean }
  | { readonly type: 'lapsed'; readonly noticeSentAt: string }
  | { readonly type: 'forwarded'; readonly sentAt: string }
  | { readonly type: 'closed'; readonly retainUntil: string; readonly bundleUntil: string | null }
  /** The register's own: its key is destroyed, what stood in `personal` is gone. */
  | { readonly type: 'personal_data_erased'; readonly reason: 'retention' | 'decided' };

export type CaseEvent = Stamp & (Logged | Work | Waiting | Safeguards | SecondPerson | Clock | Answer);

export type CaseEventType = CaseEvent['type'];
export type LoggedEvent = Stamp & Logged;
