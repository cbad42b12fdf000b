import { expect, it } from 'vitest';
import { readHolidayTable } from '../../../src/base/calendars.ts';
import { type PrefillSource, prefillOf } from '../../../src/flows/letters/prefill.ts';
import { replay } from '../../../src/requests/case/replay.ts';
import { parseCalendarDate } from '../../../src/requests/clock/calendar-date.ts';
import type { Right } from '../../../src/requests/clock/rights.ts';
import { returnForWork, sendForReview } from '../../../src/requests/decisions/decide-review.ts';
import { abe, by, finishWork, hash, loggedNow, moment, story, tess } from '../../support/case-story.ts';

const law = readHolidayTable();
const today = parseCalendarDate('2026-09-12');
if (today === undefined) throw new Error('no date');
const prefilled = (history: PrefillSource['history'], letter: string, more: Partial<PrefillSource> = {}) =>
  prefillOf(
    {},
    {
      request: replay(history),
      history,
      law,
      letter,
      company: { automatedDecisions: null },
      related: [],
      ...more,
    },
    today,
  );
const taken = (right: Right) => story(loggedNow(right), by('take', '2026-09-02T09:00:00Z'));

const said = { automatedDecisions: 'No machine decides about anybody by itself.' };
const contesting = { number: 'DSR-2026-0002', right: 'automated_decision', open: false } as const;

it.each([
  ['nobody has said whether machines decide: it is asked', {}, undefined],
  [
    'the company has said so: its words, to be confirmed',
    { company: said },
    { words: said.automatedDecisions, origin: { from: 'company file' } },
  ],
  [
    'the person contests such a decision: it is asked all the same',
    { company: said, related: [contesting] },
    undefined,
  ],
  [
    'the person has another case of another right',
    { company: said, related: [{ ...contesting, right: 'erasure' as const }] },
    { words: said.automatedDecisions, origin: { from: 'company file' } },
  ],
])('%s', (_, more, expected) => {
  expect(prefilled(taken('access'), 'access-answer', more).automated).toEqual(expected);
});

it('an answer that came back names the basis that was recorded, and the usual one before', () => {
  const worked = finishWork(taken('objection'), '2026-09-10T09:00:00Z');
  const before = prefilled(worked, 'objection-answer').legalBasis;
  const basis = 'recognised_legitimate_interest';
  const back = story(
    worked,
    (request) =>
      sendForReview(
        request,
        { outcome: 'full', contentHash: hash, basis },
        moment('2026-09-11T10:00:00Z', tess),
      ),
    (request) => returnForWork(request, { reason: 'letter' }, moment('2026-09-11T12:00:00Z', abe)),
  );
  const after = prefilled(back, 'objection-answer').legalBasis;
  expect(before?.origin).toEqual({ from: 'usual words' });
  expect(after?.origin).toEqual({ from: 'register' });
  expect(after?.words).not.toBe(before?.words);
  expect(after?.words).toContain('ecognised legitimate interest');
});
