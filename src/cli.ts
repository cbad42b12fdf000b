/** The command line: a table of verbs, each loaded when it is called. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, clockStartingAt, systemClock } from './base/clock.ts';
import { projectRoot } from './base/root.ts';
import { type Io, type Verb, wrongUse } from './commands/io.ts';
import { linesOf } from './commands/lines.ts';

/** One row a verb; each is loaded only when it is called. */
const verbs: Readonly<Record<string, { readonly use: string; readonly load: () => Promise<Verb> }>> = {
  ask: {
    use: 'ask [--json] "question" | ask --jsonl',
    load: async () => (await import('./commands/ask.ts')).ask,
  },
  init: {
    use: 'init [FILE…] [--name NAME] [--contact ADDRESS] [--regime uk|eu|ch] [--jurisdiction PLACE] [--people WORDS] [--clients] [--dir FOLDER] [--env FILE] [--yes] [--force]',
    load: async () => (await import('./commands/init/init.ts')).init,
  },
  policy: {
    use: 'policy show | check | gaps | diff OLD NEW | map FILE | import FILE | phrase --prompt|--read|--check|--with-model',
    load: async () => (await import('./commands/policy/policy.ts')).policyVerb,
  },
  eval: {
    use: 'eval [--questions FILE] [--json] [--save] | eval --policyqa FILE [--json] | eval --train',
    load: async () => (await import('./commands/eval/eval.ts')).evalVerb,
  },
  deadline: {
    use: 'deadline --received DATE --right RIGHT [--regime NAME[+NAME]] [--jurisdiction PLACE[,PLACE]] [--json] | deadline --jsonl',
    load: async () => (await import('./commands/deadline.ts')).deadlineVerb,
  },
  calendars: {
    use: 'calendars [--json]',
    load: async () => (await import('./commands/calendars.ts')).calendars,
  },
  doctor: {
    use: 'doctor [--json]',
    load: async () => (await import('./commands/doctor/doctor.ts')).doctor,
  },
  manifest: {
    use: 'manifest [--http URL]',
    load: async () => (await import('./commands/manifest.ts')).manifest,
  },
  remind: {
    use: 'remind [--at INSTANT] [--dry-run] [--json]',
    load: async () => (await import('./commands/remind.ts')).remind,
  },
  report: {
    use: 'report [--json] | report --handover [--json] | report --ics FILE | report --picture FILE.png',
    load: async () => (await import('./commands/report.ts')).report,
  },
  register: {
    use: 'register list | show | letter | export | evidence | verify | backup | restore | erase | rekey',
    load: async () => (await import('./commands/register/register.ts')).register,
  },
};

const usage = (): string =>
  ['Usage: privacy <command>', '', ...Object.values(verbs).map((verb) => `  ${verb.use}`)].join('\n');

/** Runs one command; answers its exit code (0 done, 1 the answer is no, 2 wrong use). */
export const runCommand = async (args: readonly string[], io: Io): Promise<number> => {
  const [name = 'help', ...rest] = args;
  if (name === 'help' || name === '--help' || name === '-h') {
    io.out(usage());
    return 0;
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb === undefined) {
    io.err(`privacy: there is no command "${name}".`);
    io.err(usage());
    return wrongUse;
  }
  if (rest.some((one) => one === '--help' || one === '-h')) {
    io.out(`Usage: privacy ${verb.use}`);
    return 0;
  }
  return (await verb.load())(rest, io);
};

/** CLOCK, when it names an instant; `doctor` and the start of the bot say when it does not. */
const clockFrom = (instant: string | undefined): Clock => {
  const start = new Date(instant ?? '');
  return Number.isNaN(start.getTime()) ? systemClock : clockStartingAt(start);
};

/** `.env`, as the bot itself reads it; what is set already wins. */
const loadDotEnv = (): void => {
  const file = join(projectRoot, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
};

/** The real terminal, pipes and environment. */
export const processIo = (): Io => {
  // A reader that has seen enough (`| head`) is no fault of ours.
  process.stdout.on('error', (problem: NodeJS.ErrnoException) =>
    process.exit(problem.code === 'EPIPE' ? 0 : 1),
  );
  loadDotEnv();
  return {
    lines: () => linesOf(process.stdin),
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    terminal: process.stderr.isTTY === true,
    env: process.env,
    clock: clockFrom(process.env['CLOCK']),
  };
};
