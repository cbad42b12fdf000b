import { describe, expect, it } from 'vitest';
import { contentHash } from '../../src/letters/content-hash.ts';
import { factFromWords } from '../../src/letters/facts-from-words.ts';
import { factsOfCase, type LetterCase } from '../../src/letters/facts-of-case.ts';
import { fill } from '../../src/letters/fill.ts';
import { lint } from '../../src/letters/lint.ts';
import type { LetterRecord } from '../../src/letters/record.ts';
import { type CalendarDate, parseCalendarDate } from '../../src/requests/clock/calendar-date.ts';
import type { Deadline } from '../../src/requests/clock/clock-case.ts';
import { emptyRecord } from './empty-record.ts';
import { lawOf, table, templates, verify } from './good-facts.ts';

const day = (text: string): CalendarDate => {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
};

const clock: Deadline = {
  due: day('2026-12-29'),
  state: 'running',
  extensionNoticeDue: day('2026-12-29'),
  relevantDate: day('2026-11-25'),
  pausedDays: 0,
  extended: false,
  flags: [],
  refusalDue: day('2026-12-29'),
  strictDue: null,
  scheduleBy: null,
  houseActionBy: null,
  cautiousDue: day('2026-12-24'),
  explanation: ['rules 2026-11-22, internal target Thu 24 Dec 2026'],
  why: '',
};
const request: LetterCase = {
  number: 'DSR-2026-0007',
  right: 'access',
  state: 'received',
  regime: 'uk',
  jurisdiction: 'england-and-wales',
  also: [],
  receivedAt: '2026-11-25T23:30:00Z',
  timeZone: 'Europe/London',
  waitingSince: null,
  chasers: [],
  endedAt: null,
};
const occasion = {
  record: emptyRecord,
  request,
  law: table,
  clock,
  today: day('2026-11-26'),
  sender: {
    controller: 'Example Ltd',
    contact: 'us@example.com',
    signedBy: 'The privacy team',
    regulators: {},
  },
  personal: { personName: 'Ada Fenwick', addressRoute: 'ada@example.org' },
};
const acknowledgement = templates.find(({ id }) => id === 'acknowledgement');
if (acknowledgement === undefined) throw new Error('no acknowledgement');

describe('the facts of a case', () => {
  it.each([
    'access',
    'rectification',
    'erasure',
    'restriction',
    'objection',
    'portability',
    'automated_decision',
  ] as const)('make a whole acknowledgement of %s at once, with no gap and nothing wrong', (right) => {
    for (const regime of ['uk', 'eu', 'ch'] as const) {
      const facts = factsOfCase({ ...occasion, request: { ...request, right, regime } });
      const { text, missing } = fill(acknowledgement, facts);
      expect(missing).toEqual([]);
      expect(lint(text, acknowledgement, facts, { verify, law: lawOf(regime) })).toEqual([]);
    }
  });

  it('take the date of receipt where the case is kept, not in UTC', () => {
    const summer = { ...request, receivedAt: '2026-07-01T23:30:00Z' };
    expect(factsOfCase({ ...occasion, request: summer }).received).toBe('2026-07-02');
  });

  it('explain the date in words for people outside: no versions, no house target', () => {
    const { howCounted = [] } = factsOfCase(occasion);
    expect(howCounted.at(-1)).toBe(
      'Friday 25 December 2026, Saturday 26 December 2026, Sunday 27 December 2026 and Monday 28 December 2026 are no working days, so the time ends with Tuesday 29 December 2026.',
    );
    expect(howCounted.join(' ')).not.toMatch(/rules|target/);
  });

  it('say why there is no date while the time is paused', () => {
    const paused = { ...clock, due: null, state: 'paused_clarification' } as const;
    const facts = factsOfCase({ ...occasion, clock: paused });
    expect(facts.due).toBeUndefined();
    expect(fill(acknowledgement, facts).text).toContain(
      'We cannot name a day for our answer: the time is paused',
    );
  });

  it('say meanwhile only what is recorded', () => {
    const said = (record: LetterRecord) => factsOfCase({ ...occasion, record }).meanwhile;
    expect(said(emptyRecord)).toBeUndefined();
    expect(said({ ...emptyRecord, deletionSuspended: true })).toContain('deleted');
  });

  it('date what takes effect on receipt from receipt', () => {
    const consent = { ...request, right: 'consent_withdrawal' } as const;
    expect(factsOfCase({ ...occasion, request: consent }).effectiveOn).toBe('2026-11-25');
  });

  it('count days, not months, where the law does', () => {
    const swiss = { ...request, regime: 'ch', jurisdiction: 'zurich' };
    const { howCounted = [], lawPeriod } = factsOfCase({ ...occasion, request: swiss });
    expect([howCounted[1], lawPeriod]).toEqual([
      'The law gives us 30 days, counted from the day after.',
      '30 days',
    ]);
  });

  it('never promise the date by which a complaint must be acknowledged as the date of its outcome', () => {
    expect(factsOfCase({ ...occasion, request: { ...request, right: 'complaint' } }).due).toBeUndefined();
  });
});

describe('the client of a request that is passed on', () => {
  const ofOnePerson = { personName: 'Ada Fenwick', addressRoute: 'ada@example.org' };
  const personal = { ...ofOnePerson, clientName: 'Ada Fenwick', clientContact: 'ada@example.org' };

  it('is never the person who asks (was: their own name and address, told as the client’s)', () => {
    const { clientName, clientContact } = factsOfCase({ ...occasion, personal });
    expect([clientName, clientContact]).toEqual([undefined, undefined]);
  });

  it('but is whoever asks where a client asks for its own data', () => {
    const client = { ...request, right: 'client_data_deletion' } as const;
    expect(factsOfCase({ ...occasion, request: client, personal }).clientName).toBe('Ada Fenwick');
  });
});

describe('what a person types becomes a fact', () => {
  it('a list from lines, with or without bullets', () => {
    expect(factFromWords('erased', '- your profile\n\n your messages ')).toEqual({
      ok: true,
      value: ['your profile', 'your messages'],
    });
  });

  it('a date in any form', () => {
    expect(factFromWords('erasedOn', '5/12/2026')).toEqual({ ok: true, value: '2026-12-05' });
    expect(factFromWords('erasedOn', 'Sat 5 Dec 2026')).toEqual({ ok: true, value: '2026-12-05' });
    expect(factFromWords('erasedOn', '5 December').ok).toBe(false);
    expect(factFromWords('erasedOn', '31 November 2026').ok).toBe(false);
  });

  it('a table from lines of cells, and a line that lacks one is named', () => {
    expect(factFromWords('kept', 'Invoices | tax law | 2032-03-31')).toEqual({
      ok: true,
      value: [{ what: 'Invoices', ground: 'tax law', until: '2032-03-31' }],
    });
    expect(factFromWords('kept', 'Invoices | tax law')).toEqual(
      expect.objectContaining({ ok: false, problem: expect.stringContaining('Invoices | tax law') }),
    );
  });

  it('but never a quote of the policy', () => {
    expect(factFromWords('backupsQuote', 'We may keep everything.').ok).toBe(false);
  });
});

describe('the fingerprint of a letter', () => {
  it('stays when only line ends and spaces at the end of lines change', () => {
    expect(contentHash('Dear Ada,  \r\n\r\nHello.\r\n')).toBe(contentHash('Dear Ada,\n\nHello.\n\n'));
  });

  it('changes with any word', () => {
    expect(contentHash('We have erased it.')).not.toBe(contentHash('We have not erased it.'));
    expect(contentHash('by 29 December')).toMatch(/^[0-9a-f]{64}$/);
  });
});
