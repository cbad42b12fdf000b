/** The thread in which strangers' documents are read. */
import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { readDocument } from './read-document.ts';

const inputSchema = z.object({
  name: z.string(),
  bytes: z.instanceof(Uint8Array),
  tracked: z.enum(['refuse', 'accept', 'reject']),
});

parentPort?.once('message', async (input: unknown) => {
  const { name, bytes, tracked } = inputSchema.parse(input);
  parentPort?.postMessage(await readDocument(name, bytes, tracked));
});
parentPort?.postMessage('ready');
