import { describe, expect, it } from 'vitest';
import { replay } from '../../../src/requests/case/replay.ts';
import type { Right } from '../../../src/requests/clock/rights.ts';
import { proposeDeletion } from '../../../src/requests/decisions/decide-safeguards.ts';
import { by, logged, moment, story, tess } from '../../support/case-story.ts';

const erasing = replay(story(logged('erasure'), by('take', '2026-09-02T09:00:00Z')));
const beside = (right: Right, open: boolean) =>
  proposeDeletion(
    erasing,
    { erase: 'All of it.', keep: 'Nothing.' },
    moment('2026-09-03T09:00:00Z', tess, { related: [{ number: 'DSR-2026-0002', right, open }] }),
  );

// DPA 2018 s 173: erasing what somebody has asked a copy of, to prevent disclosure, is an offence.
describe('a deletion', () => {
  it.each(['access', 'portability'] as const)('waits for an open %s request of the same person', (right) => {
    expect(beside(right, true)).toMatchObject({
      ok: false,
      code: 'related_open',
      facts: { numbers: 'DSR-2026-0002' },
    });
  });

  it.each(['access', 'portability'] as const)('goes on when the %s request is answered', (right) => {
    expect(beside(right, false).ok).toBe(true);
  });

  it('does not wait for a request that asks for no copy', () => {
    expect(beside('objection', true).ok).toBe(true);
  });
});
