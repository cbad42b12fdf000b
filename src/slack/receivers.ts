/** Socket Mode or HTTP, as configured. */
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { systemClock } from '../base/clock.ts';
import { lostConnection } from './connection-watch.ts';
import { carefully } from './http-requests.ts';

/** Where Slack is, for this run: the real one, or the workspace on this machine. */
export type SlackPlace = {
  readonly apiUrl: string;
  readonly botToken: string;
  readonly by: /** `helloMs`: how long Slack may take to say hello, 15 s unless told; `lostMs`: how long it may be away, a minute unless told. */
    | {
        readonly type: 'socket';
        readonly appToken: string;
        readonly helloMs?: number;
        readonly lostMs?: number;
      }
    | { readonly type: 'http'; readonly signingSecret: string; readonly port: number };
};

type Listening = {
  readonly receiver: Receiver;
  readonly begin: () => Promise<void>;
  readonly end: () => Promise<void>;
  /** Resolves when Slack has been out of reach for too long; never over HTTP, where Slack comes to us. */
  readonly lost: Promise<void>;
};

/** Whether this instance can be given work, in the words of `/healthz`. */
export type Health = 'ready' | 'draining' | 'the database does not answer';

type ClientOptions = { readonly slackApiUrl: string; readonly timeout: number };

/** Slack's side of the socket said nothing for this long: something in between swallows it. */
const helloWithinMs = 15_000;

const awayForMs = 60_000;

/** About a minute of asking for a new socket: the client never asks again after its last retry. */
const reconnecting = { retries: 20, factor: 1.3, minTimeout: 500, maxTimeout: 5_000 };

export class NoHello extends Error {
  override readonly name = 'NoHello';
}

const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoHello('no hello')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

type Socket = Extract<SlackPlace['by'], { type: 'socket' }>;

const bySocket = (
  { appToken, helloMs = helloWithinMs, lostMs = awayForMs }: Socket,
  options: ClientOptions,
  logger: Logger,
): Listening => {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: { ...options, retryConfig: reconnecting } },
  });
  return {
    receiver,
    lost: lostConnection(receiver.client, lostMs),
    begin: async () => {
      try {
        await within(helloMs, receiver.start());
      } catch (error) {
        await receiver.stop().catch(() => {});
        throw error;
      }
    },
    end: () => receiver.stop(),
  };
};

const byHttp = (
  signingSecret: string,
  port: number,
  logger: Logger,
  health: () => Promise<Health>,
  futureRequest: () => void,
): Listening => {
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    logger,
    endpoints: ['/slack/events'],
    customPropertiesExtractor: ({ headers }) => ({ sentAt: headers['x-slack-request-timestamp'] }),
    customRoutes: [
      {
        path: '/healthz',
        method: ['GET'],
        handler: (_, response) => {
          void health().then((state) => {
            response.writeHead(state === 'ready' ? 200 : 503, { 'content-type': 'text/plain' });
            response.end(`${state}\n`);
          });
        },
      },
    ],
  });
  receiver.requestListener = carefully(receiver.requestListener, systemClock, futureRequest);
  return {
    receiver,
    lost: new Promise(() => {}),
    begin: async () => {
      await receiver.start(port);
    },
    end: async () => {
      await receiver.stop();
    },
  };
};

/** What Bolt listens through. `health` is what `/healthz` says and never rejects; `futureRequest` hears of one dated ahead of this machine's clock. */
export const receiverFor = (
  { by }: SlackPlace,
  options: ClientOptions,
  logger: Logger,
  health: () => Promise<Health>,
  futureRequest: () => void,
): Listening => {
  switch (by.type) {
    case 'socket':
      return bySocket(by, options, logger);
    case 'http':
      return byHttp(by.signingSecret, by.port, logger, health, futureRequest);
  }
};
