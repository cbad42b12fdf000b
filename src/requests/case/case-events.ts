/**
 * The types of a case's events, derived from their table. Whatever could identify the data subject, and every free text, stands in `personal`
 * alone: the register seals that object and erasing destroys it.
 */
import type { Right } from '../clock/rights.ts';
import type * as codes from './event-codes.ts';
import type { ObjectOf, OneOf } from './event-fields.ts';
import type { eventTable, proposals } from './event-table.ts';

export type { Right };

/** The id of a regime; which there are stands in data/regimes. */
export type Regime = string;
export type ArrivalChannel = (typeof codes.arrivalChannels)[number];
export type IdentityDoubt = (typeof codes.identityDoubts)[number];
export type IdentityMethod = (typeof codes.identityMethods)[number];
export type ExtensionReason = (typeof codes.extensionReasons)[number];
export type FeeFinding = (typeof codes.feeFindings)[number];
export type CaseOutcome = (typeof codes.outcomes)[number];
export type TeamResult = (typeof codes.teamResults)[number];
export type TaskResult = (typeof codes.taskResults)[number];
export type WaiveReason = (typeof codes.waiveReasons)[number];
export type ReturnReason = (typeof codes.returnReasons)[number];
export type CorrectionReason = (typeof codes.correctionReasons)[number];
export type RegimeReason = (typeof codes.regimeReasons)[number];
export type JurisdictionReason = (typeof codes.jurisdictionReasons)[number];
export type RestrictionGround = (typeof codes.restrictionGrounds)[number];
export type HoldReason = (typeof codes.holdReasons)[number];
export type RecipientResult = (typeof codes.recipientResults)[number];
export type Relation = (typeof codes.relations)[number];
export type LetterKind = string;

export type Personal = Readonly<Record<string, string>>;

/** `at` is when it was recorded (ISO instant); `by` is a user id or 'system'. */
export type Stamp = { readonly at: string; readonly by: string; readonly personal?: Personal };

export type Proposal = OneOf<typeof proposals>;
export type ProposalKind = Proposal['kind'];

export type CaseEventType = keyof typeof eventTable;

type EventOf<T extends CaseEventType> = Stamp & { readonly type: T } & ObjectOf<(typeof eventTable)[T]>;

export type CaseEvent = { [T in CaseEventType]: EventOf<T> }[CaseEventType];
export type LoggedEvent = EventOf<'logged'>;
