/**
 * What the page (and the tests) may ask of the local workspace, and what it tells them.
 * `GET /ui/state?as=U…` answers a `Snapshot`; `GET /ui/events?as=U…` is a stream of `Change` as server-sent events;
 * `POST /ui/act` takes `{ as, act }` and answers an `ActResult`; `POST /ui/fault` takes an `InjectedFault`; `POST /ui/travel` takes
 * `{ to: TravelTarget }` and answers a `TravelResult` on arrival. With `&reload=1` the state forgets this person's ephemeral messages
 * first, as Slack does when the window is loaded anew.
 */
import type { KnownBlock, View } from '@slack/types';

export type Person = {
  readonly id: string;
  /** The handle, as in @sam. */
  readonly name: string;
  readonly realName: string;
  /** What they do, shown in the switcher: "Support agent". */
  readonly title: string;
  readonly timeZone: string;
  readonly isBot: boolean;
  readonly deleted: boolean;
};

export type Channel = {
  readonly id: string;
  /** Without '#'; for a direct message the id of the other person. */
  readonly name: string;
  readonly kind: 'public' | 'private' | 'dm';
  readonly topic: string;
  readonly members: readonly string[];
};

/** A file in a message. `alt` is null for what is no picture. */
export type SharedFile = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly url: string;
  readonly alt: string | null;
};

export type WorkspaceMessage = {
  readonly channel: string;
  /** `seconds.micro6`, unique and increasing in its channel. */
  readonly ts: string;
  /** Set on replies. */
  readonly threadTs: string | null;
  readonly user: string;
  /** In Slack's own escaped form. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  readonly files: readonly SharedFile[];
  /** Visible to this person only. */
  readonly ephemeralFor: string | null;
  readonly edited: boolean;
  readonly replies: number;
};

/** `view.state.values` as Slack sends it: block_id, action_id, the element's value object with its `type`. */
export type StateValues = Record<
  string,
  Record<string, { readonly type: string; readonly [key: string]: unknown }>
>;

export type OpenView = {
  readonly id: string;
  readonly hash: string;
  readonly view: View;
  /** block_id to message, from an `errors` ack. */
  readonly errors: Readonly<Record<string, string>>;
  /** The line Slack shows above a form when the app did not answer well ("We had some trouble connecting. Try again?"). */
  readonly trouble: string | null;
  /** What is known of the fields: the initial values, then what was last sent; kept over an update where both ids stay. */
  readonly state: StateValues;
};

/** A rule of Slack that the bot broke, or an error it was answered with: shown in the inspector. */
export type ContractProblem = {
  readonly at: string;
  readonly method: string;
  readonly error: string;
  readonly details: readonly string[];
};

export type Snapshot = {
  readonly me: string;
  readonly app: {
    readonly id: string;
    readonly name: string;
    readonly botUser: string;
    readonly connected: boolean;
  };
  /** What the workspace's clock reads. */
  readonly now: string;
  readonly travel: TravelState;
  readonly people: readonly Person[];
  /** The channels this person is a member of, and the public ones. */
  readonly channels: readonly Channel[];
  readonly messages: readonly WorkspaceMessage[];
  /** The modal stack of this person, the visible one last. */
  readonly views: readonly OpenView[];
  readonly home: OpenView | null;
  readonly commands: readonly {
    readonly command: string;
    readonly description: string;
    readonly usageHint: string;
  }[];
  readonly shortcuts: readonly {
    readonly type: 'global' | 'message';
    readonly name: string;
    readonly callbackId: string;
    readonly description: string;
  }[];
  readonly suggestedPrompts: readonly { readonly title: string; readonly message: string }[];
  readonly problems: readonly ContractProblem[];
};

/** A change a page applies to its snapshot. `notice` is a line from Slackbot to this person alone (operation_timeout and the like). */
export type Change =
  | { readonly type: 'message'; readonly message: WorkspaceMessage }
  | { readonly type: 'message_deleted'; readonly channel: string; readonly ts: string }
  | { readonly type: 'channel'; readonly channel: Channel }
  | { readonly type: 'views'; readonly views: readonly OpenView[] }
  | { readonly type: 'home'; readonly home: OpenView | null }
  | { readonly type: 'status'; readonly channel: string; readonly threadTs: string; readonly text: string }
  | { readonly type: 'prompts'; readonly prompts: Snapshot['suggestedPrompts'] }
  | { readonly type: 'notice'; readonly channel: string; readonly text: string }
  | { readonly type: 'connected'; readonly connected: boolean }
  | { readonly type: 'problem'; readonly problem: ContractProblem }
  | { readonly type: 'clock'; readonly now: string; readonly travel: TravelState };

/** Whether time can be moved here, and whether it is being moved. */
export type TravelState = 'none' | 'ready' | 'under_way';

/** How far: to the next thing that the app says unasked, or so many days. */
export type TravelTarget = 'reminder' | 'day' | 'week';

/** What the app said on the way, in order of time. */
export type Passed = {
  readonly at: string;
  readonly channel: Channel;
  readonly ts: string;
  readonly text: string;
  /** An older message was brought up to date. */
  readonly edited: boolean;
};

export type Journey = {
  readonly to: TravelTarget;
  readonly from: string;
  readonly until: string;
  readonly passed: readonly Passed[];
};

export type TravelResult =
  | { readonly ok: true; readonly journey: Journey }
  | { readonly ok: false; readonly error: 'time_is_fixed' | 'under_way' };

/** Where a block sits: a message or a view. */
export type WorkspacePlace = { readonly channel: string; readonly ts: string } | { readonly view: string };

/** What a person does. The server builds the payload that Slack would send. */
export type WorkspaceAct =
  /** Typed into a composer; a first "/" makes it a slash command (not in threads). */
  | { readonly type: 'say'; readonly channel: string; readonly text: string; readonly threadTs?: string }
  /** A block action: `action` is the element's value object (`type`, `value`, `selected_option`, …) as Slack sends it. */
  | {
      readonly type: 'act';
      readonly place: WorkspacePlace;
      readonly blockId: string;
      readonly actionId: string;
      readonly action: { readonly type: string; readonly [key: string]: unknown };
      readonly state: StateValues;
    }
  | { readonly type: 'submit'; readonly view: string; readonly state: StateValues }
  | { readonly type: 'close'; readonly view: string; readonly all: boolean }
  | { readonly type: 'shortcut'; readonly callbackId: string }
  | {
      readonly type: 'message_shortcut';
      readonly callbackId: string;
      readonly channel: string;
      readonly ts: string;
    }
  /** Typing into an external select; the options come back in the result. */
  | {
      readonly type: 'suggest';
      readonly place: WorkspacePlace;
      readonly blockId: string;
      readonly actionId: string;
      readonly value: string;
    }
  | { readonly type: 'open_home'; readonly tab: 'home' | 'messages' }
  | { readonly type: 'open_dm'; readonly user: string }
  | { readonly type: 'dismiss'; readonly channel: string; readonly ts: string };

/** `waitMs` is how long the app took to acknowledge; `error` is what Slack would tell the person. */
export type ActResult = {
  readonly ok: boolean;
  readonly error: string | null;
  readonly waitMs: number;
  readonly options?: readonly unknown[];
  readonly channel?: string;
};

/** Faults to live with, for tests and the small panel. */
export type InjectedFault =
  | {
      readonly type: 'rate_limit';
      readonly method: string;
      readonly times: number;
      readonly retryAfter: number;
    }
  | { readonly type: 'server_error'; readonly method: string; readonly times: number }
  | { readonly type: 'drop_socket' }
  | { readonly type: 'refresh_socket' }
  | { readonly type: 'duplicate'; readonly times: number }
  | { readonly type: 'slow'; readonly method: string; readonly ms: number; readonly times: number };
