// A thread that says it is there and then echoes what it is given, or never says anything again.
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', (input) => {
  if (input !== 'never') parentPort?.postMessage(input);
});
parentPort?.postMessage('ready');
