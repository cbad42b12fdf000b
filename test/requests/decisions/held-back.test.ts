import { describe, expect, it } from 'vitest';
import { replay } from '../../../src/requests/case/replay.ts';
import type { Right } from '../../../src/requests/clock/rights.ts';
import { logExemption, logRedaction } from '../../../src/requests/decisions/decide-entries.ts';
import { sendForReview } from '../../../src/requests/decisions/decide-review.ts';
import { outcomeTrouble } from '../../../src/requests/decisions/guards.ts';
import { by, finishWork, hash, loggedNow, moment, type Step, story, tess } from '../../support/case-story.ts';

const now = '2026-09-10T10:00:00Z';
const taken = (right: Right) => story(loggedNow(right), by('take', '2026-09-02T09:00:00Z'));
const redacts =
  (reason: string, items: number | null, note?: string): Step =>
  (c) =>
    logRedaction(
      c,
      { entry: 'r1', reason, items, ...(note === undefined ? {} : { personal: { note } }) },
      moment(now, tess),
    );
const exempts =
  (exemption: string): Step =>
  (c) =>
    logExemption(c, { entry: 'e1', exemption, personal: { reasons: 'invoices' } }, moment(now, tess));
const codeOf = (step: Step) => {
  const decided = step(replay(taken('access')));
  return decided.ok ? 'recorded' : decided.code;
};

describe('what was taken out', () => {
  it.each([
    ['three items for a reason', redacts('third_party', 3), 'recorded'],
    ['a reason, and nobody has counted', redacts('third_party', null), 'recorded'],
    ['nothing, and no words of it', redacts('none_needed', null), 'recorded'],
    ['a reason, and none', redacts('third_party', 0), 'redaction_of_nothing'],
    ['nothing, and three items', redacts('none_needed', 3), 'redaction_needless'],
    ['nothing, and words of it', redacts('none_needed', null, 'names of colleagues'), 'redaction_needless'],
    ['no reason of the list', redacts('because', 3), 'reason_missing'],
  ])('%s: %s', (_, step, code) => {
    expect(codeOf(step)).toBe(code);
  });

  it('is taken out whether or not it was counted, also where an earlier release recorded that nothing was', () => {
    expect(replay(story(taken('access'), redacts('third_party', null))).redacted).toBe(true);
    expect(replay(story(taken('access'), redacts('none_needed', null))).redacted).toBe(false);
    const before = {
      type: 'redaction_logged',
      at: now,
      by: tess.id,
      entry: 'r',
      reason: 'none_needed',
      items: 3,
    } as const;
    expect(replay([...taken('access'), before]).redacted).toBe(true);
  });
});

describe('an outcome', () => {
  it.each([
    ['access', 'full', [], null],
    ['access', 'full', [redacts('third_party', null)], 'outcome_held_back'],
    ['access', 'no_data', [redacts('third_party', 2)], 'outcome_held_back'],
    ['access', 'no_data', [by('logSearch', now)], 'outcome_found'],
    ['access', 'partial', [redacts('third_party', 2)], null],
    ['access', 'partial', [], 'exemption_missing'],
    ['erasure', 'full', [exempts('legal_obligation')], 'outcome_held_back'],
    ['erasure', 'partial', [exempts('legal_obligation')], null],
    ['erasure', 'refused', [exempts('legal_obligation')], null],
    ['complaint', 'partial', [], null],
    ['complaint', 'full', [], null],
  ] as const)('%s, %s, with %j: %s', (right, outcome, steps, code) => {
    expect(outcomeTrouble(replay(story(taken(right), ...steps)), outcome)?.code ?? null).toBe(code);
  });

  it('that contradicts the register does not go to review, and one that follows from it does', () => {
    const worked = story(
      finishWork(taken('access'), now),
      by('logSearch', now),
      redacts('third_party', null),
    );
    const send = (outcome: 'full' | 'partial') =>
      sendForReview(replay(worked), { outcome, contentHash: hash }, moment(now, tess));
    expect(send('full')).toMatchObject({ ok: false, code: 'outcome_held_back' });
    expect(send('partial').ok).toBe(true);
  });
});
