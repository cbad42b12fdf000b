/**
 * Reads questions in a thread of its own, which alone holds what reading takes: working out an answer takes milliseconds in which nobody
 * else could be told that theirs was heard, and words, phrasings and index held twice would be half of what the program holds.
 */
import type { Worker } from 'node:worker_threads';
import { openPolicies } from '../policy/open-policies.ts';
import type { Policy } from '../policy/policy.ts';
import type { Own } from '../question/own.ts';
import type { Redaction } from '../question/redaction.ts';
import type { Topic } from '../question/topics.ts';
import type { Answer, Knowledge } from './answer.ts';
import { beginKnowledgeThread } from './begin-thread.ts';
import { KnowledgeClosed } from './knowledge-closed.ts';
import { shelfOf } from './shelf.ts';

/** The first thing that a thread is told; the policies are the program's own, so that both quote one text. */
export type ThreadInput = {
  readonly policies: readonly Policy[];
  readonly regime: string;
  readonly own: Own;
};
export type ThreadCall =
  | { readonly verb: 'ask' | 'topicOf' | 'redact'; readonly id: number; readonly question: string }
  | {
      readonly verb: 'same';
      readonly id: number;
      readonly question: string;
      readonly others: readonly string[];
    };
export type ThreadReply =
  | { readonly verb: 'opened'; readonly topics: readonly Topic[] }
  | { readonly verb: 'refused'; readonly name: string; readonly why: string }
  | { readonly verb: 'failed'; readonly id: number }
  | { readonly verb: 'ask'; readonly id: number; readonly got: Answer }
  | { readonly verb: 'topicOf'; readonly id: number; readonly got: string | null }
  | { readonly verb: 'redact'; readonly id: number; readonly got: Redaction }
  | { readonly verb: 'same'; readonly id: number; readonly got: readonly boolean[] };

export type KnowledgeInThread = Knowledge & {
  readonly stop: () => Promise<void>;
  /** `hear` is told why, each time that after a thread no other could be opened; the next question tries again. */
  readonly whenClosed: (hear: (why: string) => void) => void;
};

/** A call under which so many threads ended has ended them. */
const MOST_TRIES = 2;
/** A thread that has said nothing for so long (milliseconds) while somebody waits is ended: an answer takes some, on a crowded machine hundreds. */
const HUNG_MS = 20_000;

type Pending = {
  readonly call: ThreadCall;
  readonly hear: (reply: ThreadReply) => void;
  readonly reject: (error: Error) => void;
  readonly tries: number;
};

/** Node gives an ended thread this number. */
const hasEnded = ({ threadId }: Worker): boolean => threadId === -1;

const unread = (): Error => new Error('The thread that reads questions could not read this one.');

/**
 * Opens the policies' texts here and the rest of what `openKnowledge` opens in the thread; rejects with an error of the name and message
 * that it threw there. `ended` hears of each thread that ended by itself, or that could not be opened
 * after one: the next is begun, and asked again what that one was asked. What is asked while none opens rejects with KnowledgeClosed.
 * `begun` is a thread that was begun beforehand and told nothing yet. One that says nothing for `hungMs` is ended.
 */
export const openKnowledgeInThread = async (
  policyDir: string,
  regime: string,
  own: Own,
  ended: (error: unknown) => void,
  begun?: Worker,
  hungMs = HUNG_MS,
): Promise<KnowledgeInThread> => {
  const policies = await openPolicies(policyDir, own.names);
  const waiting = new Map<number, Pending>();
  let worker: Worker | null = null;
  let stopped = false;
  let known = false;
  let closed = (_why: string): void => undefined;
  let last = 0;
  let ready = false;
  let patience: NodeJS.Timeout | undefined;

  /** Anew with each sign of life. */
  const watch = (): void => {
    clearTimeout(patience);
    if (waiting.size > 0) patience = setTimeout(() => void worker?.terminate(), hungMs);
  };

  const rejectAll = (error: Error): void => {
    const all = [...waiting.values()];
    waiting.clear();
    for (const { reject } of all) reject(error);
  };

  /** Resolves with the topics when the thread has opened everything; every thread after the first is begun by itself. */
  const begin = (thread: Worker): Promise<readonly Topic[]> =>
    new Promise((resolve, reject) => {
      worker = thread;
      let cause: unknown = null;
      // Whoever opens it, or asks it later, waits for it, and nothing else may be going on; whoever stops ends it.
      thread.ref();
      thread.postMessage({ policies, regime, own } satisfies ThreadInput);
      thread.on('message', (reply: ThreadReply) => {
        if (reply.verb === 'opened') {
          ready = true;
          watch();
          resolve(reply.topics);
        } else if (reply.verb === 'refused')
          cause = known
            ? new KnowledgeClosed(reply.why)
            : Object.assign(new Error(reply.why), { name: reply.name });
        else {
          const asked = waiting.get(reply.id);
          waiting.delete(reply.id);
          watch();
          asked?.hear(reply);
        }
      });
      thread.once('error', (error) => {
        cause = error;
      });
      thread.once('exit', () => {
        worker = null;
        const opened = ready;
        ready = false;
        clearTimeout(patience);
        const error = cause instanceof Error ? cause : unread();
        reject(error);
        // What keeps the first from opening is the caller's to tell; of every later one nobody else hears.
        if (known && !stopped) ended(error);
        if (error instanceof KnowledgeClosed && !stopped) closed(error.message);
        if (stopped || !opened) rejectAll(error);
        else again();
      });
    });

  const thread = (): Worker | null => {
    if (worker === null && !stopped) void begin(beginKnowledgeThread()).catch(() => undefined);
    return worker;
  };

  const send = (pending: Pending): void => {
    waiting.set(pending.call.id, pending);
    thread()?.postMessage(pending.call);
    // The second waits for the first: whoever came first began the watch.
    if (ready && waiting.size === 1) watch();
  };

  /** After a thread has ended: what it left is put to the next, unless it has ended two. */
  const again = (): void => {
    const left = [...waiting.values()];
    waiting.clear();
    for (const pending of left) {
      if (pending.tries < MOST_TRIES) send({ ...pending, tries: pending.tries + 1 });
      else pending.reject(unread());
    }
  };

  const put = <Got>(
    callWith: (id: number) => ThreadCall,
    gotIn: (reply: ThreadReply) => Got | undefined,
  ): Promise<Got> =>
    new Promise((resolve, reject) => {
      if (stopped) return reject(unread());
      last += 1;
      const hear = (reply: ThreadReply): void => {
        const got = gotIn(reply);
        if (got === undefined) reject(unread());
        else resolve(got);
      };
      send({ call: callWith(last), hear, reject, tries: 1 });
    });

  const topics = await begin(begun === undefined || hasEnded(begun) ? beginKnowledgeThread() : begun);
  known = true;
  return {
    ...shelfOf(policies),
    topics,
    ask: (question) =>
      put(
        (id) => ({ verb: 'ask', id, question }),
        (reply) => (reply.verb === 'ask' ? reply.got : undefined),
      ),
    topicOf: (question) =>
      put(
        (id) => ({ verb: 'topicOf', id, question }),
        (reply) => (reply.verb === 'topicOf' ? reply.got : undefined),
      ),
    redact: (question) =>
      put(
        (id) => ({ verb: 'redact', id, question }),
        (reply) => (reply.verb === 'redact' ? reply.got : undefined),
      ),
    same: (question, others) =>
      put(
        (id) => ({ verb: 'same', id, question, others }),
        (reply) => (reply.verb === 'same' ? reply.got : undefined),
      ),
    whenClosed: (hear) => {
      closed = hear;
    },
    stop: async () => {
      stopped = true;
      clearTimeout(patience);
      await worker?.terminate();
    },
  };
};
