/** A due date and why. */
import type { KnownBlock } from '@slack/types';
import type { DeadlineAnswer, Movement, WorkedOut } from '../../flows/cases/work-out-deadline.ts';
import { describeDate } from '../../requests/clock/calendar-date.ts';
import { actions, button, context, escaped, type Message, section, shortened } from '../blocks.ts';
import { rightNames } from './right-names.ts';

const movementLine = (movement: Movement): string => {
  switch (movement.by) {
    case 'identity':
      return 'If we really have to ask who they are, and ask promptly: the month starts when their proof arrives.';
    case 'clarification':
      return 'If we have to ask what they mean: the days from our question to their answer do not count.';
    case 'extension':
      return `If it is complex, or there are many requests, and we tell them why${movement.toldBy === null ? '' : ` by ${describeDate(movement.toldBy)}`}: two months more, ${describeDate(movement.to)}.`;
    case 'nothing':
      return 'Nothing: neither identity nor questions nor workload move it.';
  }
};

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

const left = (daysLeft: number | null): string => {
  if (daysLeft === null) return '';
  if (daysLeft === 0) return ' That is *today*.';
  return daysLeft > 0
    ? ` ${days(daysLeft)} left.`
    : ` That was ${days(-daysLeft)} ago, so it would be *overdue*.`;
};

/** One right and its date, in a sentence of our own. */
export const dueLine = ({ right, deadline, daysLeft }: WorkedOut): string => {
  const name = `*${rightNames[right]}*`;
  const { due, state, houseActionBy } = deadline;
  if (state === 'no_statutory_clock')
    return `${name}: takes effect the moment it arrives.${houseActionBy === null ? '' : ` Done here by *${describeDate(houseActionBy)}*.`}`;
  if (due === null) return `${name}: no due date yet. What it waits for stands below.`;
  return right === 'complaint'
    ? `${name}: acknowledge it by the end of *${describeDate(due)}*.${left(daysLeft)}`
    : `${name}: due by the end of *${describeDate(due)}*.${left(daysLeft)}`;
};

const cautiousLine = ({ due, cautiousDue }: WorkedOut['deadline']): string | null => {
  if (due === null || cautiousDue === null) return null;
  return cautiousDue === due
    ? `*Cautious date:* the same. No serious reading of the law gives an earlier day.`
    : `*Cautious date:* ${describeDate(cautiousDue)}, under the strictest reading of the law.`;
};

const list = (lines: readonly string[]): string =>
  shortened(lines.map((line) => `• ${line}`).join('\n'), 2_900);

const answerBlocks = (answer: WorkedOut): readonly KnownBlock[] => {
  const cautious = cautiousLine(answer.deadline);
  return [
    section(dueLine(answer)),
    section(shortened(`*Why*\n${escaped(answer.deadline.why)}`, 2_900)),
    ...(cautious === null ? [] : [section(cautious)]),
    section(`*What could move it*\n${list(answer.movements.map(movementLine))}`),
  ];
};

const examples =
  'Try `/privacy deadline 2026-01-31`, or with a right: `/privacy deadline 31 Jan 2026 erasure`.';

/** The private answer to `/privacy deadline …`; `start` is what the button hands to the intake form. */
export const deadlineMessage = (answer: DeadlineAnswer, start: string): Message => {
  if (!answer.ok) {
    const why = escaped(shortened(answer.why, 600));
    return { text: `${why} ${examples}`, blocks: [section(`${why}\n${examples}`)] };
  }
  const { received, reading, assumed, answers } = answer;
  const notes = [
    ...(reading === null ? [] : [escaped(reading)]),
    ...(assumed
      ? ['You named no right, so I took access. Add one for another: `/privacy deadline 2026-01-31 erasure`.']
      : []),
    'Only you can see this. Nothing was logged.',
  ];
  return {
    text: `Received ${describeDate(received)}. ${answers.map((one) => dueLine(one).replaceAll('*', '')).join(' ')}`,
    blocks: [
      section(`Received on *${describeDate(received)}*`),
      ...answers.flatMap(answerBlocks),
      actions('deadline_next', [button('Log a rights request', 'deadline_log', start)]),
      context(...notes),
    ],
  };
};
