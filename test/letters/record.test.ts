/** A letter says only what the register bears: seeded contradictions, each caught; letters that agree with it, none. */
import { describe, expect, it } from 'vitest';
import type { LetterFacts } from '../../src/letters/fact-fields.ts';
import { factsOfRecord } from '../../src/letters/facts-of-record.ts';
import { fill } from '../../src/letters/fill.ts';
import { lint } from '../../src/letters/lint.ts';
import type { LetterRecord } from '../../src/letters/record.ts';
import { emptyRecord } from './empty-record.ts';
import { goodFacts, lawOf, templates, verify } from './good-facts.ts';

const templateOf = (id: string) => {
  const found = templates.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no letter ${id}`);
  return found;
};

/** A case with everything done that its answer speaks of. */
const worked: LetterRecord = {
  ...emptyRecord,
  searched: [
    { system: 'the customer database', found: true },
    { system: 'the support desk', found: false },
  ],
  told: ['the mailing provider'],
  deletionApproved: true,
  deletionSuspended: true,
  approvedBySecond: true,
};

const redactedIn = (record: LetterRecord, pieces = 0): LetterRecord => ({
  ...record,
  redacted: true,
  redactions: pieces,
  heldBack: true,
});
const exemptedIn = (record: LetterRecord, id: string): LetterRecord => ({
  ...record,
  exemptions: [...record.exemptions, id],
  heldBack: true,
  partlyRefused: true,
});

const factsFor = (id: string, record: LetterRecord, more: LetterFacts = {}): LetterFacts => ({
  ...goodFacts(templateOf(id), 'uk'),
  ...(record.heldBack ? {} : { withheld: [], kept: [], refused: [] }),
  ...factsOfRecord(record),
  ...more,
});

const findings = (id: string, record: LetterRecord, added = '', more: LetterFacts = {}) => {
  const template = templateOf(id);
  const facts = factsFor(id, record, more);
  const { text } = fill(template, facts);
  return lint(`${text}\n\n${added}`, template, facts, { verify, record, law: lawOf('uk') }).filter(
    ({ severity }) => severity === 'error',
  );
};

const contradicted = (id: string, record: LetterRecord, added: string, more: LetterFacts = {}): boolean =>
  findings(id, record, added, more).some(
    ({ code, where }) => code === 'not_in_register' && (added === '' || added.includes(where)),
  );

describe('a letter filled from the register', () => {
  it.each([
    ['access-answer', worked],
    ['access-answer', exemptedIn(redactedIn(worked, 3), 'negotiations')],
    ['access-answer', redactedIn(worked)],
    ['access-answer', { ...worked, late: true, wasDue: '2026-12-29', time: 'ended' as const }],
    ['erasure-answer', worked],
    ['erasure-answer', { ...worked, late: true, wasDue: '2026-12-29', time: 'ended' as const }],
    ['rectification-answer', worked],
    ['rectification-answer', { ...worked, everRestricted: true }],
    ['objection-upheld', worked],
    ['portability-answer', worked],
    ['automated-decision-answer', { ...worked, humanLook: true }],
    ['restriction-answer', { ...worked, restricted: true, everRestricted: true, restrictedOn: '2026-11-30' }],
    ['clarification', { ...emptyRecord, time: 'paused' as const }],
    ['clarification', emptyRecord],
    ['clarification', { ...emptyRecord, late: true, wasDue: '2026-12-29', time: 'ended' as const }],
    ['identity-request', { ...emptyRecord, time: 'not_begun' as const }],
    ['identity-request', { ...emptyRecord, late: true, wasDue: '2026-12-29', time: 'ended' as const }],
    ['identity-request', emptyRecord],
    ['fee', { ...emptyRecord, time: 'not_begun' as const }],
    ['forwarded-to-controller', emptyRecord],
    ['authority-request', { ...emptyRecord, time: 'not_begun' as const }],
    ['marketing-acknowledgement', emptyRecord],
  ] as const)('%s is without a finding (%#)', (id, record) => {
    const marketing = id === 'marketing-acknowledgement' ? { due: undefined } : {};
    expect(findings(id, record, '', marketing)).toEqual([]);
  });

  it('asks for the whole of Article 15 however late the answer is', () => {
    const late: LetterRecord = { ...worked, late: true, wasDue: '2026-12-29', time: 'ended' };
    const gone = findings('access-answer', late, '', { purposes: undefined, lateReason: undefined });
    expect(gone.map(({ where }) => where)).toEqual(expect.arrayContaining(['purposes', 'late_reason']));
  });

  it('says that nothing was withheld only where neither log holds anything', () => {
    const text = (record: LetterRecord) =>
      fill(templateOf('access-answer'), factsFor('access-answer', record, { withheld: [] })).text;
    expect(text(worked)).toContain('We withheld nothing.');
    expect(text(redactedIn(worked))).not.toContain('We withheld nothing.');
    expect(text(exemptedIn(worked, 'crime'))).not.toContain('We withheld nothing.');
  });
});

const late: LetterRecord = { ...worked, late: true, wasDue: '2026-12-29', time: 'ended' };
const redacted: LetterRecord = redactedIn(worked, 3);

describe('a sentence that the register does not bear is caught', () => {
  it.each([
    ['access-answer', redacted, 'We withheld nothing.'],
    ['access-answer', exemptedIn(worked, 'crime'), 'Nothing was left out of this copy.'],
    ['access-answer', redacted, 'This is a complete and unredacted copy.'],
    ['access-answer', redacted, 'Everything that we found is enclosed.'],
    ['automated-decision-answer', worked, 'Somebody has looked at the decision again.'],
    ['restriction-answer', worked, 'From today we have restricted the use of your record.'],
    ['access-answer', redacted, 'Everything we found is enclosed in full.'],
    ['access-answer', worked, 'We have redacted two lines about a colleague.'],
    ['access-answer', worked, 'The time for our answer was paused while we waited for you.'],
    ['clarification', emptyRecord, 'Until you answer, the clock stands still.'],
    ['clarification', { ...emptyRecord, time: 'ended' }, 'The month is paused until you answer.'],
    ['clarification', { ...emptyRecord, time: 'paused' }, 'The time keeps running while we wait.'],
    ['identity-request', emptyRecord, 'The month begins when your answer reaches us.'],
    ['identity-request', { ...emptyRecord, time: 'ended' }, 'Your month starts with your answer.'],
    ['access-answer', late, 'We answer you within the month that the law gives us.'],
    ['access-answer', late, 'You will hear from us in good time.'],
    ['access-answer', worked, 'We have extended the time because your request is complex.'],
    ['rectification-answer', worked, 'While we checked, we did not use the data.'],
    ['rectification-answer', worked, 'We restricted the use of your record in the meantime.'],
    ['objection-upheld', worked, 'Processing of your data was restricted until now.'],
    [
      'rectification-answer',
      { ...worked, restricted: true, everRestricted: true },
      'The restriction has been lifted.',
    ],
    ['erasure-answer', { ...worked, told: [] }, 'We have informed our mailing provider.'],
    ['rectification-answer', worked, 'We told nobody, because there was nobody to tell.'],
    ['erasure-answer', worked, 'There were no recipients.'],
    ['no-data', worked, 'We do not hold any personal data about you.'],
    ['access-answer', worked, 'We found nothing about you.'],
    ['access-answer', { ...worked, searched: [] }, 'We have searched our mailboxes.'],
    [
      'access-answer',
      worked,
      'We searched every system that we have.',
      { notSearched: [{ what: 'Backups', reason: 'nothing is only there' }] },
    ],
    ['erasure-answer', { ...worked, deletionApproved: false }, 'We have deleted your account.'],
    ['erasure-answer', { ...worked, onHold: true }, 'We erased your messages last week.'],
    ['access-answer', worked, 'Thank you for confirming who you are.'],
    ['access-answer', worked, 'We asked you to show your identity in May.'],
    ['access-answer', worked, 'We have seen the power of attorney that you sent.'],
    ['access-answer', worked, 'Thank you for your payment.'],
    ['access-answer', worked, 'We reminded you twice.'],
    ['access-answer', worked, 'You have withdrawn your request.'],
    [
      'access-answer',
      { ...worked, deletionSuspended: false },
      'We have suspended the deletion of your messages.',
    ],
    ['erasure-answer', worked, 'Apart from what this letter describes, we have kept nothing.'],
    [
      'authority-request',
      { ...emptyRecord, time: 'not_begun' },
      'We delete your authority once we have seen it.',
    ],
    [
      'marketing-acknowledgement',
      emptyRecord,
      'We will answer you by the end of the month.',
      { due: undefined },
    ],
    ['forwarded-to-controller', emptyRecord, 'The data you ask about belongs to a workspace of theirs.'],
    [
      'erasure-answer',
      worked,
      'That sentence describes our tools and is not by itself a reason to keep your data.',
    ],
    ['acknowledgement', emptyRecord, 'A second person has approved this.'],
  ] as const)('%s: %j … %s', (id, record, sentence, more: LetterFacts = {}) => {
    expect(contradicted(id, record, sentence, more)).toBe(true);
  });
});
