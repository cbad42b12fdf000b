import { describe, expect, it } from 'vitest';
import { daysAhead } from '../../../src/flows/cases/day-ahead.ts';
import { saidOfPresence } from '../../../src/flows/cases/said-away.ts';
import type { CalendarDate } from '../../../src/requests/clock/calendar-date.ts';

/** A Monday. */
const today = '2026-11-30' as CalendarDate;

describe('days to come', () => {
  it.each([
    ['until 18 December', '2026-11-30', '2026-12-18'],
    ['until 18 Dec 2026', '2026-11-30', '2026-12-18'],
    ['till the 18th', '2026-11-30', '2026-12-18'],
    ['until 2026-12-18', '2026-11-30', '2026-12-18'],
    ['until 5 January', '2026-11-30', '2027-01-05'],
    ['until Friday', '2026-11-30', '2026-12-04'],
    ['until tomorrow', '2026-11-30', '2026-12-01'],
    ['until the end of the week', '2026-11-30', '2026-12-04'],
    ['until next week', '2026-11-30', '2026-12-11'],
    ['from 14 to 18 December', '2026-12-14', '2026-12-18'],
    ['from 30 to 2 January', '2026-12-30', '2027-01-02'],
    ['14-18 December', '2026-12-14', '2026-12-18'],
    ['from 28 December until 4 January', '2026-12-28', '2027-01-04'],
    ['from Wednesday to Friday', '2026-12-02', '2026-12-04'],
    ['for two weeks', '2026-11-30', '2026-12-13'],
    ['from 7 December for 3 days', '2026-12-07', '2026-12-09'],
    ['tomorrow', '2026-12-01', '2026-12-01'],
    ['today', '2026-11-30', '2026-11-30'],
    ['on Thursday', '2026-12-03', '2026-12-03'],
    ['I am on leave until 18 December', '2026-11-30', '2026-12-18'],
    ['bis 18. Dezember', '2026-11-30', '2026-12-18'],
  ])('%s', (typed, from, until) => {
    expect(daysAhead(typed, today)).toEqual({ ok: true, from, until });
  });

  it.each([
    ['', 'no_day'],
    ['for a while', 'no_day'],
    ['from Monday', 'no_day'],
    ['until 18 November 2026', 'past'],
    ['from 18 December to 14 December', 'past'],
    ['from 18 to 14 December', 'past'],
    ['until 18 December 2031', 'too_far'],
  ])('“%s” says no such days: %s', (typed, why) => {
    expect(daysAhead(typed, today)).toEqual({ ok: false, why });
  });
});

describe('what somebody says of themselves', () => {
  it.each([
    'I am on leave until 18 December',
    'I’m away until Friday',
    'Hi, I am on annual leave from Monday to Friday',
    "I'll be out of office tomorrow",
    'away until 18 December',
    'on holiday for two weeks',
    'I am off sick',
    'I am ill.',
    'I am on leave, until Friday',
    'I am away from Monday',
    'I am on leave, back on 18 December',
  ])('away: %s', (text) => {
    expect(saidOfPresence(text)).toBe('away');
  });

  it.each(['I am back', 'I’m back from leave.', 'back', 'Hello, I am back at work'])('back: %s', (text) => {
    expect(saidOfPresence(text)).toBe('back');
  });

  it.each([
    'How long do we keep data on sick leave?',
    'What happens to data when an employee is on leave?',
    'on leave',
    'I am sick of cookies',
    'I am away from my desk policy?',
    'A customer is on holiday until Friday',
    'back up our data',
    'I am on leave, who handles a request',
    'I am off sick and a customer wrote to me',
    'who can see client data?',
    'I am back to the question of cookies',
    'leave',
  ])('neither: %s', (text) => {
    expect(saidOfPresence(text)).toBeNull();
  });
});
