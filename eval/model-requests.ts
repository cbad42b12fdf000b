/** The requests that a question file makes to a model, written down; and a file of replies put through the same flow. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { askWithModel, type Fared } from '../src/flows/ask/ask-with-model.ts';
import { sentRequests } from '../src/flows/ask/sent-requests.ts';
import type { Answer, Knowledge } from '../src/knowledge/answer/answer.ts';
import { finder } from '../src/knowledge/model/finder.ts';
import type { Model } from '../src/knowledge/model/model.ts';
import type { Item } from './scores.ts';

export type RecordedRequest = { readonly id: string; readonly question: string };

export type Recording = {
  /** The first message of every request: what is asked, and all units. */
  readonly prefix: string;
  /** The last message of each. */
  readonly requests: readonly RecordedRequest[];
  /** The ids of what is never sent: gated, or not safe to leave. */
  readonly unsent: readonly string[];
};

/** Everything in one request: recorded policies are read whole. */
const CONTEXT = 1_000_000;
const HOUR = 3_600_000;

const flowWith = (knowledge: Knowledge, model: Model, told: (fared: Fared) => void) => {
  // An hour passes with each look at the clock, so that a question without a reply lets none after it rest.
  let hours = 0;
  const clock = (): Date => {
    hours += 1;
    return new Date(hours * HOUR);
  };
  return askWithModel(knowledge, {
    find: finder(knowledge.documents, model, CONTEXT),
    look: async () => false,
    clock,
    after: () => new Promise(() => undefined),
    patienceMs: 0,
    sent: sentRequests(clock),
    told,
  });
};

const modelThat = (complete: Model['complete']): Model => ({
  complete,
  look: async () => false,
  state: () => ({ name: 'recorded', shape: 'json_schema' }),
});

/** Runs every question through the flow as far as the model, and keeps what would have been sent. */
export const recordRequests = async (items: readonly Item[], knowledge: Knowledge): Promise<Recording> => {
  let prefix = '';
  let current = '';
  const requests: RecordedRequest[] = [];
  const model = modelThat(async (request) => {
    prefix = request.prefix;
    requests.push({ id: current, question: request.question });
    throw new Error('only recorded');
  });
  const ask = flowWith(knowledge, model, () => undefined);
  for (const { id, question } of items) {
    current = id;
    await ask(question);
  }
  const sent = new Set(requests.map(({ id }) => id));
  return { prefix, requests, unsent: items.flatMap(({ id }) => (sent.has(id) ? [] : [id])) };
};

const replySchema = z.object({ id: z.string(), reply: z.unknown() });

/** One `{"id", "reply"}` a line; the reply as the text that a model wrote, or as its JSON. */
export const readReplies = async (path: string): Promise<ReadonlyMap<string, string>> => {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return new Map(
    lines.map((line) => {
      const { id, reply } = replySchema.parse(JSON.parse(line));
      return [id, typeof reply === 'string' ? reply : JSON.stringify(reply)];
    }),
  );
};

/** The flow with these replies for a model; `fared` counts how each question went. */
export const replaying = (
  items: readonly Item[],
  knowledge: Knowledge,
  replies: ReadonlyMap<string, string>,
): { readonly ask: (question: string) => Promise<Answer>; readonly fared: ReadonlyMap<Fared, number> } => {
  const idOf = new Map(items.map(({ id, question }) => [question, id]));
  const fared = new Map<Fared, number>();
  let current: string | undefined;
  const model = modelThat(async () => {
    const reply = replies.get(current ?? '');
    if (reply === undefined) throw new Error('no reply was recorded');
    return reply;
  });
  const ask = flowWith(knowledge, model, (how) => fared.set(how, (fared.get(how) ?? 0) + 1));
  return {
    fared,
    ask: (question) => {
      current = idOf.get(question);
      return current === undefined ? knowledge.ask(question) : ask(question);
    },
  };
};
