/** Runs work on strangers' bytes in a thread of its own, with an end to its time and memory. */
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { codeOf } from './error-code.ts';

export type ThreadLimits = {
  /** Milliseconds of computing, counted from when the thread has loaded its code; on a crowded machine they may take longer. */
  readonly patienceMs: number;
  /** Megabytes that its objects may take. */
  readonly heapMb: number;
  /** Megabytes by which the whole process may grow meanwhile: buffers are not counted as objects. */
  readonly growthMb: number;
};

export type ThreadOutcome =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'too-big' }
  | { readonly kind: 'failed'; readonly cause: unknown };

const MEGABYTE = 1024 * 1024;
const LOOK_EVERY_MS = 15;
/** A loaded machine may be slow to read the program itself; that is nobody's document. */
const LOADING_MS = 30_000;

/** However little a crowded machine gives the thread, it waits no longer than this many times the patience. */
const LONGEST_WAIT = 10;

/** What a thread has taken so far, in milliseconds. */
export type Spent = {
  /** Of the processors, by the whole process: Node 20 tells it of no single thread. */
  readonly cpuMs: number;
  readonly waitedMs: number;
};

/** Begins to count. */
export type Meter = () => () => Spent;

const processMeter: Meter = () => {
  const since = process.cpuUsage();
  const began = performance.now();
  return () => {
    const { user, system } = process.cpuUsage(since);
    return { cpuMs: (user + system) / 1000, waitedMs: performance.now() - began };
  };
};

const isOutOfMemory = (error: unknown): boolean => codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY';

/** The thread's file beside `from`, a module's `import.meta.url`: `.ts` as written, `.js` as built. */
export const threadBeside = (from: string, name: string): URL =>
  new URL(`./${name}${extname(fileURLToPath(from))}`, from);

/**
 * The thread at `file` posts `ready` when it has loaded, is then given `input`, and posts one value. Nothing of the environment
 * reaches it. Never rejects.
 */
export const inGuardedThread = (
  file: URL,
  input: unknown,
  limits: ThreadLimits,
  meter: Meter = processMeter,
): Promise<ThreadOutcome> =>
  new Promise((resolve) => {
    const worker = new Worker(file, {
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 16, stackSizeMb: 2 },
    });
    let timer: NodeJS.Timeout | null = null;
    let watch: NodeJS.Timeout | null = null;
    let over = false;
    const end = (outcome: ThreadOutcome): void => {
      if (over) return;
      over = true;
      if (timer !== null) clearTimeout(timer);
      if (watch !== null) clearInterval(watch);
      // The promise waits until the thread is gone, so that its memory is not counted to whoever comes next.
      worker.terminate().then(
        () => resolve(outcome),
        () => resolve(outcome),
      );
    };
    timer = setTimeout(() => end({ kind: 'too-long' }), LOADING_MS);
    worker.on('message', (message: unknown) => {
      if (message !== 'ready') return end({ kind: 'done', value: message });
      if (timer !== null) clearTimeout(timer);
      const spent = meter();
      // A document is too much by what it costs, not by how busy the machine is with others, nor this process with its own work:
      // one thread takes no more of the processors than time goes by.
      const look = (): void => {
        const { cpuMs, waitedMs } = spent();
        const left = limits.patienceMs - Math.min(cpuMs, waitedMs);
        if (left <= 0 || waitedMs >= LONGEST_WAIT * limits.patienceMs) end({ kind: 'too-long' });
        else timer = setTimeout(look, Math.max(left, LOOK_EVERY_MS));
      };
      look();
      const before = process.memoryUsage.rss();
      watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > limits.growthMb * MEGABYTE) end({ kind: 'too-big' });
      }, LOOK_EVERY_MS);
      worker.postMessage(input);
    });
    worker.once('error', (cause) =>
      end(isOutOfMemory(cause) ? { kind: 'too-big' } : { kind: 'failed', cause }),
    );
    worker.once('exit', (code) => end({ kind: 'failed', cause: new Error(`the thread ended with ${code}`) }));
  });
