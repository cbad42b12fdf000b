import { describe, expect, it } from 'vitest';
import { readHolidayTable } from '../../../src/base/calendars.ts';
import type { Case } from '../../../src/requests/case/case.ts';
import { replay } from '../../../src/requests/case/replay.ts';
import type { Right } from '../../../src/requests/clock/rights.ts';
import { localMoment } from '../../../src/requests/clock/zone.ts';
import type { Reminder } from '../../../src/requests/reminders/due-reminder.ts';
import { registerReminders } from '../../../src/requests/reminders/register-reminders.ts';
import type { ReminderRules } from '../../../src/requests/reminders/reminder-days.ts';
import { remindersDue } from '../../../src/requests/reminders/reminders.ts';
import { logged } from '../../support/case-story.ts';

const rules: ReminderRules = {
  table: readHolidayTable(),
  jurisdiction: 'england-and-wales',
  zone: 'Europe/London',
  time: '09:15',
};
const nothing = (): boolean => false;

/** Logged and received in the same minute, taken by an owner, acknowledged: only the clock is left to speak. */
const request = (right: Right, receivedAt: string, more: Partial<Case> = {}): Case => ({
  ...replay(logged(right)),
  receivedAt,
  loggedAt: receivedAt,
  owner: 'UTESS',
  state: 'in_progress',
  acknowledgedAt: receivedAt,
  ...more,
});

const names = (reminders: readonly Reminder[]): readonly string[] => reminders.map(({ rung }) => rung);

/** What is said at each of these moments, when everything that was due before has been said. */
const saidAt = (subject: Case, at: string, ledger: Set<string> = new Set()): readonly Reminder[] => {
  const found = remindersDue(subject, (key) => ledger.has(key), new Date(at), rules);
  for (const { key, covers } of found) for (const one of [key, ...covers]) ledger.add(one);
  return found;
};

const hour = 3_600_000;

/** Every quarter of an hour from one moment to another, as `day time rung`. */
const diary = (subject: Case, from: string, to: string): readonly string[] => {
  const ledger = new Set<string>();
  const lines: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += hour / 4) {
    const { date, time } = localMoment(new Date(at), rules.zone);
    for (const { rung } of saidAt(subject, new Date(at).toISOString(), ledger))
      lines.push(`${date} ${time} ${rung}`);
  }
  return lines;
};

describe('news of a case', () => {
  it.each<readonly [string, Right, Partial<Case>, string]>([
    ['nobody has it', 'access', { owner: null, acknowledgedAt: null }, 'take it and acknowledge it.'],
    ['somebody took it', 'access', { acknowledgedAt: null }, 'acknowledge it.'],
    ['an opt-out is not acknowledged', 'direct_marketing_objection', { owner: null }, 'take it.'],
    ['all is done', 'access', {}, 'New in the register.'],
  ])('asks only for what is still to do: %s', (_, right, more, ask) => {
    const subject = request(right, '2026-11-23T10:00:00Z', more);
    const [news] = saidAt(subject, '2026-11-23T10:01:00Z');
    expect([news?.rung, news?.ask.replace('New in the register: ', '')]).toEqual(['logged', ask]);
  });
});

describe('the countdown to a date', () => {
  it('stands on working days before it, at the reminder time, around Christmas and the New Year', () => {
    // Received Fri 4 Dec 2026, due Mon 4 Jan 2027: 25 and 28 December (substitute) and 1 January are no working days.
    expect(
      diary(request('access', '2026-12-04T10:00:00Z'), '2026-12-04T10:00:00Z', '2027-01-06T12:00:00Z'),
    ).toEqual([
      '2026-12-04 10:00 logged',
      '2026-12-10 09:15 T-14',
      '2026-12-16 09:15 T-10',
      '2026-12-21 09:15 T-7',
      '2026-12-23 09:15 T-5',
      '2026-12-29 09:15 T-3',
      '2026-12-31 09:15 T-1',
      '2027-01-04 09:15 due',
      '2027-01-04 14:00 due-14:00',
      '2027-01-05 09:15 overdue+1',
      '2027-01-06 09:15 overdue+2',
    ]);
  });

  it.each<readonly [string, Case, readonly string[]]>([
    [
      'a marketing opt-out: has it stopped, and the last days of the month to confirm',
      request('direct_marketing_objection', '2026-11-23T10:00:00Z'),
      [
        '2026-11-23 10:00 logged',
        '2026-11-24 09:15 check+1',
        '2026-11-25 09:15 check+2',
        '2026-11-30 09:15 check+5',
        '2026-12-16 09:15 T-5',
        '2026-12-18 09:15 T-3',
        '2026-12-22 09:15 T-1',
        '2026-12-23 09:15 due',
        '2026-12-23 14:00 due-14:00',
      ],
    ],
    [
      'a withdrawal of consent: no month, only whether it has stopped',
      request('consent_withdrawal', '2026-11-23T10:00:00Z'),
      [
        '2026-11-23 10:00 logged',
        '2026-11-24 09:15 check+1',
        '2026-11-25 09:15 check+2',
        '2026-11-30 09:15 check+5',
      ],
    ],
    [
      'an objection that is not restricted meanwhile',
      request('objection', '2026-12-07T10:00:00Z'),
      [
        '2026-12-07 10:00 logged',
        '2026-12-08 09:15 check+1',
        '2026-12-09 09:15 check+2',
        '2026-12-14 09:15 check+5',
        '2026-12-15 09:15 T-14',
        '2026-12-21 09:15 T-10',
      ].sort(),
    ],
    [
      'an objection that is restricted: nothing to check',
      request('objection', '2026-12-07T10:00:00Z', { restricted: true }),
      ['2026-12-07 10:00 logged', '2026-12-15 09:15 T-14', '2026-12-21 09:15 T-10'],
    ],
    [
      'a complaint: the human word after two working days, updates every ten, five and one before day 30',
      request('complaint', '2026-11-23T10:00:00Z', { acknowledgedAt: null }),
      [
        '2026-11-23 10:00 logged',
        '2026-11-25 09:15 acknowledge+2',
        '2026-11-30 09:15 acknowledge+5',
        '2026-12-07 09:15 update+10',
        '2026-12-16 09:15 T-5',
        '2026-12-21 09:15 update+20',
        '2026-12-22 09:15 T-1',
        '2026-12-23 09:15 due',
        '2026-12-23 14:00 due-14:00',
      ],
    ],
  ])('%s', (_, subject, expected) => {
    const seen = diary(subject, subject.loggedAt, '2026-12-23T17:00:00Z').filter(
      (line) => line <= '2026-12-23 14:01',
    );
    expect([...seen].sort()).toEqual([...expected].sort());
  });
});

/** Days and rungs of one kind, as `day rung`. */
const daysOf = (subject: Case, from: string, to: string, kind: RegExp): readonly string[] => {
  const ledger = new Set<string>();
  const lines: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 24 * hour)
    for (const { rung } of saidAt(subject, new Date(at).toISOString(), ledger))
      if (kind.test(rung)) lines.push(`${new Date(at).toISOString().slice(0, 10)} ${rung}`);
  return lines;
};

describe('the house’s table, line by line', () => {
  const monday = '2026-11-23T10:00:00Z';
  it.each<readonly [string, Case, string, RegExp, readonly string[]]>([
    [
      'while an answer is awaited: the owner after 3 working days, chasers after 5, 10 and 20, the lapse after 30 days',
      request('access', monday, { state: 'awaiting_clarification', waitingSince: '2026-12-01T10:00:00Z' }),
      '2027-01-08T12:00:00Z',
      /^(waiting|chase|paused)/,
      // 25 and 28 December and 1 January are no working days; 31 December is thirty days later.
      [
        '2026-12-04 waiting+3',
        '2026-12-08 chase+5',
        '2026-12-15 chase+10',
        '2026-12-31 chase+20',
        '2026-12-31 paused+30',
      ],
    ],
    [
      'without an owner: every working day',
      request('access', monday, { owner: null }),
      '2026-11-30T12:00:00Z',
      /^unowned/,
      [
        '2026-11-24 unowned+1',
        '2026-11-25 unowned+2',
        '2026-11-26 unowned+3',
        '2026-11-27 unowned+4',
        '2026-11-30 unowned+5',
      ],
    ],
    [
      'a team that has not answered: every second working day after it was asked',
      request('access', monday, {
        asked: [
          {
            system: 'tickets',
            team: 'support',
            people: ['USUP'],
            askedAt: '2026-11-24T10:00:00Z',
            result: null,
            answeredBy: null,
          },
        ],
      }),
      '2026-12-02T12:00:00Z',
      /^search/,
      ['2026-11-26 search+2', '2026-11-30 search+4', '2026-12-02 search+6'],
    ],
    [
      'client data without the client’s word: 30, 60, 90 days, then half a year, never later for a weekend',
      request('client_data_deletion', monday),
      '2027-06-01T12:00:00Z',
      /^client/,
      ['2026-12-23 client+30', '2027-01-22 client+60', '2027-02-19 client+90', '2027-05-24 client+182'],
    ],
    [
      'client data: 90, 60, 30 and 7 days before the ceiling, which never moves',
      request('client_information_retention', monday, {
        clockEvents: [{ type: 'agreement_terminated', at: '2026-11-23T10:00:00Z' }],
      }),
      '2027-11-30T12:00:00Z',
      /^(ceiling|T-|due|overdue)/,
      [
        '2027-08-25 ceiling-90',
        '2027-09-24 ceiling-60',
        '2027-10-22 ceiling-30',
        '2027-11-16 ceiling-7',
        '2027-11-22 T-1',
        '2027-11-23 due',
        '2027-11-24 overdue+1',
        '2027-11-25 overdue+2',
        '2027-11-26 overdue+3',
        '2027-11-29 overdue+4',
        '2027-11-30 overdue+5',
      ],
    ],
    [
      'an ended case: when its time in the register is over',
      request('access', monday, { state: 'closed', endedAt: monday, retainUntil: '2027-01-03' }),
      '2027-01-08T12:00:00Z',
      /./,
      ['2026-12-31 retention'],
    ],
    [
      'a second person who is awaited: after more than two working days, then every fifth',
      request('access', monday, {
        approvals: [
          {
            id: 'a1',
            by: 'UTESS',
            proposal: { kind: 'deletion' },
            askedAt: monday,
            status: 'pending',
          },
        ],
      }),
      '2026-12-02T12:00:00Z',
      /^approval/,
      ['2026-11-26 approval:a1+3', '2026-11-30 approval:a1+5'],
    ],
  ])('%s', (_, subject, to, kind, expected) => {
    expect(daysOf(subject, '2026-11-23T12:00:00Z', to, kind)).toEqual(expected);
  });

  it('counts down to the safe date while the evidence of identity is awaited and no date may be shown', () => {
    const subject = request('access', monday, {
      state: 'awaiting_identity',
      clockEvents: [{ type: 'identity_requested', at: '2026-11-24T10:00:00Z' }],
      waitingSince: '2026-11-24T10:00:00Z',
    });
    const [last] = saidAt(subject, '2026-12-16T09:15:00Z').filter(({ track }) => track === 'date');
    expect(last).toMatchObject({ rung: 'T-5', anchor: '2026-12-23', due: null, cautiousDue: '2026-12-23' });
  });

  it('says at once that a date lies beyond the holiday table', () => {
    const year = rules.table.lastYear;
    const found = saidAt(request('access', `${year}-12-14T10:00:00Z`), `${year}-12-14T10:05:00Z`);
    expect(names(found)).toContain('beyond-holidays');
  });
});

describe('a yearly look at the holidays', () => {
  it('comes on the first working day of January, once', () => {
    const at = (instant: string) => {
      const { date, time } = localMoment(new Date(instant), rules.zone);
      return names(registerReminders(nothing, date, time, rules));
    };
    expect(at('2027-01-01T09:15:00Z')).toEqual([]);
    expect(at('2027-01-04T09:14:00Z')).toEqual([]);
    expect(at('2027-01-04T09:15:00Z')).toEqual(['holidays']);
    expect(at('2027-12-31T09:15:00Z')).toEqual([]);
  });
});

describe('a case that nobody has taken', () => {
  const asksOf = (right: Right): readonly string[] => {
    const subject = request(right, '2026-11-23T10:00:00Z', { owner: null });
    return ['24', '25', '26', '27', '30'].flatMap((day) =>
      remindersDue(subject, nothing, new Date(`2026-11-${day}T09:30:00Z`), rules)
        .filter(({ track }) => track === 'unowned')
        .map(({ ask }) => ask),
    );
  };

  it('is late without an owner where it has a date, and of one without a date nobody says so', () => {
    expect(asksOf('access').join()).toMatch(/late/);
    expect(asksOf('client_data_deletion')).toHaveLength(5);
    expect(asksOf('client_data_deletion').join()).not.toMatch(/late|time is running/);
  });
});
