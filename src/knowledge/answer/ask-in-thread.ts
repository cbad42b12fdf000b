/** Answers in a thread of its own: working out an answer takes milliseconds in which nobody else could be told that theirs was heard. */
import { Worker } from 'node:worker_threads';
import { threadBeside } from '../../base/guarded-thread.ts';
import type { Own } from '../question/own.ts';
import type { Answer, Knowledge } from './answer.ts';

/** From what `openKnowledge` opens the same once more; `files` are the policies' texts as the program has read them. */
export type AskThreadInput = {
  readonly policyDir: string;
  readonly regime: string;
  readonly own: Own;
  readonly files: readonly string[];
};
export type AskThreadQuestion = { readonly id: number; readonly question: string };
/** `answer` is null where the thread could not answer: then the program does, and meets the error itself. */
export type AskThreadReply = 'ready' | { readonly id: number; readonly answer: Answer | null };

export type AskingInThread = Pick<Knowledge, 'ask'> & {
  /** Starts the thread; resolves when it answers, or has ended instead. Until then, and should it ever end, `here` answers. */
  readonly begin: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** `ended` hears of it when the thread ends by itself. */
export const askingInThread = (
  here: Pick<Knowledge, 'ask'>,
  input: AskThreadInput,
  ended: (error: unknown) => void,
): AskingInThread => {
  const waiting = new Map<
    number,
    { readonly question: string; readonly resolve: (answer: Promise<Answer>) => void }
  >();
  let worker: Worker | null = null;
  let ready = false;
  let last = 0;
  const answerHere = (id: number): void => {
    const asked = waiting.get(id);
    waiting.delete(id);
    asked?.resolve(here.ask(asked.question));
  };
  const over = (): void => {
    ready = false;
    worker = null;
    for (const id of waiting.keys()) answerHere(id);
  };
  return {
    ask: (question) =>
      worker === null || !ready
        ? here.ask(question)
        : new Promise((resolve) => {
            last += 1;
            waiting.set(last, { question, resolve });
            worker?.postMessage({ id: last, question } satisfies AskThreadQuestion);
          }),
    begin: () =>
      new Promise((resolve) => {
        const thread = new Worker(threadBeside(import.meta.url, 'ask-thread'), {
          env: {},
          workerData: input,
        });
        worker = thread;
        // A question under way is worth no wait at the end: whoever asked is told by whoever stops.
        thread.unref();
        thread.on('message', (message: AskThreadReply) => {
          if (message === 'ready') {
            ready = true;
            resolve();
          } else if (message.answer === null) answerHere(message.id);
          else {
            waiting.get(message.id)?.resolve(Promise.resolve(message.answer));
            waiting.delete(message.id);
          }
        });
        thread.once('error', ended);
        thread.once('exit', () => {
          over();
          resolve();
        });
      }),
    stop: async () => {
      await worker?.terminate();
    },
  };
};
