/** What the whole bot holds in memory, as it is started, after it has answered: the shipped policy, and four policies with 20,000 phrasings. */
import { questions, withPhrasings } from './answer.ts';
import { overSocket } from './asked.ts';
import { type Line, line } from './figures.ts';
import { memoryOf } from './program.ts';

const most = async (env: Readonly<Record<string, string>>): Promise<number> => {
  const bot = await overSocket('dist/src/main.js', env);
  try {
    let highest = 0;
    for (const question of questions) {
      await (await bot.ask(question)).visible;
      highest = Math.max(highest, memoryOf(bot.pid));
    }
    return highest;
  } finally {
    await bot.stop();
  }
};

export const benchMemory = async (): Promise<readonly Line[]> => [
  line(`the bot at most, ${questions.length} questions`, await most({}), 'MB', 150),
  line(
    'the bot at most, four policies with 20,000 phrasings',
    await withPhrasings((dir) => most({ POLICY_DIR: dir })),
    'MB',
    180,
  ),
];
