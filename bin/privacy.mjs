#!/usr/bin/env node
import { ensureReady } from './ready.mjs';

ensureReady();
const { processIo, runCommand } = await import('../dist/src/cli.js');
process.exitCode = await runCommand(process.argv.slice(2), processIo());
