/** Step × action × who: every line of every checklist of today, from the code's own lists, with what is crafted against it. */
import { describe, expect, it } from 'vitest';
import type { Case, Task } from '../../../src/requests/case/case.ts';
import { linesOf } from '../../../src/requests/case/checklists.ts';
import { replay } from '../../../src/requests/case/replay.ts';
import { allRights, type Right } from '../../../src/requests/clock/rights.ts';
import { rules } from '../../../src/requests/decisions/case-actions.ts';
import { markTaskDone, take } from '../../../src/requests/decisions/decide-tasks.ts';
import type { Actor } from '../../../src/requests/decisions/decision.ts';
import { ada, loggedNow, moment, sam, story, tess, tom } from '../../support/case-story.ts';

const now = '2026-09-05T10:00:00Z';

/** The case with every line of its list open, each given to a colleague without a role. */
const withAllSteps = (right: Right): Case => {
  const request = replay(story(loggedNow(right), (c) => take(c, moment(now, tess))));
  const tasks = linesOf(request.checklist).map(
    (line): Task => ({ ...line, system: null, assignee: sam.id, status: 'open', result: null }),
  );
  return { ...request, deletionApproved: true, tasks };
};

const steps = allRights.flatMap((right) => {
  const request = withAllSteps(right);
  return request.tasks.map((task) => [right, task.id, request, task] as const);
});
const marks = (request: Case, task: string, actor: Actor) =>
  markTaskDone(request, { task, result: 'done' }, moment(now, actor));
const everybody = [tess, ada, sam];

/** Whoever is asked for identity may turn out to be known: that step has a button of its own and is marked all the same. */
const either = ['identity'];
/** Marked by hand by whoever it was given to, as well as by its button. */
const alsoByHand = ['markStopped'];
const hasOwnAct = ({ act, phase, id }: Task): boolean =>
  !either.includes(id) &&
  ((act !== undefined && !alsoByHand.includes(act)) || phase === 'review' || phase === 'send');

describe('a step with an act of its own', () => {
  it.each(steps.filter(([, , , task]) => hasOwnAct(task)))(
    'of %s is not marked done by hand, whoever crafts it: %s',
    (_, id, request, task) => {
      for (const actor of everybody)
        expect(marks(request, id, actor)).toMatchObject({
          ok: false,
          code: 'step_has_own_button',
          facts: { button: task.act === undefined ? expect.any(String) : rules[task.act].label },
        });
      expect(marks(request, id, tom).ok).toBe(false);
    },
  );
});

describe('a step without one', () => {
  it.each(steps.filter(([, , , task]) => !hasOwnAct(task)))(
    'of %s is marked by the team and by whoever it was given to, and by nobody else: %s',
    (_, id, request) => {
      for (const actor of everybody) expect(marks(request, id, actor).ok).toBe(true);
      const stranger: Actor = { id: 'UNOBODY', roles: ['anyone'] };
      expect(marks(request, id, stranger)).toMatchObject({ ok: false, code: 'assignee_only' });
    },
  );
});

it('knows both kinds, and the approval is of the first', () => {
  expect(steps.filter(([, , , task]) => hasOwnAct(task)).length).toBeGreaterThan(30);
  expect(steps.filter(([, , , task]) => !hasOwnAct(task)).length).toBeGreaterThan(10);
  expect(marks(withAllSteps('access'), 'review', ada)).toMatchObject({ facts: { button: 'Approve' } });
});
