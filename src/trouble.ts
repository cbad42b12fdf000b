import { z } from 'zod';
import type { Logger } from './logger.ts';

const slackError = z.object({ data: z.object({ error: z.string() }) });
const coded = z.object({ code: z.string() });

/** Slack's own word for what went wrong (`not_in_channel`, `invalid_blocks`, …), or null. */
export const slackErrorCode = (error: unknown): string | null => {
  const read = slackError.safeParse(error);
  return read.success ? read.data.data.error : null;
};

/** What may be logged of an error: its name and codes, and where it arose. Never its message: that may quote what people wrote. */
const describe = (error: unknown) => {
  const code = coded.safeParse(error);
  const where =
    error instanceof Error ? error.stack?.split('\n').find((line) => line.includes(' at ')) : undefined;
  return {
    kind: error instanceof Error ? error.constructor.name : typeof error,
    code: code.success ? code.data.code : null,
    slack: slackErrorCode(error),
    at: where?.trim() ?? null,
  };
};

/** Logs an unexpected error once and answers the reference that the person is told. */
export const reportTrouble =
  (logger: Logger, newReference: () => string): ((did: string, user: string, error: unknown) => string) =>
  (did, user, error) => {
    const reference = newReference();
    logger.error({ reference, did, user, ...describe(error) }, 'something broke');
    return reference;
  };
