/** The kinds of interaction that a feature may handle, and how it replies. */
import type { View } from '@slack/types';
import type { Posted } from '../../slack/port.ts';
import type { Message } from '../../views/blocks.ts';
import type { FieldValues, ViewPayload } from './payloads.ts';

/** What came of an interaction, in one word, for the log: `answered`, `silent`, `refused`, … Never anything a person wrote. */
export type InteractionOutcome = string;

export type Who = { readonly user: string };

/** Of a command and a press, which Slack may bring twice: false when another instance answers, asked before an answer that can wait for it. */
export type Mine = { readonly mine: () => Promise<boolean> };

/** How a handler speaks to the one person who did something; works from commands, buttons, forms and shortcuts alike. */
export type Reply = {
  /** A message that only this person sees. Inside a form it is a small form on top. */
  readonly privately: (message: Message) => Promise<void>;
  /** Opens a form (on top, when there is one already). Answers its id, for a later `deps.slack.updateView`. No waiting before this: the trigger lives three seconds. */
  readonly open: (view: View) => Promise<string>;
};

/** A slash command; `text` is as typed. */
export type TypedCommand = Who &
  Reply &
  Mine & {
    readonly channel: string;
    readonly text: string;
    /** Tells Slack that it was heard, before the work: for what changes nothing. Whatever is said then travels by the response_url. */
    readonly hear: () => Promise<void>;
  };

/** A pressed button or a used menu. */
export type Press = Who &
  Reply &
  Mine & {
    readonly actionId: string;
    /** The button's value, or the chosen option's. */
    readonly value: string;
    /** Null in the Home tab and in forms. */
    readonly channel: string | null;
    readonly messageTs: string | null;
    readonly threadTs: string | null;
    readonly blocks: readonly unknown[];
    readonly view: ViewPayload | null;
    readonly fields: FieldValues;
    /** Slack stacks three forms: whether the one that was pressed in has made room for what was opened. */
    readonly madeRoom: () => boolean;
    /** Replaces the message that the button is on; false where Slack offers no way (Home tab, forms). */
    readonly replace: (message: Message) => Promise<boolean>;
  };

/** A sent form. */
export type Submission = Who & {
  readonly view: ViewPayload;
  readonly fields: FieldValues;
  /** Marks fields by block id and keeps everything that was typed. Call one of these four, once, within three seconds. */
  readonly reject: (errors: Readonly<Record<string, string>>) => Promise<void>;
  readonly show: (view: View) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly closeAll: () => Promise<void>;
};

/** A form that was closed without being sent: `fields` is what Slack still tells of it. */
export type Closed = Who & {
  readonly view: ViewPayload;
  readonly fields: FieldValues;
};

export type Shortcut = Who & Reply;

export type MessageShortcut = Who &
  Reply & {
    readonly channel: string;
    /** `user` is null where an app posted it. */
    readonly message: { readonly ts: string; readonly text: string; readonly user: string | null };
  };

export type Suggestion = Who & { readonly actionId: string; readonly typed: string };

export type SuggestedOption = { readonly text: string; readonly value: string };

/** A message to the bot: a direct message, or a mention in a channel. */
export type Addressed = Who & {
  readonly channel: string;
  /** As Slack sends it: escaped, with mentions as ids. */
  readonly text: string;
  readonly ts: string;
  /** The thread an answer belongs in. */
  readonly threadTs: string;
  readonly sharedWithOthers: boolean;
  /** "Looking …" in the thread, for what takes longer; null where one may stand already. */
  readonly sign: (message: Message) => Promise<Posted | null>;
  /** The one answer in the thread, also when another instance or an earlier life is at it; false: it is not ours to say. In place of a sign, where there is one. */
  readonly answer: (message: Message, sign?: Posted | null) => Promise<boolean>;
};

export type OpenedTab = Who & { readonly channel: string; readonly tab: string };

/** `takes` is what may follow the word; null where the word stands alone. */
export type Subcommand = {
  readonly takes: RegExp | null;
  readonly handle: (typed: TypedCommand) => Promise<InteractionOutcome>;
};

/**
 * One action of ours: a command, its form and its buttons together. Each key is what Slack sends back
 * (an action id is matched up to its first colon, so that `ask_this:2` is `ask_this`).
 */
export type Feature = {
  /** `/privacy <word> …`; the text handed over is what follows the word. */
  readonly words?: Readonly<Record<string, Subcommand>>;
  readonly commands?: Readonly<Record<string, (typed: TypedCommand) => Promise<InteractionOutcome>>>;
  readonly presses?: Readonly<Record<string, (press: Press) => Promise<InteractionOutcome>>>;
  readonly forms?: Readonly<Record<string, (submission: Submission) => Promise<InteractionOutcome>>>;
  /** What is typed, to be kept: acknowledged when it is durable, and not before. */
  readonly keeps?: Readonly<Record<string, (press: Press) => Promise<InteractionOutcome>>>;
  /** Forms that ask to hear when they are closed. */
  readonly closed?: Readonly<Record<string, (closed: Closed) => Promise<InteractionOutcome>>>;
  readonly shortcuts?: Readonly<Record<string, (shortcut: Shortcut) => Promise<InteractionOutcome>>>;
  readonly messageShortcuts?: Readonly<
    Record<string, (shortcut: MessageShortcut) => Promise<InteractionOutcome>>
  >;
  readonly suggestions?: Readonly<
    Record<string, (suggestion: Suggestion) => Promise<readonly SuggestedOption[]>>
  >;
  readonly onDirectMessage?: (message: Addressed) => Promise<InteractionOutcome>;
  readonly onMention?: (message: Addressed) => Promise<InteractionOutcome>;
  readonly onOpened?: (opened: OpenedTab) => Promise<InteractionOutcome>;
};
