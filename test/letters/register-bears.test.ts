/** Every letter in every recorded state: what the register does not bear is not said, or the letter is held back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHolidayTable } from '../../src/base/calendars.ts';
import { composeLetter } from '../../src/flows/letters/compose-letter.ts';
import type { Composed } from '../../src/flows/letters/composed-letter.ts';
import type { TypedFields } from '../../src/flows/letters/letter-source.ts';
import { prefillOf } from '../../src/flows/letters/prefill.ts';
import { columnsOf, type FactName, factFields, isFactName } from '../../src/letters/fact-fields.ts';
import type { LetterDesk } from '../../src/letters/letter-desk.ts';
import type { Template } from '../../src/letters/template.ts';
import type { CaseEvent } from '../../src/requests/case/case-events.ts';
import { replay } from '../../src/requests/case/replay.ts';
import { parseCalendarDate } from '../../src/requests/clock/calendar-date.ts';
import type { Right } from '../../src/requests/clock/rights.ts';
import { loggedNow, tess } from '../support/case-story.ts';
import '../support/same-examples.ts';
import { templates, verify } from './good-facts.ts';

const table = readHolidayTable();
const at = (day: number) => ({ at: `2026-09-${String(day).padStart(2, '0')}T10:00:00Z`, by: tess.id });
const instant = (day: number) => at(day).at;

/** What people record, in every order and in part. */
const recorded: readonly CaseEvent[] = [
  { type: 'search_logged', ...at(3), entry: 's1', system: 'mailboxes', result: 'found' },
  { type: 'search_logged', ...at(3), entry: 's2', system: 'product_database', result: 'not_found' },
  { type: 'redaction_logged', ...at(4), entry: 'r1', reason: 'third_party', items: 3 },
  { type: 'redaction_logged', ...at(4), entry: 'r2', reason: 'third_party', items: 0 },
  { type: 'redaction_logged', ...at(4), entry: 'r3', reason: 'none_needed', items: 0 },
  // As the forms of an earlier release let it through.
  {
    type: 'redaction_logged',
    ...at(4),
    entry: 'r4',
    reason: 'none_needed',
    items: 0,
    personal: { note: 'the names of colleagues' },
  },
  {
    type: 'exemption_logged',
    ...at(4),
    entry: 'e1',
    exemption: 'legal_obligation',
    personal: { reasons: 'Invoices of 2021 to 2026' },
  },
  { type: 'exemption_logged', ...at(4), entry: 'e2', exemption: 'privilege' },
  { type: 'hold_placed', ...at(4), reason: 'litigation' },
  { type: 'restricted', ...at(4), ground: 'objection_pending' },
  { type: 'recipient_told', ...at(5), entry: 't1', recipient: 'the processor', result: 'told' },
  { type: 'recipient_told', ...at(5), entry: 't2', recipient: 'nobody', result: 'no_recipients' },
  { type: 'deletion_approved', ...at(5) },
  { type: 'task_done', ...at(6), task: 'delete', result: 'done' },
  { type: 'task_done', ...at(6), task: 'human-look', result: 'done' },
  { type: 'frozen', ...at(6) },
  {
    type: 'identity_requested',
    ...at(6),
    sentAt: instant(6),
    doubt: 'unknown_address',
    method: 'known_facts',
    reasonable: true,
  },
  { type: 'submitted_for_review', ...at(8), outcome: 'partial', ground: null, contentHash: 'a'.repeat(64) },
  {
    type: 'submitted_for_review',
    ...at(8),
    outcome: 'refused',
    ground: 'excessive',
    contentHash: 'a'.repeat(64),
  },
  { type: 'returned', ...at(9), reason: 'letter' },
];

type Recorded = { readonly events: readonly CaseEvent[]; readonly typed: TypedFields };
const has = ({ events }: Recorded, type: CaseEvent['type'], fits: (event: never) => boolean = () => true) =>
  events.some((event) => event.type === type && fits(event as never));
const yes = ({ typed }: Recorded, name: FactName) => typed[name] === 'yes';

type Redaction = Extract<CaseEvent, { type: 'redaction_logged' }>;
const somethingOut = (event: Redaction) =>
  event.reason !== 'none_needed' || event.items > 0 || event.personal?.['note'] !== undefined;

/** Nothing at all was kept back or refused, as far as anything is recorded. */
const nothingHeld = (one: Recorded): boolean => {
  const { review } = replay(one.events);
  return (
    !has(one, 'redaction_logged', somethingOut) &&
    !has(one, 'exemption_logged') &&
    !has(one, 'hold_placed') &&
    review?.outcome !== 'partial' &&
    review?.outcome !== 'refused'
  );
};

/** Sentences of ours, each with what bears it. Written from the letters, not from the checks. */
const sentences: readonly (readonly [RegExp, (one: Recorded) => boolean, ('always' | 'held back')?])[] = [
  [/withheld nothing/i, nothingHeld, 'always'],
  [
    /searched again to make sure/i,
    (one) => has(one, 'task_done', isDelete) && yes(one, 'searchedAgain'),
    'always',
  ],
  [
    /who did not design this use of the data made the decision/i,
    (one) => yes(one, 'decidedByAnother'),
    'always',
  ],
  [/who was not involved did so/i, (one) => yes(one, 'handledByAnother'), 'always'],
  [/had no part in it/i, (one) => yes(one, 'lookedAfresh'), 'always'],
  [/was restricted\./i, (one) => has(one, 'restricted'), 'always'],
  [/we tell you who they are/i, (one) => has(one, 'recipient_told', isTold), 'always'],
  [/Who else we have told: nobody/i, (one) => !has(one, 'recipient_told', isTold), 'always'],
  [/nothing of what you ask for is deleted/i, (one) => has(one, 'frozen'), 'always'],
  [/something that shows who you are; we have written/i, (one) => has(one, 'identity_requested'), 'always'],
  [/that we blacked out/i, (one) => has(one, 'redaction_logged', somethingOut), 'always'],
  [/Invoices of 2021 to 2026/i, (one) => has(one, 'exemption_logged'), 'always'],
  [
    /we confirm that we process/i,
    (one) => !has(one, 'search_logged') || has(one, 'search_logged', isFound),
    'held back',
  ],
  [/do not hold any personal data/i, (one) => !has(one, 'search_logged', isFound), 'held back'],
  [
    /we have erased the following/i,
    (one) => has(one, 'deletion_approved') && !has(one, 'hold_placed'),
    'held back',
  ],
  [/searched these systems|where we looked/i, (one) => has(one, 'search_logged'), 'held back'],
  [
    /who has looked at it again/i,
    (one) => has(one, 'task_done', isLook) || yes(one, 'lookedAfresh'),
    'held back',
  ],
];
const isDelete = ({ task }: { task: string }) => task === 'delete';
const isLook = ({ task }: { task: string }) => task === 'human-look';
const isTold = ({ result }: { result: string }) => result === 'told';
const isFound = ({ result }: { result: string }) => result === 'found';

const desk: LetterDesk = {
  templates: new Map(templates.map((template) => [template.id, template])),
  sender: {
    controller: 'Larkfold',
    contact: 'privacy@larkfold.example',
    signedBy: 'The desk',
    regulators: {},
  },
  fromPolicy: async () => ({}),
  remaining: () => ({}),
  recipientName: (id) => id,
  verify,
};

/** Something harmless in every field that nobody else fills. */
const harmless = (name: FactName): string => {
  switch (factFields[name].kind) {
    case 'date':
      return '10 September 2026';
    case 'rows':
      return columnsOf(name)
        .map((column) => `the ${column}`)
        .join(' | ');
    default:
      return 'as agreed';
  }
};

const parts: readonly string[] = ['withheld', 'kept', 'refused'];

/** Whoever writes says nothing of parts that the register does not hold; what else is asked they fill in. */
const written = (template: Template, right: Right, { events, typed }: Recorded): Composed => {
  const source = { request: replay(events), history: events, now: new Date('2026-09-12T12:00:00Z'), table };
  const today = parseCalendarDate('2026-09-12');
  if (today === undefined) throw new Error('no such day');
  const prefill = prefillOf(
    {},
    { ...source, law: table, letter: template.id, company: { automatedDecisions: null }, related: [] },
    today,
  );
  const first = composeLetter(desk, template, source, typed, prefill);
  if (first === null) throw new Error(`no clock for ${right}`);
  const more = Object.fromEntries(
    first.gaps
      .filter(({ name, typed: words, kind }) => words === '' && kind !== 'confirmed' && !parts.includes(name))
      .map(({ name }) => [name, harmless(name)]),
  );
  const whole = composeLetter(desk, template, source, { ...more, ...typed }, prefill);
  if (whole === null) throw new Error(`no clock for ${right}`);
  return whole;
};

const confirmations = Object.keys(factFields).filter(
  (name): name is FactName => isFactName(name) && factFields[name].kind === 'confirmed',
);

const state = fc.record({
  chosen: fc.subarray([...recorded]),
  typed: fc.record(Object.fromEntries(confirmations.map((name) => [name, fc.constantFrom('yes', 'no', '')]))),
});

const ofPeople = templates.filter(({ audience }) => audience === 'person');
const runs = Number(process.env['REGISTER_STATES'] ?? 25);

describe('a letter of any recorded state', () => {
  it.each(ofPeople)(
    '$id says what the register bears, or is held back with words',
    (template) => {
      const [right = 'access'] = template.rights;
      const logged = loggedNow(right);
      fc.assert(
        fc.property(state, ({ chosen, typed }) => {
          const taken: CaseEvent = { type: 'taken', ...at(2) };
          const one: Recorded = { events: [...logged, taken, ...chosen], typed };
          const { text, findings } = written(template, right, one);
          const held = findings.some(({ severity }) => severity === 'error');
          const unborne = sentences
            .filter(([says, bears]) => says.test(text) && !bears(one))
            .filter(([, , how = 'held back']) => how === 'always' || !held)
            .map(([says]) => `${says}`);
          expect(unborne).toEqual([]);
        }),
        { numRuns: runs },
      );
    },
    60_000 + runs * 1_000,
  );
});

it('a refusal tells of the end of a restriction where its right restricts only until it is decided', () => {
  const refusal = templates.find(({ id }) => id === 'refusal');
  if (refusal === undefined) throw new Error('no such letter');
  const ends = (right: Right, ground: 'objection_pending' | 'needed_for_claims') => {
    const restricted: CaseEvent = { type: 'restricted', ...at(3), ground };
    const events: readonly CaseEvent[] = [...loggedNow(right), { type: 'taken', ...at(2) }, restricted];
    return /ends with this letter/.test(written(refusal, right, { events, typed: {} }).text);
  };
  expect(ends('objection', 'objection_pending')).toBe(true);
  expect(ends('erasure', 'needed_for_claims')).toBe(false);
});
