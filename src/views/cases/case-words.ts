/** The register's codes in plain words. */

import type { Unheard } from '../../flows/cases/heard-when.ts';
import { readableCode } from '../../flows/cases/plain-words.ts';
import type { CaseState, Task } from '../../requests/case/case.ts';
import type { CaseOutcome, Right } from '../../requests/case/case-events.ts';
import { type CalendarDate, describeDate } from '../../requests/clock/calendar-date.ts';
import { plural } from '../../requests/clock/explain-parts.ts';
import { localMoment } from '../../requests/clock/zone.ts';

export const stateWords: Readonly<Record<CaseState, string>> = {
  received: 'received',
  awaiting_identity: 'waiting for proof of identity',
  awaiting_authority: 'waiting for proof of authority',
  awaiting_fee: 'waiting for the fee',
  in_progress: 'in progress',
  awaiting_clarification: 'paused: waiting for the person to clarify',
  ready_for_review: 'waiting for a second person to review the answer',
  approved: 'approved, not sent yet',
  responded: 'answered',
  refused: 'refused',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
  forwarded_to_controller: 'passed on to the client',
  closed: 'closed',
};

const outcomeWords: Readonly<Record<CaseOutcome, string>> = {
  full: 'everything done or given',
  partial: 'partly done or given',
  no_data: 'no data held',
  refused: 'refused',
  not_upheld: 'not upheld',
};

const findingWords: Readonly<Record<CaseOutcome, string>> = {
  ...outcomeWords,
  full: 'upheld',
  partial: 'upheld in part',
  no_data: 'not upheld',
};

/** What came of a case: a complaint is upheld or not. */
export const outcomeName = (outcome: CaseOutcome, right: Right): string =>
  (right === 'complaint' ? findingWords : outcomeWords)[outcome];

export const mention = (user: string): string => (user === 'system' ? 'the assistant' : `<@${user}>`);

export const onDay = (instant: string, zone: string): string =>
  describeDate(localMoment(new Date(instant), zone).date);

/** "29 days left (21 working days)", "due today", "3 days overdue". */
export const daysLeftWords = (days: number, workingDays: number | null): string => {
  if (days === 0) return 'due *today*';
  if (days < 0) return `*${plural(-days, 'day')} overdue*`;
  const working = workingDays === null ? '' : ` (${plural(workingDays, 'working day')})`;
  return `${plural(days, 'day')} left${working}`;
};

/** "one, two and three". */
export const inOneBreath = (all: readonly string[], word: 'and' | 'or' = 'and'): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${word} ${all.at(-1)}`;

/** To whoever asked: their message is on its way, and why it is not there yet. */
export const unheardWords = ({ people, date, time, lastDay }: Unheard): string => {
  const named = people.slice(0, 3).map(mention);
  const who = inOneBreath([...named, ...(people.length > 3 ? [`${people.length - 3} more`] : [])]);
  const when = `*${describeDate(date)}, ${time}*`;
  return lastDay
    ? `${who} will be told on ${when}, the day it is due: until then it waits for working hours.`
    : `${who} will be told on ${when}: messages wait for working hours, and this is not due before then.`;
};

export const dateWords = (date: CalendarDate): string => describeDate(date);

const resultWords: Readonly<Record<string, string>> = {
  done: 'done',
  found: 'found',
  not_found: 'nothing found',
  action_taken: 'action taken',
  stopped: 'the use has stopped',
  goes_on: 'the use goes on, with grounds',
  not_applicable: 'does not apply',
  covered_elsewhere: 'covered elsewhere',
  disproportionate: 'out of proportion',
  no_data_in_system: 'no data there',
};

export const taskResult = (task: Task): string =>
  task.result === null
    ? ''
    : `${task.status === 'waived' ? 'waived: ' : ''}${resultWords[task.result] ?? readableCode(task.result)}`;
