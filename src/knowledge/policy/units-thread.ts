/** The thread in which the text of policies is read into units: a file may be made so that reading it never ends. */
import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { unitsOf } from './units.ts';

const inputSchema = z.array(z.object({ id: z.string(), file: z.string(), bodyStart: z.number() }));

parentPort?.once('message', (input: unknown) => {
  parentPort?.postMessage(
    inputSchema.parse(input).map(({ id, file, bodyStart }) => unitsOf(id, file, bodyStart)),
  );
});
parentPort?.postMessage('ready');
