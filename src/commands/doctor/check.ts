/** One thing that was looked at. `fix` is empty when all is well. */
export type Check = {
  readonly name: string;
  readonly status: 'ok' | 'warning' | 'error';
  readonly message: string;
  readonly fix: string;
};

export const fine = (name: string, message: string): Check => ({ name, status: 'ok', message, fix: '' });

export const warning = (name: string, message: string, fix: string): Check => ({
  name,
  status: 'warning',
  message,
  fix,
});

export const error = (name: string, message: string, fix: string): Check => ({
  name,
  status: 'error',
  message,
  fix,
});

/** The first line of what went wrong. */
export const why = (problem: unknown): string =>
  problem instanceof Error ? problem.message.split('\n', 1).join('') : 'unknown';
