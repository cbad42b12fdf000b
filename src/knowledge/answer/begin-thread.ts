/** Begins the thread in which questions are read. */
import { Worker } from 'node:worker_threads';
import { threadBeside } from '../../base/guarded-thread.ts';

/** A thread that answers one question after the other makes much that is soon garbage: with little room for it, it is tidied early. */
const YOUNG_MB = 4;

/** It loads its code and the shipped lists at once and waits to be told which policies it answers from. */
export const beginKnowledgeThread = (): Worker => {
  const thread = new Worker(threadBeside(import.meta.url, 'knowledge-thread'), {
    env: {},
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  // Before policies are opened with it nobody waits for it, nor is told of a fault.
  thread.unref();
  thread.on('error', () => undefined);
  return thread;
};
