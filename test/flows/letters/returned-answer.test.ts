import { expect, it } from 'vitest';
import type { Composed } from '../../../src/flows/letters/composed-letter.ts';
import { asSent, returnedAnswer } from '../../../src/flows/letters/returned-answer.ts';
import { replay } from '../../../src/requests/case/replay.ts';
import { returnForWork, sendForReview } from '../../../src/requests/decisions/decide-review.ts';
import { abe, by, finishWork, hash, loggedNow, moment, story, tess } from '../../support/case-story.ts';

const gap = { label: '', kind: 'text', columns: [], needed: true, problem: null } as const;
const composed: Composed = {
  text: 'Dear …',
  hash,
  findings: [],
  says: { holdsBack: false, verdict: null },
  gaps: [
    { ...gap, name: 'processing', typed: 'statistics', origin: null, byHand: true },
    { ...gap, name: 'legalBasis', typed: '', origin: null, byHand: true },
    { ...gap, name: 'continues', typed: 'the rest', origin: { from: 'usual words' }, byHand: true },
    { ...gap, name: 'stopped', typed: 'all of it', origin: { from: 'register' }, byHand: false },
  ],
};
const worked = finishWork(
  story(loggedNow('objection'), by('take', '2026-09-02T09:00:00Z')),
  '2026-09-10T09:00:00Z',
);
const sent = story(worked, (c) =>
  sendForReview(
    c,
    { outcome: 'full', contentHash: hash, personal: asSent('objection-upheld', composed, { a_code: '' }) },
    moment('2026-09-11T09:00:00Z', tess),
  ),
);
const back = story(sent, (c) =>
  returnForWork(c, { reason: 'letter', personal: { note: 'say more' } }, moment('2026-09-11T10:00:00Z', abe)),
);

it('comes back as it was sent, what was emptied too; what the register filled in follows the register', () => {
  expect(returnedAnswer(replay(back), back)).toMatchObject({
    by: abe.id,
    reason: 'letter',
    note: 'say more',
    letter: 'objection-upheld',
    outcome: 'full',
    typed: { processing: 'statistics', legalBasis: '', continues: 'the rest' },
  });
  expect(returnedAnswer(replay(back), back)?.typed).not.toHaveProperty('stopped');
});

it('is none while nobody has returned it, and none once it is with the approver again', () => {
  expect(returnedAnswer(replay(sent), sent)).toBeNull();
  const again = story(back, by('sendForReview', '2026-09-12T09:00:00Z'));
  expect(returnedAnswer(replay(again), again)).toBeNull();
});
