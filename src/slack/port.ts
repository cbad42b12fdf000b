/** The one way out to Slack, as everybody here sees it: the posting behind it is `slack/posting.ts`. */
import type { View } from '@slack/types';
import type { SendingProblem } from '../flows/reminders/reminder-post.ts';
import type { Message } from '../views/blocks.ts';
import type { Turn } from './inbox.ts';

export type Destination = { readonly channel: string; readonly threadTs?: string };
export type Thread = Required<Destination>;
/** Travels with a message, readable by other apps in the channel: the number of a case or the id of a message or an event and nothing else. */
export type MessageMark =
  | { readonly type: 'case_card'; readonly number: string }
  | { readonly type: 'privacy_reminder'; readonly key: string }
  | { readonly type: 'privacy_answer'; readonly key: string }
  | { readonly type: 'privacy_post'; readonly key: string };
/** What came of an answer: `stands` already, is `others`' to say, or stands `perhaps` where nobody lets us look. */
export type Answered = 'said' | 'stands' | 'others' | 'perhaps';
/** `key` is the event's; `at` a sign of life that becomes the answer. `countLater` is called where a twin may still come: its answers are to be counted once more then; false: they could not be. */
export type ToAnswer = {
  readonly key: string;
  readonly at: Posted | null;
  readonly turn: () => Promise<Turn>;
  readonly countLater: (count: () => Promise<boolean>) => void;
};
/** A file for one person; `alt` says in words what a picture shows. `words` stand above it and are our own. */
export type OutgoingFile = {
  readonly name: string;
  readonly title: string;
  readonly content: Uint8Array;
  readonly alt: string | null;
  readonly words: string;
};
export type Posted = { readonly channel: string; readonly ts: string };
export type LookedFor = Posted | 'absent' | 'unknown' | 'later';

/**
 * The one way out to Slack: everything is checked against Slack's limits first, and what breaks one is replaced by plain text and logged.
 * Rejects with Slack's own error; `errorCode` reads its word for it (`not_in_channel`, …), null for anything else.
 */
export interface SlackOut {
  /**
   * To a channel, a thread, or a person (their id opens the direct message). With a mark it is tried once and at once: whoever gave the mark has waited
   * for `turn`, and looks for it. Without, it gets its turn and a mark of its own here, and what may stand is looked for before it is tried again.
   */
  readonly post: (to: Destination, message: Message, mark?: MessageMark) => Promise<Posted>;
  /** Resolves when this channel, or person, takes another message. */
  readonly turn: (channel: string) => Promise<void>;
  /** Where a message of ours with this mark stands in a channel, a thread or with a person; `unknown` when Slack does not let us look, `later` when it did not answer. Never rejects. */
  readonly lookFor: (to: Destination, mark: MessageMark) => Promise<LookedFor>;
  /** The same, and of several with this mark the oldest stays, wherever it came from: the others are taken away, or it is `later`. Never rejects. */
  readonly keepFirst: (to: Destination, mark: MessageMark) => Promise<LookedFor>;
  /**
   * The answer to one event, in its thread, once whoever else is at it: the note that it is said next comes right before it, and where one may
   * stand already it is looked for first; of several that nobody could prevent the oldest stays. Rejects as `post` does; `mayFollow` says whether it is worth another try.
   */
  readonly answer: (to: Thread, message: Message, given: ToAnswer) => Promise<Answered>;
  /** "Looking …" with the mark of the answer that it becomes. */
  readonly sign: (to: Thread, message: Message, key: string) => Promise<Posted>;
  /** Whether this failure may pass: Slack did not answer, or is busy. */
  readonly mayFollow: (error: unknown) => boolean;
  readonly update: (at: Posted, message: Message) => Promise<void>;
  /** A message that only this person sees, in a channel both are in. */
  readonly whisper: (to: Destination & { readonly user: string }, message: Message) => Promise<void>;
  /** To a response_url: five uses, thirty minutes. */
  readonly respond: (url: string, message: Message, replace?: boolean) => Promise<void>;
  /** Into the direct message with this person. */
  readonly sendFile: (user: string, file: OutgoingFile) => Promise<void>;
  /** Answers the id of the view. */
  readonly openView: (trigger: string, view: View) => Promise<string>;
  readonly pushView: (trigger: string, view: View) => Promise<string>;
  /** With `hash`, a stale update is dropped in silence: a newer one has won. */
  readonly updateView: (at: { readonly id: string; readonly hash?: string }, view: View) => Promise<void>;
  readonly publishHome: (user: string, view: View) => Promise<void>;
  /** "is thinking …" under a direct message; never fails. */
  readonly showStatus: (channel: string, threadTs: string, status: string) => Promise<void>;
  /** Never fails. */
  readonly suggestPrompts: (channel: string, questions: readonly string[]) => Promise<void>;
  /** Slack Connect: people of another company read this channel. Unknown counts as shared. */
  readonly sharedWithOthers: (channel: string) => Promise<boolean>;
  /** The same check for a view that travels in an acknowledgement, where Slack itself reports nothing. */
  readonly safeView: <V extends View>(view: V) => View;
  readonly safeMessage: (message: Message) => Message;
  readonly errorCode: (error: unknown) => string | null;
  /** Whether a message that failed may stand there all the same, and how long Slack wants to hear nothing. */
  readonly sendingProblem: (error: unknown) => SendingProblem;
}

/** What came of a message that is to stand once: `perhaps` where another is at it just now, or nobody lets us look. */
export type PostedOnce = 'posted' | 'stands' | 'perhaps';

/** Says `message` once for each key, across kills, restarts and instances. Rejects as `post` does; what then may stand is looked for at the next try. */
export type PostOnce = (key: string, to: Destination, message: Message) => Promise<PostedOnce>;

/** Each key is done once, across restarts. */
export interface Once {
  /** False when it was claimed before. */
  readonly claim: (key: string) => Promise<boolean>;
  /** It could not be done after all: the next one may try. */
  readonly release: (key: string) => Promise<void>;
}

/** Slack waits three seconds (milliseconds); what has not been acknowledged by then is acknowledged with a plain sentence. */
export const guardMs = 2_500;

/** A post that nobody waits for any more (after ten seconds) may still arrive: for so long not seeing it proves nothing (milliseconds). */
export const underWayMs = 30_000;
