/** The thread in which questions are read: opens the same policies as the program and does one thing after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { openKnowledge } from './knowledge.ts';
import type { ThreadCall, ThreadInput, ThreadReply } from './knowledge-in-thread.ts';

// What comes in here is our own program's: no schema stands between two of its threads.
const { policyDir, regime, own, files }: ThreadInput = workerData;
const reply = (message: ThreadReply): void => parentPort?.postMessage(message);

const open = async () => {
  const opened = await openKnowledge(policyDir, undefined, regime, own);
  // An edit between two readings would have one program quote two texts.
  const { documents } = opened;
  if (documents.length !== files.length || documents.some(({ file }, at) => file !== files[at]))
    throw new Error('The policies were changed while the program started. Start it again.');
  return opened;
};

const work = (knowledge: Awaited<ReturnType<typeof open>>): void => {
  const got = async (call: ThreadCall): Promise<ThreadReply> => {
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
  parentPort?.on('message', (call: ThreadCall) => {
    void got(call).then(reply, () => reply({ verb: 'failed', id: call.id }));
  });
};

await open().then(
  (knowledge) => {
    work(knowledge);
    reply({ verb: 'opened', topics: knowledge.topics });
  },
  (error) => {
    const { name, message } = error instanceof Error ? error : new Error('unknown reason');
    reply({ verb: 'refused', name, why: message });
  },
);
