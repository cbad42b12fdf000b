/** JSON to an address of Slack's, over connections that stay open. */
import http from 'node:http';
import https from 'node:https';
import { codeOf } from '../base/error-code.ts';

/** Resolves with the status; rejects when there is none within `patienceMs`. */
export type PostJson = (url: string, body: string, patienceMs: number) => Promise<number>;

const open = { keepAlive: true, maxSockets: 50 } as const;

/**
 * Not by `fetch`: what it leaves behind outlives many small collections, so that each of them takes milliseconds in which nobody is
 * acknowledged (measured by `npm run bench`).
 */
export const postJson = (): PostJson => {
  const agents = { http: new http.Agent(open), https: new https.Agent(open) };
  const post = (url: string, body: string, patienceMs: number, again: boolean): Promise<number> =>
    new Promise((resolve, reject) => {
      const bytes = Buffer.from(body);
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'content-length': bytes.length,
      };
      const options = { method: 'POST', headers } as const;
      const sending = url.startsWith('https:')
        ? https.request(url, { ...options, agent: agents.https })
        : http.request(url, { ...options, agent: agents.http });
      // Counted here and not by the socket: waiting for a connection is waiting too.
      const patience = setTimeout(() => sending.destroy(new Error('no answer in time')), patienceMs);
      sending.once('response', (answer) => {
        clearTimeout(patience);
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sending.once('error', (error) => {
        clearTimeout(patience);
        // A connection that was kept and that the other side has closed meanwhile: nothing was heard there.
        if (again && sending.reusedSocket && codeOf(error) === 'ECONNRESET')
          post(url, body, patienceMs, false).then(resolve, reject);
        else reject(error);
      });
      sending.end(bytes);
    });
  return (url, body, patienceMs) => post(url, body, patienceMs, true);
};
