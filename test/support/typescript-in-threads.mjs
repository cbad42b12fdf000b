// Lets a thread that a test starts be the program's own `.ts`: what Vite does for the tests themselves, by the same rolldown that comes with it.
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

// A test's own process needs no such hook, and would ask it about each package that it loads.
if (!isMainThread) register('./thread-hooks.mjs', import.meta.url);
