import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { projectRoot } from '../../src/base/root.ts';
import { systemsFor, teamName } from '../../src/company/company.ts';
import { CompanyProblem, readCompany } from '../../src/company/read-company.ts';
import { mutated } from '../support/mutations.ts';

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

describe('any company file', () => {
  const shipped = readFileSync(join(projectRoot, 'data/company.yaml'), 'utf8');
  const runs = Number(process.env['FUZZ_RUNS'] ?? 25);

  it('with a value of another kind somewhere is read, or refused with its places', () => {
    fc.assert(
      fc.property(mutated([parse(shipped)]), (value) => void faultsOf(stringify(value ?? null))),
      { numRuns: runs },
    );
  }, 300_000);

  it('cut, spliced or mistyped anywhere is read, or refused with its places', () => {
    const place = fc.nat({ max: shipped.length });
    const typed = fc.oneof(
      fc.constantFrom('&a ', '*a', '!!js ', '<<: *a', '{', '[', '- ', ': ', '\t', '"', '---\n', '\u0000'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(place, place, typed, (one, other, words) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        faultsOf(shipped.slice(0, from) + words + shipped.slice(to));
        faultsOf(shipped.slice(0, to) + words + shipped.slice(from));
      }),
      { numRuns: runs },
    );
  }, 300_000);

  it('that names itself again and again is refused with less than a second of work', () => {
    const level = (n: number) =>
      `l${n}: &l${n} [${Array(9)
        .fill(`*l${n - 1}`)
        .join(', ')}]`;
    const bomb = ['name: A', 'l0: &l0 [x]', ...Array.from({ length: 9 }, (_, n) => level(n + 1))].join('\n');
    const before = process.cpuUsage();
    expect(faultsOf(bomb)).not.toEqual([]);
    // What a crowded machine gives to others is no work of ours.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(1_000);
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
