import { benchAnswers } from './answer.ts';
import type { Line } from './figures.ts';
import { benchSocket } from './socket.ts';
import { benchStart } from './start.ts';

const parts: readonly (readonly [string, () => Promise<readonly Line[]>])[] = [
  ['Answers in the process', benchAnswers],
  ['Start', benchStart],
  ['Fifty commands a second', benchSocket],
];

let missed = 0;
for (const [title, run] of parts) {
  process.stdout.write(`\n${title}\n`);
  for (const { what, figure, goal, met } of await run()) {
    if (met === false) missed += 1;
    const verdict = goal === null ? '' : `  goal ${goal}: ${met ? 'met' : 'MISSED'}`;
    process.stdout.write(`  ${what.padEnd(52)} ${figure.padStart(10)}${verdict}\n`);
  }
}
process.stdout.write(missed === 0 ? '\nEvery goal met.\n' : `\n${missed} goal(s) missed.\n`);
process.exitCode = missed === 0 ? 0 : 1;
