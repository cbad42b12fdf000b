/** The front door: configuration, start, and an end that finishes what runs. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { clockStartingAt, systemClock } from './base/clock.ts';
import { type Config, readConfig } from './base/config.ts';
import { describeProblems } from './base/config-problems.ts';
import { tidyAlone, tidyHeapSooner } from './base/heap.ts';
import { kindOf, note } from './base/log-events.ts';
import { projectRoot } from './base/root.ts';
import { beginKnowledgeThread } from './knowledge/answer/begin-thread.ts';
import type { Running } from './runtime/start.ts';
import { whyEnded } from './slack/ending.ts';

const say = (line: string): boolean => process.stderr.write(`${line}\n`);

/** What a person can act on is said in one sentence; only what nobody foresaw shows its kind. */
const giveUp = (why: string): never => {
  say(why);
  process.exit(1);
};

const configured = (): Config => {
  const file = join(projectRoot, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const read = readConfig(process.env);
  if (!read.ok) return giveUp(describeProblems(read.problems));
  const { config } = read;
  return {
    ...config,
    dataDir: resolve(projectRoot, config.dataDir),
    policyDir: resolve(projectRoot, config.policyDir),
    companyFile: config.companyFile === null ? null : resolve(projectRoot, config.companyFile),
  };
};

tidyHeapSooner();
tidyAlone();

const impatientAfterMs = 1_000;

const run = async (): Promise<void> => {
  const config = configured();
  let running: Running | undefined;
  let leaving = false;
  const leave = (code: number): void => {
    if (leaving) return;
    leaving = true;
    const stopped = running?.stop(10_000) ?? Promise.resolve();
    void stopped.then(
      () => process.exit(code),
      () => giveUp('The bot could not stop cleanly.'),
    );
  };
  let heardAt: number | undefined;
  /** Heard from the beginning: a signal during the start ends it too. Ctrl-C under npm comes twice at once; a later second one is impatience. */
  const hear = (): void => {
    if (heardAt !== undefined && performance.now() - heardAt > impatientAfterMs) process.exit(130);
    heardAt ??= performance.now();
    leave(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, hear);
  // Before everything else: it has as much to load as the program itself, and loads it meanwhile.
  const thread = beginKnowledgeThread();
  // After the configuration: what is wrong with it is said without waiting for what else is loaded.
  const { openReading } = await import('./runtime/open-reading.ts');
  const reading = openReading(config, thread, (error) => {
    void logging.then((logger) => note(logger, 'ask_thread_ended', { kind: kindOf(error) }));
  });
  // Slack's packages take as long to load as the policies to be read: those first. What went wrong with them is told below.
  await reading.catch(() => undefined);
  const logging = import('./base/logger.ts').then(({ createLogger }) =>
    createLogger(config.logLevel, process.stdout.isTTY === true),
  );
  const [logger, { startBot }, { whyNotStarted }] = await Promise.all([
    logging,
    import('./runtime/start.ts'),
    import('./runtime/start-errors.ts'),
  ]);
  process.on('unhandledRejection', (error) => {
    note(logger, 'promise_left', { kind: kindOf(error) });
  });
  try {
    running = await startBot({
      config,
      logger,
      reading,
      clock: config.clock === null ? systemClock : clockStartingAt(config.clock),
      newId: () => randomBytes(6).toString('hex'),
      after: (ms) => wait(ms, undefined, { ref: false }),
      tell: (line) => note(logger, 'told', {}, line),
      show: (line) => process.stdout.write(`${line}\n`),
    });
    void running.ended.then((why) => {
      say(whyEnded[why]);
      leave(1);
    });
  } catch (error) {
    giveUp(whyNotStarted(error));
  }
};

await run();
