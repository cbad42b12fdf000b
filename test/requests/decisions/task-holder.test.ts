import { describe, expect, it } from 'vitest';
import { replay } from '../../../src/requests/case/replay.ts';
import type { Right } from '../../../src/requests/clock/rights.ts';
import { assignTask, take } from '../../../src/requests/decisions/decide-tasks.ts';
import type { Actor } from '../../../src/requests/decisions/decision.ts';
import { ada, calls, loggedNow, moment, sam, story, tess, tom } from '../../support/case-story.ts';

const now = '2026-09-05T10:00:00Z';
const taken = (right: Right, more: Parameters<typeof loggedNow>[1] = {}) =>
  story(loggedNow(right, more), (request) => take(request, moment(now, tess)));
const given = (right: Right, task: string, to: Actor, more = {}) =>
  assignTask(replay(taken(right, more)), task, to, moment(now, tess));

describe('a step can be given to whoever then finds its button', () => {
  it.each([
    ['any colleague, where a step is marked done', 'erasure', 'check-hold', sam, true],
    ['any colleague, where marketing is stopped', 'direct_marketing_objection', 'stop', sam, true],
    ['the privacy team, where the teams are asked', 'access', 'search', tom, true],
    ['no colleague, where the teams are asked', 'access', 'search', sam, 'step_for_team'],
    ['no colleague, where the answer is written', 'access', 'letter', sam, 'step_for_team'],
    ['an approver, where the answer is read', 'access', 'review', ada, true],
    ['nobody else of the team, where the answer is read', 'access', 'review', tom, 'step_for_approver'],
  ] as const)('%s', (_, right, task, to, expected) => {
    expect(given(right, task, to)).toMatchObject(
      expected === true ? { ok: true } : { ok: false, code: expected },
    );
  });

  it('only the owner and approvers, in the case of a colleague', () => {
    const more = { people: 'staff_or_applicant' } as const;
    expect(given('access', 'search', tom, more)).toMatchObject({ ok: false, code: 'step_for_team' });
    expect(given('access', 'search', tess, more)).toMatchObject({ ok: true });
    expect(given('erasure', 'check-hold', sam, more)).toMatchObject({ ok: true });
  });

  it('nobody who is named in the case', () => {
    const history = story(taken('erasure'), (request) => calls.declareConflict(request, moment(now, tess)));
    const named = replay(history).conflicts[0] ?? '';
    expect(
      assignTask(replay(history), 'check-hold', { id: named, roles: ['anyone'] }, moment(now, tess)),
    ).toMatchObject({ ok: false, code: 'conflict_of_interest' });
    expect(assignTask(replay(history), 'check-hold', tom, moment(now, tess))).toMatchObject({ ok: true });
  });
});
