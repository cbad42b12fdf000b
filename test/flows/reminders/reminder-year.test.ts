import { describe, expect, it } from 'vitest';
import { reminderYear } from '../../support/reminder-year.ts';

/** Three hundred cases take half a minute: `npm run reminder-year` asks for them and prints what was said by rung. */
const cases = Number(process.env['REMINDER_YEAR'] ?? 22);

describe(`a year of ${cases} cases that people work on at random`, () => {
  it('owes nobody a reminder after any tick, says none twice, and none outside civil hours', {
    timeout: 300_000,
  }, async () => {
    const year = await reminderYear(cases);
    if (cases > 22)
      process.stdout.write(`${JSON.stringify({ ...year, byHand: year.byHand.length }, null, 2)}\n`);
    expect(year).toMatchObject({ owed: 0, unsettled: 0, failed: 0, uncivil: 0, doubled: [], cases });
    expect(year.told).toBeGreaterThan(cases * 5);
    expect(year.digests).toBeGreaterThan(100);
    expect(year.states).toBeGreaterThan(3);
    // Worked out a second time, day by day and without the rules.
    for (const { expected, said, ...which } of year.byHand)
      expect({ ...which, said }).toEqual({ ...which, said: expected });
    expect(year.byHand.length).toBeGreaterThan(1);
  });
});
