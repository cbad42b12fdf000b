import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';
import { systemsFor, teamName } from '../../src/company/company.ts';
import { CompanyProblem, readCompany } from '../../src/company/read-company.ts';

const faultsOf = (text: string): readonly string[] => {
  try {
    readCompany('ours.yaml', text);
    return [];
  } catch (problem) {
    if (!(problem instanceof CompanyProblem)) throw problem;
    return problem.faults.map(({ line, place }) => `${line} ${place}`);
  }
};

describe('a company file', () => {
  it.each(['company.yaml', 'company.neutral.yaml'])('that is shipped is sound: %s', (name) => {
    expect(faultsOf(readFileSync(join(projectRoot, 'data', name), 'utf8'))).toEqual([]);
  });

  it.each<readonly [string, string, readonly string[]]>([
    ['no name', 'people: [patient]\n', ['1 name']],
    ['a field that is not known', 'name: A\nnmae: B\n', ['1 ']],
    ['an id with a blank', 'name: A\nteams:\n  - id: a b\n    name: A\n', ['3 teams.0.id']],
    [
      'a right that is none',
      'name: A\nteams: [{ id: t, name: T }]\nsystems:\n  - id: s\n    name: S\n    team: t\n    rights:\n      - acess\n',
      ['8 systems.0.rights.0'],
    ],
    [
      'a team that is not there',
      'name: A\nteams: [{ id: t, name: T }]\nsystems:\n  - id: s\n    name: S\n    team: u\n',
      ['6 systems.0.team'],
    ],
    ['an id twice', 'name: A\nteams:\n  - { id: t, name: T }\n  - { id: t, name: U }\n', ['4 teams.1.id']],
    [
      'a person by name',
      'name: A\nteams:\n  - id: t\n    name: T\n    slack:\n      - "@anna"\n',
      ['6 teams.0.slack.0'],
    ],
    [
      'a pattern that is none, and a rule without a day',
      'name: A\nhouse_rules:\n  - text: Ring back before you speak about it.\n    contradicts: ["("]\n',
      ['3 house_rules.0.checked', '4 house_rules.0.contradicts.0'],
    ],
    ['what is no YAML', 'name: A\npeople: [a\n', ['3 ']],
    ['nothing', '', ['0 name']],
  ])('with %s is refused, each problem with its line and place', (_, text, faults) => {
    expect(faultsOf(text).toSorted()).toEqual(faults.toSorted());
  });
});

describe('teams and systems', () => {
  const company = readCompany(
    'clinic.yaml',
    readFileSync(join(projectRoot, 'test/data/companies/clinic/company.yaml'), 'utf8'),
  );

  it.each([
    ['records', 'Medical records'],
    ['operations', 'Reception'],
    ['senior_management', 'Partners'],
    ['marketing', 'Practice ledger'],
    ['advisors', 'Our defence union'],
    ['gone_since', 'Reception'],
  ])('%s is %s here', (task, name) => {
    expect(teamName(company, task)).toBe(name);
  });

  it.each([
    ['customer', ['clinipad', 'calls', 'paper_notes']],
    ['staff_or_applicant', ['clinipad', 'calls', 'rota_tool']],
  ] as const)('of a request of a %s are those that matter for it, and only those ticked', (whose, ids) => {
    expect(systemsFor(company, whose).map(({ id }) => id)).toEqual(ids);
  });
});
