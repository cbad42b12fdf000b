/** A question by `/privacy`, over Socket Mode or over HTTP: when it was acknowledged, and when its answer was to be seen. */
import { createHmac, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { startProgram, until, wait } from './program.ts';

/** Milliseconds from the moment of asking; `late` where there was none in time. */
export type Times = { readonly acked: number; readonly visible: Promise<number> };

export type Asked = {
  readonly ask: (text: string) => Promise<Times>;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

/** Slack waits no longer for an acknowledgement, and nobody for an answer. */
export const late = { acked: 3_000, visible: 15_000 } as const;

const connectedMs = 15_000;

/** Answers are matched to questions in the order of asking. */
export const overSocket = async (program: string, env: Readonly<Record<string, string>>): Promise<Asked> => {
  const { workspace, pid, stop } = await startProgram(program, ({ appToken }) => ({
    SLACK_APP_TOKEN: appToken,
    ...env,
  }));
  const sam = workspace.as(workspace.ids.sam);
  const waiting: (() => void)[] = [];
  const stopListening = workspace.listen((change) => {
    if (change.type === 'message' && change.message.user === workspace.botUser) waiting.shift()?.();
  });
  await until(`${program} connects`, () => sam.state().app.connected, connectedMs);
  return {
    pid,
    ask: async (text) => {
      const from = performance.now();
      const arrived = new Promise<number>((resolve) => {
        waiting.push(() => resolve(performance.now() - from));
      });
      const visible = Promise.race([arrived, wait(late.visible).then(() => late.visible)]);
      const { ok } = await sam.act({ type: 'say', channel: workspace.ids.support, text: `/privacy ${text}` });
      return { acked: ok ? performance.now() - from : late.acked, visible };
    },
    stop: async () => {
      stopListening();
      await stop();
    },
  };
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const place = server.address();
      server.close(() =>
        typeof place === 'object' && place !== null ? resolve(place.port) : reject(new Error('no port')),
      );
    });
  });

/** Where answers to a `response_url` arrive, by the number of the question. */
const openMailbox = async () => {
  const waiting = new Map<string, () => void>();
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      response.end('ok');
      waiting.get(request.url ?? '')?.();
    });
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: (path: string) => `http://127.0.0.1:${port}${path}`,
    arrival: (path: string) => new Promise<void>((resolve) => waiting.set(path, resolve)),
    close: () => server.close(),
  };
};

export const overHttp = async (program: string, env: Readonly<Record<string, string>>): Promise<Asked> => {
  const port = await freePort();
  const secret = randomBytes(16).toString('hex');
  const mailbox = await openMailbox();
  const { workspace, pid, stop } = await startProgram(program, () => ({
    SLACK_SIGNING_SECRET: secret,
    PORT: String(port),
    ...env,
  }));
  const place = `http://127.0.0.1:${port}/slack/events`;
  const listens = () =>
    fetch(place).then(
      () => true,
      () => false,
    );
  await until(`${program} listens`, listens, connectedMs);
  let count = 0;
  return {
    pid,
    ask: async (text) => {
      count += 1;
      const path = `/answer/${count}`;
      const body = new URLSearchParams({
        command: '/privacy',
        text,
        user_id: workspace.ids.sam,
        team_id: 'T0DESK0001',
        channel_id: workspace.ids.support,
        api_app_id: 'A0BENCH',
        trigger_id: `bench-${count}`,
        response_url: mailbox.url(path),
      }).toString();
      const at = String(Math.floor(Date.now() / 1_000));
      const from = performance.now();
      const arrived = mailbox.arrival(path).then(() => performance.now() - from);
      const reply = await fetch(place, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': at,
          'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`,
        },
        signal: AbortSignal.timeout(late.acked),
      }).catch(() => null);
      const said = reply === null ? '' : await reply.text();
      const acked = reply?.ok === true ? performance.now() - from : late.acked;
      const visible =
        said === ''
          ? Promise.race([arrived, wait(late.visible).then(() => late.visible)])
          : Promise.resolve(acked);
      return { acked, visible };
    },
    stop: async () => {
      await stop();
      mailbox.close();
    },
  };
};
