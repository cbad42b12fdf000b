import { afterEach, beforeEach, expect, it } from 'vitest';
import { readHolidayTable } from '../../../src/base/calendars.ts';
import { logRequests } from '../../../src/flows/cases/log-request.ts';
import { planTick, type TickSight } from '../../../src/flows/reminders/tick-plan.ts';
import type { LedgerEntry } from '../../../src/register/ledger.ts';
import { localMoment } from '../../../src/requests/clock/zone.ts';
import { remindersAt } from '../../../src/requests/reminders/reminders.ts';
import { agent, approver, letter, openDesk } from '../../support/desk.ts';

const rules = {
  table: readHolidayTable(),
  jurisdiction: 'england-and-wales',
  zone: 'Europe/London',
  time: '09:15',
} as const;

let here: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => {
  here = await openDesk('2026-11-23T09:00:00Z');
});
afterEach(() => here.close());

/** A ledger that can be read and nothing else. */
const ledgerOf = (entries: readonly LedgerEntry[] = []) => ({
  find: (key: string) => entries.find((entry) => entry.key === key) ?? null,
  unsaid: () => entries.filter(({ state }) => state === 'failed' || state === 'snoozed'),
});

const sightAt = async (instant: string, channel: boolean): Promise<TickSight> => {
  await logRequests(here.desk, letter(), agent, 'form-1');
  const [head] = await here.desk.register.list();
  if (head === undefined) throw new Error('no case');
  const request = head.summary;
  const now = new Date(instant);
  const at = {
    now,
    ...localMoment(now, rules.zone),
    cases: [request],
    caseOf: (number: string) => (number === request.number ? request : null),
  };
  const due = remindersAt(request, () => false, at.date, at.time, rules, new WeakMap());
  return {
    at,
    due: due.map((reminder) => [reminder, request] as const),
    readers: { approvers: [approver], channel, absences: new Map() },
    weekly: null,
    digestStands: false,
  };
};

const parts = (entries?: readonly LedgerEntry[]) => ({
  ledger: ledgerOf(entries),
  rules,
  cache: new WeakMap(),
  me: 'one',
});

it('plans the same for the same sight, and claims every telling in the message that carries it', async () => {
  const sight = await sightAt('2026-12-18T09:15:00Z', true);
  const plan = planTick(sight, parts());
  expect(plan.tellings.length).toBeGreaterThan(0);
  expect(planTick(sight, parts())).toEqual(plan);
  expect(plan.claims).toEqual(plan.tellings.map(({ key, message }) => ({ key, message })));
  expect(plan.settles.filter(({ state }) => state === 'confirmed').map(({ key }) => key)).toEqual(
    sight.due.map(([{ key }]) => key),
  );
});

it('says again what failed and is due, and leaves what has to wait', async () => {
  const sight = await sightAt('2026-12-18T09:15:00Z', true);
  const [telling] = planTick(sight, parts()).tellings;
  if (telling === undefined) throw new Error('nothing to say');
  const failed = (again: string): LedgerEntry => ({
    key: telling.key,
    state: 'failed',
    at: '2026-12-18T09:00:00Z',
    place: null,
    again,
  });
  const later = { ...sight, due: [] };
  const plans = ['2026-12-18T09:10:00Z', '2026-12-18T09:20:00Z'].map((again) =>
    planTick(later, parts([failed(again)])).tellings.map(({ key }) => key),
  );
  expect(plans).toEqual([[telling.key], []]);
});
