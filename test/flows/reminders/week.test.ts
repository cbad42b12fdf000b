import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../../src/blockkit/validate.ts';
import { versionOf } from '../../../src/flows/reminders/digest-book.ts';
import type { Digest } from '../../../src/flows/reminders/reminder-digest.ts';
import { type Listed, type Week, weekOf } from '../../../src/flows/reminders/week.ts';
import { rowsOf } from '../../../src/flows/reports/report-rows.ts';
import type { Case } from '../../../src/requests/case/case.ts';
import { addDays, type CalendarDate, parseCalendarDate } from '../../../src/requests/clock/calendar-date.ts';
import type { ReminderRules } from '../../../src/requests/reminders/reminder-days.ts';
import { digestMessage } from '../../../src/views/reminders/reminder.ts';
import { weekBlocks } from '../../../src/views/reminders/week.ts';
import { allCases, caseOf, type StoryName } from '../../support/register-stories.ts';
import { rules } from '../../support/reminder-world.ts';

const date = (text: string): CalendarDate => parseCalendarDate(text) as CalendarDate;
// A Monday: the cases were received on Tue 1 September and are due on Thu 1 October.
const monday = '2026-09-28';
const week = (cases: readonly Case[], on = monday, by: ReminderRules = rules): Week =>
  weekOf(rowsOf(cases, by.table), date(on), by);
const numbers = ({ named }: Listed): readonly string[] => named.map(({ number }) => number);
const numberOf = (name: StoryName): string => caseOf(name).number;
const everyList = (found: Week): readonly Listed[] =>
  Object.values(found).filter(
    (value): value is Listed => typeof value === 'object' && value !== null && 'named' in value,
  );

describe('the week', () => {
  it('lists what is due this week with owner and days, and what is due next week', () => {
    const found = week([
      caseOf('in progress'),
      caseOf('not taken yet', { receivedAt: '2026-09-08T10:00:00Z' }),
    ]);
    expect(found.dueThisWeek).toEqual({
      all: 1,
      named: [{ number: numberOf('in progress'), owner: 'UTESS', date: '2026-10-01', days: 3 }],
    });
    expect(found.dueNextWeek.named).toEqual([
      { number: numberOf('not taken yet'), owner: null, date: '2026-10-08', days: 10 },
    ]);
    expect(found.overdue.all).toBe(0);
  });

  it('lists what is overdue with its age, the oldest first', () => {
    const found = week(
      [caseOf('in progress', { receivedAt: '2026-08-20T10:00:00Z' }), caseOf('not taken yet')],
      '2026-10-05',
    );
    expect(found.overdue.named.map(({ days }) => days)).toEqual([-14, -4]);
  });

  it('says how long a paused case has waited, and the days left where a date is worked towards', () => {
    const found = week([caseOf('paused'), caseOf('waiting for identity')]);
    expect(found.waiting.named).toMatchObject([
      { number: numberOf('waiting for identity'), date: '2026-10-01', days: 3 },
      { number: numberOf('paused'), date: null, days: 21 },
    ]);
  });

  it('counts the reasons of extensions, and lists those still to decide', () => {
    const found = week([caseOf('extended'), caseOf('extension to decide')]);
    expect(found.extended).toEqual({ complexity: 1 });
    expect(numbers(found.extensionsPending)).toEqual([numberOf('extension to decide')]);
  });

  it('lists a second person’s decision after two working days, not before: a weekend is none', () => {
    // Sent for review on Fri 11 September.
    const cases = [caseOf('with the second person')];
    expect(week(cases, '2026-09-15').approvals.all).toBe(0);
    expect(week(cases, '2026-09-16').approvals.named).toMatchObject([{ days: 5 }]);
  });

  it('keeps complaints that nobody acknowledged apart from those that are being looked into', () => {
    const found = week([caseOf('complaint, acknowledged'), caseOf('complaint, not acknowledged')]);
    expect(numbers(found.complaintsToAcknowledge)).toEqual([numberOf('complaint, not acknowledged')]);
    expect(found.complaintsAcknowledged.named).toMatchObject([
      { number: numberOf('complaint, acknowledged'), days: 27 },
    ]);
  });

  it('lists recipients to be told once data was changed, until they are told', () => {
    const begun = caseOf('in progress');
    const changed = { ...begun, deletionApproved: true };
    const told: Case = { ...changed, recipients: [{ recipient: 'crm', result: 'told' }] };
    expect([begun, changed, told].map((one) => week([one]).recipients.all)).toEqual([0, 1, 0]);
  });

  it('lists client ceilings of the next ninety days', () => {
    const ending = (at: string): Case =>
      caseOf('client information', { number: at, clockEvents: [{ type: 'agreement_terminated', at }] });
    const found = week([ending('2025-10-15T10:00:00Z'), ending('2026-09-01T10:00:00Z')]);
    expect(numbers(found.ceilings)).toEqual(['2025-10-15T10:00:00Z']);
  });

  it('counts what ended last week, late or not, beside the four weeks before', () => {
    const ended = (on: string, days: number): Case =>
      caseOf('answered in time', {
        number: on,
        endedAt: `${on}T10:00:00Z`,
        loggedAt: `${addDays(date(on), -days)}T10:00:00Z`,
      });
    const found = week(
      [ended('2026-09-24', 20), ended('2026-09-25', 20), ended('2026-09-10', 10), ended('2026-09-28', 3)],
      '2026-09-28',
    );
    expect([found.endedInTime, found.endedLate]).toEqual([2, 0]);
    expect(found.ended).toEqual({ last: 2, usual: 0.3 });
    expect(found.received).toEqual({ last: 1, usual: 0.8 });
    const late = week([caseOf('sent back, then answered late')], '2026-10-12');
    expect([late.endedInTime, late.endedLate]).toEqual([0, 1]);
  });

  it('tells of public holidays, of new rules and tables, and of dates that rest on holidays nobody has published', () => {
    const cases = [caseOf('in progress')];
    expect(week(cases, '2026-12-21').news).toMatchObject([
      { what: 'holiday', on: '2026-12-25' },
      { what: 'holiday', on: '2026-12-28' },
      { what: 'holiday', on: '2027-01-01' },
    ]);
    expect(week(cases, '2026-11-30').news).toMatchObject([{ what: 'rules' }, { what: 'holidays' }]);
    const since = caseOf('in progress', { loggedAt: '2026-12-01T10:00:00Z' });
    expect(week([since], '2026-11-30').news).toEqual([]);
    const early: ReminderRules = { ...rules, table: { ...rules.table, publishedTo: 2025 } };
    expect(week(cases, monday, early).news).toContainEqual({
      what: 'projected',
      cases: 1,
      publishedTo: 2025,
    });
  });

  it('counts staff and applicants, and lists none of them', () => {
    const found = week(allCases().map((one) => ({ ...one, people: 'staff_or_applicant' })));
    expect(found.open).toBeGreaterThan(5);
    expect(everyList(found).some(({ all }) => all > 0)).toBe(true);
    expect(everyList(found).flatMap(numbers)).toEqual([]);
  });
});

describe('the week’s message', () => {
  const open = allCases().filter(({ endedAt }) => endedAt === null);
  const many = (count: number): readonly Case[] =>
    Array.from({ length: count }, (_, at) => ({
      ...(open[at % open.length] ?? caseOf('in progress')),
      number: `DSR-2026-${String(at + 1).padStart(5, '0')}`,
      owner: 'U0123456789',
    }));
  const message = (cases: readonly Case[]) => {
    const found = week(cases, '2026-10-19');
    const digest: Digest = {
      date: date('2026-10-19'),
      lines: [],
      more: 0,
      restricted: 0,
      overdue: found.overdue.all,
      unowned: 0,
      week: found,
    };
    return digestMessage(digest);
  };

  it('keeps Slack’s limits when every list is full', () => {
    const named = Array.from({ length: 8 }, (_, at) => ({
      number: `DSR-2026-1234${at}`,
      owner: 'U0123456789',
      date: date('2026-12-23'),
      days: -112,
    }));
    const found = week([caseOf('extended')]);
    const full: Week = {
      ...found,
      ...Object.fromEntries(
        Object.entries(found).map(([name, value]) => [
          name,
          value !== null && typeof value === 'object' && 'named' in value ? { all: 9_999, named } : value,
        ]),
      ),
    };
    const blocks = [...weekBlocks(full)];
    expect(checkMessage({ text: 'x', blocks })).toEqual([]);
  });

  it.each([0, 5, 10_000])('keeps Slack’s limits, and can be read, with %i open cases', (count) => {
    const { text, blocks } = message(many(count));
    expect(checkMessage({ text, blocks: [...blocks] })).toEqual([]);
    const size = JSON.stringify(blocks).length;
    expect(size).toBeGreaterThan(100);
    expect(size).toBeLessThan(6_000);
    expect(text).toContain(`${count} open`);
  });

  it('says how many it does not name', () => {
    const words = JSON.stringify(message(many(200)));
    expect(words).toMatch(/and \d+ more/u);
  });
});

describe('the anchor of the register', () => {
  const anchor = `1234-${'9f'.repeat(12)}`;
  const anchored = (letters: string | null) => ({ ...week([caseOf('extended')]), anchor: letters });

  it('stands in the message of the week, where whoever can write the register cannot', () => {
    expect(JSON.stringify(weekBlocks(anchored(anchor)))).toContain(anchor);
    expect(JSON.stringify(weekBlocks(anchored(null)))).not.toContain('verify --anchor');
  });

  it('is no reason to edit a message that stands', () => {
    const digest = (letters: string | null): Digest => ({
      date: date('2026-11-30'),
      lines: [],
      more: 0,
      restricted: 0,
      overdue: 0,
      unowned: 0,
      week: anchored(letters),
    });
    expect(versionOf(digest(anchor))).toBe(versionOf(digest(`1235-${'9f'.repeat(12)}`)));
  });
});
