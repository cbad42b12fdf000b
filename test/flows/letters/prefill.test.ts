import { describe, expect, it } from 'vitest';
import { readHolidayTable } from '../../../src/base/calendars.ts';
import { prefillOf } from '../../../src/flows/letters/prefill.ts';
import type { PrefillSource } from '../../../src/flows/letters/prefilled.ts';
import type { IntakeForm } from '../../../src/requests/case/intake.ts';
import { replay } from '../../../src/requests/case/replay.ts';
import { parseCalendarDate } from '../../../src/requests/clock/calendar-date.ts';
import type { Right } from '../../../src/requests/clock/rights.ts';
import { logExemption, logRedaction } from '../../../src/requests/decisions/decide-entries.ts';
import { returnForWork, sendForReview } from '../../../src/requests/decisions/decide-review.ts';
import {
  abe,
  by,
  finishWork,
  hash,
  loggedNow,
  moment,
  type Step,
  story,
  tess,
} from '../../support/case-story.ts';

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

describe('what is prefilled follows from what is recorded', () => {
  const of = (right: Right, letter: string, more: Partial<IntakeForm>, ...steps: readonly Step[]) =>
    prefilled(story(loggedNow(right, more), by('take', '2026-09-02T09:00:00Z'), ...steps), letter);
  const leaving = (contact: string): IntakeForm['personal'] => ({
    name: 'Jane Canary',
    contact,
    words: 'send me everything',
  });

  it.each([
    ['phone', '+44 7700 900123', undefined],
    ['phone', '07700 900123 (mobile)', undefined],
    ['phone', 'jane@canary.example', 'by a secure link that we send to the address you gave us'],
    ['email', 'jane@canary.example', 'by a secure link that we send to the address you wrote from'],
    ['letter', '1 Mill Lane, Ely CB7 4AA', 'by tracked post to the address you gave us'],
  ] as const)('by %s, reached at %s: the data goes %s', (channel, contact, words) => {
    const { delivery } = of('access', 'access-answer', { channel, personal: leaving(contact) });
    expect(delivery?.words).toBe(words);
  });

  it('a caller is not told of an address that they never wrote from', () => {
    const asked = by('askForIdentity', '2026-09-03T09:00:00Z');
    const { doubt } = of('access', 'identity-request', { channel: 'phone' }, asked);
    expect(doubt?.words).toContain('called');
    expect(of('access', 'identity-request', { channel: 'email' }, asked).doubt?.words).toContain('wrote');
  });

  it('what an exemption keeps stands under what is kept, with its provision; only the end is left open', () => {
    const { kept, erased } = of(
      'erasure',
      'erasure-answer',
      {},
      (c) =>
        logExemption(
          c,
          {
            entry: 'e',
            exemption: 'legal_obligation',
            personal: { reasons: 'Invoices of 2021 to 2026' },
          },
          moment('2026-09-04T09:00:00Z', tess),
        ),
      by('logSearch', '2026-09-04T10:00:00Z'),
    );
    expect(kept?.origin).toEqual({ from: 'register' });
    expect(kept?.words.split('|').map((cell) => cell.trim())).toEqual([
      'Invoices of 2021 to 2026',
      expect.stringContaining('Article 17(3)(b) of the UK GDPR'),
      '',
    ]);
    expect(erased?.words).toContain('except what is named below');
  });

  it('what was erased is what was recorded as erased, not all that was found', () => {
    const found = story(
      loggedNow('erasure'),
      by('take', '2026-09-02T09:00:00Z'),
      by('logSearch', '2026-09-04T10:00:00Z'),
    );
    const done = { type: 'task_done', at: '2026-09-10T10:00:00Z', by: tess.id, task: 'delete' } as const;
    const erased = (systems: readonly string[]) =>
      prefilled([...found, { ...done, result: 'done', systems }], 'erasure-answer').erased?.words;
    expect(prefilled(found, 'erasure-answer').erased?.words).toContain('ailbox');
    expect(erased(['mailboxes'])).toContain('ailbox');
    expect(erased([])).toBeUndefined();
  });

  it('what was blacked out names the provision that allows it, counted or not', () => {
    const redacted = (items: number | null) =>
      of('access', 'access-answer', {}, (c) =>
        logRedaction(c, { entry: 'r', reason: 'third_party', items }, moment('2026-09-04T09:00:00Z', tess)),
      ).withheld?.words;
    for (const [items, words] of [
      [3, '3 pieces'],
      [1, 'One piece'],
      [null, 'Pieces'],
    ] as const) {
      expect(redacted(items)).toContain(`${words} that we blacked out | `);
      expect(redacted(items)).toContain('Schedule 2 to the Data Protection Act 2018');
    }
  });

  it('of the policy only what concerns people of this kind', () => {
    const policy = {
      sources: {
        words: 'you give it to us\nif you apply for a job, from your references\nwhen you visit our site',
        section: 'How we collect',
      },
    };
    const sources = (people: IntakeForm['people']) => {
      const history = story(loggedNow('access', { people }), by('take', '2026-09-02T09:00:00Z'));
      return prefillOf(
        policy,
        {
          request: replay(history),
          history,
          law,
          letter: 'access-answer',
          company: { automatedDecisions: null },
          related: [],
        },
        today,
      ).sources?.words;
    };
    expect(sources('customer')).toBe('you give it to us\nwhen you visit our site');
    expect(sources('staff_or_applicant')).toBe(policy.sources.words);
  });
});
