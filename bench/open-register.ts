/** A process of its own that opens a register, lists it and says what that took, as one line of JSON: folder, key and database are its arguments. */
import { tidyHeapSooner } from '../src/base/heap.ts';
import { caseKind } from '../src/register/history/case-kind.ts';
import { openRegister } from '../src/register/open.ts';

// As the bot does.
tidyHeapSooner();
const [folder = '', key = '', databaseUrl = ''] = process.argv.slice(2);
const place = { folder, key, ...(databaseUrl === '' ? {} : { databaseUrl }) };
const began = performance.now();
const register = await openRegister(place, caseKind, () => undefined);
const startMs = performance.now() - began;
const listed = performance.now();
await register.list();
const listMs = performance.now() - listed;
const peakMb = process.resourceUsage().maxRSS / 1_024;
await register.close();
process.stdout.write(`${JSON.stringify({ startMs, listMs, peakMb })}\n`);
