/** What a case in its first days tells a letter, whoever sends it. */

import { readHolidayTable } from '../../src/base/calendars.ts';
import type { LetterFacts } from '../../src/letters/fact-fields.ts';
import { factsOfCase, type Sender } from '../../src/letters/facts-of-case.ts';
import { parseCalendarDate } from '../../src/requests/clock/calendar-date.ts';
import { emptyRecord } from './empty-record.ts';

export const facts = (sender: Sender): LetterFacts => {
  const due = parseCalendarDate('2026-12-29');
  const today = parseCalendarDate('2026-11-26');
  if (due === undefined || today === undefined) throw new Error('no dates');
  return factsOfCase({
    request: {
      number: 'DSR-2026-0007',
      right: 'access',
      state: 'received',
      regime: 'uk',
      jurisdiction: 'england-and-wales',
      also: [],
      receivedAt: '2026-11-25T10:00:00Z',
      timeZone: 'Europe/London',
      waitingSince: null,
      chasers: [],
      endedAt: null,
    },
    clock: {
      due,
      state: 'running',
      extensionNoticeDue: due,
      relevantDate: today,
      pausedDays: 0,
      extended: false,
      flags: [],
      refusalDue: due,
      strictDue: null,
      scheduleBy: null,
      houseActionBy: null,
      cautiousDue: due,
      explanation: [],
      why: '',
    },
    law: readHolidayTable(),
    today,
    sender,
    record: emptyRecord,
    personal: { personName: 'Ada Fenwick', addressRoute: 'ada@example.org' },
  });
};
