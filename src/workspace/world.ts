/** Everything that the workspace remembers. */
import type { Clock } from '../base/clock.ts';
import type {
  Change,
  Channel,
  ContractProblem,
  InjectedFault,
  OpenView,
  Person,
  Snapshot,
  WorkspaceMessage,
} from './contract.ts';
import type { Manifest } from './manifest.ts';
import type { MemoryEntry } from './memory.ts';

/** What the server remembers of a message beyond what the page is shown. */
export type StoredMessage = WorkspaceMessage & {
  readonly botId: string | null;
  readonly metadata: unknown;
  readonly streaming: boolean;
};

/** A view with what Slack knows about it. */
export type StoredView = OpenView & {
  readonly root: string;
  readonly previous: string | null;
  readonly owner: string;
};

type Trigger = {
  readonly user: string;
  readonly view: string | null;
  readonly at: number;
  readonly used: boolean;
};

/** Where a response_url leads: 5 uses in 30 minutes. */
export type ResponseHook = {
  readonly channel: string;
  readonly user: string;
  readonly message: { readonly ts: string; readonly ephemeral: boolean } | null;
  readonly threadTs: string | null;
  readonly at: number;
  readonly uses: number;
};

type Scheduled = {
  readonly id: string;
  readonly channel: string;
  readonly postAt: number;
  readonly created: number;
  readonly text: string;
  readonly blocks: WorkspaceMessage['blocks'];
  readonly threadTs: string | null;
};

export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  readonly bytes: Uint8Array | null;
  /** Says in words what a picture shows. */
  readonly alt: string;
  readonly channel: string | null;
};

export type UserGroup = {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly users: readonly string[];
};

type Listener = { readonly user: string; readonly hear: (change: Change) => void };

/** How an envelope went: the app's answer, or why there is none. */
export type Delivery =
  | { readonly outcome: 'acked'; readonly payload: unknown; readonly waitMs: number }
  | { readonly outcome: 'late' | 'no_connection'; readonly waitMs: number };

export type Envelope = {
  readonly type: 'events_api' | 'interactive' | 'slash_commands';
  readonly payload: unknown;
  readonly accepts: boolean;
  readonly retry?: { readonly attempt: number; readonly reason: string };
};

/** The app's end of Socket Mode; filled by `socket-mode.ts`. */
export type Link = {
  readonly deliver: (envelope: Envelope) => Promise<Delivery>;
  readonly connections: () => number;
  readonly drop: () => void;
  readonly refresh: () => void;
};

type WorkspaceTeam = { readonly id: string; readonly name: string; readonly domain: string };
type AppIdentity = {
  readonly id: string;
  readonly name: string;
  readonly botUser: string;
  readonly botId: string;
};

/** How the time of the workspace, and of the app in it, is moved. */
export type Travel = {
  /** Resolves when the app has done and said what it was about to. */
  readonly idle: () => Promise<void>;
  /** So many days forward, minute by minute; comes back after each, when the app has lived through it. */
  readonly forward: (days: number) => AsyncIterable<Date>;
};

export type World = {
  readonly clock: Clock;
  /** Null as long as nobody can move it. */
  travel: Travel | null;
  travelling: boolean;
  /** Milliseconds that only run forward, whatever becomes of the clock: for measuring waits. */
  readonly ticks: () => number;
  readonly ackMs: number;
  readonly triggerMs: number;
  readonly eventRetryMs: readonly number[];
  readonly manifest: Manifest;
  readonly team: WorkspaceTeam;
  readonly app: AppIdentity;
  readonly botToken: string;
  readonly appToken: string;
  url: string;
  link: Link;
  nextId: (prefix: string) => string;
  /** Writes down what is said; does nothing where nothing is kept. */
  memory: (entry: MemoryEntry) => void;
  readonly people: Map<string, Person>;
  readonly channels: Map<string, Channel>;
  readonly groups: readonly UserGroup[];
  readonly messages: Map<string, StoredMessage[]>;
  readonly lastTs: Map<string, number>;
  readonly ephemerals: Map<string, StoredMessage[]>;
  readonly views: Map<string, StoredView[]>;
  readonly homes: Map<string, StoredView>;
  readonly triggers: Map<string, Trigger>;
  readonly hooks: Map<string, ResponseHook>;
  readonly scheduled: Map<string, Scheduled>;
  readonly files: Map<string, StoredFile>;
  readonly prompts: Map<string, Snapshot['suggestedPrompts']>;
  readonly reactions: Set<string>;
  /** Assistant status lines that are shown now, by channel and thread. */
  readonly statuses: Map<string, string>;
  readonly problems: ContractProblem[];
  readonly listeners: Set<Listener>;
  readonly faults: InjectedFault[];
  readonly timers: Set<NodeJS.Timeout>;
};
