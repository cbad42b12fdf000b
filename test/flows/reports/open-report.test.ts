import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeCase } from '../../../src/flows/cases/change-case.ts';
import { logRequests } from '../../../src/flows/cases/log-request.ts';
import { openCalendar, openReport, openRows, openSheet } from '../../../src/flows/reports/open-report.ts';
import { take } from '../../../src/requests/decisions/decide-tasks.ts';
import { agent, approver, colleague, lead, letter, openDesk } from '../../support/desk.ts';

let at: Awaited<ReturnType<typeof openDesk>>;
let customer = '';
let staff = '';

beforeAll(async () => {
  at = await openDesk();
  const logs = async (people: 'customer' | 'staff_or_applicant', entry: string): Promise<string> => {
    const logged = await logRequests(at.desk, letter({ people }), agent, entry);
    return logged.ok ? (logged.cases[0]?.request.number ?? '') : '';
  };
  customer = await logs('customer', 'form-1');
  staff = await logs('staff_or_applicant', 'form-2');
  await changeCase(at.desk, staff, lead, take);
});
afterAll(() => at.close());

const everything = async (user: string): Promise<string> =>
  JSON.stringify([
    await openReport(at.desk, user),
    await openRows(at.desk, user),
    await openCalendar(at.desk, user),
    await openSheet(at.desk, user),
  ]);

describe('the report and its files', () => {
  it('are for the privacy team alone, whoever asks for them', async () => {
    for (const open of [openReport, openRows, openCalendar, openSheet])
      expect(await open(at.desk, agent)).toEqual({ ok: false, code: 'team_only', facts: {} });
  });

  it('count a case about staff for everybody on the team, and show it only to its owner and the approvers', async () => {
    for (const user of [lead, colleague, approver]) {
      const found = await openReport(at.desk, user);
      expect(found.ok && found.report.open).toBe(2);
    }
    expect(await everything(lead)).toContain(staff);
    expect(await everything(approver)).toContain(staff);
    const others = await everything(colleague);
    expect(others).toContain(customer);
    expect(others).not.toContain(staff);
  });
});
