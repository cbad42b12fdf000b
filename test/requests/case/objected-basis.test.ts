/** An objection meets a lawful basis: which one is recorded with the answer, from the list of the case's regime. */
import { describe, expect, it } from 'vitest';
import { replay } from '../../../src/requests/case/replay.ts';
import { sendForReview } from '../../../src/requests/decisions/decide-review.ts';
import { by, finishWork, hash, loggedNow, moment, story, tess } from '../../support/case-story.ts';

const worked = (right: 'objection' | 'access', regime = 'uk') =>
  finishWork(
    story(
      loggedNow(right, { regime, jurisdiction: regime === 'uk' ? 'england-and-wales' : 'ireland' }),
      by('take', '2026-09-02T09:00:00Z'),
    ),
    '2026-09-10T09:00:00Z',
  );

const sent = (history: ReturnType<typeof worked>, basis: string) =>
  sendForReview(
    replay(history),
    { outcome: 'full', contentHash: hash, basis },
    moment('2026-09-11T10:00:00Z', tess),
  );

describe('the basis that an objection meets', () => {
  it.each([
    ['uk', 'legitimate_interests'],
    ['uk', 'recognised_legitimate_interest'],
    ['eu', 'public_task'],
  ])('is kept with the answer: %s, %s (was: nowhere)', (regime, basis) => {
    const history = worked('objection', regime);
    const decision = sent(history, basis);
    expect(decision.ok).toBe(true);
    if (decision.ok) expect(replay([...history, ...decision.events]).objectedBasis).toBe(basis);
  });

  it.each([
    ['eu', 'recognised_legitimate_interest', 'Art 6(1)(ea) is of the United Kingdom alone'],
    ['uk', 'consent', 'an objection does not reach it'],
  ])('is refused where the regime %s does not list it: %s, %s', (regime, basis) => {
    expect(sent(worked('objection', regime), basis)).toMatchObject({ ok: false, code: 'ground_not_listed' });
  });
});
