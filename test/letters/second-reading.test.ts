/** What a second reader found in the letters, each with the history that shows it. */
import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../../src/requests/clock/calendar-date.ts';
import { type History, letterOfHistory, type Play } from './histories.ts';

const written = (
  regime: History['regime'],
  dates: { readonly received: string; readonly letter: string },
  play: Play,
) => {
  const facts = { company: 'Larkfold Ltd', requester: 'Ada Fenwick', dates };
  const { text, findings } = letterOfHistory(
    { id: 'own', regime, facts, must_say: [], must_not_say: [] },
    play,
  );
  return { text, codes: findings.map(({ code }) => code) };
};

const day = (date: string) => `${parseCalendarDate(date) ?? ''}T09:00:00Z`;
const extendedOn = (date: string): NonNullable<Play['events']> => [
  [date, { type: 'approval_requested', id: 'a', proposal: { kind: 'extension', reason: 'complexity' } }],
  [date, { type: 'approval_given', id: 'a', kind: 'extension' }],
  [date, { type: 'extended', reason: 'complexity', noticeSentAt: day(date), proof: 'email_sent' }],
];
const erased = (date: string): NonNullable<Play['events']> => [
  [date, { type: 'deletion_approved' }],
  [date, { type: 'task_done', task: 'delete', result: 'done' }],
];

describe('a letter says what its history bears', () => {
  it.each([
    ['eu', true, 'the first month is the last day of a refusal, extended or not (Art 12(4))'],
    ['uk', false, 'a refusal has the whole extended time (Art 12A)'],
  ] as const)(
    'a refusal in the second month of an extended case, %s: an apology %s, %s',
    (regime, late, _why) => {
      const { text, codes } = written(
        regime,
        { received: '2026-09-01', letter: '2026-10-20' },
        {
          letter: 'refusal',
          right: 'objection',
          events: extendedOn('2026-09-20'),
          typed: { refused: 'all of it | it weighs less. | Article 21(1).', lateReason: 'we found it late.' },
        },
      );
      expect(text.includes('by the end of Thursday 1 October 2026. We did not, and we apologise')).toBe(late);
      expect(codes.includes('sent_too_late')).toBe(late);
    },
  );

  it.each([
    [[], '', '3 years'],
    [[], 'two invoices | tax law asks for them (Article 17(3)(b)) | 5 April 2032', '6 years'],
    [
      [['2026-09-10', { type: 'exemption_logged', entry: 'e', exemption: 'legal_obligation' }]],
      '',
      '6 years',
    ],
  ] as const)('an erasure keeps the request as long as its outcome asks for (%#)', (before, kept, years) => {
    const { text } = written(
      'uk',
      { received: '2026-09-01', letter: '2026-09-20' },
      {
        letter: 'erasure-answer',
        right: 'erasure',
        events: [...before, ...erased('2026-09-15')],
        typed: { erased: 'your account', kept, backupsUntil: '20 October 2026' },
      },
    );
    expect(text).toContain(`this letter for ${years} after`);
  });

  it.each([
    ['18 September 2026', false],
    ['10 September 2026', true],
    ['1 October 2026', true],
  ])('a reminder that asks for an answer by %s is stopped: %s', (replyBy, stopped) => {
    const { codes } = written(
      'eu',
      { received: '2026-09-01', letter: '2026-09-11' },
      {
        letter: 'chaser',
        right: 'access',
        events: [
          [
            '2026-09-03',
            { type: 'fee_requested', sentAt: day('2026-09-03'), finding: 'excessive', pence: 500 },
          ],
        ],
        typed: { replyBy },
      },
    );
    expect(codes.includes('date_out_of_order')).toBe(stopped);
  });

  it('an acknowledgement of a case that waits for something says for what', () => {
    const { text } = written(
      'uk',
      { received: '2026-09-01', letter: '2026-09-03' },
      {
        letter: 'acknowledgement',
        right: 'access',
        events: [
          [
            '2026-09-02',
            {
              type: 'identity_requested',
              sentAt: day('2026-09-02'),
              doubt: 'unknown_address',
              method: 'known_facts',
              reasonable: true,
            },
          ],
        ],
        typed: {},
      },
    );
    expect(text).toContain('we need this from you: something that shows who you are');
    expect(text).not.toContain('We do not need anything');
  });

  it('an acknowledgement written after the last day promises no answer by it', () => {
    const { text } = written(
      'uk',
      { received: '2026-09-01', letter: '2026-10-09' },
      { letter: 'acknowledgement', right: 'access', typed: {} },
    );
    expect(text).toContain('We had to answer you by the end of Thursday 1 October 2026');
    expect(text).not.toContain('We will answer');
  });

  it('a complaint that is acknowledged late says so', () => {
    const { text } = written(
      'uk',
      { received: '2026-07-06', letter: '2026-08-20' },
      { letter: 'complaint-acknowledgement', right: 'complaint', typed: {} },
    );
    expect(text).toContain('by the end of Wednesday 5 August 2026 that we have your complaint');
  });

  it('a restriction ends with what its recorded ground ends with', () => {
    const { text } = written(
      'uk',
      { received: '2026-09-01', letter: '2026-09-03' },
      {
        letter: 'restriction-answer',
        right: 'restriction',
        events: [['2026-09-02', { type: 'restricted', ground: 'needed_for_claims' }]],
        typed: {},
      },
    );
    expect(text).toContain('How long it lasts: until the claim is settled or given up.');
  });

  it('redactions are named, and silence about them is a finding', () => {
    const play: Play = {
      letter: 'portability-answer',
      right: 'portability',
      systems: ['App'],
      events: [
        ['2026-09-05', { type: 'search_logged', entry: 'f', system: 's0', result: 'found' }],
        ['2026-09-06', { type: 'redaction_logged', entry: 'r', reason: 'third_party', items: 2 }],
      ],
      typed: {},
    };
    const dates = { received: '2026-09-01', letter: '2026-09-10' };
    expect(written('uk', dates, play).text).toContain('2 pieces that we blacked out');
    expect(written('uk', dates, { ...play, typed: { withheld: '' } }).codes).toContain('register_unsaid');
  });

  it('a case under two laws names the authority of each', () => {
    const { text, codes } = written(
      'uk',
      { received: '2026-09-01', letter: '2026-09-20' },
      {
        letter: 'refusal',
        right: 'objection',
        events: [
          [
            '2026-09-02',
            { type: 'regime_changed', regime: 'uk', reason: 'offered_in_eu', also: ['eu/ireland'] },
          ],
        ],
        typed: { refused: 'all of it | it weighs less. | Article 21(1) of the UK GDPR.' },
      },
    );
    expect(text).toContain('section 165 of the Data Protection Act 2018');
    expect(text).toContain('Article 77 of the GDPR');
    expect(codes).not.toContain('wrong_regime');
  });

  it('an answer that is partly given belongs into the letter that Article 15 asks for', () => {
    const { codes } = written(
      'uk',
      { received: '2026-09-01', letter: '2026-09-20' },
      {
        letter: 'refusal',
        right: 'access',
        typed: { fulfilled: 'your account is enclosed.', refused: 'the rest | no. | Schedule 2.' },
      },
    );
    expect(codes).toContain('wrong_letter');
  });

  it('recipients that may have data are no recipients, and an exemption has a name', () => {
    const { codes } = written(
      'uk',
      { received: '2026-09-01', letter: '2026-09-20' },
      {
        letter: 'access-answer',
        right: 'access',
        typed: { recipients: 'if we sell our business', withheld: 'a page | because' },
      },
    );
    expect(codes).toEqual(expect.arrayContaining(['recipient_unnamed', 'ground_unnamed']));
  });
});
