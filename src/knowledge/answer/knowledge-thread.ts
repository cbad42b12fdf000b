/** The thread in which questions are read: opens what answers from the program's policies and does one thing after the other. */
import { parentPort } from 'node:worker_threads';
import { readShippedLists, SHIPPED } from '../question/shipped-lists.ts';
import { type KnowledgeHere, knowledgeOver } from './knowledge.ts';
import type { ThreadCall, ThreadInput, ThreadReply } from './knowledge-in-thread.ts';

// What comes in here is our own program's: no schema stands between two of its threads.
const reply = (message: ThreadReply): void => parentPort?.postMessage(message);

const got = async (knowledge: KnowledgeHere, call: ThreadCall): Promise<ThreadReply> => {
  const { id } = call;
  switch (call.verb) {
    case 'ask':
      return { verb: 'ask', id, got: await knowledge.ask(call.question) };
    case 'topicOf':
      return { verb: 'topicOf', id, got: knowledge.topicOf(call.question) };
    case 'redact':
      return { verb: 'redact', id, got: knowledge.redact(call.question) };
    case 'same':
      return { verb: 'same', id, got: knowledge.same(call.question, call.others) };
  }
};

const open = async ({ policies, regime, own }: ThreadInput): Promise<KnowledgeHere> => {
  await lists;
  const knowledge = await knowledgeOver(policies, regime, own);
  reply({ verb: 'opened', topics: knowledge.topics });
  return knowledge;
};

// While nothing is to be opened yet: the thread is begun before the program knows its policies.
const lists = readShippedLists(SHIPPED);
parentPort?.once('message', (input: ThreadInput) => {
  const opening = open(input);
  opening.catch((error) => {
    const { name, message } = error instanceof Error ? error : new Error('unknown reason');
    reply({ verb: 'refused', name, why: message });
    parentPort?.close();
  });
  // At once: what is asked meanwhile waits here.
  parentPort?.on('message', (call: ThreadCall) => {
    void opening
      .then((knowledge) => got(knowledge, call))
      .then(reply, () => reply({ verb: 'failed', id: call.id }));
  });
});
