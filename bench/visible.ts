/** What people see: the time until a command is acknowledged, and until its answer stands in the channel, at several loads. */
import { type Asked, overHttp, overSocket } from './asked.ts';
import { type Line, line, percentile } from './figures.ts';
import { wait } from './program.ts';

const loads = [20, 100, 200];
const secondsEach = 6;
/** A program that has just begun is still loading what it answers from; nobody asks a hundred questions of it. */
const warmMs = 6_000;

const questions = [
  'who can see client data?',
  'how long do we keep invoices?',
  'can we send data to the US?',
  'what cookies do we use?',
  'is the backup encrypted?',
];

type Seen = { readonly acked: readonly number[]; readonly visible: readonly number[] };

export const atRate = async ({ ask }: Asked, perSecond: number, seconds: number): Promise<Seen> => {
  const asked: ReturnType<Asked['ask']>[] = [];
  const from = performance.now();
  for (let count = 0; count < perSecond * seconds; count += 1) {
    const due = from + (count * 1_000) / perSecond;
    if (due > performance.now()) await wait(due - performance.now());
    asked.push(ask(questions[count % questions.length] ?? ''));
  }
  const times = await Promise.all(asked);
  return {
    acked: times.map(({ acked }) => acked),
    visible: await Promise.all(times.map(({ visible }) => visible)),
  };
};

/** The program when it has answered for a while. */
export const warmed = async (opening: Promise<Asked>): Promise<Asked> => {
  const program = await opening;
  const end = performance.now() + warmMs;
  for (let count = 0; performance.now() < end; count += 1) {
    await program.ask(questions[count % questions.length] ?? '');
    await wait(20);
  }
  return program;
};

/** Drives one program at each load; milliseconds by load. */
const drive = async (opening: Promise<Asked>): Promise<ReadonlyMap<number, Seen>> => {
  const program = await warmed(opening);
  try {
    const found = new Map<number, Seen>();
    for (const perSecond of loads) found.set(perSecond, await atRate(program, perSecond, secondsEach));
    return found;
  } finally {
    await program.stop();
  }
};

const figures = (title: string, { acked, visible }: Seen): readonly Line[] =>
  (['acknowledged', 'answer visible'] as const).flatMap((what) => {
    const times = what === 'acknowledged' ? acked : visible;
    return [0.5, 0.95, 0.99].map((share) =>
      line(`${title}, ${what}: p${Math.round(share * 100)}`, percentile(times, share), 'ms', null),
    );
  });

const beside = async (
  way: string,
  over: (program: string, env: Readonly<Record<string, string>>) => Promise<Asked>,
): Promise<readonly Line[]> => {
  const bare = await drive(over('dist/bench/bare-app.js', { ANSWER: 'A fixed text.' }));
  const ours = await drive(over('dist/src/main.js', {}));
  return loads.flatMap((load) => {
    const [a, b] = [ours.get(load), bare.get(load)];
    if (a === undefined || b === undefined) return [];
    const at100 = load === 100;
    return [
      ...figures(`${way}, ${load} a second, ours`, a),
      ...figures(`${way}, ${load} a second, bare Bolt app`, b),
      line(
        `${way}, ${load} a second, ratio of acknowledgements (p99)`,
        percentile(a.acked, 0.99) / percentile(b.acked, 0.99),
        '',
        at100 ? 1.2 : null,
      ),
      line(
        `${way}, ${load} a second, answer later than the bare app’s (p99)`,
        percentile(a.visible, 0.99) - percentile(b.visible, 0.99),
        'ms',
        at100 ? 25 : null,
      ),
    ];
  });
};

/** Ours beside a bare Bolt app that answers every command with one fixed sentence in its acknowledgement. */
export const benchVisible = async (): Promise<readonly Line[]> => [
  ...(await beside('Socket Mode', overSocket)),
  ...(await beside('HTTP', overHttp)),
];
