/** The step that an open task comes to: searching, erasing, or the task itself. */
import { deletionTrouble } from '../decisions/guards.ts';
import { refusalSentence } from '../decisions/refusals.ts';
import { agreeingSteps } from './agreeing-steps.ts';
import type { Approval, Case, Task } from './case.ts';
import { type NextStep, type StepFacts, step } from './step.ts';
import { systemNamed } from './systems.ts';

const names = (systems: readonly string[], { places }: Case): string => {
  const all = systems.map((id) => systemNamed(id, places).name);
  return all.length <= 3 ? all.join(', ') : `${all.slice(0, 2).join(', ')} and ${all.length - 2} more`;
};

const searching = (request: Case, task: Task): NextStep => {
  const out = request.asked.filter(({ result }) => result === null).map(({ system }) => system);
  const back = request.asked.filter(({ result }) => result === 'not_ours').map(({ system }) => system);
  if (back.length > 0)
    return step(
      'search-again',
      'team',
      'askTeams',
      `Nobody has searched yet: ${names(back, request)}. Say who does.`,
    );
  return out.length > 0
    ? step(
        'search-out',
        'teams',
        'askTeams',
        `Still out: ${names(out, request)}. They are reminded; you can answer for them.`,
      )
    : step('search', 'team', 'askTeams', `${task.title}: one round, one answer for each system.`);
};

const isDeletion = ({ proposal }: Approval): boolean => proposal.kind === 'deletion';

const underHold = step(
  'hold',
  'approver',
  'liftHold',
  'The data is under a legal hold. An approver lifts it when the dispute is over.',
);

/** Why nothing may be erased now, as whoever works on it reads it. */
const deletion = (request: Case, facts: StepFacts, task: Task): NextStep => {
  const [asked] = agreeingSteps({ ...request, approvals: request.approvals.filter(isDeletion) }, facts);
  if (asked !== undefined) return asked;
  const trouble = deletionTrouble(request, facts);
  if (trouble?.code === 'on_hold') return underHold;
  return trouble === null
    ? step(task.id, 'team', 'proposeDeletion', `${task.title}. A second person has to agree.`)
    : step('deletion-waits', 'nobody', null, refusalSentence(trouble));
};

export const taskStep = (request: Case, task: Task, facts: StepFacts): NextStep => {
  const deletes = task.afterDeletionApproval === true;
  if (task.act === 'askTeams') return searching(request, task);
  if (task.act === 'proposeDeletion' || (deletes && !request.deletionApproved))
    return deletion(request, facts, task);
  if (deletes && request.hold) return underHold;
  const action = task.act ?? 'markDone';
  return step(task.id, 'team', action, `${task.title}.`, action === 'markDone' ? task.id : '');
};
