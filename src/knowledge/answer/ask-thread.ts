/** The thread in which questions are answered: opens the same policies as the program and answers one question after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import type { AskThreadInput, AskThreadQuestion, AskThreadReply } from './ask-in-thread.ts';
import { openKnowledge, warmUp } from './knowledge.ts';

// What comes in here is our own program's: no schema stands between two of its threads.
const { policyDir, regime, own, files }: AskThreadInput = workerData;
const knowledge = await openKnowledge(policyDir, undefined, regime, own);
// An edit between two readings would have one program quote two texts.
const { documents } = knowledge;
if (documents.length !== files.length || documents.some(({ file }, at) => file !== files[at]))
  throw new Error('the policies were changed while the program started');
await warmUp(knowledge);
const reply = (message: AskThreadReply): void => parentPort?.postMessage(message);
parentPort?.on('message', ({ id, question }: AskThreadQuestion) => {
  void knowledge.ask(question).then(
    (answer) => reply({ id, answer }),
    () => reply({ id, answer: null }),
  );
});
reply('ready');
