import { describe, expect, it } from 'vitest';
import { describeDate, parseCalendarDate } from '../../../src/requests/clock/calendar-date.ts';
import { deadline } from '../../../src/requests/clock/deadline.ts';
import { auditCases, type OracleCase, oracleCases, table } from './oracle.ts';

const answer = (one: OracleCase) => {
  const result = deadline(one.input, table);
  if (!result.ok) throw new Error(result.problem.message);
  return result.deadline;
};

const all = [...oracleCases, ...auditCases];

describe('the pinned deadline cases', () => {
  it('are all here', () => expect([oracleCases.length, auditCases.length]).toEqual([176, 44]));

  it.each(all.map((one) => [one.id, one.title, one] as const))('%s: %s', (_id, _title, one) => {
    const got = answer(one);
    const { expected } = one;
    expect({ due: got.due, state: got.state }).toEqual({ due: one.expected_due, state: one.expected_state });
    if (expected.flags !== undefined) {
      expect([...got.flags].sort()).toEqual([...expected.flags].sort());
      // Where every field is pinned, a date that is left out is pinned to none.
      if (expected.extension_notice_due === undefined) expect(got.extensionNoticeDue).toBeNull();
    }
    const pinned = {
      relevantDate: expected.relevant_date,
      refusalDue: expected.refusal_due,
      pausedDays: expected.paused_days,
      extended: expected.extended,
      extensionNoticeDue: expected.extension_notice_due,
      strictDue: expected.strict_due,
      scheduleBy: expected.schedule_by,
      houseActionBy: expected.house_action_by,
    };
    expect(got).toMatchObject(
      Object.fromEntries(Object.entries(pinned).filter(([, value]) => value !== undefined)),
    );
    if (expected.days_left_on_resume !== undefined) {
      expect(got.explanation.join('\n')).toContain(`${expected.days_left_on_resume} counted days are left`);
    }
  });

  it.each(
    all.flatMap((one) =>
      (one.alternatives ?? []).map(({ due, basis }) => [one.id, due, basis, one] as const),
    ),
  )('%s names the other reading %s (%s)', (_id, due, _basis, one) => {
    const date = parseCalendarDate(due);
    expect(answer(one).explanation.join('\n')).toContain(date && describeDate(date));
  });
});

describe('why a date, in one paragraph', () => {
  it.each(all.filter((one) => one.expected_due !== null).map((one) => [one.id, one] as const))(
    '%s: from which day to which, by words alone',
    (_id, one) => {
      const { why, due, explanation } = answer(one);
      expect(why).toContain(due && describeDate(due));
      expect(why).toMatch(/^Received .+ day zero\. /u);
      expect(why).not.toMatch(/\(\d{4}-\d{2}-\d{2}\)|holiday table/u);
      expect(why.length).toBeLessThan(explanation.join(' ').length);
    },
  );

  it('names the days off that moved the end, and the rule', () => {
    const moved = all.find((one) =>
      answer(one).explanation.some((line) => line.startsWith('No working day')),
    );
    if (moved === undefined) throw new Error('no case whose end moves');
    expect(answer(moved).why).toMatch(/No working day: .+ The end moves once, to .+ Rule: /u);
  });
});
