import { ensureReady } from './ready.mjs';

ensureReady();
await import('../dist/src/main.js');
