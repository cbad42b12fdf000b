/** Decisions on who has a case and its tasks, and on what came of a task. */

import type { Case } from '../case/case.ts';
import type { Personal, TaskResult, WaiveReason } from '../case/case-events.ts';
import {
  type Actor,
  allow,
  type Decision,
  has,
  instantTrouble,
  kept,
  type Moment,
  refuse,
  stamp,
} from './decision.ts';
import { gate } from './gate.ts';
import { holderTrouble, ownButton } from './task-holder.ts';

export const take = (request: Case, moment: Moment): Decision =>
  gate('take', request, moment) ?? allow({ type: 'taken', ...stamp(moment) });

/** `to` must work in the privacy team and not be named in the case. */
export const handOver = (request: Case, to: Actor, moment: Moment): Decision => {
  const shut = gate('handOver', request, moment);
  if (shut) return shut;
  if (request.owner === to.id) return refuse('already_done');
  if (!has(to, 'team')) return refuse('not_staff');
  if (request.conflicts.includes(to.id)) return refuse('conflict_of_interest');
  return allow({ type: 'handed_over', ...stamp(moment), to: to.id });
};

/** `to` must find the button of the step: what is recorded in the case goes to whoever works on it. */
export const assignTask = (request: Case, task: string, to: Actor, moment: Moment): Decision => {
  const shut = gate('assignTask', request, moment);
  if (shut) return shut;
  const found = request.tasks.find((each) => each.id === task);
  if (!found) return refuse('unknown_task');
  if (found.status !== 'open' || found.assignee === to.id) return refuse('already_done');
  return (
    holderTrouble(request, found, to) ?? allow({ type: 'task_assigned', ...stamp(moment), task, to: to.id })
  );
};

/** Open to the privacy team and to the task's own assignee. The findings in words go into `personal`. */
export const markTaskDone = (
  request: Case,
  input: { readonly task: string; readonly result: TaskResult; readonly personal?: Personal },
  moment: Moment,
): Decision => {
  const shut = gate('markDone', request, moment);
  if (shut) return shut;
  const task = request.tasks.find((each) => each.id === input.task);
  if (!has(moment.actor, 'team') && task?.assignee !== moment.actor.id) return refuse('assignee_only');
  if (!task) return refuse('unknown_task');
  if (task.status !== 'open') return refuse('already_done');
  const button = ownButton(request, task);
  if (button !== null) return refuse('step_has_own_button', { button });
  if (task.afterDeletionApproval && !request.deletionApproved) return refuse('deletion_not_approved');
  if (task.afterDeletionApproval && request.hold) return refuse('on_hold');
  if (task.system && input.result === 'done')
    return refuse('reason_missing', { allowed: 'found, not found, action taken' });
  return allow({
    type: 'task_done',
    ...stamp(moment),
    task: task.id,
    result: input.result,
    ...kept(input.personal),
  });
};

/** A check for a legal hold is the one task that cannot be waived. */
export const waiveTask = (
  request: Case,
  input: { readonly task: string; readonly reason: WaiveReason; readonly personal?: Personal },
  moment: Moment,
): Decision => {
  const shut = gate('waiveTask', request, moment);
  if (shut) return shut;
  const task = request.tasks.find((each) => each.id === input.task);
  if (!task) return refuse('unknown_task');
  if (task.status !== 'open') return refuse('already_done');
  if (task.id === 'check-hold') return refuse('hold_not_checked');
  return allow({
    type: 'task_waived',
    ...stamp(moment),
    task: task.id,
    reason: input.reason,
    ...kept(input.personal),
  });
};

export const acknowledge = (request: Case, sentAt: string, moment: Moment): Decision =>
  gate('acknowledge', request, moment) ??
  instantTrouble(sentAt, moment, request.receivedAt) ??
  allow({ type: 'acknowledged', ...stamp(moment), sentAt });
