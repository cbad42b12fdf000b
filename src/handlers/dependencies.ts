/** What the handlers are given: flows and ports only. */
import type { Clock } from '../base/clock.ts';
import type { Ask } from '../flows/ask/answer-question.ts';
import type { Conversation } from '../flows/ask/conversation.ts';
import type { GapBook } from '../flows/ask/gap-book.ts';
import type { GapReport } from '../flows/ask/gap-report.ts';
import type { RecentQuestions } from '../flows/ask/recent-questions.ts';
import type { SentRequests } from '../flows/ask/sent-requests.ts';
import type { TeamEntries } from '../flows/ask/team-entries.ts';
import type { Casework } from '../flows/cases/casework.ts';
import type { Drafts as DraftStore } from '../flows/letters/drafts.ts';
import type { LettersAtDesk } from '../flows/letters/letter-screen.ts';
import type { Presence } from '../flows/reminders/presence.ts';
import type { Snoozed, SnoozeLength } from '../flows/reminders/snooze.ts';
import type { Citation, CitationRef } from '../knowledge/answer/answer.ts';
import type { PolicyHead } from '../knowledge/policy/policy.ts';
import type { Inbox } from '../slack/inbox.ts';
import type { Once, PostOnce, SlackOut } from '../slack/port.ts';
import type { HomePart } from '../views/menu.ts';
import type { Looking } from '../views/notice.ts';

export type Membership = 'member' | 'stranger' | 'unknown' | 'nobody_configured';

/** What handlers work with. Flows and ports only: handlers know no database, no model, no environment. */
export type Dependencies = {
  readonly slack: SlackOut;
  readonly clock: Clock;
  /** The register with the clock, the holidays and the roles: what flows around cases take. */
  readonly cases: Casework;
  /** Templates, sender and policy passages that letters are written from. */
  readonly letters: LettersAtDesk['letters'];
  /** What somebody has begun to write, sealed; survives closing, refusing and restarting. */
  readonly drafts: DraftStore;
  /** Not used before; the id that a form carries so that its second submission is known. */
  readonly newId: () => string;
  readonly once: Once;
  /** For what many people read, or somebody elsewhere: it never stands twice. */
  readonly postOnce: PostOnce;
  /** Whose it is to answer an event. */
  readonly answering: Pick<Inbox, 'saying' | 'countLater' | 'doubted' | 'again' | 'mine'>;
  readonly ask: Ask;
  /** What a person is told while an answer is on its way. */
  readonly looking: Looking;
  /** What was sent to the model for each person; null when there is no model. */
  readonly sentRequests: SentRequests | null;
  readonly verify: (refs: readonly CitationRef[]) => readonly Citation[] | null;
  readonly policies: readonly PolicyHead[];
  readonly sections: readonly { readonly policy: string; readonly title: string }[];
  /** First questions to offer, which the policies answer. */
  readonly examples: readonly [string, ...string[]];
  /** Keeps a question for an hour and returns its id; in memory, and sealed where several instances need it. */
  readonly questions: RecentQuestions;
  /** What is said in threads, read together. */
  readonly conversation: Conversation;
  /** A question as it may stand above its answer: whoever it names left out; '' when that is not certain. */
  readonly namingNobody: (question: string) => Promise<string>;
  /** Who is away: what people say, beside what Slack says. */
  readonly presence: Presence;
  /** Puts one of this person's reminders off, or says why not. */
  readonly snooze: (user: string, reminder: string, length: SnoozeLength) => Promise<Snoozed>;
  /** Answers of the privacy team that were saved. */
  readonly entries: TeamEntries;
  /** What is kept of questions that got no good answer. */
  readonly gaps: Omit<GapBook, 'noting'>;
  readonly gapReport: () => Promise<GapReport>;
  readonly privacyChannel: string | null;
  readonly privacyTeam: (user: string) => Promise<Membership>;
  /** Whether somebody can be given work: a living account of a colleague, no bot. Null when Slack does not say. */
  readonly canHoldWork: (user: string) => Promise<boolean | null>;
  /** Mentions of the people who may see and work the register; of their group where Slack does not list it now. */
  readonly whoCan: () => Promise<readonly string[]>;
  readonly approvers: (user: string) => Promise<Membership>;
  /** Where staff can write to when there is no channel of the privacy team. */
  readonly contact: string;
  /** Resolves after so many milliseconds: for "still looking". */
  readonly after: (ms: number) => Promise<void>;
  /** What each room adds to a person's Home tab. */
  readonly homeParts: readonly ((user: string) => Promise<HomePart>)[];
  /** Somebody looks at their Home tab: it is redrawn when the register changes. */
  readonly homeOpened: (user: string) => void;
  /** What each room holds about a person, as sentences, for `/privacy about-me`. */
  readonly holdings: readonly ((user: string) => Promise<readonly string[]>)[];
};
