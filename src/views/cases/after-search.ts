/** What a search came to, in words, and what is still to be done with what was found: by right, for it is not always sent. */
import type { TeamResult } from '../../requests/case/case-events.ts';
import { teamResults } from '../../requests/case/event-codes.ts';
import { type CalendarDate, describeDate } from '../../requests/clock/calendar-date.ts';
import { plural } from '../../requests/clock/explain-parts.ts';
import type { Right } from '../../requests/clock/rights.ts';
import type { AnswerDay } from '../../requests/reminders/search-days.ts';
import { escaped } from '../blocks.ts';
import { mention } from './case-words.ts';

const resultWords: Readonly<Record<TeamResult, string>> = {
  found: 'Found',
  not_found: 'Nothing there',
  not_ours: 'Not theirs',
};

/** The same as whoever answers says it. */
export const ownResultWords: Readonly<Record<TeamResult, string>> = { ...resultWords, not_ours: 'Not ours' };

export type AnsweredRow = { readonly name: string; readonly result: TeamResult };

/** "Found: CRM" and so on, one line for each answer that was given. */
export const answerLines = (
  rows: readonly AnsweredRow[],
  words: Readonly<Record<TeamResult, string>> = resultWords,
): readonly string[] =>
  teamResults.flatMap((result) => {
    const names = rows.filter((row) => row.result === result).map(({ name }) => escaped(name));
    return names.length === 0 ? [] : [`*${words[result]}:* ${names.join(', ')}`];
  });

const stays: Readonly<Record<Right, 'send' | 'erase' | 'correct' | 'lock' | 'stop' | 'keep'>> = {
  access: 'send',
  portability: 'send',
  erasure: 'erase',
  client_data_deletion: 'erase',
  rectification: 'correct',
  restriction: 'lock',
  objection: 'stop',
  direct_marketing_objection: 'stop',
  consent_withdrawal: 'stop',
  automated_decision: 'keep',
  complaint: 'keep',
  client_information_retention: 'keep',
};

/** What whoever found something does next, and what they leave alone; `owner` is who works the case. */
export const afterFound = (right: Right, owner: string | null): string => {
  const who = owner === null ? 'the privacy team' : mention(owner);
  switch (stays[right]) {
    case 'send':
      return `Send what you found to ${who} by your usual safe way, not in Slack.`;
    case 'erase':
      return `Send nothing and delete nothing yet: what is erased and what has to stay is decided first. Then ${who} asks you to delete it.`;
    case 'correct':
      return `Send nothing and change nothing yet: what is right is looked into first. Then ${who} asks you to correct it.`;
    case 'lock':
      return `Send nothing, and neither change nor delete it: ${who} tells you how it is locked away.`;
    case 'stop':
      return `Send nothing and change nothing yet: ${who} tells you what has to stop.`;
    case 'keep':
      return `Send nothing and leave it as it is: ${who} asks you for what is needed.`;
  }
};

const counted = (days: number): string => plural(days, 'working day');

/** By when an answer is wanted, and why by then. */
export const answerByWords = ({ day, why, days, date }: AnswerDay): string => {
  if (date === null)
    return `Please answer by *${describeDate(day)}* (${counted(days)}). The answer to the person has no date yet.`;
  const due = describeDate(date);
  switch (why) {
    case 'before':
      return `Please answer by *${describeDate(day)}*: ${counted(days)} before the answer to the person is due (${due}), which takes reading and checking.`;
    case 'asked':
      return `Please answer by *${describeDate(day)}*, within ${counted(days)}: the answer to the person is due on ${due}.`;
    case 'late':
      return `Please answer *at once*: the answer to the person ${date < day ? 'was' : 'is'} due on ${due}.`;
  }
};

/** The same in a row: "answer by Wed 16 Dec 2026", and whether that day has gone by. */
export const answerByShort = ({ day, why }: AnswerDay, today: CalendarDate): string => {
  if (why === 'late') return 'answer *at once*';
  return day < today
    ? `your answer was wanted by *${describeDate(day)}*`
    : `answer by *${describeDate(day)}*`;
};
