import { describe, expect, it } from 'vitest';
import { caseClock } from '../../../src/requests/case/case-clock.ts';
import { replay } from '../../../src/requests/case/replay.ts';
import { summary } from '../../../src/requests/case/summary.ts';
import type { ClockCase, ClockEvent } from '../../../src/requests/clock/clock-case.ts';
import { deadlineUnderAll, type FurtherRegime } from '../../../src/requests/clock/several-regimes.ts';
import { agree } from '../../../src/requests/decisions/decide-approvals.ts';
import { changeRegime } from '../../../src/requests/decisions/decide-clock.ts';
import { ada, by, logged, moment, story, tess } from '../../support/case-story.ts';
import { table } from './oracle.ts';

const at = (day: string): Date => new Date(`${day}T10:00:00Z`);
const event = (type: ClockEvent['type'], day: string): ClockEvent => ({ type, at: at(day) });
const base: ClockCase = {
  right: 'access',
  regime: 'uk',
  jurisdiction: 'england-and-wales',
  zone: 'Europe/London',
  receivedAt: at('2026-09-01'),
  events: [],
};
const worked = (change: Partial<ClockCase>, ...also: readonly FurtherRegime[]) => {
  const result = deadlineUnderAll({ ...base, ...change }, also, table);
  if (!result.ok) throw new Error(result.problem.message);
  return result.deadline;
};

describe('a request under two regimes', () => {
  it('is due by the earlier date, whichever regime stands first, and shows both with their reasons', () => {
    // Christmas Day moves the UK's end; for the EU no Member State is named, so only weekends move it.
    const receivedAt = at('2026-11-25');
    const ways = [
      worked({ receivedAt }, { regime: 'eu' }),
      worked({ receivedAt, regime: 'eu' }, { regime: 'uk', jurisdiction: 'england-and-wales' }),
    ];
    for (const got of ways) {
      expect(got).toMatchObject({ due: '2026-12-25', state: 'running', cautiousDue: '2026-12-25' });
      const text = got.explanation.join('\n');
      expect(text).toContain('Tue 29 Dec 2026 (2026-12-29)');
      expect(text).toContain('Fri 25 Dec 2026 (2026-12-25)');
      expect(text).toMatch(/UK: .*Art 12A/);
      expect(text).toMatch(/EU: .*Art 12\(3\)/);
    }
  });

  it('keeps the date that runs on while the other clock is paused', () => {
    const events = [event('clarification_requested', '2026-09-07')];
    const got = worked({ events }, { regime: 'eu', jurisdiction: 'ireland' });
    expect(got).toMatchObject({ due: '2026-10-01', state: 'running' });
    expect(got.explanation.join('\n')).toContain('no date now (paused clarification)');
  });

  it('goes by the earlier day for a notice and a refusal too', () => {
    const events = [event('identity_requested', '2026-09-03'), event('identity_received', '2026-09-08')];
    const got = worked({ events }, { regime: 'eu', jurisdiction: 'ireland' });
    expect(got).toMatchObject({
      due: '2026-10-06',
      extensionNoticeDue: '2026-10-01',
      refusalDue: '2026-10-01',
    });
  });

  it('of which the second knows no date keeps the first', () => {
    const got = worked({ right: 'complaint' }, { regime: 'eu' });
    expect(got).toMatchObject({ due: '2026-10-01', state: 'running' });
  });

  it('is refused with the field when a regime is not known', () => {
    const result = deadlineUnderAll(base, [{ regime: 'xx' }], table);
    expect(result).toMatchObject({ ok: false, problem: { code: 'unknown_regime', field: 'regime' } });
  });
});

describe('a case under two regimes', () => {
  const both = (c: Parameters<typeof changeRegime>[0]) =>
    changeRegime(
      c,
      { regime: 'uk', also: ['eu'], reason: 'offered_in_eu' },
      moment('2026-09-02T10:00:00Z', tess),
    );
  // 31 August 2026 is a bank holiday in England, and a working day where no Member State is named.
  const taken = () =>
    story(logged('access', { receivedAt: '2026-07-31T10:00:00Z' }), by('take', '2026-09-01T12:00:00Z'));

  it('needs a second person, and is due by the earlier date then', () => {
    const history = story(taken(), both, (c) =>
      agree(c, 'regime_change-1', moment('2026-09-03T10:00:00Z', ada)),
    );
    const request = replay(history);
    expect(request).toMatchObject({ regime: 'uk', also: [{ regime: 'eu', jurisdiction: 'weekends-only' }] });
    const clock = caseClock(request, table);
    expect(clock.ok && clock.deadline.due).toBe('2026-08-31');
    expect(summary(request, '2026-09-04T10:00:00Z', table).due).toBe('2026-08-31');
    expect(both(request)).toMatchObject({ code: 'same_value' });
  });

  it('goes back to one, and a place of the other regime gives way to one that counts', () => {
    const toEu = (c: Parameters<typeof changeRegime>[0]) =>
      changeRegime(c, { regime: 'eu', reason: 'eu_establishment' }, moment('2026-09-02T10:00:00Z', tess));
    const toUk = (c: Parameters<typeof changeRegime>[0]) =>
      changeRegime(c, { regime: 'uk', reason: 'uk_only' }, moment('2026-09-04T10:00:00Z', tess));
    const history = story(
      taken(),
      toEu,
      (c) => agree(c, 'regime_change-1', moment('2026-09-03T10:00:00Z', ada)),
      (c) => by('changeJurisdiction', '2026-09-03T11:00:00Z')({ ...c, jurisdiction: 'scotland' }),
      (c) => agree(c, 'jurisdiction_change-1', moment('2026-09-03T12:00:00Z', ada)),
      toUk,
      (c) => agree(c, 'regime_change-2', moment('2026-09-05T10:00:00Z', ada)),
    );
    const request = replay(history);
    expect(request).toMatchObject({ regime: 'uk', also: [], jurisdiction: 'england-and-wales' });
    expect(caseClock(request, table).ok).toBe(true);
  });
});
