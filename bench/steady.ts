/** Memory of the bot over `BENCH_MINUTES` (ten) minutes of steady use: after the first two of them it must not grow. */
import { overSocket } from './asked.ts';
import { type Line, line } from './figures.ts';
import { memoryOf, wait } from './program.ts';

const minutes = Number(process.env['BENCH_MINUTES'] ?? 10);
const settledAfter = minutes / 5;
const perSecond = 5;
const mostGrowth = 5;

export const benchSteady = async (): Promise<readonly Line[]> => {
  const bot = await overSocket('dist/src/main.js', {});
  try {
    const began = performance.now();
    const end = began + minutes * 60_000;
    let settled = 0;
    let highest = 0;
    while (performance.now() < end) {
      await Promise.all([bot.ask('who can see client data?'), wait(1_000 / perSecond)]);
      const memory = memoryOf(bot.pid);
      if (performance.now() - began < settledAfter * 60_000) settled = Math.max(settled, memory);
      else highest = Math.max(highest, memory);
    }
    return [
      line(
        `memory at most in the first ${settledAfter} minutes, ${perSecond} commands a second`,
        settled,
        'MB',
        null,
      ),
      line(`memory at most in the ${minutes - settledAfter} minutes after that`, highest, 'MB', null),
      line('growth', Math.max(0, (highest / settled - 1) * 100), '%', mostGrowth),
    ];
  } finally {
    await bot.stop();
  }
};
