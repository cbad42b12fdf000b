/** What every component may ask of the page: state, acts, where one is; handed down as a context. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ActResult, Channel, Person, StateValues, WorkspaceAct } from '../contract.ts';
import type { State } from './store.ts';

/** Which part of the workspace is in the middle: a channel, or a tab of the app. */
export type PageSpot =
  | { readonly kind: 'channel'; readonly id: string }
  | { readonly kind: 'app'; readonly tab: 'home' | 'messages' | 'about' };

/** Asked before a button with `confirm` does anything. */
export type Question = {
  readonly title: string;
  readonly text: string;
  readonly isMrkdwn: boolean;
  readonly confirm: string;
  readonly deny: string;
  readonly danger: boolean;
};

/** What every part of the page may look up and do. */
export type PageDesk = {
  readonly state: State;
  readonly me: Person;
  readonly zone: string;
  /** The workspace's time, in seconds. */
  readonly now: number;
  readonly person: (id: string) => Person | undefined;
  readonly channel: (id: string) => Channel | undefined;
  readonly do: (act: WorkspaceAct) => Promise<ActResult>;
  readonly go: (spot: PageSpot) => void;
  readonly openThread: (channel: string, ts: string) => void;
  readonly ask: (question: Question) => Promise<boolean>;
  readonly toast: (text: string) => void;
  /** What was typed into a view or message so far; kept while the page lives, whoever is looked at. */
  readonly typed: Map<string, StateValues>;
};

const DeskContext = createContext<PageDesk | null>(null);

export const DeskProvider = DeskContext.Provider;

export const useDesk = (): PageDesk => {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('There is no desk around this part of the page');
  return desk;
};

/** The other one in a direct message. */
export const otherIn = (channel: Channel, me: string): string =>
  channel.members.find((id) => id !== me) ?? channel.name;

/** How people are called on the page. */
export const displayName = (person: Person | undefined, id: string): string =>
  person ? person.realName || person.name : id;

/** The name of a conversation as its composer says it: "#support", or the person in a direct message. */
export const channelLabel = (channel: Channel, desk: Pick<PageDesk, 'me' | 'person'>): string => {
  const other = otherIn(channel, desk.me.id);
  return channel.kind === 'dm' ? displayName(desk.person(other), other) : `#${channel.name}`;
};
