// Every property is tried on the same examples each time, so that a failure is the change's own; ANY_SEED tries others.

import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['ANY_SEED'] ?? 1) });
