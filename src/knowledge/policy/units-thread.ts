/** The thread in which the text of policies is read into units: a file may be made so that reading it never ends. */
import { parentPort } from 'node:worker_threads';
import type { PolicyText } from './read-units.ts';
import { unitsOf } from './units.ts';

/** By hand: a schema's library would be half of what the thread has to load, and what comes in here is our own. */
const isPolicyText = (value: unknown): value is PolicyText =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'file' in value &&
  typeof value.file === 'string' &&
  'bodyStart' in value &&
  typeof value.bodyStart === 'number';

parentPort?.once('message', (input: unknown) => {
  if (!Array.isArray(input) || !input.every(isPolicyText)) throw new TypeError('no texts of policies');
  parentPort?.postMessage(input.map(({ id, file, bodyStart }) => unitsOf(id, file, bodyStart)));
});
parentPort?.postMessage('ready');
