/** The checklist of a case, and the view of somebody who was given one step and may see nothing else. */
import type { KnownBlock, ModalView, SectionBlock } from '@slack/types';
import { type Company, teamName } from '../../company/company.ts';
import type { SeenCase } from '../../flows/cases/case-action-row.ts';
import type { SeenByReader } from '../../flows/cases/look-at-cases.ts';
import type { Task } from '../../requests/case/case.ts';
import { isMarkable } from '../../requests/decisions/task-holder.ts';
import { button, context, escaped, plain, section, shortened } from '../blocks.ts';
import { caseActionValue } from './case-action-button.ts';
import { mention, taskResult } from './case-words.ts';
import { rightNames } from './right-names.ts';

/** More would not fit beside the rest of the case; whatever is open comes first. */
const tasksShown = 55;

const mark: Readonly<Record<Task['status'], string>> = {
  open: '•',
  done: '✓',
  waived: '➖',
};

const why = (task: Task, deletionApproved: boolean): string => {
  if (task.status !== 'open') return taskResult(task);
  if (task.phase === 'review') return 'comes with the approval';
  if (task.phase === 'send') return 'comes when the answer is recorded as sent';
  if (task.afterDeletionApproval && !deletionApproved)
    return 'only after a second person agreed to the deletion';
  return task.mandatory ? '' : 'if it applies';
};

const line = (task: Task, deletionApproved: boolean, company: Company): string =>
  [
    `${mark[task.status]} ${escaped(shortened(task.title, 400))}`,
    [
      escaped(teamName(company, task.team)),
      ...(task.assignee === null ? [] : [mention(task.assignee)]),
      ...[why(task, deletionApproved)].filter((text) => text !== ''),
    ].join(' · '),
  ].join('\n');

/** `marking` is how its button stands out; null without one. */
const taskBlock = (
  task: Task,
  number: string,
  deletionApproved: boolean,
  marking: 'plain' | 'primary' | null,
  company: Company,
): SectionBlock => ({
  ...section(line(task, deletionApproved, company)),
  ...(marking === null
    ? {}
    : {
        accessory: button(
          'Mark done',
          `case_do:markDone:${task.id}`,
          caseActionValue('markDone', number, task.id),
          {
            accessibility_label: shortened(`Mark done: ${task.title}`, 75),
            ...(marking === 'primary' ? { style: 'primary' } : {}),
          },
        ),
      }),
});

export const checklistBlocks = (
  tasks: readonly Task[],
  { request, company }: Pick<SeenCase, 'request' | 'company'>,
  marking: boolean,
): readonly KnownBlock[] => {
  const done = tasks.filter((task) => task.status !== 'open');
  const open = tasks.filter((task) => task.status === 'open');
  const left = open.length - tasksShown;
  return [
    section(`*Steps* · ${done.length} of ${tasks.length} done`),
    ...(done.length === 0
      ? []
      : [
          context(
            shortened(
              done.map((task) => `${mark[task.status]} ${escaped(shortened(task.title, 60))}`).join('  '),
              2_000,
            ),
          ),
        ]),
    ...open
      .slice(0, tasksShown)
      .map((task) =>
        taskBlock(
          task,
          request.number,
          request.deletionApproved,
          marking && isMarkable(request, task) ? 'plain' : null,
          company,
        ),
      ),
    ...(left > 0 ? [context(`And ${left} more. They appear here as these are done.`)] : []),
  ];
};

type TasksSeen = Extract<SeenByReader, { readonly sees: 'tasks' }>;

/** Case number, right and the steps: nothing about the person, nothing else of the case. The first that can be done is the primary button. */
export const taskView = (
  { number, right, tasks, markable, company }: Omit<TasksSeen, 'ok' | 'sees'>,
  news: string | null,
): ModalView => ({
  type: 'modal',
  callback_id: 'case_tasks',
  private_metadata: number,
  title: plain('Your task'),
  close: plain('Close'),
  blocks: [
    ...(news === null ? [] : [section(`✅ *${news}*`)]),
    section(`*${number}* · ${rightNames[right]}`),
    ...tasks.slice(0, 90).map((task) => {
      const open = markable.includes(task.id);
      const marking = markable[0] === task.id ? 'primary' : 'plain';
      return taskBlock(task, number, open, open ? marking : null, company);
    }),
    ...(tasks.every(({ id, status }) => status !== 'open' || markable.includes(id))
      ? []
      : [context('A step without a button is not open to you now: the owner of the case knows why.')]),
    context('You see only what was given to you. Questions? Ask the privacy team.'),
  ],
});
