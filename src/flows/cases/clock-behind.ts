/** A clock that was set back must not write into a history: dates of the law would be wrong, and events older than those before them. */
import type { Refusal } from '../../requests/decisions/decision.ts';
import { refuse } from '../../requests/decisions/decision.ts';
import type { Casework } from './casework.ts';

/** Two machines of one bot differ by less. */
const toleratedMs = 60_000;

/** A refusal when the clock stands more than a minute behind `lastAt` (the last event of this case; null when there is none) or behind Slack's. */
export const clockBehind = (
  { clock, behindSlackMs }: Pick<Casework, 'clock' | 'behindSlackMs'>,
  lastAt: string | null,
): Refusal | null => {
  const behindCase = lastAt === null ? 0 : Date.parse(lastAt) - clock().getTime();
  const behind = Math.max(behindCase, behindSlackMs?.() ?? 0);
  return behind > toleratedMs
    ? refuse('clock_behind', { minutes: String(Math.ceil(behind / 60_000)) })
    : null;
};
