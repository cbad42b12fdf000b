import { describe, expect, it } from 'vitest';
import { readHolidayTable } from '../../../src/base/calendars.ts';
import { replay } from '../../../src/requests/case/replay.ts';
import { byUrgency, summary } from '../../../src/requests/case/summary.ts';
import { ada, answeredAccess, by, logged, readyAccess, story } from '../../support/case-story.ts';

const table = readHolidayTable();
const at = (history: Parameters<typeof replay>[0], now: string) => summary(replay(history), now, table);
const taken = () => story(logged('access'), by('take', '2026-09-02T09:00:00Z'));

describe('what a card says', () => {
  it('shows the derived date and the days left', () => {
    expect(at(taken(), '2026-09-24T09:00:00Z')).toMatchObject({
      number: 'DSR-2026-0001',
      rightLabel: 'Access',
      due: '2026-10-01',
      daysLeft: 7,
      overdue: false,
      owner: 'UTESS',
      clock: 'running',
    });
  });

  it('counts the local day: 23:30 UTC on 30 September is the due day in London already', () => {
    expect(at(taken(), '2026-09-30T23:30:00Z').daysLeft).toBe(0);
    expect(at(taken(), '2026-10-01T22:30:00Z').overdue).toBe(false);
    expect(at(taken(), '2026-10-01T23:30:00Z').overdue).toBe(true);
  });

  it('shows no date while the law gives none', () => {
    const paused = story(taken(), by('askForClarification', '2026-09-07T10:00:00Z'));
    expect(at(paused, '2026-09-10T09:00:00Z')).toMatchObject({
      due: null,
      daysLeft: null,
      clock: 'paused_clarification',
    });
    const resumed = story(paused, by('clarificationReceived', '2026-09-11T10:00:00Z'));
    expect(at(resumed, '2026-09-12T09:00:00Z')).toMatchObject({
      due: '2026-10-06',
      cautiousDue: '2026-10-05',
    });
    const identity = story(taken(), by('askForIdentity', '2026-09-02T10:00:00Z'));
    expect(at(identity, '2026-09-03T09:00:00Z')).toMatchObject({ due: null, clock: 'clock_not_started' });
  });

  it('an agreed extension moves the date when the notice was sent, not before', () => {
    const agreed = story(
      taken(),
      by('extend', '2026-09-10T10:00:00Z'),
      by('agree', '2026-09-10T11:00:00Z', ada),
    );
    expect(at(agreed, '2026-09-11T09:00:00Z')).toMatchObject({ due: '2026-10-01', extended: false });
    expect(at(agreed, '2026-09-11T09:00:00Z').nextStep).toContain('extension notice');
    const told = story(agreed, by('recordExtensionNotice', '2026-09-11T10:00:00Z'));
    expect(at(told, '2026-09-12T09:00:00Z')).toMatchObject({ due: '2026-12-01', extended: true });
  });

  it('stops counting when the answer was sent, and remembers whether that was late', () => {
    expect(at(answeredAccess(), '2027-01-01T09:00:00Z')).toMatchObject({
      due: null,
      overdue: false,
      clock: 'stopped',
      answeredLate: false,
    });
    const late = story(
      readyAccess(),
      by('approve', '2026-10-02T10:00:00Z', ada),
      by('recordResponseSent', '2026-10-02T12:00:00Z'),
    );
    expect(at(late, '2026-10-03T09:00:00Z').answeredLate).toBe(true);
  });

  it("a complaint's legal date is met by the acknowledgement; then the house target remains", () => {
    const complaint = story(logged('complaint'), by('take', '2026-09-02T09:00:00Z'));
    expect(at(complaint, '2026-09-03T09:00:00Z')).toMatchObject({
      due: '2026-10-01',
      houseTarget: '2026-09-29',
    });
    const acknowledged = story(complaint, by('acknowledge', '2026-09-03T10:00:00Z'));
    expect(at(acknowledged, '2026-12-01T09:00:00Z')).toMatchObject({ due: null, overdue: false });
  });

  it('names nobody', () => {
    expect(JSON.stringify(at(readyAccess(), '2026-09-20T09:00:00Z'))).not.toMatch(/canary|everything/i);
  });

  it('puts the most urgent first and what has ended last', () => {
    const now = '2026-09-24T09:00:00Z';
    const rows = [
      at(answeredAccess(), now),
      at(story(taken(), by('askForClarification', '2026-09-07T10:00:00Z')), now),
      at(taken(), now),
      at(logged('access', { receivedAt: '2026-08-15T10:00:00Z' }), now),
    ].toSorted(byUrgency);
    expect(rows.map((row) => row.due ?? row.clock)).toEqual([
      '2026-09-15',
      '2026-10-01',
      'paused_clarification',
      'stopped',
    ]);
  });
});
