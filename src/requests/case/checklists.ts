/**
 * What has to be done for each right, by whom and when. A case names the version it was logged with, so an old version is never
 * edited: a change is a new version beside it. Source: the procedure's sections B1 to B10; kinds of team, which the company file gives to its own.
 */

import type { Right } from '../clock/rights.ts';
import { secondEdition } from './checklists-2.ts';
import { thirdEdition } from './checklists-3.ts';
import { automatedDecision } from './checklists-automated.ts';
import {
  consentWithdrawal,
  directMarketing,
  erasure,
  objection,
  rectification,
  restriction,
} from './checklists-changes.ts';
import { clientDataDeletion, clientInformationRetention } from './checklists-client.ts';
import { complaint } from './checklists-complaint.ts';
import { access, portability } from './checklists-copies.ts';
import { type System, systemNamed } from './systems.ts';
import type { PlannedTask, TaskTemplate } from './task-template.ts';

export type Checklist = {
  readonly id: string;
  readonly right: Right;
  readonly tasks: readonly TaskTemplate[];
};

const firstEdition: readonly Checklist[] = [
  { id: 'access@1', right: 'access', tasks: access },
  { id: 'rectification@1', right: 'rectification', tasks: rectification },
  { id: 'erasure@1', right: 'erasure', tasks: erasure },
  { id: 'restriction@1', right: 'restriction', tasks: restriction },
  { id: 'objection@1', right: 'objection', tasks: objection },
  { id: 'portability@1', right: 'portability', tasks: portability },
  { id: 'automated_decision@1', right: 'automated_decision', tasks: automatedDecision },
  { id: 'consent_withdrawal@1', right: 'consent_withdrawal', tasks: consentWithdrawal },
  { id: 'direct_marketing_objection@1', right: 'direct_marketing_objection', tasks: directMarketing },
  { id: 'complaint@1', right: 'complaint', tasks: complaint },
  { id: 'client_data_deletion@1', right: 'client_data_deletion', tasks: clientDataDeletion },
  {
    id: 'client_information_retention@1',
    right: 'client_information_retention',
    tasks: clientInformationRetention,
  },
];

const later: readonly Checklist[] = firstEdition.map(({ right }) => ({
  id: `${right}@2`,
  right,
  tasks: secondEdition[right],
}));

const latest: readonly Checklist[] = firstEdition.flatMap(({ right }) => {
  const tasks = thirdEdition[right];
  return tasks === undefined ? [] : [{ id: `${right}@3`, right, tasks }];
});

const checklists: readonly Checklist[] = [...firstEdition, ...later, ...latest];

/** The newest version for a right: what a case logged today works by. */
export const checklistFor = (right: Right): Checklist => {
  const found = checklists.findLast((each) => each.right === right);
  if (!found) throw new Error(`no checklist for ${right}`);
  return found;
};

/** The lines of a list as it stood when a case was logged with it. */
export const linesOf = (checklist: string): readonly TaskTemplate[] => {
  const found = checklists.find((each) => each.id === checklist);
  if (!found) throw new Error(`unknown checklist ${checklist}`);
  return found.tasks;
};

/** The tasks of a case: per-system tasks are repeated for each system, owned by the team that keeps it. */
export const plannedTasks = (
  checklist: string,
  systems: readonly string[],
  known: readonly System[],
): readonly PlannedTask[] =>
  linesOf(checklist).flatMap(({ perSystem, ...task }): readonly PlannedTask[] =>
    perSystem
      ? systems.map((id) => {
          const system = systemNamed(id, known);
          return {
            ...task,
            id: `${task.id}:${id}`,
            team: system.team,
            title: `${task.title}: ${system.name}`,
            system: id,
          };
        })
      : [{ ...task, system: null }],
  );
