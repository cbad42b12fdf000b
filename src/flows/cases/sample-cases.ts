/** Invented cases, one for each right, just logged and taken: for showing what cases look like. Nothing in them is anybody's. */
import type { LawDefaults } from '../../base/regimes.ts';
import type { Company } from '../../company/company.ts';
import { caseClock, clockReading } from '../../requests/case/case-clock.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';
import { checklistFor } from '../../requests/case/checklists.ts';
import { replay } from '../../requests/case/replay.ts';
import type { HolidayTable } from '../../requests/clock/holidays.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { localDate } from '../../requests/clock/zone.ts';
import type { SeenCase } from './case-action-row.ts';

const somebody = 'U0SAMPLE01';

const historyOf = (
  right: Right,
  at: number,
  now: Date,
  { regime, jurisdiction, timeZone }: LawDefaults,
): readonly CaseEvent[] => {
  const instant = now.toISOString();
  const number = `DSR-2026-${String(at + 1).padStart(4, '0')}`;
  return [
    {
      type: 'logged',
      at: instant,
      by: somebody,
      number,
      right,
      receivedAt: instant,
      timeZone,
      channel: 'email',
      regime,
      jurisdiction,
      people: 'customer',
      clientWorkspace: false,
      agent: false,
      checklist: checklistFor(right).id,
      systems: [],
      personal: { name: 'A person', contact: 'an address', words: 'What they wrote.' },
    },
    { type: 'taken', at: instant, by: somebody },
  ];
};

export const sampleCases = (
  rights: readonly Right[],
  company: Company,
  table: HolidayTable,
  now: Date,
  law: LawDefaults,
): readonly SeenCase[] =>
  rights.map((right, at): SeenCase => {
    const history = historyOf(right, at, now, law);
    const request = replay(history);
    const known = caseClock(request, table);
    return {
      request,
      history,
      deadline: known.ok ? known.deadline : null,
      moment: {
        actor: { id: somebody, roles: ['anyone', 'team', 'approver'] },
        at: now.toISOString(),
        dateOf: (instant) => localDate(new Date(instant), law.timeZone),
        clock: clockReading(known),
        law: table,
        related: [],
      },
      company,
    };
  });
