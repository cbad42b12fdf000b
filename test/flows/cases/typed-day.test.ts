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

describe('a day as people write it in letters, notes and other languages', () => {
  it.each([
    ['letter of 3rd Nov', '2026-11-03'],
    ['last Tuesday', '2026-11-24'],
    ['03.11.', '2026-11-03'],
    ['3.11.', '2026-11-03'],
    ['03.11', '2026-11-03'],
    ['3.11.26', '2026-11-03'],
    ['03.11.2026', '2026-11-03'],
    ['3. November', '2026-11-03'],
    ['3. Nov.', '2026-11-03'],
    ['3. Nov 2026', '2026-11-03'],
    ['am 3.11. erhalten', '2026-11-03'],
    ['Brief vom 3. November 2026', '2026-11-03'],
    ['vom 3.', '2026-11-03'],
    ['gestern', '2026-11-29'],
    ['vorgestern', '2026-11-28'],
    ['heute', '2026-11-30'],
    ['heute Morgen', '2026-11-30'],
    ['gestern Abend', '2026-11-29'],
    ['letzten Dienstag', '2026-11-24'],
    ['am Freitag', '2026-11-27'],
    ['vor 3 Tagen', '2026-11-27'],
    ['vor zwei Wochen', '2026-11-16'],
    ['vor einer Woche', '2026-11-23'],
    ['5. März 2026', '2026-03-05'],
    ['5. Mrz', '2026-03-05'],
    ['12. Dez. 2025', '2025-12-12'],
    ['1. Mai', '2026-05-01'],
    ['31. Okt.', '2026-10-31'],
    ['le 3 novembre', '2026-11-03'],
    ['1er octobre 2026', '2026-10-01'],
    ['3 févr. 2026', '2026-02-03'],
    ['15 août', '2026-08-15'],
    ['hier', '2026-11-29'],
    ['hier matin', '2026-11-29'],
    ['avant-hier', '2026-11-28'],
    ["aujourd'hui", '2026-11-30'],
    ['lundi dernier', '2026-11-23'],
    ['vendredi', '2026-11-27'],
    ['il y a 3 jours', '2026-11-27'],
    ['il y a deux semaines', '2026-11-16'],
    ['reçu le 3', '2026-11-03'],
    ['lettre du 3 novembre 2026', '2026-11-03'],
    ['3 de noviembre', '2026-11-03'],
    ['3 de noviembre de 2026', '2026-11-03'],
    ['el 3 de marzo de 2026', '2026-03-03'],
    ['ayer', '2026-11-29'],
    ['anteayer', '2026-11-28'],
    ['hoy', '2026-11-30'],
    ['el lunes pasado', '2026-11-23'],
    ['el viernes', '2026-11-27'],
    ['hace 3 días', '2026-11-27'],
    ['hace dos semanas', '2026-11-16'],
    ['ayer por la mañana', '2026-11-29'],
    ['3rd Nov', '2026-11-03'],
    ['3rd of November', '2026-11-03'],
    ['Nov 3', '2026-11-03'],
    ['Nov 3rd', '2026-11-03'],
    ['November 3rd, 2026', '2026-11-03'],
    ['Tue 3 Nov', '2026-11-03'],
    ['Tuesday the 3rd', '2026-11-03'],
    ['Tuesday 24th', '2026-11-24'],
    ['3 Nov 26', '2026-11-03'],
    ["3 nov '26", '2026-11-03'],
    ['03-Nov-2026', '2026-11-03'],
    ['3-11-2026', '2026-11-03'],
    ['3/11/26', '2026-11-03'],
    ['3/11', '2026-11-03'],
    ['2026/11/03', '2026-11-03'],
    ['2026.11.03', '2026-11-03'],
    ['20261103', '2026-11-03'],
    ['2026-11-03T14:05Z', '2026-11-03'],
    ['3 Nov at 14:30', '2026-11-03'],
    ['3 Nov 2:30 pm', '2026-11-03'],
    ['3.11.2026 um 14 Uhr', '2026-11-03'],
    ['yesterday at 4pm', '2026-11-29'],
    ['yesterday afternoon', '2026-11-29'],
    ['this morning', '2026-11-30'],
    ['last night', '2026-11-29'],
    ['a week ago', '2026-11-23'],
    ['a fortnight ago', '2026-11-16'],
    ['3 days ago', '2026-11-27'],
    ['Friday', '2026-11-27'],
    ['on Friday', '2026-11-27'],
    ['last Fri', '2026-11-27'],
    ['Tuesday last week', '2026-11-24'],
    ['last week Friday', '2026-11-27'],
    ['Tuesday before last', '2026-11-17'],
    ['the 3rd', '2026-11-03'],
    ['on the 3rd', '2026-11-03'],
    ['3rd', '2026-11-03'],
    ['the 3rd of last month', '2026-10-03'],
    ['1 May', '2026-05-01'],
    ['May 1', '2026-05-01'],
    ['1st of May 2026', '2026-05-01'],
    ['email came in yesterday', '2026-11-29'],
    ["rec'd 3/11", '2026-11-03'],
    ['3 Nov, Tuesday', '2026-11-03'],
    ['phoned on 24 Nov', '2026-11-24'],
    ['3 Sept', '2026-09-03'],
    ['29 Feb', '2024-02-29'],
    ['Martes', '2026-11-24'],
    ['miércoles', '2026-11-25'],
    ['Mittwoch, 25. November', '2026-11-25'],
    ['mercredi 25 novembre', '2026-11-25'],
    ['2 weeks ago', '2026-11-16'],
    ['vor 10 Tagen', '2026-11-20'],
    ['3. 11. 2026', '2026-11-03'],
    ['Nov. 3, 2026', '2026-11-03'],
    ['3 November 2026 10.30', '2026-11-03'],
    ['12 déc.', '2025-12-12'],
    ['24 sept', '2026-09-24'],
    ['3 mai 2026', '2026-05-03'],
    ['7 juin', '2026-06-07'],
    ['4 juillet 2026', '2026-07-04'],
    ['6 de enero', '2026-01-06'],
  ])('%s', (typed, day) => {
    expect(typedDay(typed, now, 'Europe/London')).toMatchObject({ ok: true, day });
  });

  it.each([
    ['letter of 3 Nov came yesterday'],
    ['Tuesday 25th'],
    ['Wed 3 Nov'],
    ['3 Nov, Wednesday'],
    ['31.11.'],
    ['31/02/2026'],
    ['tomorrow'],
    ['next Friday'],
    ['morgen'],
    ['nächsten Dienstag'],
    ['übermorgen, Mittwoch'],
    ['demain'],
    ['mañana'],
    ['Monday or Tuesday'],
    ['3 or 4 Nov'],
    ['last week'],
    ['soon'],
    ['someday'],
    ['the other day'],
  ])('takes no day from “%s”', (typed) => {
    expect(typedDay(typed, now, 'Europe/London')).toMatchObject({ ok: false });
  });

  it('does not take the date of the letter where it came on another day', () => {
    expect(typedDay('letter of 3 Nov, arrived yesterday', now, 'Europe/London').ok).toBe(false);
    expect(typedDay('Brief vom 29.11., gestern eingegangen', now, 'Europe/London')).toMatchObject({
      ok: true,
      day: '2026-11-29',
    });
  });
});
