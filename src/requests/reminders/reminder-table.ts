/** When to remind, of what, and whom: the house's ladder as data (procedure E). Working days unless a row says calendar days. */
import { lapseTerms } from '../case/lapse-terms.ts';
import type { Right } from '../clock/rights.ts';

/**
 * `tasks`: whoever has an open task of the case. `asked`: whoever was asked to search and has not answered. Where a case has no owner,
 * the channel stands in.
 */
export type Audience = 'owner' | 'approver' | 'manager' | 'tasks' | 'asked' | 'channel';

/** Rungs of one track replace each other: after a pause only the newest of a track is said. */
export type Track =
  | 'logged'
  | 'date'
  | 'waiting'
  | 'lapse'
  | 'check'
  | 'acknowledge'
  | 'update'
  | 'unowned'
  | 'approval'
  | 'search'
  | 'register';

export type RungRow = {
  readonly track: Track;
  readonly to: readonly Audience[];
  /** What to do now, as people read it. */
  readonly ask: string;
};

/** Working days before the date, and what each is for. */
export const before: Readonly<Record<number, RungRow>> = {
  14: { track: 'date', to: ['owner'], ask: 'Look at what is still to do.' },
  10: { track: 'date', to: ['tasks'], ask: 'The searches are due back now.' },
  7: {
    track: 'date',
    to: ['owner', 'approver'],
    ask: 'Decide now: answer, extend with a lawful reason, or refuse.',
  },
  5: { track: 'date', to: ['owner', 'approver', 'channel'], ask: 'Keep time free for the review.' },
  3: { track: 'date', to: ['owner', 'manager', 'channel'], ask: 'This needs help if it is not ready.' },
  1: {
    track: 'date',
    to: ['owner', 'manager', 'channel'],
    ask: 'Last call: send the answer, or tell the person of an agreed extension by that day.',
  },
};

/** The same rungs where there is nothing left to extend. */
export const beforeWithoutExtension: Readonly<Record<number, string>> = {
  7: 'Decide now: answer or refuse. It cannot be extended.',
  1: 'Last call: send the answer.',
};

/** Calendar days before a ceiling of the policy, which never moves to a later day. */
export const ceilingDays: readonly number[] = [90, 60, 30, 7];

/** Which of the rungs above a right has. */
export const ladderOf: Readonly<Record<Right, readonly number[]>> = {
  access: [14, 10, 7, 5, 3, 1],
  rectification: [14, 10, 7, 5, 3, 1],
  erasure: [14, 10, 7, 5, 3, 1],
  restriction: [14, 10, 7, 5, 3, 1],
  objection: [14, 10, 7, 5, 3, 1],
  portability: [14, 10, 7, 5, 3, 1],
  automated_decision: [14, 10, 7, 5, 3, 1],
  direct_marketing_objection: [5, 3, 1],
  consent_withdrawal: [],
  complaint: [5, 1],
  client_data_deletion: [1],
  client_information_retention: [1],
};

export const rows = {
  logged: {
    track: 'logged',
    to: ['owner', 'channel'],
    ask: 'New in the register.',
  },
  ceiling: { track: 'date', to: ['owner', 'channel'], ask: 'Plan the deletion on or before this day.' },
  complaintBefore: {
    track: 'date',
    to: ['owner', 'manager', 'channel'],
    ask: 'Acknowledge the complaint and record it.',
  },
  due: {
    track: 'date',
    to: ['owner', 'approver', 'manager', 'channel'],
    ask: 'Today is the day: send the answer and record it.',
  },
  afternoon: {
    track: 'date',
    to: ['owner', 'approver', 'manager', 'channel'],
    ask: 'The day ends soon: send the answer and record it.',
  },
  overdue: {
    track: 'date',
    to: ['owner', 'manager', 'channel'],
    ask: 'Overdue: answer now, apologise, give the reason and the way to complain.',
  },
  ceilingToday: {
    track: 'date',
    to: ['owner', 'approver', 'manager', 'channel'],
    ask: 'The policy’s year ends: everything has to be deleted or made anonymous by this day.',
  },
  ceilingPassed: {
    track: 'date',
    to: ['owner', 'manager', 'channel'],
    ask: 'The policy’s year is over: delete now and write down why it is late.',
  },
  complaintToday: {
    track: 'date',
    to: ['owner', 'manager', 'channel'],
    ask: 'Today is the last day to acknowledge the complaint: do it and record it.',
  },
  complaintOverdue: {
    track: 'date',
    to: ['owner', 'manager', 'channel'],
    ask: 'The complaint was not acknowledged in time: acknowledge it now and apologise.',
  },
  waitingOwner: { track: 'waiting', to: ['owner'], ask: 'Has anything come back? If so, record it.' },
  chaser: {
    track: 'waiting',
    to: ['owner'],
    ask: 'Remind the requester, and record the chaser.',
  },
  pausedLong: {
    track: 'lapse',
    to: ['owner', 'approver'],
    ask: 'Waiting for thirty days: decide whether to let it lapse. That needs a second person and a letter.',
  },
  clientChase: {
    track: 'waiting',
    to: ['owner', 'channel'],
    ask: 'Ask the client for what is missing: confirmation of receipt, and the request to delete.',
  },
  clientLate: {
    track: 'waiting',
    to: ['owner', 'manager', 'channel'],
    ask: 'Half a year without the client’s word: decide how to go on.',
  },
  stopped: {
    track: 'check',
    to: ['owner', 'channel'],
    ask: 'Has it really stopped? Tick it off when it has.',
  },
  restrictedYet: {
    track: 'check',
    to: ['owner', 'channel'],
    ask: 'Is the data restricted meanwhile? Record it when it is.',
  },
  acknowledge: {
    track: 'acknowledge',
    to: ['owner', 'channel'],
    ask: 'No acknowledgement is recorded: send it, and record that.',
  },
  update: { track: 'update', to: ['owner'], ask: 'Tell the person how their complaint stands.' },
  outcome: {
    track: 'update',
    to: ['owner', 'manager'],
    ask: 'Twenty working days: the house wants an outcome now.',
  },
  unowned: {
    track: 'unowned',
    to: ['manager', 'channel'],
    ask: 'Nobody has taken it. Somebody should today.',
  },
  unownedAgain: {
    track: 'unowned',
    to: ['manager', 'channel'],
    ask: 'Still nobody has taken it, and its time is running. Take it now, or say who does.',
  },
  unownedLong: {
    track: 'unowned',
    to: ['approver', 'manager', 'channel'],
    ask: 'Nobody has taken it for days. Name an owner now: without one it will be late.',
  },
  unownedUndated: {
    track: 'unowned',
    to: ['manager', 'channel'],
    ask: 'Still nobody has taken it. Take it now, or say who does.',
  },
  unownedLongUndated: {
    track: 'unowned',
    to: ['approver', 'manager', 'channel'],
    ask: 'Nobody has taken it for days. Name an owner now, so that somebody gets it going.',
  },
  searchOut: {
    track: 'search',
    to: ['asked'],
    ask: 'Your answer is awaited: found, nothing there, or not yours?',
  },
  searchLong: {
    track: 'search',
    to: ['asked', 'owner'],
    ask: 'The search is still not answered, and the answer to the person waits for it.',
  },
  approval: { track: 'approval', to: ['approver', 'owner'], ask: 'A second person’s decision is awaited.' },
  retention: {
    track: 'register',
    to: ['manager', 'channel'],
    ask: 'Its time in the register is over: erase what it holds about the person.',
  },
  beyondHolidays: {
    track: 'register',
    to: ['manager'],
    ask: 'Its date lies beyond the holiday table: update the table.',
  },
  holidays: {
    track: 'register',
    to: ['manager', 'channel'],
    ask: 'January: compare the holiday table with the published one, one-off days included.',
  },
} as const satisfies Record<string, RungRow>;

/** Working days after the question was sent. */
export const waitingDays = { owner: 3, chasers: [5, 10, 20], longCalendarDays: lapseTerms.days } as const;
/** Calendar days after logging while the client has not done both (procedure B9). */
export const clientChases = { days: [30, 60, 90], lateDays: 182 } as const;
/** Working days after receipt (or logging, when that was later). */
export const checkDays: readonly number[] = [1, 2, 5];
export const acknowledgeDays: readonly number[] = [2, 5];
/** Every working day without an owner, and firmer with each: who is told from which day on. */
export const unownedDays = { first: 1, every: 1, again: 2, long: 4 } as const;
/** Working days after a team was asked; from the third time on the owner hears of it too. */
export const searchDays = { first: 2, every: 2, long: 6 } as const;
/** Working days before the date on which searches are due back, and the fewest where a right has no such rung. */
export const searchesBack = { days: 10, least: 1 } as const;
/** More than two working days, then every fifth. */
export const approvalDays = { first: 3, every: 5 } as const;
export const updateEvery = 10;
export const outcomeAfter = 20;

/** The second reminder on the day itself, and when the day ends for reminders. */
export const afternoon = '14:00';
export const evening = '18:00';
