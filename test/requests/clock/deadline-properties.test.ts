import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  type CalendarDate,
  parseCalendarDate,
} from '../../../src/requests/clock/calendar-date.ts';
import type { ClockCase, ClockEvent, Deadline } from '../../../src/requests/clock/clock-case.ts';
import { deadline } from '../../../src/requests/clock/deadline.ts';
import { calendarFor, isWorkingDay, type WorkingCalendar } from '../../../src/requests/clock/holidays.ts';
import { allRights } from '../../../src/requests/clock/rights.ts';
import { localDate } from '../../../src/requests/clock/zone.ts';
import { table } from './oracle.ts';

const minute = 60_000;
const day = 1440 * minute;
const from = new Date('2026-02-05T00:00:00Z').getTime();

const answer = (input: ClockCase): Deadline => {
  const result = deadline(input, table);
  if (!result.ok) throw new Error(result.problem.message);
  return result.deadline;
};

const received = fc
  .integer({ min: 0, max: 8 * 365 * 1440 })
  .map((minutes) => new Date(from + minutes * minute));
const daysAfter = (start: Date, days: number): Date => new Date(start.getTime() + days * day);
const places = fc.constantFrom(
  ['uk', 'england-and-wales'] as const,
  ['uk', 'scotland'] as const,
  ['uk', 'northern-ireland'] as const,
  ['eu', 'ireland'] as const,
  ['eu', 'germany'] as const,
  ['eu', 'france'] as const,
);
const rollingRights = allRights.filter((right) =>
  ['answer', 'acknowledge'].includes(table.regimes['uk']?.rights[right].clock ?? ''),
);

/** Questions with their answers, an extension now and then: days after receipt. */
const happenings = fc
  .record({
    pauses: fc.array(fc.tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 60 })), {
      maxLength: 3,
    }),
    identity: fc.option(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), {
      nil: undefined,
    }),
    extended: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
  })
  .map(({ pauses, identity, extended }) => (start: Date): readonly ClockEvent[] => [
    ...pauses.flatMap(([asked, waited]): ClockEvent[] => [
      { type: 'clarification_requested', at: daysAfter(start, asked) },
      { type: 'clarification_received', at: daysAfter(start, asked + waited) },
    ]),
    ...(identity === undefined
      ? []
      : ([
          { type: 'identity_requested', at: daysAfter(start, identity[0]) },
          { type: 'identity_received', at: daysAfter(start, identity[0] + identity[1]) },
        ] as const)),
    ...(extended === undefined
      ? []
      : ([{ type: 'extension_notified', at: daysAfter(start, extended), reason: 'complexity' }] as const)),
  ]);

const cases = fc
  .record({
    receivedAt: received,
    place: places,
    right: fc.constantFrom(...rollingRights),
    events: happenings,
  })
  .map(
    ({ receivedAt, place, right, events }): ClockCase => ({
      right,
      regime: place[0],
      jurisdiction: place[1],
      zone: 'Europe/London',
      receivedAt,
      events: events(receivedAt),
    }),
  );

const dueOf = (input: ClockCase): CalendarDate => answer(input).due as CalendarDate;

describe('whatever happens', () => {
  it('a due date is never before its base month, or its 30 days', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const { due, relevantDate } = answer(input);
        if (due === null) return;
        const start = localDate(input.receivedAt, input.zone);
        const base = relevantDate === null ? addDays(start, 30) : addMonths(relevantDate, 1);
        expect(due >= base).toBe(true);
      }),
    );
  });

  it('a due date is never a day off', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const { due } = answer(input);
        const calendar = calendarFor(table, input.jurisdiction) as WorkingCalendar;
        if (due !== null) expect(isWorkingDay(due, calendar), due).toBe(true);
      }),
    );
  });

  it('the cautious date is never later than the due date', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const { due, cautiousDue } = answer(input);
        if (due !== null) expect(cautiousDue !== null && cautiousDue <= due).toBe(true);
      }),
    );
  });

  it('the order in which the events are written down changes nothing', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const spread = input.events.map((event, index) => ({
          ...event,
          at: new Date(event.at.getTime() + index),
        }));
        const forwards = answer({ ...input, events: spread });
        expect(answer({ ...input, events: [...spread].reverse() })).toEqual(forwards);
      }),
    );
  });

  it('a later answer to a question never brings the due date forward', () => {
    fc.assert(
      fc.property(
        received,
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 0, max: 30 }),
        (receivedAt, asked, waited, more) => {
          const withAnswerAfter = (days: number): CalendarDate =>
            dueOf({
              right: 'access',
              regime: 'uk',
              jurisdiction: 'scotland',
              zone: 'Europe/London',
              receivedAt,
              events: [
                { type: 'clarification_requested', at: daysAfter(receivedAt, asked) },
                { type: 'clarification_received', at: daysAfter(receivedAt, asked + days) },
              ],
            });
          expect(withAnswerAfter(waited + more) >= withAnswerAfter(waited)).toBe(true);
        },
      ),
    );
  });

  it('counts the very days that a walk over the calendar counts', () => {
    const pause = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 40 }));
    fc.assert(
      fc.property(received, fc.array(pause, { maxLength: 3 }), (receivedAt, pauses) => {
        const events = pauses.flatMap(([asked, waited]): ClockEvent[] => [
          { type: 'clarification_requested', at: daysAfter(receivedAt, asked) },
          { type: 'clarification_received', at: daysAfter(receivedAt, asked + waited) },
        ]);
        const input: ClockCase = {
          right: 'access',
          regime: 'uk',
          jurisdiction: 'england-and-wales',
          zone: 'Europe/London',
          receivedAt,
          events,
        };
        const date = (at: Date): CalendarDate => localDate(at, input.zone);
        const spans = pauses.map(([asked, waited]) => [
          date(daysAfter(receivedAt, asked)),
          date(daysAfter(receivedAt, asked + waited)),
        ]);
        const start = date(receivedAt);
        let left = 0;
        for (let at = start; at < addMonths(start, 1); at = addDays(at, 1)) left += 1;
        let at = start;
        while (left > 0) {
          at = addDays(at, 1);
          if (!spans.some(([a = '', b = '']) => a <= at && at <= b)) left -= 1;
        }
        const calendar = calendarFor(table, input.jurisdiction) as WorkingCalendar;
        while (!isWorkingDay(at, calendar)) at = addDays(at, 1);
        const got = answer(input);
        // The walk knows no expired period: a question asked after the end, or in the roll, is flagged instead.
        if (got.flags.length === 0) expect(got.due).toBe(at);
      }),
    );
  });

  it("reads the same date in every zone for a moment at that zone's noon", () => {
    const zones = fc.constantFrom('Europe/London', 'Asia/Tokyo', 'America/New_York', 'UTC');
    fc.assert(
      fc.property(zones, received, (zone, receivedAt) => {
        const own = localDate(receivedAt, zone);
        const input = {
          right: 'erasure',
          regime: 'uk',
          jurisdiction: 'scotland',
          zone,
          receivedAt,
          events: [],
        } as const;
        const noon = new Date(`${parseCalendarDate(own)}T12:00:00Z`);
        expect(dueOf(input)).toBe(dueOf({ ...input, zone: 'UTC', receivedAt: noon }));
      }),
    );
  });
});
