/** A person's own part of the Home tab. */
import type { KnownBlock } from '@slack/types';
import type { DueCase, DueTask, MyDesk, RegisterState, StepCase } from '../flows/cases/my-desk.ts';
import type { CaseState } from '../requests/case/case.ts';
import { type CalendarDate, daysBetween, describeDate } from '../requests/clock/calendar-date.ts';
import { actions, button, context, escaped, header, mrkdwn, section, shortened } from './blocks.ts';
import { answerByShort } from './cases/after-search.ts';
import { caseActionButton } from './cases/case-action-button.ts';
import { rightNames } from './cases/right-names.ts';
import type { HomePart } from './menu.ts';

/** For people who only want to know how it goes; the team reads the whole state in the case. */
const states: Readonly<Record<CaseState, string>> = {
  received: 'not taken yet',
  awaiting_identity: 'waiting for the person to show who they are',
  awaiting_authority: 'waiting for proof that they may ask',
  awaiting_fee: 'waiting for a fee',
  in_progress: 'being worked on',
  awaiting_clarification: 'waiting for the person to say what they mean',
  ready_for_review: 'the answer is being checked',
  approved: 'the answer is about to go out',
  responded: 'answered',
  refused: 'answered with a refusal',
  withdrawn: 'withdrawn by the person',
  lapsed: 'ended without an answer from the person',
  forwarded_to_controller: 'passed on to the client',
  closed: 'closed',
};

const mostRows = 10;

const dueWords = (due: CalendarDate | null, open: boolean, now: CalendarDate): string => {
  if (!open) return '';
  if (due === null) return ' · no date yet';
  const days = daysBetween(now, due);
  if (days < 0) return ` · *${-days} ${days === -1 ? 'day' : 'days'} overdue* (${describeDate(due)})`;
  if (days === 0) return ' · due *today*';
  return ` · due ${describeDate(due)} (${days} ${days === 1 ? 'day' : 'days'} left)`;
};

const more = (all: readonly unknown[]): readonly KnownBlock[] =>
  all.length > mostRows ? [context(`And ${all.length - mostRows} more.`)] : [];

const caseRow = (one: DueCase, now: CalendarDate, pressable: boolean): KnownBlock => ({
  type: 'section',
  text: mrkdwn(
    `*${one.number}* · ${rightNames[one.right]} · ${states[one.state]}${dueWords(one.due, one.open, now)}`,
  ),
  ...(pressable
    ? {
        accessory: button('Open case', `open_case:${one.number}`, one.number, {
          accessibility_label: `Open case ${one.number}`,
        }),
      }
    : {}),
});

const taskRow = (one: DueTask, now: CalendarDate): KnownBlock => ({
  type: 'section',
  text: mrkdwn(
    `*${escaped(shortened(one.title, 300))}*\n${one.number} · ${rightNames[one.right]}${dueWords(one.due, one.open, now)}`,
  ),
  accessory: button(one.marked ? 'Mark done' : 'Open case', `open_case:${one.number}`, one.number, {
    accessibility_label: shortened(
      `${one.marked ? 'Mark done in' : 'Open case'} ${one.number}: ${one.title}`,
      75,
    ),
  }),
});

/** My step in a case as its button; the case itself where there is nothing for me to do but look. */
const stepRow = (one: StepCase, now: CalendarDate): KnownBlock => ({
  type: 'section',
  text: mrkdwn(
    `*${one.number}* · ${rightNames[one.right]}${dueWords(one.due, one.open, now)}\n${escaped(one.step.words)}`,
  ),
  accessory:
    one.step.act === null
      ? button('Open case', `open_case:${one.number}`, one.number, {
          accessibility_label: `Open case ${one.number}`,
        })
      : caseActionButton(one.step.act.action, one.number, one.step.act.about),
});

const askedRow = (one: MyDesk['asked'][number], now: CalendarDate): KnownBlock => ({
  type: 'section',
  text: mrkdwn(
    `*Please look into ${escaped(one.systems.join(', '))}*\n${one.number} · ${rightNames[one.right]} · ${answerByShort(one.by, now)}`,
  ),
  accessory: button('Answer', `open_case:${one.number}`, one.number, {
    accessibility_label: `Answer for ${one.number}: ${shortened(one.systems.join(', '), 50)}`,
  }),
});

const part = (title: string, rows: readonly KnownBlock[], all: readonly unknown[]): readonly KnownBlock[] =>
  rows.length === 0 ? [] : [header(title), ...rows, ...more(all)];

const numbers = (cases: readonly DueCase[]): string =>
  cases.length === 0
    ? 'none'
    : `*${cases.length}* (${cases
        .slice(0, 8)
        .map(({ number }) => number)
        .join(', ')}${cases.length > 8 ? ', …' : ''})`;

const registerBlocks = (register: RegisterState): readonly KnownBlock[] => [
  header('The register'),
  section(
    register.open === 0
      ? 'No open cases.'
      : [
          `*${register.open} open:* ${register.byRight.map(([right, count]) => `${rightNames[right]} ${count}`).join(' · ')}`,
          `Overdue: ${numbers(register.overdue)}`,
          `Due within a week: ${numbers(register.dueThisWeek)}`,
          `Nobody has taken: ${numbers(register.unowned)}`,
          `Waiting for the requester: ${numbers(register.waitingForRequester)}`,
          `Waiting for a second person: ${numbers(register.waitingForSecondPerson)}`,
        ].join('\n'),
  ),
  actions('home_register', [
    button('Open cases', 'menu_cases:home', ''),
    button('Report', 'open_report', ''),
  ]),
];

/** The person's own part of the Home tab: at most some forty blocks, and nothing of any data subject. */
export const myDeskPart = ({ tasks, owned, approvals, asked, logged, register, today }: MyDesk): HomePart => {
  const rows = (cases: readonly DueCase[], pressable: boolean) =>
    cases.slice(0, mostRows).map((one) => caseRow(one, today, pressable));
  return [
    ...part(
      'My open tasks',
      tasks.slice(0, mostRows).map((task) => taskRow(task, today)),
      tasks,
    ),
    ...part(
      'Waits for my approval',
      approvals.slice(0, mostRows).map((one) => stepRow(one, today)),
      approvals,
    ),
    ...part(
      'Asked of me',
      asked.slice(0, mostRows).map((one) => askedRow(one, today)),
      asked,
    ),
    ...part(
      'My cases',
      owned.slice(0, mostRows).map((one) => stepRow(one, today)),
      owned,
    ),
    ...part('Requests I logged', rows(logged, register !== null), logged),
    ...(register === null ? [] : registerBlocks(register)),
    ...(tasks.length + logged.length + asked.length === 0 && register === null
      ? [context('Nothing waits for you, and you have logged no requests yet.')]
      : []),
  ];
};
