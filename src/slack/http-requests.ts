/** What Bolt's own HTTP receiver lets through or falls over: a body that says `null`, and a request from the future. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Clock } from '../base/clock.ts';

/** As Bolt's own limit. */
const mostBytes = 4 * 1024 * 1024;
/** Slack's clock and ours may differ by so much (docs `/authentication/verifying-requests-from-slack`); Bolt checks the past only. */
const aheadMs = 5 * 60_000;

/** The whole body, or null when it is too large to be Slack's. */
const bodyOf = async (request: IncomingMessage): Promise<Buffer | null> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > mostBytes) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

/** Bolt reads a field of whatever it has parsed, and never answers when that is null. */
const saysNull = (body: Buffer): boolean =>
  body.byteLength < 100 && ['null', 'payload=null'].includes(body.toString().trim());

const end = (response: ServerResponse, status: number): void => {
  response.writeHead(status);
  response.end();
};

/** Stands before Bolt's listener; `now` is the real time, in which signatures live, also in practice. */
export const carefully =
  (listener: RequestListener, now: Clock, fromTheFuture: () => void): RequestListener =>
  (request, response) => {
    if (request.method !== 'POST') return listener(request, response);
    const sentAt = Number(request.headers['x-slack-request-timestamp'] ?? 0) * 1_000;
    if (sentAt > now().getTime() + aheadMs) {
      fromTheFuture();
      return end(response, 401);
    }
    void bodyOf(request).then(
      (body) => {
        if (body === null) return end(response, 413);
        if (saysNull(body)) return end(response, 400);
        try {
          // Bolt takes a body that somebody has read already from here.
          listener(Object.assign(request, { rawBody: body }), response);
        } catch {
          end(response, 404);
        }
      },
      () => response.destroy(),
    );
  };
