import { describe, expect, it } from 'vitest';
import type { CaseOutcome } from '../../../src/requests/case/case-events.ts';
import { replay } from '../../../src/requests/case/replay.ts';
import { approve, sendForReview } from '../../../src/requests/decisions/decide-review.ts';
import { answerForTeam, askTeams, correctForTeam } from '../../../src/requests/decisions/decide-search.ts';
import { acknowledge } from '../../../src/requests/decisions/decide-tasks.ts';
import type { Actor } from '../../../src/requests/decisions/decision.ts';
import { ada, by, hash, loggedNow, moment, type Step, story, tess } from '../../support/case-story.ts';

const jo: Actor = { id: 'UJO', roles: ['anyone'] };
const day = (n: number): string => `2026-09-${String(n).padStart(2, '0')}T10:00:00Z`;
const answers = (result: 'found' | 'not_found' | 'not_ours') => [{ system: 'tickets', result }];

/** One team found nothing, and an answer that says so waits for its review. */
const inReview = (outcome: Exclude<CaseOutcome, 'refused'> = 'no_data') =>
  story(
    loggedNow('access'),
    by('take', day(2)),
    (request) => acknowledge(request, day(2), moment(day(2), tess)),
    (request) =>
      askTeams(
        request,
        { entry: 'r', teams: [{ team: 'support', systems: ['tickets'], people: [jo.id] }], own: [] },
        moment(day(3), tess),
      ),
    (request) => answerForTeam(request, { entry: 'a', answers: answers('not_found') }, moment(day(4), jo)),
    (request) =>
      sendForReview(request, { outcome, contentHash: hash, nothingHeldBack: 'none-1' }, moment(day(5), tess)),
  );
const corrected =
  (result: 'found' | 'not_ours', n: number): Step =>
  (request) =>
    correctForTeam(request, { entry: 'c', answers: answers(result) }, moment(day(n), jo));

describe('a team that corrects its search when the answer is written', () => {
  it('has opened the search again, so that the answer is not approved', () => {
    const late = replay(story(inReview(), corrected('not_ours', 6)));
    expect(approve(late, hash, moment(day(7), ada))).toMatchObject({ ok: false, code: 'tasks_open' });
    expect(approve(replay(inReview()), hash, moment(day(7), ada))).toMatchObject({ ok: true });
  });

  it.each([
    ['found', 'outcome_found'],
    ['not_ours', 'tasks_open'],
  ] as const)('and, once it is approved, that it is not sent: %s', (result, code) => {
    const approved = story(inReview(), by('approve', day(6), ada), corrected(result, 7));
    expect(by('recordResponseSent', day(8))(replay(approved))).toMatchObject({ ok: false, code });
  });

  it('but leaves what had gone out before as it happened', () => {
    const approved = story(inReview(), by('approve', day(6), ada));
    const sent = by('recordResponseSent', day(7));
    expect(sent(replay(approved))).toMatchObject({ ok: true });
    expect(sent(replay(story(approved, corrected('found', 8))))).toMatchObject({ ok: true });
  });
});
