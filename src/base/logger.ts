/** The log: JSON lines, readable ones on a terminal. */
import { LogLevel as BoltLevel, type Logger as BoltLogger } from '@slack/bolt';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';
import { note } from './log-events.ts';
import { fenced } from './log-fence.ts';

export type { Logger };

/** One JSON line per entry; pretty where a person is reading. */
export const createLogger = (level: LogLevel, terminal: boolean, out?: DestinationStream): Logger => {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: fenced },
  };
  if (out !== undefined) return pino(options, out);
  if (!terminal) return pino(options);
  const { formatters, ...pretty } = options;
  return pino(
    { ...pretty, formatters: { log: fenced } },
    pino.transport({ target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } }),
  );
};

/** Only the fixed words a sentence begins with: behind a colon, bracket or quote stands what somebody sent. */
const fixedWords = (parts: readonly unknown[]): string => {
  const [first] = parts;
  const text =
    first instanceof Error ? first.name : typeof first === 'string' ? first : 'unreadable log line';
  return text
    .split(/[:([{"'\n]/, 1)
    .join('')
    .trim()
    .slice(0, 120);
};

/** Bolt and its clients can log whole payloads, and quote bodies that they could not read: only how a warning begins is passed on. */
export const boltLogger = (logger: Logger): BoltLogger => ({
  debug: () => {},
  info: () => {},
  warn: (...parts: readonly unknown[]) => note(logger, 'slack_client', {}, fixedWords(parts)),
  error: (...parts: readonly unknown[]) => note(logger, 'slack_client_error', {}, fixedWords(parts)),
  setLevel: () => {},
  getLevel: () => BoltLevel.INFO,
  setName: () => {},
});
