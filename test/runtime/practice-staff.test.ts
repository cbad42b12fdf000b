import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LocalWorkspace, openLocalWorkspace } from '../../src/runtime/local-workspace.ts';
import { ids } from '../../src/workspace/seed.ts';
import { testConfig } from '../support/bot.ts';
import { shippedCompany } from '../support/company.ts';

let workspace: LocalWorkspace;
beforeAll(async () => {
  const time = { clock: () => new Date('2026-11-30T10:00:00Z'), after: () => Promise.resolve() };
  workspace = await openLocalWorkspace(testConfig({ slack: { mode: 'local', port: 0 } }), time);
});
afterAll(() => workspace.stop());

const teamOf = (id: string, slack: readonly string[] = []) => {
  const teams = shippedCompany.teams.map((team) => (team.id === id ? { ...team, slack } : team));
  return workspace.staffed({ ...shippedCompany, teams }).teams.find((team) => team.id === id)?.slack;
};

it('gives every team of the shipped company somebody of the workspace who can be asked', () => {
  expect(shippedCompany.teams.every(({ slack }) => slack.length === 0)).toBe(true);
  const everybody: readonly string[] = Object.values(ids);
  for (const { slack } of workspace.staffed(shippedCompany).teams) {
    expect(slack.length).toBeGreaterThan(0);
    for (const person of slack) expect(everybody).toContain(person);
  }
  expect(teamOf('operations')).toEqual([ids.jo]);
  expect(teamOf('support')).toEqual([ids.sam]);
});

it('leaves whom the file names, and takes nobody whom the workspace does not know', () => {
  expect(teamOf('operations', [ids.priya])).toEqual([ids.priya]);
  expect(teamOf('operations', ['U0ELSEWHERE', ids.alex])).toEqual([ids.alex]);
  expect(teamOf('operations', ['U0ELSEWHERE'])).toEqual([ids.jo]);
});
