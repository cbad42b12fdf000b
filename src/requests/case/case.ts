/** A case is what its history says: nothing here is stored, everything is replayed. No personal data is kept in it. */

import type { ClockEventType } from '../clock/clock-case.ts';
import type { Right } from '../clock/rights.ts';
import type {
  CaseOutcome,
  ExtensionReason,
  LoggedEvent,
  Proposal,
  RecipientResult,
  Regime,
  Relation,
  TaskResult,
  TeamResult,
  WaiveReason,
} from './case-events.ts';
import type { System } from './systems.ts';
import type { PlannedTask } from './task-template.ts';

export type CaseState =
  | 'received'
  | 'awaiting_identity'
  | 'awaiting_authority'
  | 'awaiting_fee'
  | 'in_progress'
  | 'awaiting_clarification'
  | 'ready_for_review'
  | 'approved'
  | 'responded'
  | 'refused'
  | 'withdrawn'
  | 'lapsed'
  | 'forwarded_to_controller'
  | 'closed';

export type Task = PlannedTask & {
  readonly assignee: string | null;
  readonly status: 'open' | 'done' | 'waived';
  readonly result: TaskResult | WaiveReason | null;
};

export type Approval = {
  readonly id: string;
  readonly by: string;
  readonly proposal: Proposal;
  readonly askedAt: string;
  readonly status: 'pending' | 'given' | 'declined';
};

export type Review = {
  readonly by: string;
  readonly sentAt: string;
  readonly outcome: CaseOutcome;
  readonly ground: string | null;
  readonly contentHash: string;
  readonly approvedBy: string | null;
  /** Whether the answer tells that the restriction ends: false of one that began after it; absent in older histories. */
  readonly endsRestriction?: boolean;
};

/** What the clock needs to know: the vocabulary of `deadline.ts`. */
export type CaseClockEvent = {
  readonly type: ClockEventType;
  readonly at: string;
  readonly reason?: ExtensionReason;
  readonly reasonable?: false;
  /** Of an answer that leaves another question open. */
  readonly stillOpen?: true;
};

/** A further regime that a case runs under, with the place whose holidays count there. */
export type AlsoUnder = { readonly regime: string; readonly jurisdiction: string };

/** A system that a team was asked about. */
export type AskedSystem = {
  readonly system: string;
  readonly team: string;
  /** Who was asked, and may therefore see whose data it is about. */
  readonly people: readonly string[];
  readonly askedAt: string;
  /** Null while nobody has answered. */
  readonly result: TeamResult | null;
  readonly answeredBy: string | null;
};

/** `own`: who searched or logged it themselves; absent where a team that was asked said so. */
export type Search = {
  readonly system: string;
  readonly result: 'found' | 'not_found';
  readonly own?: string;
};

export type Case = {
  readonly number: string;
  readonly right: Right;
  readonly state: CaseState;
  readonly receivedAt: string;
  readonly loggedAt: string;
  readonly loggedBy: string;
  readonly timeZone: string;
  readonly regime: Regime;
  readonly jurisdiction: string;
  /** Further regimes; the earliest date leads. */
  readonly also: readonly AlsoUnder[];
  readonly people: LoggedEvent['people'];
  readonly clientWorkspace: boolean;
  readonly agent: boolean;
  /** Whoever logged it could not tell who asks. */
  readonly unknownRequester: boolean;
  /** Logged by whoever was not sure which right it is, and not named yet. */
  readonly unsureRight: boolean;
  readonly checklist: string;
  readonly systems: readonly string[];
  /** What those systems were called, and who kept them, when it was logged. */
  readonly places: readonly System[];
  readonly owner: string | null;
  readonly conflicts: readonly string[];
  readonly tasks: readonly Task[];
  readonly approvals: readonly Approval[];
  readonly review: Review | null;
  /** How often a second person sent the answer back; what the team took back itself does not count. */
  readonly returns: number;
  /** When the last step that had to be done was done: of a marketing objection, when it stopped. */
  readonly workDoneAt: string | null;
  readonly clockEvents: readonly CaseClockEvent[];
  readonly extension: { readonly reason: ExtensionReason; readonly sentAt: string | null } | null;
  readonly identityRequests: number;
  /** Identity papers were shown, so that copies may lie about. */
  readonly sawIdDocument: boolean;
  /** Since when we wait for the requester, and the chasers sent since. */
  readonly waitingSince: string | null;
  readonly chasers: readonly string[];
  readonly acknowledgedAt: string | null;
  readonly restricted: boolean;
  readonly restrictionNoticeAt: string | null;
  readonly frozen: boolean;
  readonly hold: boolean;
  readonly deletionApproved: boolean;
  /** What it said of the person is gone; the bare history stays. */
  readonly erased: boolean;
  readonly searches: readonly Search[];
  /** The round of searches, one row for each system; the last question about a system counts. */
  readonly asked: readonly AskedSystem[];
  /** When a team last put its answer right. */
  readonly correctedAt: string | null;
  readonly redactors: readonly string[];
  readonly exemptions: readonly string[];
  /** Something was taken out, on a ground that the log names. */
  readonly redacted: boolean;
  readonly letters: readonly {
    readonly letter: string;
    readonly contentHash: string;
    readonly sentAt: string | null;
  }[];
  readonly recipients: readonly { readonly recipient: string; readonly result: RecipientResult }[];
  readonly links: readonly { readonly to: string; readonly relation: Relation }[];
  /** Ids that forms brought along: a second submission of the same form is recognised by them. */
  readonly entries: readonly string[];
  readonly outcome: CaseOutcome | null;
  /** Of a refusal that went out late: its last lawful day. */
  readonly refusalWasDue: string | null;
  /** Of an objection: the lawful basis that it meets, by its id in the regime's list. */
  readonly objectedBasis: string | null;
  readonly endedAt: string | null;
  /** The state in which it ended; closing does not change it. */
  readonly endedAs: CaseState | null;
  readonly closedAt: string | null;
  readonly retainUntil: string | null;
  readonly lastAt: string;
  readonly lastBy: string;
  /** How many events each person recorded: what the register holds about its own users. */
  readonly recordedBy: Readonly<Record<string, number>>;
};

export const endedStates: readonly CaseState[] = [
  'responded',
  'refused',
  'withdrawn',
  'lapsed',
  'forwarded_to_controller',
  'closed',
];
export const waitingStates: readonly CaseState[] = [
  'awaiting_identity',
  'awaiting_authority',
  'awaiting_fee',
  'awaiting_clarification',
];
export const openStates: readonly CaseState[] = [
  'received',
  'in_progress',
  ...waitingStates,
  'ready_for_review',
  'approved',
];

/** Questions that no answer has closed yet: one answer closes them all, unless it says that another stays open. */
export const openQuestions = ({ clockEvents }: Pick<Case, 'clockEvents'>): number =>
  clockEvents.reduce((open, event) => {
    if (event.type === 'clarification_requested') return open + 1;
    if (event.type !== 'clarification_received') return open;
    return event.stillOpen === true ? Math.max(open - 1, 0) : 0;
  }, 0);

/** A step of the list, by its id, that nobody has done or left out. */
export const isToDo = ({ tasks }: Pick<Case, 'tasks'>, task: string): boolean =>
  tasks.some(({ id, status }) => id === task && status === 'open');

/** Steps of these phases that have to be done and are not. */
export const openTasks = (
  { tasks }: Pick<Case, 'tasks'>,
  phases: readonly Task['phase'][],
): readonly Task[] =>
  tasks.filter(({ status, mandatory, phase }) => status === 'open' && mandatory && phases.includes(phase));

export const workLeft = (request: Pick<Case, 'tasks'>): boolean => openTasks(request, ['work']).length > 0;

export const isOpen = (request: Case): boolean => openStates.includes(request.state);
export const isClient = (right: Right): boolean =>
  right === 'client_data_deletion' || right === 'client_information_retention';
