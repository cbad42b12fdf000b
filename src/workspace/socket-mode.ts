/** The server's end of Socket Mode. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { limits } from '../blockkit/limits.ts';
import { isObject } from '../blockkit/rule.ts';
import { publish, report } from './changes.ts';
import { megabyte } from './http-body.ts';
import { cancel, later } from './timers.ts';
import type { Delivery, Envelope, Link, World } from './world.ts';

type UnackedEnvelope = {
  readonly socket: WebSocket;
  readonly settle: (delivery: Delivery) => void;
  readonly sentAt: number;
};

const pingMs = 10_000;
const politeMs = 500;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The server's end of Socket Mode (docs `/apis/events-api/using-socket-mode`): one envelope goes to one of the open sockets. */
export const openLink = (
  world: World,
): Link & {
  readonly ticket: () => string;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly close: () => void;
} => {
  const server = new WebSocketServer({ noServer: true, maxPayload: 2 * megabyte });
  const tickets = new Set<string>();
  const sockets: WebSocket[] = [];
  const waiting = new Map<string, UnackedEnvelope>();
  let turn = 0;

  const send = (socket: WebSocket, message: unknown) => socket.send(JSON.stringify(message));
  const tellConnected = () => publish(world, { type: 'connected', connected: sockets.length > 0 });

  const hear = (data: string): void => {
    const message = parse(data);
    const id = isObject(message) ? message['envelope_id'] : undefined;
    if (!isObject(message) || typeof id !== 'string') {
      report(world, 'socket', 'bad_frame', ['an acknowledgement must be JSON with an envelope_id']);
      return;
    }
    const wait = waiting.get(id);
    if (wait === undefined) {
      report(world, 'socket', 'late_acknowledgement', [`${id} was answered twice or after 3 seconds`]);
      return;
    }
    waiting.delete(id);
    wait.settle({
      outcome: 'acked',
      payload: message['payload'],
      waitMs: Math.round(world.ticks() - wait.sentAt),
    });
  };

  const forget = (socket: WebSocket) => {
    const index = sockets.indexOf(socket);
    if (index >= 0) sockets.splice(index, 1);
    tellConnected();
  };

  const welcome = (socket: WebSocket): void => {
    if (sockets.length >= limits.connections) {
      send(socket, { type: 'disconnect', reason: 'too_many_websockets' });
      socket.close(1000);
      return;
    }
    sockets.push(socket);
    socket.on('message', (data) => hear(String(data)));
    socket.on('close', () => forget(socket));
    socket.on('error', () => socket.terminate());
    send(socket, {
      type: 'hello',
      num_connections: sockets.length,
      connection_info: { app_id: world.app.id },
      debug_info: { host: 'local-workspace', build_number: 1, approximate_connection_time: 18_060 },
    });
    tellConnected();
  };

  const deliver = (envelope: Envelope): Promise<Delivery> => {
    const open = sockets.filter((socket) => socket.readyState === socket.OPEN);
    turn += 1;
    const socket = open[turn % Math.max(open.length, 1)];
    if (socket === undefined) return Promise.resolve({ outcome: 'no_connection', waitMs: 0 });
    const id = world.nextId('E');
    const sentAt = world.ticks();
    return new Promise((resolve) => {
      const timer = later(world, world.ackMs, () => {
        waiting.delete(id);
        resolve({ outcome: 'late', waitMs: Math.round(world.ticks() - sentAt) });
      });
      const settle = (delivery: Delivery) => {
        cancel(world, timer);
        resolve(delivery);
      };
      waiting.set(id, { socket, settle, sentAt });
      const retry =
        envelope.retry === undefined
          ? {}
          : { retry_attempt: envelope.retry.attempt, retry_reason: envelope.retry.reason };
      send(socket, {
        envelope_id: id,
        payload: envelope.payload,
        type: envelope.type,
        accepts_response_payload: envelope.accepts,
        ...retry,
      });
    });
  };

  const pings = setInterval(() => {
    for (const socket of sockets) socket.ping();
  }, pingMs);
  pings.unref();

  return {
    deliver,
    connections: () => sockets.length,
    drop: () => {
      for (const socket of [...sockets]) socket.terminate();
    },
    refresh: () => {
      for (const socket of sockets)
        send(socket, {
          type: 'disconnect',
          reason: 'refresh_requested',
          debug_info: { host: 'local-workspace' },
        });
    },
    ticket: () => {
      const ticket = world.nextId('ticket-');
      tickets.add(ticket);
      return ticket;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'http://local').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    close: () => {
      clearInterval(pings);
      for (const socket of sockets) socket.close(1001);
      setTimeout(() => {
        for (const socket of server.clients) socket.terminate();
      }, politeMs).unref();
      server.close();
    },
  };
};
