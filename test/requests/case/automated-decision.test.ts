import { describe, expect, it } from 'vitest';
import { replay } from '../../../src/requests/case/replay.ts';
import { summary } from '../../../src/requests/case/summary.ts';
import { refuseRequest } from '../../../src/requests/decisions/decide-review.ts';
import {
  ada,
  by,
  finishWork,
  hash,
  logged,
  loggedNow,
  moment,
  type Step,
  story,
  tess,
} from '../../support/case-story.ts';
import { table } from '../clock/oracle.ts';

describe('somebody who contests an automated decision', () => {
  it('gets a case with a date, a checklist of its own and an answer by two persons (was: could not be logged)', () => {
    const taken = story(logged('automated_decision'), by('take', '2026-09-02T09:00:00Z'));
    expect(summary(replay(taken), '2026-09-02T10:00:00Z', table)).toMatchObject({
      due: '2026-10-01',
      rightLabel: 'Contesting an automated decision',
    });
    expect(replay(taken).tasks.map(({ id }) => id)).toContain('human-look');
    const answered = story(
      finishWork(taken, '2026-09-10T09:00:00Z'),
      by('sendForReview', '2026-09-11T10:00:00Z'),
      by('approve', '2026-09-12T10:00:00Z', ada),
      by('recordResponseSent', '2026-09-12T12:00:00Z'),
    );
    expect(replay(answered).state).toBe('responded');
  });

  it.each([
    ['uk', '2026-10-01'],
    ['eu', '2026-10-01'],
    ['ch', null],
  ])('under %s has the date %s, and a refusal rests on a ground of that regime', (regime, due) => {
    const request = replay(
      story(logged('automated_decision', { regime }), by('take', '2026-09-02T09:00:00Z')),
    );
    expect(summary(request, '2026-09-02T10:00:00Z', table).due).toBe(due);
    const refused = (ground: string) =>
      refuseRequest(
        request,
        { ground, contentHash: hash, personal: { reasons: 'a person decided' } },
        moment('2026-09-10T10:00:00Z', tess),
      ).ok;
    expect([refused('not_solely_automated'), refused('not_automated')]).toEqual([
      regime !== 'ch',
      regime === 'ch',
    ]);
  });

  it('is worked in six steps as logged today, and an agent and a doubt add theirs (was: five without a date told, and no condition)', () => {
    const steps = (more: object, ...then: readonly Step[]) =>
      replay(story(loggedNow('automated_decision', more), ...then)).tasks.map(({ id }) => id);
    expect(steps({})).toEqual(['acknowledge', 'name-decision', 'human-look', 'letter', 'review', 'send']);
    const doubted = [by('take', '2026-09-02T09:00:00Z'), by('askForIdentity', '2026-09-03T09:00:00Z')];
    expect(steps({ agent: true }, ...doubted)).toEqual(expect.arrayContaining(['authority', 'identity']));
  });

  it('can be extended, and asked who they are', () => {
    const request = replay(story(logged('automated_decision'), by('take', '2026-09-02T09:00:00Z')));
    expect([
      by('extend', '2026-09-03T09:00:00Z')(request).ok,
      by('askForIdentity', '2026-09-03T09:00:00Z')(request).ok,
    ]).toEqual([true, true]);
  });
});
