import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { systemClock } from '../src/base/clock.ts';
import { projectRoot } from '../src/base/root.ts';
import { startWorkspace, type Workspace } from '../src/workspace/start.ts';
import { type Line, line, median, percentile } from './figures.ts';

const perSecond = 50;
const seconds = 20;
/** Two rounds in turn, so that a machine that gets slower or faster harms both alike. */
const rounds = 2;

const questions = [
  'who can see client data?',
  'how long do we keep invoices?',
  'can we send data to the US?',
  'what cookies do we use?',
  'is the backup encrypted?',
];

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts one app against the workspace and waits until it is connected. */
const startApp = async (
  workspace: Workspace,
  program: string,
  dataDir: string,
): Promise<{ readonly child: ChildProcess; readonly closed: Promise<unknown> }> => {
  const child = spawn(process.execPath, [join(projectRoot, program)], {
    cwd: dataDir,
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: dataDir,
      LOG_LEVEL: 'info',
      SLACK_BOT_TOKEN: workspace.botToken,
      SLACK_APP_TOKEN: workspace.appToken,
      SLACK_API_URL: workspace.apiUrl,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const closed = new Promise((resolve) => child.once('exit', resolve));
  const giveUp = performance.now() + 15_000;
  while (!workspace.as(workspace.ids.sam).state().app.connected) {
    if (performance.now() > giveUp) throw new Error(`${program} did not connect`);
    await wait(50);
  }
  return { child, closed };
};

/** Acknowledgement times in milliseconds, as the workspace measures them; a command that was not acknowledged counts as three seconds. */
const drive = async (program: string): Promise<readonly number[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-socket-'));
  const workspace = await startWorkspace({
    port: 0,
    clock: systemClock,
    manifest: parse(readFileSync(join(projectRoot, 'manifest.yml'), 'utf8')),
    pages: { roots: [], vendorRoot: join(projectRoot, 'node_modules') },
  });
  try {
    const { child, closed } = await startApp(workspace, program, dataDir);
    const sam = workspace.as(workspace.ids.sam);
    const type = (text: string) => sam.act({ type: 'say', channel: workspace.ids.support, text });
    for (let warm = 0; warm < 50; warm += 1) await type(`/privacy ${questions[warm % questions.length]}`);
    const waits: Promise<number>[] = [];
    const begun = performance.now();
    for (let sent = 0; sent < perSecond * seconds; sent += 1) {
      const due = begun + (sent * 1000) / perSecond;
      if (due > performance.now()) await wait(due - performance.now());
      waits.push(
        type(`/privacy ${questions[sent % questions.length]}`).then(({ ok, waitMs }) => (ok ? waitMs : 3000)),
      );
    }
    const times = await Promise.all(waits);
    child.kill('SIGTERM');
    await closed;
    return times;
  } finally {
    await workspace.stop();
    rmSync(dataDir, { recursive: true, force: true });
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
