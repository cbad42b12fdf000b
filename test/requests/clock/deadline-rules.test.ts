import { describe, expect, it } from 'vitest';
import type { ClockCase, ClockEvent, Deadline } from '../../../src/requests/clock/clock-case.ts';
import { deadline } from '../../../src/requests/clock/deadline.ts';
import { table } from './oracle.ts';

const at = (day: string, time = '10:00'): Date => new Date(`${day}T${time}:00Z`);
const event = (type: ClockEvent['type'], day: string, more: Partial<ClockEvent> = {}): ClockEvent => ({
  type,
  at: at(day),
  ...more,
});

const base: ClockCase = {
  right: 'access',
  regime: 'uk',
  jurisdiction: 'england-and-wales',
  zone: 'Europe/London',
  receivedAt: at('2026-09-01', '09:00'),
  events: [],
};

const answer = (change: Partial<ClockCase>): Deadline => {
  const result = deadline({ ...base, ...change }, table);
  if (!result.ok) throw new Error(result.problem.message);
  return result.deadline;
};
const eu = { regime: 'eu', jurisdiction: 'ireland' } as const;

describe('while something is outstanding', () => {
  it.each([
    ['identity_requested', '2026-10-01'],
    ['authority_requested', '2026-10-01'],
    ['fee_requested', '2026-10-01'],
  ] as const)('%s stops the UK clock from starting; the target from receipt stays', (type, target) => {
    const got = answer({ events: [event(type, '2026-09-02')] });
    expect(got).toMatchObject({
      due: null,
      state: 'clock_not_started',
      relevantDate: null,
      cautiousDue: target,
    });
    expect(got.extensionNoticeDue).toBeNull();
  });

  it('asking for more identity after some came stops it again', () => {
    const events = [
      event('identity_requested', '2026-09-02'),
      event('identity_received', '2026-09-04'),
      event('identity_requested', '2026-09-05'),
    ];
    expect(answer({ events }).state).toBe('clock_not_started');
  });

  it('an extension notice cannot be late before the month has begun', () => {
    const events = [
      event('identity_requested', '2026-09-02'),
      event('extension_notified', '2026-10-20', { reason: 'number' }),
    ];
    expect(answer({ events })).toMatchObject({ extended: true, flags: [] });
    const later = [...events, event('identity_received', '2026-10-26')];
    expect(answer({ events: later })).toMatchObject({ due: '2027-01-26', extended: true, flags: [] });
  });

  it('a paused clock shows no date and the days that are left', () => {
    const got = answer({ events: [event('clarification_requested', '2026-09-07')] });
    expect(got).toMatchObject({
      due: null,
      state: 'paused_clarification',
      cautiousDue: null,
      relevantDate: '2026-09-01',
    });
    expect(got.explanation.join('\n')).toContain('25 counted days are left');
  });

  it('one answer closes every open question, unless a person says what is still open (was: paused for ever)', () => {
    const events = [
      event('clarification_requested', '2026-09-07'),
      event('clarification_requested', '2026-09-09'),
      event('clarification_received', '2026-09-11'),
    ];
    expect(answer({ events })).toMatchObject({ state: 'running', pausedDays: 5, due: '2026-10-06' });
    const told = [
      ...events.slice(0, 2),
      { ...event('clarification_received', '2026-09-11'), stillOpen: true },
    ];
    expect(answer({ events: told })).toMatchObject({ state: 'paused_clarification', due: null });
    const closed = [...events, event('clarification_received', '2026-09-14')];
    expect(answer({ events: closed })).toMatchObject({ pausedDays: 8, due: '2026-10-09' });
  });

  it('the answer is booked on the question that pauses, never on the one that paused nothing (was: due null)', () => {
    const events = [
      event('clarification_requested', '2026-09-04', { reasonable: false }),
      event('clarification_requested', '2026-09-09'),
      event('clarification_received', '2026-09-14'),
    ];
    expect(answer({ events })).toMatchObject({ state: 'running', pausedDays: 6, due: '2026-10-07' });
    const more = [...events, event('clarification_received', '2026-09-20')];
    expect(answer({ events: more })).toMatchObject({ pausedDays: 6, due: '2026-10-07' });
  });

  it('a second answer after the period had ended does not pause it again', () => {
    const events = [
      event('clarification_requested', '2026-09-07'),
      event('clarification_requested', '2026-09-09'),
      event('clarification_received', '2026-09-11'),
      event('clarification_received', '2026-11-03'),
    ];
    expect(answer({ events })).toMatchObject({
      due: '2026-10-06',
      flags: ['pause_after_deadline_ineffective'],
    });
  });
});

describe('what is asked for after the end revives nothing', () => {
  it.each([
    ['identity', 'identity_requested', 'identity_received'],
    ['authority', 'authority_requested', 'authority_received'],
    ['a fee', 'fee_requested', 'fee_paid'],
  ] as const)(
    '%s asked for on 10 November leaves 1 October (was: 21 December, or no date)',
    (_, asked, came) => {
      const events = [event(asked, '2026-11-10'), event(came, '2026-11-20')];
      const got = answer({ events });
      expect(got).toMatchObject({
        due: '2026-10-01',
        state: 'running',
        cautiousDue: '2026-10-01',
        relevantDate: '2026-09-01',
        flags: ['request_after_deadline_ineffective'],
      });
      expect(got.explanation.join('\n')).toContain('Mon 21 Dec 2026');
      expect(answer({ events: events.slice(0, 1) })).toMatchObject({ due: '2026-10-01', state: 'running' });
    },
  );

  it('on the rolled last day it still counts, on the next it does not', () => {
    const on = (day: string) =>
      answer({
        receivedAt: at('2026-09-03'),
        events: [event('identity_requested', day), event('identity_received', '2026-10-08')],
      }).due;
    expect([on('2026-10-05'), on('2026-10-06')]).toEqual(['2026-11-09', '2026-10-05']);
  });

  it('inside an extended or a lengthened period it is late but counts, as the letter of the law has it', () => {
    const events = [
      event('extension_notified', '2026-09-20', { reason: 'complexity' }),
      event('identity_requested', '2026-11-10'),
      event('identity_received', '2026-11-20'),
    ];
    expect(answer({ events })).toMatchObject({ relevantDate: '2026-11-20', due: '2027-02-22' });
  });

  it('a second request for identity after the end does not undo the first', () => {
    const events = [
      event('identity_requested', '2026-09-02'),
      event('identity_received', '2026-09-08'),
      event('identity_requested', '2026-10-20'),
      event('identity_received', '2026-10-22'),
    ];
    expect(answer({ events })).toMatchObject({ relevantDate: '2026-09-08', due: '2026-10-08' });
  });
});

describe('identity', () => {
  it('never holds up an objection to marketing, whatever a person noted', () => {
    const got = answer({
      right: 'direct_marketing_objection',
      events: [event('identity_requested', '2026-09-02')],
    });
    expect(got).toMatchObject({ due: '2026-10-01', state: 'running', houseActionBy: '2026-09-03' });
    expect(got.flags).toEqual(['identity_request_not_reasonable_ignored']);
  });

  it('does not suspend the EU clock when it was asked for late', () => {
    const events = [
      event('identity_requested', '2026-09-20', { prompt: false }),
      event('identity_received', '2026-09-25'),
    ];
    expect(answer({ ...eu, events })).toMatchObject({ due: '2026-10-01', pausedDays: 0, state: 'running' });
  });

  it('asked for without ground counts from receipt, and a fair request after it counts again', () => {
    const events = [
      event('identity_requested', '2026-09-02', { reasonable: false }),
      event('identity_received', '2026-09-10'),
      event('identity_requested', '2026-09-11'),
      event('identity_received', '2026-09-14'),
    ];
    expect(answer({ events })).toMatchObject({ due: '2026-10-14', relevantDate: '2026-09-14' });
    expect(answer({ events: events.slice(0, 2) })).toMatchObject({ due: '2026-10-01' });
  });
});

describe('requests from before 5 February 2026', () => {
  const old = { receivedAt: at('2026-02-04') };
  it('know no pause and no fresh month, and say why', () => {
    const pause = [
      event('clarification_requested', '2026-02-10'),
      event('clarification_received', '2026-02-20'),
    ];
    expect(answer({ ...old, events: pause })).toMatchObject({
      due: '2026-03-04',
      pausedDays: 0,
      flags: ['received_before_5_february_2026'],
    });
    const identity = [event('identity_requested', '2026-02-05'), event('identity_received', '2026-02-20')];
    expect(answer({ ...old, events: identity })).toMatchObject({
      due: '2026-03-04',
      relevantDate: '2026-02-04',
    });
  });

  it('name the guidance of that time, which paused and began afresh', () => {
    const text = (events: readonly ClockEvent[]): string => answer({ ...old, events }).explanation.join('\n');
    const asked = [
      event('clarification_requested', '2026-02-10'),
      event('clarification_received', '2026-02-20'),
    ];
    // Ten days of waiting on the guidance's count: 4 March and ten days, a Saturday, so Monday 16 March.
    expect(text(asked)).toContain('2026-03-16');
    expect(
      text([event('identity_requested', '2026-02-05'), event('identity_received', '2026-02-20')]),
    ).toContain('2026-03-20');
  });

  it('can be extended as ever', () => {
    const events = [event('extension_notified', '2026-02-20', { reason: 'complexity' })];
    expect(answer({ ...old, events })).toMatchObject({ due: '2026-05-05', extended: true });
  });
});

describe('an extension', () => {
  it.each(['workload', 'holiday leave', '', undefined])('for "%s" is void', (reason) => {
    const got = answer({ events: [event('extension_notified', '2026-09-10', { reason })] });
    expect(got).toMatchObject({
      due: '2026-10-01',
      extended: false,
      flags: ['extension_illegal_no_valid_reason'],
    });
  });

  it('of a marketing objection does not exist (was: three months)', () => {
    const events = [event('extension_notified', '2026-09-10', { reason: 'complexity' })];
    const got = answer({ right: 'direct_marketing_objection', events });
    expect(got).toMatchObject({ due: '2026-10-01', extended: false, flags: ['extension_not_available'] });
    expect(got.explanation.join('\n')).not.toContain('An extension, for');
  });

  it('that was void does not use up the one that is allowed', () => {
    const events = [
      event('extension_notified', '2026-09-10', { reason: 'workload' }),
      event('extension_notified', '2026-09-20', { reason: 'number' }),
    ];
    expect(answer({ events })).toMatchObject({ due: '2026-12-01', extended: true });
  });

  it('from a month end counts three months, and names the shorter reading', () => {
    const got = answer({
      receivedAt: at('2027-01-31'),
      events: [event('extension_notified', '2027-02-10', { reason: 'complexity' })],
    });
    expect(got).toMatchObject({ due: '2027-04-30', cautiousDue: '2027-04-28' });
    expect(got.explanation.join('\n')).toContain('Wed 28 Apr 2027');
  });
});

describe('places', () => {
  it('an EU case without a Member State moves over weekends only', () => {
    const got = answer({ ...eu, jurisdiction: 'england-and-wales', receivedAt: at('2026-11-25') });
    expect(got.due).toBe('2026-12-25');
  });

  it('a date outside the table says so', () => {
    expect(answer({ receivedAt: at('2040-05-01') }).flags).toEqual(['outside_holiday_table']);
  });
});

describe('holidays', () => {
  const inPlace = (jurisdiction: string, day: string) =>
    answer({ regime: 'eu', jurisdiction, receivedAt: at(day) });

  it.each([
    ['cyprus', '2027-02-15', '2027-03-16', 'Clean Monday, 48 days before Orthodox Easter (was: a day late)'],
    ['cyprus', '2027-05-21', '2027-06-22', 'Whit Monday, 21 June 2027 (was: missing)'],
    ['romania', '2028-12-02', '2029-01-03', '2 January (was: missing)'],
    ['bulgaria', '2029-11-26', '2029-12-27', '26 December (was: missing)'],
    [
      'bulgaria',
      '2028-11-26',
      '2028-12-28',
      'Sunday the 24th gives the 27th (Labour Code Art 154(2); was: missing)',
    ],
    ['bulgaria', '2027-11-27', '2027-12-29', 'the 25th and 26th on a weekend give the 27th and 28th'],
    ['bulgaria', '2027-04-04', '2027-05-05', '1 May on Easter Saturday gives 4 May, after Easter Monday'],
    ['bulgaria', '2026-04-12', '2026-05-12', 'Easter Sunday gives nothing'],
  ])('of %s: received %s, due %s: %s', (place, day, due) => {
    expect(inPlace(place, day).due).toBe(due);
  });

  it('that were never compared are said to be so, and do not move the cautious date', () => {
    const [sure, unsure] = [inPlace('ireland', '2026-11-25'), inPlace('cyprus', '2026-11-25')];
    expect([unsure.due, unsure.cautiousDue]).toEqual(['2026-12-28', '2026-12-25']);
    expect(unsure.explanation.join('\n')).toContain('never compared');
    expect(sure.explanation.join('\n')).not.toContain('never compared');
  });

  it('of which the tail of a pause runs past are each named', () => {
    const got = answer({
      receivedAt: at('2026-09-03'),
      events: [event('clarification_requested', '2026-10-05'), event('clarification_received', '2026-10-08')],
    });
    const text = got.explanation.join('\n');
    expect(got.due).toBe('2026-10-09');
    // 3 October is a Saturday: the weekend had moved the end to Monday the 5th, of which one day was left.
    for (const day of ['Sat 3 Oct 2026', 'Sun 4 Oct 2026', 'Mon 5 Oct 2026', 'Fri 9 Oct 2026'])
      expect(text).toContain(day);
  });
});

describe('the day of receipt', () => {
  it('may hold a question at an earlier hour, because a receipt known by its day stands at noon', () => {
    const events = [{ type: 'identity_requested', at: at('2026-09-01', '08:00') } as const];
    expect(answer({ events }).state).toBe('clock_not_started');
  });
});

describe('what cannot have happened', () => {
  const problem = (change: Partial<ClockCase>) => {
    const result = deadline({ ...base, ...change }, table);
    return result.ok ? null : { code: result.problem.code, field: result.problem.field };
  };
  it.each([
    [
      'an answer before its question',
      {
        events: [
          event('clarification_requested', '2026-09-09'),
          event('clarification_received', '2026-09-08'),
        ],
      },
      'answer_without_question',
      'events.1.at',
    ],
    [
      'a second answer to one question',
      {
        events: [
          event('clarification_requested', '2026-09-07'),
          event('clarification_received', '2026-09-08'),
          event('clarification_received', '2026-09-09'),
        ],
      },
      'answer_without_question',
      'events.2.at',
    ],
    [
      'identity that nobody asked for',
      { events: [event('identity_received', '2026-09-08')] },
      'answer_without_question',
      'events.0.at',
    ],
    [
      'a fee that nobody asked for',
      { events: [event('fee_paid', '2026-09-08')] },
      'answer_without_question',
      'events.0.at',
    ],
    [
      'something before the request',
      { events: [event('extension_notified', '2026-08-31', { reason: 'number' })] },
      'event_before_receipt',
      'events.0.at',
    ],
    [
      "a client's event on a person's request",
      { events: [event('agreement_terminated', '2026-09-08')] },
      'event_not_for_right',
      'events.0.type',
    ],
    ['a place without a table', { jurisdiction: 'atlantis' }, 'unknown_jurisdiction', 'jurisdiction'],
    ['a Member State under UK law', { jurisdiction: 'ireland' }, 'unknown_jurisdiction', 'jurisdiction'],
    ['a zone that does not exist', { zone: 'Europe/Londn' }, 'unknown_zone', 'timezone'],
    ['a moment that is none', { receivedAt: new Date(Number.NaN) }, 'invalid_instant', 'received_at'],
  ] as const)('%s is refused with its field', (_what, change, code, field) => {
    expect(problem(change)).toEqual({ code, field });
  });
});
