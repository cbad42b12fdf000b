import { benchAnswers } from './answer.ts';
import { type Line, line } from './figures.ts';
import { benchMemory } from './memory.ts';
import { benchRegister } from './register.ts';
import { benchReminders } from './remind.ts';
import { report } from './report.ts';
import { benchSizes } from './sizes.ts';
import { benchSocket } from './socket.ts';
import { benchStart } from './start.ts';
import { benchSteady } from './steady.ts';
import { benchVisible } from './visible.ts';

const registerLines = async (): Promise<readonly Line[]> => {
  const { cases, events, firstWriteMs, lastWriteMs, appendMs, startMs, listMs, heapMb } =
    await benchRegister();
  return [
    line(`first durable write (then ${cases} cases, ${events} events)`, firstWriteMs, 'ms', null),
    line('last durable write', lastWriteMs, 'ms', null),
    line('ratio of the last to the first', lastWriteMs / firstWriteMs, '', 1.5),
    line('an event appended', appendMs, 'ms', null),
    line('start with all of them', startMs, 'ms', 2000),
    line('list of all of them', listMs, 'ms', 100),
    line('heap', heapMb, 'MB', null),
  ];
};

const parts: readonly (readonly [string, () => Promise<readonly Line[]>])[] = [
  ['Answers in the process', benchAnswers],
  ['Memory', benchMemory],
  ['Start', benchStart],
  ['Fifty commands a second', benchSocket],
  ['What people see', benchVisible],
  ['The register', registerLines],
  ['The register by its size', benchSizes],
  ['Reminders', benchReminders],
  ['Steady use', benchSteady],
];

/** Words of titles; none: all of them. */
const wanted = (process.env['BENCH_PARTS'] ?? '').split(',');

let missed = 0;
for (const [title, run] of parts.filter(([name]) => wanted.some((word) => name.includes(word)))) {
  process.stdout.write(`\n${title}\n`);
  const lines = await run();
  report(title, lines, new Date());
  for (const { what, figure, goal, met } of lines) {
    if (met === false) missed += 1;
    const verdict = goal === null ? '' : `  goal ${goal}: ${met ? 'met' : 'MISSED'}`;
    process.stdout.write(`  ${what.padEnd(52)} ${figure.padStart(10)}${verdict}\n`);
  }
}
process.stdout.write(missed === 0 ? '\nEvery goal met.\n' : `\n${missed} goal(s) missed.\n`);
process.exitCode = missed === 0 ? 0 : 1;
