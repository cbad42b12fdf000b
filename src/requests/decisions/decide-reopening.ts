/** *Stopped and told* taken back: one press closes such a case, so one press must mend it. Both stay in the history. */
import type { Case } from '../case/case.ts';
import { allow, type Decision, type Moment, stamp } from './decision.ts';
import { gate } from './gate.ts';

/** What one press had ticked is open again; what was stopped before the person was told stays stopped. */
const untold = ({ tasks, workDoneAt, endedAt }: Case): readonly string[] => {
  const phases = workDoneAt === endedAt ? ['work', 'send'] : ['send'];
  return tasks
    .filter(({ phase, mandatory, status }) => phases.includes(phase) && mandatory && status === 'done')
    .map(({ id }) => id);
};

export const reopen = (request: Case, moment: Moment): Decision =>
  gate('reopen', request, moment) ?? allow({ type: 'reopened', ...stamp(moment), tasks: untold(request) });
