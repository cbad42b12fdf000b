/** Starts the workspace on 127.0.0.1. */
import { randomInt, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Clock } from '../base/clock.ts';
import { limits } from '../blockkit/limits.ts';
import { perform } from './acts/act.ts';
import { postDueMessages } from './api/scheduled.ts';
import { everything, report } from './changes.ts';
import type {
  ActResult,
  Change,
  ContractProblem,
  InjectedFault,
  Person,
  Snapshot,
  TravelResult,
  TravelTarget,
  WorkspaceAct,
} from './contract.ts';
import { addFault } from './faults.ts';
import { answerHttp, isOurs } from './http.ts';
import { answerText } from './http-body.ts';
import { idMaker } from './identifiers.ts';
import { manifestSchema } from './manifest.ts';
import { type Memory, remember } from './memory.ts';
import { nextTs } from './messages.ts';
import type { PageRoots } from './page-files.ts';
import { botUser, ids, seedChannels, seedGroups, seedMessages, seedPeople, seedStaff } from './seed.ts';
import { snapshotFor } from './snapshot.ts';
import { openLink } from './socket-mode.ts';
import { tellTime, travel } from './travel.ts';
import type { StoredMessage, Travel, World } from './world.ts';

export type WorkspaceOptions = {
  /** Tried first, then the next free ones; 0 takes any. */
  readonly port: number;
  readonly clock: Clock;
  /** The parsed manifest of the app. */
  readonly manifest: unknown;
  readonly pages: PageRoots;
  /** Slack's 3 seconds each; longer only for a debugger's sake. */
  readonly ackMs?: number;
  readonly triggerMs?: number;
  /** Real milliseconds that only run forward: waits are measured with it, wherever the clock stands. */
  readonly ticks?: () => number;
  /** Waits before an event is delivered again (Slack: at once, 1 minute, 5 minutes). */
  readonly eventRetryMs?: readonly number[];
};

export type Workspace = {
  readonly url: string;
  /** For SLACK_API_URL. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly botUser: string;
  readonly people: readonly Person[];
  readonly ids: typeof ids;
  readonly privacyChannel: string;
  /** For PRIVACY_TEAM and PRIVACY_APPROVERS. */
  readonly team: readonly string[];
  readonly approvers: readonly string[];
  /** For the teams of a company that has named nobody: people by the kind of steps that they do. */
  readonly staff: Readonly<Record<string, readonly string[]>>;
  /** Ids of people and groups that there are here. */
  readonly known: readonly string[];
  readonly as: (user: string) => {
    readonly act: (act: WorkspaceAct) => Promise<ActResult>;
    readonly state: () => Snapshot;
  };
  /** Hears the changes one person sees, or all of them; answers how to stop. */
  readonly listen: (hear: (change: Change) => void, user?: string) => () => void;
  readonly fault: (fault: InjectedFault) => void;
  readonly problems: () => readonly ContractProblem[];
  /** What was said before, in the place of the practice messages; from now on what is said is kept there. */
  readonly remember: (memory: Memory) => Promise<void>;
  /** Puts the control into the page that moves time; `travel` has to move the clock that was given. */
  readonly offerTravel: (travel: Travel) => void;
  /** What the page's control does; resolves on arrival. */
  readonly travel: (to: TravelTarget) => Promise<TravelResult>;
  readonly stop: () => Promise<void>;
};

const noLink: World['link'] = {
  deliver: () => Promise.resolve({ outcome: 'no_connection', waitMs: 0 }),
  connections: () => 0,
  drop: () => undefined,
  refresh: () => undefined,
};

const makeWorld = (options: WorkspaceOptions): World => {
  const manifest = manifestSchema.parse(options.manifest);
  const name = manifest.features.bot_user?.display_name ?? manifest.display_information.name;
  const people = seedPeople(name);
  const dms = people
    .filter((person) => !person.isBot && !person.deleted)
    .map((person) => ({
      id: person.id.replace(/^U/, 'D'),
      name: botUser,
      kind: 'dm' as const,
      topic: '',
      members: [person.id, botUser],
    }));
  return {
    clock: options.clock,
    travel: null,
    travelling: false,
    ticks: options.ticks ?? (() => performance.now()),
    ackMs: options.ackMs ?? limits.ackMs,
    triggerMs: options.triggerMs ?? limits.triggerMs,
    eventRetryMs: options.eventRetryMs ?? [1_000, 6_000, 20_000],
    manifest,
    team: { id: 'T0DESK0001', name: 'Desk', domain: 'desk' },
    app: { id: 'A0DESK0001', name, botUser, botId: 'B0BOT00001' },
    botToken: `xoxb-local-${randomUUID()}`,
    appToken: `xapp-1-local-${randomUUID()}`,
    url: '',
    link: noLink,
    // Anywhere: what one start has numbered no other must number again, since the bot keeps the numbers of what it has done.
    nextId: idMaker(randomInt(36 ** 8)),
    memory: () => undefined,
    people: new Map(people.map((person) => [person.id, person])),
    channels: new Map([...seedChannels, ...dms].map((channel) => [channel.id, channel])),
    groups: seedGroups,
    messages: new Map(),
    lastTs: new Map(),
    ephemerals: new Map(),
    views: new Map(),
    homes: new Map(),
    triggers: new Map(),
    hooks: new Map(),
    scheduled: new Map(),
    files: new Map(),
    prompts: new Map(),
    reactions: new Set(),
    statuses: new Map(),
    problems: [],
    listeners: new Set(),
    faults: [],
    timers: new Set(),
  };
};

/** The first messages are history: no event tells of them. */
const seed = (world: World): void => {
  const now = world.clock().getTime();
  for (const { channel, user, text, minutesAgo } of seedMessages) {
    const message: StoredMessage = {
      channel,
      ts: nextTs(world, channel, now - minutesAgo * 60_000),
      threadTs: null,
      user,
      text,
      blocks: [],
      files: [],
      ephemeralFor: null,
      edited: false,
      replies: 0,
      botId: null,
      metadata: null,
      streaming: false,
    };
    world.messages.set(channel, [...(world.messages.get(channel) ?? []), message]);
  }
};

const listenOn = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

const triedPorts = 20;

const listenNear = async (server: Server, port: number): Promise<number> => {
  for (let next = port; next < port + triedPorts; next += 1) {
    try {
      return await listenOn(server, next);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || next === port + triedPorts - 1) throw error;
    }
  }
  return port;
};

/** Starts a Slack on 127.0.0.1. It keeps nothing by itself (`remember` is given a place for that) and ends with `stop()`. */
export const startWorkspace = async (options: WorkspaceOptions): Promise<Workspace> => {
  const world = makeWorld(options);
  seed(world);
  const link = openLink(world);
  world.link = link;
  const server = createServer((request, response) => {
    answerHttp(world, link.ticket, options.pages, request, response).catch((error: unknown) => {
      report(world, 'workspace', 'internal_error', [error instanceof Error ? error.message : String(error)]);
      if (!response.headersSent) answerText(response, 500, 'The workspace met an error of its own.');
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (isOurs(world, request)) link.upgrade(request, socket, head);
    else socket.destroy();
  });
  const port = await listenNear(server, options.port);
  world.url = `http://127.0.0.1:${port}/`;
  const tick = setInterval(() => postDueMessages(world), 1_000);
  tick.unref();

  return {
    url: world.url,
    apiUrl: `${world.url}api/`,
    botToken: world.botToken,
    appToken: world.appToken,
    botUser,
    people: [...world.people.values()],
    ids,
    privacyChannel: ids.privacy,
    team: [ids.privacyTeam],
    approvers: [ids.alex],
    staff: seedStaff,
    known: [...world.people.keys(), ...seedGroups.map(({ id }) => id)],
    as: (user) => ({ act: (act) => perform(world, user, act), state: () => snapshotFor(world, user) }),
    listen: (hear, user = everything) => {
      const listener = { user, hear };
      world.listeners.add(listener);
      return () => world.listeners.delete(listener);
    },
    fault: (fault) => addFault(world, fault),
    problems: () => world.problems,
    remember: (memory) => remember(world, memory),
    offerTravel: (way) => {
      world.travel = way;
      tellTime(world);
    },
    travel: (to) => travel(world, to),
    stop: async () => {
      world.travel = null;
      clearInterval(tick);
      for (const timer of world.timers) clearTimeout(timer);
      link.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
