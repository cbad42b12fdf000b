import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHolidayTable } from '../../src/base/calendars.ts';
import { readMessageModel } from '../../src/base/message-model.ts';
import type { Casework } from '../../src/flows/cases/casework.ts';
import { caseKind } from '../../src/register/history/case-kind.ts';
import { openRegister } from '../../src/register/open.ts';
import type { IntakeForm } from '../../src/requests/case/intake.ts';
import type { Role } from '../../src/requests/decisions/decision.ts';
import { shippedCompany } from './company.ts';

export const agent = 'U0AGENT01';
export const lead = 'U0LEAD001';
export const colleague = 'U0LEAD002';
export const approver = 'U0APPROVE';
export const operations = 'U0OPS0001';

const roles: Readonly<Record<string, readonly Role[]>> = {
  [lead]: ['anyone', 'team'],
  [colleague]: ['anyone', 'team'],
  [approver]: ['anyone', 'approver'],
};

const table = readHolidayTable();

/** A real register in a folder of its own, and a clock that stands where it is put. */
export const openDesk = async (start = '2026-11-23T09:00:00Z') => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const register = await openRegister({ folder, key: undefined }, caseKind, () => undefined);
  let now = new Date(start);
  const desk: Casework = {
    register,
    table,
    clock: () => now,
    rolesOf: (user) => Promise.resolve(roles[user] ?? ['anyone']),
    company: shippedCompany,
    messages: readMessageModel(),
    defaults: { timeZone: 'Europe/London', regime: 'uk', jurisdiction: 'england-and-wales' },
  };
  return {
    desk,
    folder,
    at: (instant: string) => {
      now = new Date(instant);
    },
    close: async () => {
      await register.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export const letter = (change: Partial<IntakeForm> = {}): IntakeForm => ({
  rights: ['access'],
  receivedAt: '2026-11-22T23:30:00Z',
  channel: 'phone',
  timeZone: 'Europe/London',
  regime: 'uk',
  jurisdiction: 'england-and-wales',
  people: 'customer',
  clientWorkspace: false,
  agent: false,
  suspectedBreach: false,
  systems: [],
  follows: null,
  personal: { name: 'Quilla Zephyrine', contact: 'quilla@example.org', words: 'Send me what you have.' },
  ...change,
});
