import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const body = z.object({ messages: z.array(z.object({ role: z.string(), content: z.string() })) });
const input = z.object({
  question: z.string(),
  units: z.array(
    z.object({ id: z.string(), section: z.string(), text: z.string(), leadIn: z.string().nullable() }),
  ),
});

export type Asked = z.infer<typeof input>;
export type Reply = { readonly status?: number; readonly content: string; readonly delayMs?: number };

/** What was asked, read from a request body as it was sent. */
export const askedIn = (request: string): Asked =>
  input.parse(JSON.parse(body.parse(JSON.parse(request)).messages[1]?.content ?? ''));

export const draft = (...statements: readonly { text: string; units: readonly string[] }[]): string =>
  JSON.stringify({ statements });

/** The first unit, word for word. */
export const honestly = ({ units: [first] }: Asked): Reply => ({
  content: draft({ text: `${first?.leadIn ?? ''} ${first?.text ?? ''}`.trim(), units: [first?.id ?? ''] }),
});

/** A model server of this test's own: keeps every body it gets and replies as it is told. */
export const startModelServer = async (reply: (asked: Asked) => Reply) => {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const sent = await text(request);
      if (request.url?.endsWith('/chat/completions') !== true) {
        response.writeHead(404).end('{}');
        return;
      }
      bodies.push(sent);
      const { status = 200, content, delayMs = 0 } = reply(askedIn(sent));
      setTimeout(() => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(
          JSON.stringify({
            id: 'c1',
            object: 'chat.completion',
            choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
          }),
        );
      }, delayMs).unref();
    };
    void answer();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    settings: { apiKey: null, baseUrl: `http://127.0.0.1:${port}/v1`, name: 'small' },
    bodies,
    stop: () =>
      new Promise<void>((stopped) => {
        server.closeAllConnections();
        server.close(() => stopped());
      }),
  };
};
