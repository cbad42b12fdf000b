import { describe, expect, it } from 'vitest';
import { readHolidayTable } from '../../src/base/calendars.ts';
import { rowsOf } from '../../src/flows/reports/report-rows.ts';
import { altText, type Chart, chartOf, mostDrawn } from '../../src/pictures/deadline-chart.ts';
import { deadlineSvg } from '../../src/pictures/deadline-svg.ts';
import { pngOf } from '../../src/pictures/png.ts';
import type { Case } from '../../src/requests/case/case.ts';
import { type CalendarDate, parseCalendarDate } from '../../src/requests/clock/calendar-date.ts';
import { allCases, caseOf, type StoryName } from '../support/register-stories.ts';

const table = readHolidayTable();
const on = parseCalendarDate('2026-10-05') as CalendarDate;
const draw = (cases: readonly Case[], day = on): Chart => chartOf(rowsOf(cases, table), day);
const plain = caseOf('in progress');
/** Received on one day after the other, the last one first of all. */
const numbered = (count: number): readonly Case[] =>
  Array.from({ length: count }, (_, at) => ({
    ...plain,
    number: `DSR-2026-${String(at + 1).padStart(5, '0')}`,
    receivedAt: new Date(Date.parse('2026-09-30T10:00:00Z') - at * 3_600_000).toISOString(),
  }));
const drawnNumbers = (svg: string): readonly string[] => svg.match(/DSR-\d{4}-\d+/gu) ?? [];

describe('the chart', () => {
  it.each<[StoryName, string, string | null]>([
    ['in progress', 'overdue', '2026-10-01'],
    ['waiting for identity', 'waiting', '2026-10-01'],
    ['paused', 'waiting', null],
    ['extended', 'running', '2026-12-01'],
    ['complaint, not acknowledged', 'overdue', '2026-10-01'],
    ['complaint, acknowledged', 'undated', null],
  ])('marks a case that is %s as %s', (name, mark, until) => {
    expect(draw([caseOf(name)]).rows).toMatchObject([{ mark, until }]);
  });

  it('leaves out what has ended', () => {
    expect(draw([caseOf('answered in time'), caseOf('withdrawn')])).toMatchObject({ open: 0, rows: [] });
  });

  it('takes the most urgent of many, and counts the rest', () => {
    const chart = draw(numbered(10_000));
    expect(chart).toMatchObject({ open: 10_000, more: 10_000 - mostDrawn });
    const latest = chart.rows.map(({ days }) => days ?? 0);
    expect(latest).toEqual(latest.toSorted((a, b) => a - b));
    // The oldest of all are among them.
    expect(drawnNumbers(JSON.stringify(chart.rows))).toContain('DSR-2026-10000');
  });
});

describe('the drawing', () => {
  it.each([0, 1, 12, 60, 10_000])('shows %i open cases, each number once', (count) => {
    const svg = deadlineSvg(draw(numbered(count)));
    expect(drawnNumbers(svg)).toHaveLength(Math.min(count, mostDrawn));
    expect(new Set(drawnNumbers(svg)).size).toBe(Math.min(count, mostDrawn));
    expect(svg.includes('most urgent of')).toBe(count > mostDrawn);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|width="-/u);
  });

  it('keeps its bars inside the frame, however far away a date lies', () => {
    const far = caseOf('in progress', { receivedAt: '2020-01-01T10:00:00Z' });
    const ceiling = caseOf('client information', {
      clockEvents: [{ type: 'agreement_terminated', at: '2026-10-01T10:00:00Z' }],
    });
    const svg = deadlineSvg(draw([far, ceiling]));
    const [, wide = '0'] = /<svg [^>]*width="(\d+)"/u.exec(svg) ?? [];
    for (const [, x = '', width = ''] of svg.matchAll(/<rect x="([\d.-]+)"[^>]*width="([\d.-]+)"/gu)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x) + Number(width)).toBeLessThanOrEqual(Number(wide));
    }
  });

  it('draws overdue in red and waiting hatched, and says both in words', () => {
    const svg = deadlineSvg(draw(allCases()));
    expect(svg).toMatch(/fill="#b3261e"/u);
    expect(svg).toMatch(/fill="url\(#hatch\)"/u);
    expect(svg).toContain('4 days overdue');
    expect(svg).toContain('Today');
  });
});

describe('the words beside it', () => {
  it('say the same counts, and every case where there is room', () => {
    const chart = draw(allCases());
    const words = altText(chart);
    expect(words).toContain(`${chart.open} open cases`);
    expect(words).toContain(`${chart.overdue} overdue`);
    expect(words).toContain('DSR-2026-0001 Access, Thu 1 Oct 2026: 4 days overdue.');
  });

  it.each([0, 1, 12, 60, 10_000])(
    'keep Slack’s limit with %i cases, and account for all of them',
    (count) => {
      const words = altText(draw(numbered(count)));
      expect(words.length).toBeLessThanOrEqual(1_000);
      const [, rest = '0'] = /And (\d+) more\.$/u.exec(words) ?? [];
      expect(drawnNumbers(words).length + Number(rest)).toBe(count);
    },
  );
});

describe('the picture', () => {
  const sizeOf = (png: Uint8Array): readonly number[] => {
    const view = new DataView(png.buffer, png.byteOffset);
    return [view.getUint32(16), view.getUint32(20)];
  };

  it('is a PNG of twice the drawing’s size, the same each time', async () => {
    const svg = deadlineSvg(draw(numbered(3)));
    const [, wide, high] = /width="(\d+)" height="(\d+)"/u.exec(svg) ?? [];
    const png = await pngOf(svg);
    expect([...png.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(sizeOf(png)).toEqual([Number(wide) * 2, Number(high) * 2]);
    expect(await pngOf(svg)).toEqual(png);
  });

  it('says so when there is nothing to draw', async () => {
    await expect(pngOf('this is no drawing')).rejects.toThrow('could not be drawn');
  });

  it('brings its own letters: without them the picture would be another', async () => {
    const svg = deadlineSvg(draw(numbered(1)));
    const silent = await pngOf(svg.replaceAll(/<text[^>]*>[^<]*<\/text>/gu, ''));
    const light = await pngOf(svg.replaceAll(' font-weight="700"', ''));
    const png = await pngOf(svg);
    expect(png.length).toBeGreaterThan(silent.length * 1.5);
    expect(light).not.toEqual(png);
  });
});
