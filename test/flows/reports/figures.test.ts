import { describe, expect, it } from 'vitest';
import { readHolidayTable } from '../../../src/base/calendars.ts';
import { type Figure, figureParts } from '../../../src/flows/reports/figure.ts';
import { figuresOf } from '../../../src/flows/reports/figures.ts';
import { rowsOf } from '../../../src/flows/reports/report-rows.ts';
import type { Case } from '../../../src/requests/case/case.ts';
import { type CalendarDate, parseCalendarDate } from '../../../src/requests/clock/calendar-date.ts';
import { allCases, caseOf, type StoryName } from '../../support/register-stories.ts';

const table = readHolidayTable();
const date = (text: string): CalendarDate => parseCalendarDate(text) as CalendarDate;
const figures = (cases: readonly Case[], on = '2026-10-20'): readonly Figure[] =>
  figuresOf(rowsOf(cases, table), date(on), table).flatMap((group) => group.figures);
const value = (id: string, cases: readonly Case[], on?: string) =>
  figures(cases, on).find((figure) => figure.id === id)?.value;
const of = (...names: readonly StoryName[]): readonly Case[] => names.map((name) => caseOf(name));

describe('a key figure', () => {
  it('is not given where nothing is counted, and says what there is none of', () => {
    for (const figure of figures([])) {
      expect(figure.value.of).toBe(0);
      expect(figureParts(figure)).toEqual({ figure: '–', made: `no ${figure.counted} so far` });
      const { value: given } = figure;
      if (given.kind === 'share') expect(given.percent).toBeNull();
      if (given.kind === 'rate') expect(given.per_hundred).toBeNull();
      if (given.kind === 'days') expect([given.median, given.ninetieth]).toEqual([null, null]);
    }
  });

  it('never counts more than there is, and has a name of its own', () => {
    const all = figures(allCases());
    for (const { value: given } of all)
      if (given.kind === 'share') expect(given.count).toBeLessThanOrEqual(given.of);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});

describe('in time', () => {
  it('counts what is open past its date as not in time: only answering would not make it look better', () => {
    const cases = of('answered in time', 'sent back, then answered late', 'not taken yet', 'withdrawn');
    expect(value('answered_in_legal_time', cases, '2026-09-30')).toMatchObject({ count: 1, of: 2 });
    expect(value('answered_in_legal_time', cases, '2026-10-20')).toMatchObject({
      count: 1,
      of: 3,
      percent: 33.3,
    });
  });

  it('gives a paused case its later date', () => {
    const cases = of('paused, then answered in time');
    expect(value('answered_in_legal_time', cases)).toMatchObject({ count: 1, of: 1 });
  });

  it('takes marketing as stopped when the last step was done, not when it was confirmed', () => {
    const cases = of('marketing stopped in two days', 'marketing stopped late');
    expect(value('marketing_stopped_in_two_days', cases)).toMatchObject({ count: 1, of: 2 });
    expect(value('done_in_house_time', cases)).toMatchObject({ count: 1, of: 2 });
  });

  it('counts a house target that has passed, and not one that has not', () => {
    const cases = of('complaint, acknowledged');
    expect(value('done_in_house_time', cases, '2026-09-10')).toMatchObject({ of: 0 });
    expect(value('done_in_house_time', cases, '2026-10-20')).toMatchObject({ count: 0, of: 1 });
  });

  it('names every cause of a late answer', () => {
    const late = caseOf('sent back, then answered late');
    const logged = { ...late, number: 'DSR-2026-0100', loggedAt: '2026-09-08T10:00:00Z' };
    const slow = { ...late, number: 'DSR-2026-0101', returns: 0, workDoneAt: '2026-10-03T10:00:00Z' };
    const sending = { ...late, number: 'DSR-2026-0102', returns: 0 };
    expect(value('late_causes', [late, logged, slow, sending, caseOf('answered in time')])).toEqual({
      kind: 'causes',
      of: 4,
      counts: [
        ['the second person sent the answer back', 2],
        ['logged more than two days after receipt', 1],
        ['ready in time, but approved or sent after the date', 1],
        ['the steps were finished after the date', 1],
      ],
    });
  });
});

describe('how long', () => {
  it('counts the days from receipt, and beside them those that the clock ran', () => {
    const cases = of('paused, then answered in time');
    // 1 September to 5 October; the pause of 7 to 11 September is five days (procedure A4).
    expect(value('days_elapsed', cases)).toMatchObject({ median: 34, ninetieth: 34 });
    expect(value('days_running', cases)).toMatchObject({ median: 29 });
  });

  it('gives a median and a ninetieth percentile that really occurred', () => {
    const cases = Array.from({ length: 20 }, (_, day) =>
      caseOf('not taken yet', {
        number: `DSR-2026-${1_000 + day}`,
        loggedAt: new Date(Date.parse('2026-09-01T10:30:00Z') + day * 86_400_000).toISOString(),
      }),
    );
    expect(value('receipt_lag', cases)).toEqual({ kind: 'days', of: 20, median: 9, ninetieth: 17 });
    expect(value('found_late', cases)).toMatchObject({ count: 17, of: 20 });
  });
});

describe('how they go', () => {
  it.each<[string, readonly StoryName[], number, number]>([
    ['extended', ['extended', 'extension to decide', 'in progress'], 1, 3],
    ['paused', ['paused', 'paused, then answered in time', 'in progress'], 2, 3],
    ['identity_asked', ['waiting for identity', 'in progress'], 1, 2],
    // What the team took back itself is no failed approval.
    [
      'approved_first_time',
      [
        'answered in time',
        'recalled, then answered in time',
        'sent back, then answered late',
        'with the second person',
      ],
      2,
      3,
    ],
    ['lapsed', ['withdrawn', 'answered in time', 'in progress'], 0, 2],
    ['refused_or_partial', ['answered in time', 'withdrawn'], 0, 1],
  ])('%s', (id, names, count, all) => {
    expect(value(id, of(...names))).toMatchObject({ count, of: all });
  });

  it('knows that a case had lapsed after it was closed', () => {
    const lapsed = caseOf('withdrawn', { endedAs: 'lapsed', state: 'closed' });
    expect(value('lapsed', [lapsed])).toMatchObject({ count: 1, of: 1 });
  });

  it('counts refusals and partial answers, recipients told, and requests that were opened again', () => {
    const base = caseOf('answered in time');
    const cases: readonly Case[] = [
      { ...base, number: 'a', outcome: 'refused' },
      { ...base, number: 'b', outcome: 'partial' },
      { ...base, number: 'c', links: [{ to: 'a', relation: 'reopened_from' }] },
      { ...base, number: 'd', right: 'erasure', recipients: [{ recipient: 'crm', result: 'told' }] },
      { ...base, number: 'e', right: 'erasure' },
    ];
    expect(value('refused_or_partial', cases)).toMatchObject({ count: 2, of: 5 });
    expect(value('reopened', cases)).toMatchObject({ count: 1, of: 5 });
    expect(value('recipients_told', cases)).toMatchObject({ count: 1, of: 2 });
  });
});

describe('complaints and clients', () => {
  const complaints = of('complaint, acknowledged', 'complaint, not acknowledged');

  it('sets complaints beside requests', () => {
    const cases = [...complaints, ...of('in progress', 'withdrawn', 'paused', 'extended')];
    expect(value('complaints_per_hundred', cases)).toEqual({
      kind: 'rate',
      count: 2,
      of: 4,
      per_hundred: 50,
    });
  });

  it('counts a complaint that nobody acknowledged once its 30 days are over', () => {
    expect(value('complaints_acknowledged', complaints, '2026-09-20')).toMatchObject({ count: 1, of: 1 });
    expect(value('complaints_acknowledged', complaints, '2026-10-20')).toMatchObject({ count: 1, of: 2 });
  });

  it('tells upheld from not upheld', () => {
    const outcomes = ['full', 'partial', 'not_upheld'] as const;
    const decided = outcomes.map((outcome) =>
      caseOf('complaint, acknowledged', {
        number: outcome,
        outcome,
        state: 'responded',
        endedAt: '2026-09-20T10:00:00Z',
      }),
    );
    expect(value('complaints_upheld', [...decided, ...complaints])).toMatchObject({ count: 2, of: 3 });
  });

  it('measures a client’s data against its ceiling', () => {
    const terminated = (endedAt: string | null): Case =>
      caseOf('client information', {
        number: `CLT-${endedAt}`,
        clockEvents: [{ type: 'agreement_terminated', at: '2025-09-01T10:00:00Z' }],
        endedAt,
        state: endedAt === null ? 'in_progress' : 'closed',
      });
    const cases = [terminated('2026-08-31T10:00:00Z'), terminated('2026-09-15T10:00:00Z'), terminated(null)];
    expect(value('client_ceilings_met', cases)).toMatchObject({ count: 1, of: 3 });
  });
});
