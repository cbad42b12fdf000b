/** The thread in which strangers' documents are read. */
import { parentPort } from 'node:worker_threads';
import type { TrackedChanges } from './document.ts';
import { readDocument } from './read-document.ts';

type Input = { readonly name: string; readonly bytes: Uint8Array; readonly tracked: TrackedChanges };

/** By hand: a schema's library would be a third of what the thread has to load, and what comes in here is our own. */
const isInput = (value: unknown): value is Input =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'bytes' in value &&
  value.bytes instanceof Uint8Array &&
  'tracked' in value &&
  (value.tracked === 'refuse' || value.tracked === 'accept' || value.tracked === 'reject');

parentPort?.once('message', async (input: unknown) => {
  if (!isInput(input)) throw new TypeError('no document');
  parentPort?.postMessage(await readDocument(input.name, input.bytes, input.tracked));
});
parentPort?.postMessage('ready');
