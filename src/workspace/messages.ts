/** Stores and changes messages. */
import { publishIn, publishTo, shownMessage } from './changes.ts';
import type { Channel, WorkspaceMessage } from './contract.ts';
import { emitMessage, emitMessageChange } from './events.ts';
import { forgotten, mostKept, remembered } from './memory.ts';
import { showStatus } from './status.ts';
import type { StoredMessage, World } from './world.ts';

/** `seconds.micro6`, unique and increasing in its channel. */
export const nextTs = (world: World, channel: string, at = world.clock().getTime()): string => {
  const micros = Math.max(at * 1_000, (world.lastTs.get(channel) ?? 0) + 1);
  world.lastTs.set(channel, micros);
  return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
};

export type MessageDraft = {
  readonly channel: Channel;
  readonly user: string;
  readonly text: string;
  readonly blocks: WorkspaceMessage['blocks'];
  readonly files?: WorkspaceMessage['files'];
  readonly threadTs: string | null;
  readonly botId: string | null;
  readonly metadata?: unknown;
  readonly streaming?: boolean;
};

const draftMessage = (world: World, draft: MessageDraft, ephemeralFor: string | null): StoredMessage => ({
  channel: draft.channel.id,
  ts: nextTs(world, draft.channel.id),
  threadTs: draft.threadTs,
  user: draft.user,
  text: draft.text,
  blocks: draft.blocks,
  files: draft.files ?? [],
  ephemeralFor,
  edited: false,
  replies: 0,
  botId: draft.botId,
  metadata: draft.metadata ?? null,
  streaming: draft.streaming ?? false,
});

export const findMessage = (world: World, channel: string, ts: string): StoredMessage | undefined =>
  world.messages.get(channel)?.findLast((message) => message.ts === ts);

const replace = (world: World, message: StoredMessage): void => {
  const list = world.messages.get(message.channel) ?? [];
  const index = list.findLastIndex((other) => other.ts === message.ts);
  if (index >= 0) list[index] = message;
  world.memory(remembered(message));
  const channel = world.channels.get(message.channel);
  if (channel !== undefined) publishIn(world, channel, { type: 'message', message: shownMessage(message) });
};

/** Puts a message into its channel, shows it to all who see the channel, and tells the app. */
export const post = (world: World, draft: MessageDraft): StoredMessage => {
  const message = draftMessage(world, draft, null);
  const list = world.messages.get(message.channel) ?? [];
  list.push(message);
  if (list.length > mostKept.channel) list.shift();
  world.messages.set(message.channel, list);
  world.memory(remembered(message));
  publishIn(world, draft.channel, { type: 'message', message: shownMessage(message) });
  const parent = draft.threadTs === null ? undefined : findMessage(world, message.channel, draft.threadTs);
  if (parent !== undefined) replace(world, { ...parent, replies: parent.replies + 1 });
  if (message.botId !== null) showStatus(world, draft.channel, draft.threadTs ?? '', '');
  if (!message.streaming) emitMessage(world, draft.channel, message);
  return message;
};

export const edit = (
  world: World,
  message: StoredMessage,
  changed: Partial<Pick<StoredMessage, 'text' | 'blocks' | 'metadata' | 'streaming' | 'edited'>>,
): StoredMessage => {
  const after = { ...message, ...changed };
  replace(world, after);
  const channel = world.channels.get(message.channel);
  if (channel !== undefined && after.edited)
    emitMessageChange(world, channel, 'message_changed', message, after);
  return after;
};

export const remove = (world: World, message: StoredMessage): void => {
  const list = world.messages.get(message.channel) ?? [];
  const index = list.findLastIndex((other) => other.ts === message.ts);
  if (index >= 0) list.splice(index, 1);
  world.memory(forgotten(message));
  const channel = world.channels.get(message.channel);
  if (channel === undefined) return;
  publishIn(world, channel, { type: 'message_deleted', channel: message.channel, ts: message.ts });
  emitMessageChange(world, channel, 'message_deleted', message, null);
};

/** A message that only `user` sees; it is never an event. */
export const postEphemeral = (world: World, draft: MessageDraft, user: string): StoredMessage => {
  const message = draftMessage(world, draft, user);
  const list = world.ephemerals.get(user) ?? [];
  list.push(message);
  if (list.length > mostKept.person) list.shift();
  world.ephemerals.set(user, list);
  world.memory(remembered(message));
  publishTo(world, user, { type: 'message', message: shownMessage(message) });
  return message;
};

export const findEphemeral = (world: World, user: string, ts: string): StoredMessage | undefined =>
  world.ephemerals.get(user)?.find((message) => message.ts === ts);

export const editEphemeral = (
  world: World,
  user: string,
  ts: string,
  text: string,
  blocks: WorkspaceMessage['blocks'],
): boolean => {
  const list = world.ephemerals.get(user) ?? [];
  const index = list.findIndex((message) => message.ts === ts);
  const before = list[index];
  if (before === undefined) return false;
  const after = { ...before, text, blocks };
  list[index] = after;
  world.memory(remembered(after));
  publishTo(world, user, { type: 'message', message: shownMessage(after) });
  return true;
};

export const removeEphemeral = (world: World, user: string, channel: string, ts: string): boolean => {
  const list = world.ephemerals.get(user) ?? [];
  const index = list.findIndex((message) => message.ts === ts);
  const before = list[index];
  if (before === undefined) return false;
  list.splice(index, 1);
  world.memory(forgotten(before));
  publishTo(world, user, { type: 'message_deleted', channel, ts });
  return true;
};
