import { expect, it } from 'vitest';
import { replay } from '../../../src/requests/case/replay.ts';
import { nameRight } from '../../../src/requests/decisions/decide-right.ts';
import { assignTask } from '../../../src/requests/decisions/decide-tasks.ts';
import { by, loggedNow, moment, story, tess, tom } from '../../support/case-story.ts';

const now = '2026-09-05T10:00:00Z';

it('leaves an open step with whoever was given it, where the named right has the same step', () => {
  const history = story(
    loggedNow('access', { unsure: true }),
    by('take', now),
    (request) => assignTask(request, 'search', tom, moment(now, tess)),
    (request) => nameRight(request, 'erasure', moment(now, tess)),
  );
  const { right, tasks } = replay(history);
  expect(right).toBe('erasure');
  expect(tasks.find(({ id }) => id === 'search')).toMatchObject({ status: 'open', assignee: tom.id });
  expect(tasks.filter(({ assignee }) => assignee !== null)).toHaveLength(1);
});
