import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badField, code, instant, optional, text } from '../../../src/requests/case/event-fields.ts';
import { isCaseEvent, parseCaseEvent, readCaseEvent } from '../../../src/requests/case/event-shape.ts';
import { eventTable } from '../../../src/requests/case/event-table.ts';
import { upcast } from '../../../src/requests/case/upcast.ts';
import { firstReleaseHistories } from '../../support/first-release.ts';

type Plain = Readonly<Record<string, unknown>>;

const events = firstReleaseHistories().flatMap(({ events }) => events) as readonly Plain[];
const fieldsOf = (event: Plain): readonly string[] =>
  Object.keys(event).filter((name) => name !== 'personal' && name !== 'type');
const named: readonly (readonly [Plain, string])[] = events.flatMap((event) =>
  fieldsOf(event).map((name) => [event, name] as const),
);

/** Ids, names and the like: any text is right there. Elsewhere a text that is in no list is wrong too. */
const freeText = new Set(
  'by number timeZone jurisdiction checklist entry to task system exemption recipient user id contentHash letter'.split(
    ' ',
  ),
);
const freeIn = new Set(['redaction_logged.reason', 'submitted_for_review.ground']);

const wrongValues = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.integer().map((n) => n + 0.5),
  fc.array(fc.integer(), { minLength: 1 }),
  fc.record({ kind: fc.constant('palm reading') }),
  fc.constant(Number.NaN),
);

/** Types that came after the first release. */
const later = ['teams_asked', 'team_answered', 'conflict_taken_back', 'reopened', 'right_named'];

describe('an event', () => {
  it('of every type stands in the histories of the first release, or came later', () => {
    const first = new Set(events.map(({ type }) => type));
    expect([...first, ...later].sort()).toEqual(Object.keys(eventTable).sort());
  });

  it('of the first release may still be written as it is', () => {
    for (const event of events) expect(isCaseEvent(event)).toBe(true);
  });

  it('with a wrong value in any one field is refused, and the message names the field and not the value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...named), wrongValues, ([event, name], value) => {
        const nullable = value === null && (name === 'ground' || name === 'bundleUntil');
        fc.pre(!nullable);
        const bad = { ...event, [name]: value };
        expect(isCaseEvent(bad), `${event['type']}.${name}`).toBe(false);
        expect(() => parseCaseEvent(bad)).toThrow(name);
      }),
      { numRuns: 3000 },
    );
  });

  it('with a code from no list is refused on writing', () => {
    const palm = 'palm reading';
    for (const [event, name] of named) {
      const free = freeText.has(name) || freeIn.has(`${event['type']}.${name}`);
      if (free || typeof event[name] !== 'string') continue;
      const bad = { ...event, [name]: palm };
      expect(isCaseEvent(bad), `${event['type']}.${name}`).toBe(false);
    }
    expect(() =>
      parseCaseEvent({
        type: 'identity_received',
        at: '2026-11-02T09:00:00Z',
        by: 'U1',
        receivedAt: '2026-11-02T09:00:00Z',
        method: palm,
      }),
    ).toThrow('method');
  });

  it('with a field that it does not have is refused on writing and passed over on reading', () => {
    for (const event of events) {
      const later = { ...event, fieldOfALaterRelease: { some: 'thing' } };
      expect(isCaseEvent(later)).toBe(false);
      expect(readCaseEvent(later)).toMatchObject({ type: event['type'] });
    }
  });

  it('with a code that has left its list stays readable, one of a type nobody knows does not', () => {
    const stamp = { at: '2026-11-02T09:00:00Z', by: 'U1' };
    expect(readCaseEvent({ ...stamp, type: 'hold_placed', reason: 'a reason of old' })).toMatchObject({
      reason: 'a reason of old',
    });
    expect(() => readCaseEvent({ ...stamp, type: 'teleported' })).toThrow();
    expect(() => readCaseEvent({ ...stamp, type: 'hold_placed', reason: 7 })).toThrow('reason');
  });

  it('may lack a field that came after its release, and may not have a wrong value in it', () => {
    const fields = { entry: text, since: optional(instant), why: optional(code(['late', 'early'])) };
    for (const how of ['fits', 'read'] as const) {
      expect(badField(fields, { entry: 'x' }, how)).toBeNull();
      expect(badField(fields, { entry: 'x', since: 'soon' }, how)).toBe('since');
      expect(badField(fields, { entry: 'x', why: 7 }, how)).toBe('why');
    }
    expect(badField(fields, { entry: 'x', why: 'palm reading' }, 'fits')).toBe('why');
    expect(badField(fields, { entry: 'x', why: 'a reason of old' }, 'read')).toBeNull();
  });

  it('of an older shape is lifted when it is read', () => {
    const lifts = {
      hold_placed: ({ why, ...rest }: Plain) => (why === undefined ? rest : { ...rest, reason: why }),
    };
    const old = { type: 'hold_placed', at: '2026-11-02T09:00:00Z', by: 'U1', why: 'dispute' };
    expect(isCaseEvent(upcast(old, lifts))).toBe(true);
    expect(upcast(upcast(old, lifts), lifts)).toEqual(upcast(old, lifts));
  });
});
