/** Sixty and more deadline cases worked out by hand from the procedure before the program was asked; each difference was judged by the law. */
import { describe, expect, it } from 'vitest';
import { deadline } from '../../../src/requests/clock/deadline.ts';
import { ownCases, table } from './oracle.ts';

describe('a deadline worked out by hand', () => {
  it('is there sixty times and more', () => expect(ownCases.length).toBeGreaterThan(60));

  it.each(ownCases.map((one) => [one.id, one.title, one] as const))('%s: %s', (_id, _title, one) => {
    const result = deadline(one.input, table);
    if (!result.ok) throw new Error(result.problem.message);
    const got = result.deadline;
    const { expected } = one;
    expect({ due: got.due, state: got.state }).toEqual({ due: one.expected_due, state: one.expected_state });
    expect(got.flags).toEqual(expect.arrayContaining([...(expected.flags ?? [])]));
    const pinned = {
      relevantDate: expected.relevant_date,
      refusalDue: expected.refusal_due,
      pausedDays: expected.paused_days,
      extended: expected.extended,
      strictDue: expected.strict_due,
      scheduleBy: expected.schedule_by,
      houseActionBy: expected.house_action_by,
    };
    expect(got).toMatchObject(
      Object.fromEntries(Object.entries(pinned).filter(([, value]) => value !== undefined)),
    );
  });
});
