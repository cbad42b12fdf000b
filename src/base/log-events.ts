/** The closed list of what the log says: a stable key to search and alert by, its level, and the sentence that is its message. */

type Level = 'debug' | 'info' | 'warn' | 'error' | 'fatal';

export const logEvents = {
  told: ['info', 'what the program says about itself at its start'],
  interaction: ['info', 'interaction'],
  turned_away: ['info', 'turned away'],
  model_fared: ['info', 'how a question fared with the model'],
  gave_up: ['error', 'a message was never answered: it was tried for an hour, or brought the program down'],
  replayed: ['info', 'answered what was cut off last time'],
  trouble: ['error', 'something broke'],
  promise_left: ['fatal', 'a promise was left alone'],
  anchor_not_noted: ['warn', 'the anchor of the register could not be noted'],
  reminders_failed: ['error', 'a look for reminders failed'],
  message_too_large: ['error', 'a message broke Slack’s limits and was sent as plain text'],
  view_too_large: ['error', 'a view broke Slack’s limits and was replaced'],
  blocks_refused: ['error', 'Slack refused the blocks of a message; it was sent as plain text'],
  group_unknown: ['warn', 'Slack did not say who is in a user group: nobody passes until it does'],
  person_unknown: ['warn', 'Slack did not say who somebody is: only their team was checked'],
  sharing_unknown: ['warn', 'could not learn whether a channel is shared: treated as shared'],
  look_failed: ['warn', 'could not look for a message of our own'],
  home_not_redrawn: ['warn', 'a Home tab could not be redrawn'],
  ask_thread_ended: [
    'error',
    'the thread that reads questions ended: another was begun, and asked again what that one was asked',
  ],
  workspace_not_kept: ['warn', 'what is said in the local workspace could not be kept'],
  gap_not_kept: ['warn', 'a note on an unanswered question could not be kept'],
  future_request: [
    'warn',
    'a request is dated in the future: compare the clock of this machine with the real time',
  ],
  slack_client: ['warn', 'what Slack’s client library warns of'],
  slack_client_error: ['error', 'what Slack’s client library calls an error'],
  no_status: ['debug', 'no status shown'],
  no_prompts: ['debug', 'no prompts suggested'],
} as const satisfies Readonly<Record<string, readonly [Level, string]>>;

export type LogEvent = keyof typeof logEvents;

export const isLogEvent = (value: unknown): value is LogEvent =>
  typeof value === 'string' && Object.hasOwn(logEvents, value);

/** What a line may say of an error: its message may hold what somebody wrote. */
export const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** One line: `fields` are ids, codes and numbers, never what anybody wrote. `sentence` stands in for the one of the list where the line has its own. */
export const note = (
  logger: Readonly<Record<Level, (fields: object, sentence: string) => void>>,
  event: LogEvent,
  fields: Readonly<Record<string, unknown>> = {},
  sentence: string = logEvents[event][1],
): void => logger[logEvents[event][0]]({ event, ...fields }, sentence);
