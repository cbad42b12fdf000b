import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { logEvents, note } from '../../src/base/log-events.ts';
import { createLogger } from '../../src/base/logger.ts';
import { projectRoot } from '../../src/base/root.ts';

const linesOf = (
  write: (logger: ReturnType<typeof createLogger>) => void,
): readonly Record<string, unknown>[] => {
  const lines: string[] = [];
  write(createLogger('debug', false, { write: (line: string) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
};

describe('the log', () => {
  it('is explained line by line in the operating guide', () => {
    const guide = readFileSync(join(projectRoot, 'docs/operate.md'), 'utf8');
    const rows = [...guide.matchAll(/^\| `([a-z_]+)` \| (debug|info|warn|error|fatal) \|/gm)];
    expect(rows.map(([, event, level]) => [event, level])).toEqual(
      Object.entries(logEvents).map(([event, [level]]) => [event, level]),
    );
  });

  it('carries the key of each line, its level and its sentence', () => {
    expect(linesOf((logger) => note(logger, 'look_failed', { code: 'ratelimited' }))).toEqual([
      expect.objectContaining({
        level: 'warn',
        event: 'look_failed',
        code: 'ratelimited',
        msg: expect.any(String),
      }),
    ]);
  });

  it('lets nothing but a key of the list pass as an event', () => {
    const [line, deeper] = linesOf((logger) => {
      logger.info({ event: { type: 'message', text: 'the canary sings' } }, 'x');
      logger.info({ event: 'the canary sings', body: { event: 'told' } }, 'x');
    });
    expect(JSON.stringify([line, deeper])).not.toContain('canary');
    expect(line?.['event']).toBe('[removed]');
  });

  it('removes what could carry words or names', () => {
    const fields = {
      text: 'canary',
      question: 'canary',
      name: 'canary',
      note: 'canary',
      view: { title: 'canary' },
    };
    expect(JSON.stringify(linesOf((logger) => logger.info({ ...fields, in: fields }, 'x')))).not.toContain(
      'canary',
    );
  });

  it('is written with keys of the list everywhere', () => {
    const files = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts'),
    );
    const loose = files.filter((file) =>
      /\blogger\.(debug|info|warn|error|fatal)\(/.test(readFileSync(join(projectRoot, 'src', file), 'utf8')),
    );
    expect(loose).toEqual([]);
  });
});
