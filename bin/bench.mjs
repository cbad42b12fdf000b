import { ensureReady } from './ready.mjs';

ensureReady();
await import('../dist/bench/run.js');
