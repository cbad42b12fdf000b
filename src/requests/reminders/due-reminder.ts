/** A reminder of a case as it is said: its key, its readers, and the dates that it names. */
import { type Case, isOpen } from '../case/case.ts';
import { type CalendarDate, daysBetween } from '../clock/calendar-date.ts';
import type { Deadline } from '../clock/clock-case.ts';
import type { Right } from '../clock/rights.ts';
import type { ReminderSlot } from './reminder-days.ts';
import type { Audience, Track } from './reminder-table.ts';
import type { Rung } from './rung.ts';

export type Reminder = {
  /** Case, rung and the date it is about: each is said once. */
  readonly key: string;
  /** Null for the one that is about the register itself. */
  readonly case: string | null;
  readonly right: Right | null;
  readonly rung: string;
  readonly track: Track;
  /** The team's wall clock, 'YYYY-MM-DDTHH:MM'. */
  readonly slot: ReminderSlot;
  /** The date it is about (for a countdown the cautious one, for `overdue` the legal one). */
  readonly anchor: CalendarDate;
  /** The last lawful day; null where none may be shown. */
  readonly due: CalendarDate | null;
  readonly cautiousDue: CalendarDate | null;
  /** Calendar days to `due`, or else to the cautious date; negative when overdue. Null where there is neither. */
  readonly daysLeft: number | null;
  readonly overdue: boolean;
  readonly to: readonly Audience[];
  readonly ask: string;
  /** Older rungs of the same track that were never said: this one stands for them. */
  readonly covers: readonly string[];
};

/** True for a key that was said already, or is being said. */
export type LedgerKnows = (key: string) => boolean;

export const reminderKey = (number: string, rung: string, anchor: string): string =>
  `remind/${number}/${rung}/${anchor}`;

export const keyOf = (request: Case, { name, anchor }: Rung): string =>
  reminderKey(request.number, name, anchor);

const withoutOwner = (to: readonly Audience[]): readonly Audience[] => [
  ...new Set(to.map((each): Audience => (each === 'owner' || each === 'tasks' ? 'channel' : each))),
];

const audienceOf = (request: Case, to: readonly Audience[]): readonly Audience[] => {
  const helpers = request.tasks.some(({ assignee, status }) => assignee !== null && status === 'open');
  const who = to.map((each): Audience => (each === 'tasks' && !helpers ? 'owner' : each));
  return request.owner === null ? withoutOwner(helpers ? who.filter((each) => each !== 'owner') : who) : who;
};

export const describeReminder = (
  request: Case,
  deadline: Deadline | null,
  today: CalendarDate,
  rung: Rung,
  covers: readonly string[],
): Reminder => {
  const shown = isOpen(request) && !(request.right === 'complaint' && request.acknowledgedAt !== null);
  const due = shown ? (deadline?.due ?? null) : null;
  const cautiousDue = shown ? (deadline?.cautiousDue ?? null) : null;
  const counted = due ?? cautiousDue;
  return {
    key: keyOf(request, rung),
    case: request.number,
    right: request.right,
    rung: rung.name,
    track: rung.row.track,
    slot: rung.slot,
    anchor: rung.anchor,
    due,
    cautiousDue,
    daysLeft: counted === null ? null : daysBetween(today, counted),
    overdue: due !== null && due < today,
    to: audienceOf(request, rung.row.to),
    ask: rung.row.ask,
    covers,
  };
};
