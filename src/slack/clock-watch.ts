/** How far our clock stands behind Slack's, as far as Slack's requests and payloads tell. */
import { z } from 'zod';
import type { Clock } from '../base/clock.ts';
import type { SlackPayload } from './payload-shape.ts';

const seconds = z.coerce.number().positive().optional().catch(undefined);

/** When Slack made this: HTTP requests carry it in a header, events and presses in themselves (docs `/apis/events-api`); forms over Socket Mode do not. */
const timed = z.object({
  event_time: seconds,
  actions: z
    .array(z.object({ action_ts: seconds }))
    .optional()
    .catch(undefined),
});

/** The moment that a payload names, in milliseconds; null when it names none. `header` is `X-Slack-Request-Timestamp`. */
export const slackMoment = (body: SlackPayload, header: unknown): number | null => {
  const read = timed.safeParse(body).data;
  const found = seconds.parse(header) ?? read?.actions?.[0]?.action_ts ?? read?.event_time;
  return found === undefined ? null : found * 1_000;
};

export type ClockWatch = {
  readonly heard: (slackMs: number) => void;
  /** Milliseconds by which our clock is behind the moment that Slack named last; 0 when it is not. */
  readonly behindMs: () => number;
};

/** The last word counts: one odd payload must not stop all writing for long. */
export const clockWatch = (clock: Clock): ClockWatch => {
  let last = 0;
  return {
    heard: (slackMs) => {
      last = slackMs;
    },
    behindMs: () => Math.max(0, last - clock().getTime()),
  };
};
