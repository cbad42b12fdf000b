/** What was said, for another day: written down as it is said, one entry after the other, and read again at the next start. */
import { z } from 'zod';
import type { Channel } from './contract.ts';
import type { StoredFile, StoredMessage, World } from './world.ts';

/** Older messages go: of a channel, and of those that one person alone was shown. */
export const mostKept = { channel: 2_000, person: 200 } as const;

/** Where entries are kept, in the order in which they are given; the workspace does not know how. Beginning and adding never reject. */
export type Memory = {
  readonly load: () => Promise<readonly unknown[]>;
  /** In the place of everything before; resolves when it is written. */
  readonly begin: (entries: readonly MemoryEntry[]) => Promise<void>;
  readonly add: (entry: MemoryEntry) => void;
};

const channelShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['public', 'private', 'dm']),
  topic: z.string(),
  members: z.array(z.string()),
});
const messageShape = z.object({
  channel: z.string(),
  ts: z.string(),
  threadTs: z.string().nullable(),
  user: z.string(),
  text: z.string(),
  blocks: z.array(z.custom<StoredMessage['blocks'][number]>((block) => typeof block === 'object')),
  files: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      title: z.string(),
      url: z.string(),
      alt: z.string().nullable(),
    }),
  ),
  ephemeralFor: z.string().nullable(),
  edited: z.boolean(),
  replies: z.number(),
  botId: z.string().nullable(),
  metadata: z.unknown(),
  streaming: z.boolean(),
});
const entryShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('channel'), channel: channelShape }),
  z.object({ kind: z.literal('message'), message: messageShape }),
  z.object({
    kind: z.literal('gone'),
    channel: z.string(),
    ts: z.string(),
    ephemeralFor: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('file'),
    id: z.string(),
    name: z.string(),
    alt: z.string(),
    channel: z.string(),
    bytes: z.string(),
  }),
]);
export type MemoryEntry = z.infer<typeof entryShape>;

export const remembered = (message: StoredMessage): MemoryEntry => ({
  kind: 'message',
  message: { ...message, blocks: [...message.blocks], files: [...message.files] },
});

export const keptChannel = (channel: Channel): MemoryEntry => ({
  kind: 'channel',
  channel: { ...channel, members: [...channel.members] },
});

export const forgotten = ({ channel, ts, ephemeralFor }: StoredMessage): MemoryEntry => ({
  kind: 'gone',
  channel,
  ts,
  ephemeralFor,
});

/** Pictures and reports; what is larger is not kept, and its line stands without it. */
const largestFile = 2_000_000;

export const sharedFile = ({ id, name, alt, channel, bytes }: StoredFile): readonly MemoryEntry[] =>
  channel === null || bytes === null || bytes.length > largestFile
    ? []
    : [{ kind: 'file', id, name, alt, channel, bytes: Buffer.from(bytes).toString('base64') }];

const listFor = (
  world: World,
  { channel, ephemeralFor }: Pick<StoredMessage, 'channel' | 'ephemeralFor'>,
) => {
  const [lists, key] = ephemeralFor === null ? [world.messages, channel] : [world.ephemerals, ephemeralFor];
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
};

const putBack = (world: World, entry: MemoryEntry): void => {
  switch (entry.kind) {
    case 'channel':
      world.channels.set(entry.channel.id, entry.channel);
      return;
    case 'file': {
      const { kind: _, bytes, ...file } = entry;
      const content = Buffer.from(bytes, 'base64');
      world.files.set(file.id, { ...file, length: content.length, bytes: content });
      return;
    }
    case 'gone':
    case 'message': {
      const at = entry.kind === 'message' ? entry.message : entry;
      const list = listFor(world, at);
      const index = list.findLastIndex(({ channel, ts }) => channel === at.channel && ts === at.ts);
      if (entry.kind === 'gone') {
        if (index >= 0) list.splice(index, 1);
        return;
      }
      // This start has another address than the one before.
      const files = entry.message.files.map((file) => ({
        ...file,
        url: `${world.url}files/${file.id}/${encodeURIComponent(file.name)}`,
      }));
      const message: StoredMessage = { ...entry.message, files, streaming: false };
      if (index >= 0) list[index] = message;
      else list.push(message);
      const micros = Math.round(Number(at.ts) * 1e6);
      world.lastTs.set(at.channel, Math.max(micros, world.lastTs.get(at.channel) ?? 0));
    }
  }
};

const forgetOldest = (world: World): void => {
  for (const list of world.messages.values()) list.splice(0, list.length - mostKept.channel);
  for (const list of world.ephemerals.values()) list.splice(0, list.length - mostKept.person);
};

/** A file goes with the last message that shows it. */
const everything = (world: World, begun: readonly Channel[]): readonly MemoryEntry[] => {
  const messages = [...world.messages.values(), ...world.ephemerals.values()].flat();
  const shown = new Set(messages.flatMap(({ files }) => files.map(({ id }) => id)));
  return [
    ...[...world.channels.values()].filter((channel) => !begun.includes(channel)).map(keptChannel),
    ...[...world.files.values()].filter(({ id }) => shown.has(id)).flatMap(sharedFile),
    ...messages.map(remembered),
  ];
};

/** What was said before, in the place of the practice messages; from now on what is said is written down. An entry that cannot be read is left out. */
export const remember = async (world: World, memory: Memory): Promise<void> => {
  const begun = [...world.channels.values()];
  const entries = (await memory.load()).flatMap((raw) => {
    const read = entryShape.safeParse(raw);
    return read.success ? [read.data] : [];
  });
  if (entries.length > 0) {
    world.messages.clear();
    world.ephemerals.clear();
    for (const entry of entries) putBack(world, entry);
    forgetOldest(world);
  }
  const written = memory.begin(everything(world, begun));
  // Before that is on the disk somebody may speak already.
  world.memory = memory.add;
  await written;
};
