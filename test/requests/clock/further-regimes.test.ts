import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import { describeDate, parseCalendarDate } from '../../../src/requests/clock/calendar-date.ts';
import { deadline } from '../../../src/requests/clock/deadline.ts';
import { casesOf, type OracleCase, table } from './oracle.ts';

const ofRegime = (id: string): readonly OracleCase[] => {
  const file = join(projectRoot, 'data/regimes', id, 'cases.json');
  return existsSync(file) ? casesOf(file) : [];
};

const regimes = Object.keys(table.regimes).filter((id) => ofRegime(id).length > 0);

describe('a regime that is only a folder', () => {
  it('is there, with twenty cases or more', () => {
    expect(regimes).toContain('ch');
    expect(ofRegime('ch').length).toBeGreaterThanOrEqual(20);
  });

  const all = regimes.flatMap(ofRegime).map((one) => [one.id, one.title, one] as const);
  it.each(all)('%s: %s', (_id, _title, one) => {
    const result = deadline(one.input, table);
    if (!result.ok) throw new Error(result.problem.message);
    const got = result.deadline;
    const { expected } = one;
    expect({ due: got.due, state: got.state }).toEqual({ due: one.expected_due, state: one.expected_state });
    if (expected.flags !== undefined) expect([...got.flags].sort()).toEqual([...expected.flags].sort());
    const pinned = {
      relevantDate: expected.relevant_date,
      refusalDue: expected.refusal_due,
      pausedDays: expected.paused_days,
      extended: expected.extended,
      extensionNoticeDue: expected.extension_notice_due,
      scheduleBy: expected.schedule_by,
      houseActionBy: expected.house_action_by,
    };
    expect(got).toMatchObject(
      Object.fromEntries(Object.entries(pinned).filter(([, value]) => value !== undefined)),
    );
    for (const { due } of one.alternatives ?? []) {
      const date = parseCalendarDate(due);
      expect(got.explanation.join('\n')).toContain(date && describeDate(date));
    }
  });
});
