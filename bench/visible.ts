/** What people see: the time until a command is acknowledged, and until its answer stands in the channel, at several loads. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { systemClock } from '../src/base/clock.ts';
import { projectRoot } from '../src/base/root.ts';
import { startWorkspace } from '../src/workspace/start.ts';
import { type Line, line, percentile } from './figures.ts';

const loads = [20, 100, 200];
const secondsEach = 6;
/** What comes later than this was not seen in time. */
const giveUpMs = 15_000;

const questions = [
  'who can see client data?',
  'how long do we keep invoices?',
  'can we send data to the US?',
  'what cookies do we use?',
  'is the backup encrypted?',
];

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Seen = { readonly acked: readonly number[]; readonly visible: readonly number[] };

/** Drives one program at each load; milliseconds by load. Answers are matched to commands in the order of sending. */
const drive = async (
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<number, Seen>> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-visible-'));
  const workspace = await startWorkspace({
    port: 0,
    clock: systemClock,
    manifest: parse(readFileSync(join(projectRoot, 'manifest.yml'), 'utf8')),
    pages: { roots: [], vendorRoot: join(projectRoot, 'node_modules') },
  });
  const child = spawn(process.execPath, [program], {
    cwd: dataDir,
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: dataDir,
      LOG_LEVEL: 'info',
      SLACK_BOT_TOKEN: workspace.botToken,
      SLACK_APP_TOKEN: workspace.appToken,
      SLACK_API_URL: workspace.apiUrl,
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const closed = new Promise((resolve) => child.once('exit', resolve));
  const sam = workspace.as(workspace.ids.sam);
  const arrivals: number[] = [];
  const stopListening = workspace.listen((change) => {
    if (change.type === 'message' && change.message.user === workspace.botUser)
      arrivals.push(performance.now());
  });
  try {
    const begun = performance.now();
    while (!sam.state().app.connected) {
      if (performance.now() - begun > giveUpMs) throw new Error(`${program} did not connect`);
      await wait(50);
    }
    const type = (text: string) => sam.act({ type: 'say', channel: workspace.ids.support, text });
    for (let warm = 0; warm < 50; warm += 1) await type(`/privacy ${questions[warm % questions.length]}`);
    await wait(500);
    const found = new Map<number, Seen>();
    for (const perSecond of loads) {
      arrivals.length = 0;
      const sent: number[] = [];
      const acks: Promise<number>[] = [];
      const from = performance.now();
      for (let count = 0; count < perSecond * secondsEach; count += 1) {
        const due = from + (count * 1_000) / perSecond;
        if (due > performance.now()) await wait(due - performance.now());
        sent.push(performance.now());
        acks.push(
          type(`/privacy ${questions[count % questions.length]}`).then(({ ok, waitMs }) =>
            ok ? waitMs : 3_000,
          ),
        );
      }
      const acked = await Promise.all(acks);
      const patience = performance.now() + giveUpMs;
      while (arrivals.length < sent.length && performance.now() < patience) await wait(20);
      found.set(perSecond, {
        acked,
        visible: sent.map((at, index) => (arrivals[index] ?? at + giveUpMs) - at),
      });
    }
    return found;
  } finally {
    stopListening();
    child.kill('SIGTERM');
    await closed;
    await workspace.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const figures = (title: string, { acked, visible }: Seen): readonly Line[] =>
  (['acknowledged', 'answer visible'] as const).flatMap((what) => {
    const times = what === 'acknowledged' ? acked : visible;
    return [0.5, 0.95, 0.99].map((share) =>
      line(`${title}, ${what}: p${Math.round(share * 100)}`, percentile(times, share), 'ms', null),
    );
  });

/** Ours beside a bare Bolt app that answers every command with one fixed sentence in its acknowledgement. */
export const benchVisible = async (): Promise<readonly Line[]> => {
  const bare = await drive(join(projectRoot, 'dist/bench/bare-app.js'), { ANSWER: 'A fixed text.' });
  const ours = await drive(join(projectRoot, 'dist/src/main.js'), {});
  return loads.flatMap((load) => {
    const [a, b] = [ours.get(load), bare.get(load)];
    if (a === undefined || b === undefined) return [];
    const at100 = load === 100;
    return [
      ...figures(`${load} a second, ours`, a),
      ...figures(`${load} a second, bare Bolt app`, b),
      line(
        `${load} a second, ratio of acknowledgements (p99)`,
        percentile(a.acked, 0.99) / percentile(b.acked, 0.99),
        '',
        at100 ? 1.2 : null,
      ),
      line(
        `${load} a second, answer later than the bare app’s (p99)`,
        percentile(a.visible, 0.99) - percentile(b.visible, 0.99),
        'ms',
        at100 ? 25 : null,
      ),
    ];
  });
};
