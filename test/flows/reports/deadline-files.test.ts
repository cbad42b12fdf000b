import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHolidayTable } from '../../../src/base/calendars.ts';
import { answerLine } from '../../../src/commands/deadline.ts';
import { calendarText } from '../../../src/flows/reports/calendar-file.ts';
import { csvText } from '../../../src/flows/reports/csv.ts';
import { type HandoverRow, handover } from '../../../src/flows/reports/handover.ts';
import { fits, sheetRow } from '../../../src/flows/reports/register-sheet.ts';
import { rowsOf } from '../../../src/flows/reports/report-rows.ts';
import { type Case, isOpen } from '../../../src/requests/case/case.ts';
import { type CalendarDate, parseCalendarDate } from '../../../src/requests/clock/calendar-date.ts';
import { allCases } from '../../support/register-stories.ts';

const table = readHolidayTable();
const now = new Date('2026-09-24T09:30:15.250Z');
const on = parseCalendarDate('2026-09-24') as CalendarDate;
const cases = allCases();
const rows = handover(rowsOf(cases, table), on, table);
const file = calendarText(rows, now);

const octets = (text: string): number => new TextEncoder().encode(text).length;
/** RFC 5545, 3.1: a line goes on after a line break and one blank. */
const unfolded = (text: string): readonly string[] => text.replaceAll('\r\n ', '').trimEnd().split('\r\n');
const events = (text: string): readonly ReadonlyMap<string, string>[] =>
  unfolded(text)
    .join('\n')
    .split('BEGIN:VEVENT\n')
    .slice(1)
    .map(
      (body) =>
        new Map(
          body.split('\n').map((line): [string, string] => {
            const colon = line.indexOf(':');
            return [line.slice(0, colon), line.slice(colon + 1)];
          }),
        ),
    );
const unescaped = (text: string): string =>
  text.replace(/\\(.)/gu, (_, letter: string) => (letter === 'n' ? '\n' : letter));

/** What the deadline engine says to whoever asks on the command line. */
const engine = (request: Case): Readonly<Record<string, unknown>> =>
  JSON.parse(
    answerLine(
      JSON.stringify({
        right: request.right,
        regime: request.regime,
        jurisdiction: request.jurisdiction,
        timezone: request.timeZone,
        received_at: request.receivedAt,
        events: request.clockEvents,
      }),
      table,
      { regime: 'uk', jurisdiction: 'england-and-wales', zone: 'Europe/London' },
    ),
  );
const owedBy = (request: Case): unknown =>
  isOpen(request) && request.acknowledgedAt === null ? engine(request)['due'] : null;

describe('the deadlines as a calendar', () => {
  it('breaks lines as the standard wants: CRLF, at most 75 octets, a blank in front of what goes on', () => {
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    for (const line of file.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
    expect(unfolded(file)[0]).toBe('BEGIN:VCALENDAR');
    expect(unfolded(file)).toEqual(
      expect.arrayContaining(['VERSION:2.0', expect.stringMatching(/^PRODID:/u)]),
    );
  });

  it('has one all-day event for each open case that has a date, on the day that the engine gives', () => {
    const byNumber = new Map(cases.map((request) => [request.number, request]));
    const dated = rows.filter(({ due, cautious_due }) => due !== null || cautious_due !== null);
    expect(events(file)).toHaveLength(dated.length);
    for (const event of events(file)) {
      const number = event.get('UID')?.split('@')[0] ?? '';
      const request = byNumber.get(number);
      const said = request === undefined ? {} : engine(request);
      const day = String(said['due'] ?? said['cautious_due']).replaceAll('-', '');
      expect(event.get('DTSTART;VALUE=DATE')).toBe(day);
      expect(Number(event.get('DTEND;VALUE=DATE'))).toBeGreaterThan(Number(day));
      expect(event.get('DTSTAMP')).toBe('20260924T093015Z');
      expect(event.get('SUMMARY')).toContain(number);
    }
  });

  it('keeps the UID of a case when its date moves, so that an import moves the entry', () => {
    const [first] = rows;
    if (first === undefined) throw new Error('no rows');
    const later = calendarText([{ ...first, due: parseCalendarDate('2026-12-01') as CalendarDate }], now);
    expect(events(later)[0]?.get('UID')).toBe(events(calendarText([first], now))[0]?.get('UID'));
    expect(events(later)[0]?.get('DTSTART;VALUE=DATE')).toBe('20261201');
  });

  it('gives back whatever text was put in, folded and escaped, without cutting a character', () => {
    const base: HandoverRow = {
      number: 'DSR-2026-0001',
      right: 'access',
      state: 'in_progress',
      due: on,
      cautious_due: on,
      days_left: 0,
      owner: null,
      next_step: '',
      waits_for: [],
    };
    const words = fc.array(fc.constantFrom('a', 'é', '漢', '😀', ',', ';', '\\', '\n', ' ', ':', '"'), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(words, (letters) => {
        const text = letters.join('');
        const written = calendarText([{ ...base, next_step: text }], now);
        for (const line of written.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
        expect(written).not.toContain('\uFFFD');
        const kept = events(written)[0]?.get('DESCRIPTION') ?? '';
        expect(kept.replaceAll(/\\[\\;,n]/gu, '')).not.toMatch(/[\\;,]/u);
        expect(unescaped(kept)).toBe(text);
      }),
    );
  });

  it('is a valid calendar when there is nothing in it', () => {
    expect(unfolded(calendarText([], now)).filter((line) => /^(BEGIN|END):/u.test(line))).toEqual([
      'BEGIN:VCALENDAR',
      'END:VCALENDAR',
    ]);
  });
});

describe('the register as a spreadsheet', () => {
  const head = (summary: Case) => ({
    id: summary.number,
    length: 1,
    openedAt: summary.loggedAt,
    changedAt: summary.lastAt,
    lastType: '',
    erased: false,
    summary,
  });
  const sheet = cases.map((request) => sheetRow(head(request), now.toISOString(), table));

  it('has every case, and its dates are the engine’s', () => {
    const lines = csvText(sheet).trimEnd().split('\r\n');
    const [heading = '', ...body] = lines;
    const names = heading.split(',');
    expect(body).toHaveLength(cases.length);
    for (const [at, request] of cases.entries()) {
      const cells = body[at]?.split(',') ?? [];
      const cell = (name: string): string => cells[names.indexOf(name)] ?? '?';
      expect(cell('id')).toBe(request.number);
      expect(cell('due')).toBe(String(owedBy(request) ?? ''));
      expect(cell('cautiousDue')).toBe(
        isOpen(request) && request.acknowledgedAt === null
          ? String(engine(request)['cautious_due'] ?? '')
          : '',
      );
      expect(cell('open')).toBe(String(isOpen(request)));
    }
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r=1'])(
    'disarms the formula %j',
    (text) => {
      const [, cell = ''] = csvText([{ owner: text }]).split('\r\n', 2);
      expect(csvText([{ owner: text }])).toMatch(/^owner\r\n"?'/u);
      expect(cell.startsWith('=')).toBe(false);
    },
  );

  it('leaves numbers numbers, and quotes what has commas, quotes and line breaks', () => {
    expect(csvText([{ a: -5, b: 'x, "y"\nz', c: null, d: true }])).toBe(
      'a,b,c,d\r\n-5,"x, ""y""\nz",,true\r\n',
    );
  });

  it('filters by everything that was asked for', () => {
    const found = (filter: Parameters<typeof fits>[0]) => sheet.filter(fits(filter)).length;
    expect(found({})).toBe(cases.length);
    expect(found({ open: true })).toBe(cases.filter(isOpen).length);
    expect(found({ open: true, right: 'complaint' })).toBe(2);
    expect(found({ owner: 'UTESS', state: 'ready_for_review' })).toBe(1);
    expect(found({ overdue: true })).toBe(0);
  });
});

describe('the hand-over', () => {
  it('has every open case once, with a next step and somebody to move, most urgent first', () => {
    expect(rows.map(({ number }) => number).toSorted()).toEqual(
      cases
        .filter(isOpen)
        .map(({ number }) => number)
        .toSorted(),
    );
    for (const row of rows) {
      expect(row.next_step).not.toBe('');
      expect(row.waits_for.length).toBeGreaterThan(0);
    }
    const dates = rows.map(({ due, cautious_due }) => due ?? cautious_due ?? '9999');
    expect(dates).toEqual(dates.toSorted());
  });

  it('says who waits for whom', () => {
    const waits = (state: Case['state']) => rows.find((row) => row.state === state)?.waits_for;
    expect(waits('ready_for_review')).toEqual(['an approver']);
    expect(waits('awaiting_identity')).toEqual(['the requester']);
    expect(waits('awaiting_clarification')).toEqual(['the requester']);
    expect(waits('in_progress')).toEqual(['UTESS']);
    expect(waits('received')).toEqual(['nobody yet']);
  });
});
