import { describe, expect, it } from 'vitest';
import { typedDay } from '../../../src/flows/cases/typed-day.ts';

/** A Monday. */
const now = new Date('2026-11-30T10:00:00Z');

describe('a day as people type it', () => {
  it.each([
    ['today', '2026-11-30'],
    ['yesterday', '2026-11-29'],
    ['the day before yesterday', '2026-11-28'],
    ["3 Mar '25", '2025-03-03'],
    ['31-Jan-2026', '2026-01-31'],
    ['20260131', '2026-01-31'],
    ['31/01', '2026-01-31'],
    ['last Friday', '2026-11-27'],
    ['on Friday', '2026-11-27'],
    ['Monday', '2026-11-23'],
    ['3 days ago', '2026-11-27'],
    ['two weeks ago', '2026-11-16'],
    ['on the 5th', '2026-11-05'],
    ['the 31st', '2026-10-31'],
    ['31/01/2026', '2026-01-31'],
  ])('%s', (typed, day) => {
    expect(typedDay(typed, now, 'Europe/London')).toMatchObject({ ok: true, day });
  });

  it('says back what it read from words', () => {
    const read = typedDay('last Friday', now, 'Europe/London');
    expect(read.ok && read.reading).toContain('27 Nov');
  });

  it('leaves the right that was typed with it', () => {
    const read = typedDay('3 days ago erasure', now, 'Europe/London');
    expect(read.ok && read.rest.trim()).toBe('erasure');
  });
});
