/** Fifty commands a second, as they are acknowledged, beside a bare Bolt app. */
import { overSocket } from './asked.ts';
import { type Line, line, median, percentile } from './figures.ts';
import { atRate, warmed } from './visible.ts';

const perSecond = 50;
const seconds = 20;
/** Two rounds in turn, so that a machine that gets slower or faster harms both alike. */
const rounds = 2;

/** Acknowledgement times in milliseconds; a command that was not acknowledged counts as three seconds. */
const drive = async (program: string): Promise<readonly number[]> => {
  const asked = await warmed(overSocket(program, {}));
  try {
    return (await atRate(asked, perSecond, seconds)).acked;
  } finally {
    await asked.stop();
  }
};

/** Fifty slash commands a second for twenty seconds, each answered in full, beside a bare Bolt app that only acknowledges. */
export const benchSocket = async (): Promise<readonly Line[]> => {
  const ours: number[] = [];
  const bare: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [a, b] = [await drive('dist/src/main.js'), await drive('dist/bench/bare-app.js')];
    ours.push(...a);
    bare.push(...b);
    ratios.push(percentile(a, 0.99) / percentile(b, 0.99));
  }
  return [
    line(
      `commands, ${perSecond} a second for ${seconds} s, ${rounds} rounds: not acknowledged`,
      ours.filter((ms) => ms >= 3000).length,
      '',
      0,
    ),
    line('acknowledged, ours: p50', percentile(ours, 0.5), 'ms', null),
    line('acknowledged, ours: p99', percentile(ours, 0.99), 'ms', null),
    line('acknowledged, bare Bolt app: p50', percentile(bare, 0.5), 'ms', null),
    line('acknowledged, bare Bolt app: p99', percentile(bare, 0.99), 'ms', null),
    line('ratio of p99, ours to bare (median of rounds)', median(ratios), '', 1.5),
  ];
};
