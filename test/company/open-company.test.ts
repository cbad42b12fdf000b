import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/base/root.ts';
import { openCompany, underLawOf } from '../../src/company/open-company.ts';
import { openKnowledge } from '../../src/knowledge/answer/knowledge.ts';
import { openPolicies } from '../../src/knowledge/policy/open-policies.ts';
import { testConfig } from '../support/bot.ts';

const clinic = join(projectRoot, 'test/data/companies/clinic');
const clinicFile = join(clinic, 'company.yaml');
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'policies-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const policy = (id: string, controller: string, contact = `${id}@example.org`, text = 'We keep it.') =>
  writeFileSync(
    join(dir, `${id}.md`),
    `---\nid: ${id}\ntitle: ${id}\nversion: "1"\nupdated: May 2026\ncontroller: ${controller}\ncontact: ${contact}\nprecedence: 0\n---\n## How long\n\n${text}\n`,
  );
const bringSample = () => cpSync(join(projectRoot, 'data/policies'), dir, { recursive: true });

describe('one company speaks', () => {
  it('with the shipped file where the policies are its own', async () => {
    const { company, notices } = await openCompany(null, join(projectRoot, 'data/policies'));
    expect(company).toMatchObject({ neutral: false, contact: 'info@smartxpo.com', clients: true });
    expect(company.houseRules.length).toBeGreaterThan(10);
    expect(notices).toEqual([]);
  });

  it('with a general file where they are another controller’s: their name and contact, no house rules, and it is said', async () => {
    policy('garden', 'Garden Society Ltd');
    const { company, notices } = await openCompany(null, dir);
    expect(company).toMatchObject({
      neutral: true,
      name: 'Garden Society Ltd',
      contact: 'garden@example.org',
      houseRules: [],
      clients: false,
    });
    expect(company.systems.length).toBeGreaterThan(0);
    expect(notices.length).toBe(1);
  });

  it.each([
    ['Garden Society Limited', 'GARDEN SOCIETY LTD.'],
    ['The Garden & Tree Co', 'Garden and Tree'],
  ])('though its name is written %s and %s', async (one, other) => {
    policy('a', one);
    policy('b', other);
    expect((await openPolicies(dir)).length).toBe(2);
  });

  it('and two are refused, with both names', async () => {
    policy('a', 'Garden Society');
    policy('b', 'Tree Society');
    await expect(openPolicies(dir)).rejects.toMatchObject({
      name: 'PolicyProblem',
      message: expect.stringMatching(/Garden Society.*Tree Society/u),
    });
    await expect(openCompany(null, dir)).rejects.toMatchObject({ name: 'PolicyProblem' });
  });

  it('unless the company file says that both are its names', async () => {
    policy('a', 'Garden Society');
    policy('b', 'Tree Society');
    const file = join(dir, 'ours.yaml');
    writeFileSync(file, 'name: Garden Society\nalso: [Tree Society]\n');
    const { company } = await openCompany(file, dir);
    expect((await openKnowledge(dir, undefined, 'uk', company)).policies.length).toBe(2);
  });

  it('and a company file that is not these policies’ is refused', async () => {
    policy('a', 'Garden Society');
    await expect(openCompany(clinicFile, dir)).rejects.toMatchObject({ name: 'CompanyProblem' });
  });

  it('and the sample steps aside as soon as a policy of one’s own is there', async () => {
    bringSample();
    policy('garden', 'Garden Society');
    expect((await openPolicies(dir)).map(({ head }) => head.id)).toEqual(['garden']);
    expect((await openCompany(null, dir)).company.name).toBe('Garden Society');
  });

  it.each([
    ['the environment', { regime: true, jurisdiction: true }, 'uk'],
    ['the company file, where the environment says nothing', { regime: false, jurisdiction: false }, 'eu'],
  ] as const)('under the law of %s', async (_, lawGiven, regime) => {
    policy('a', 'Garden Society');
    const file = join(dir, 'ours.yaml');
    writeFileSync(file, 'name: Garden Society\nregime: eu\njurisdiction: ireland\n');
    const { company } = await openCompany(file, dir);
    expect(underLawOf(testConfig({ lawGiven }), company).regime).toBe(regime);
  });
});

describe('what nobody has stated', () => {
  it('is no name and no contact, and it is said', async () => {
    policy('a', 'not stated', 'not stated');
    const { company, notices } = await openCompany(null, dir);
    expect(company).toMatchObject({ name: null, contact: null });
    expect(notices.length).toBe(3);
    const { ask } = await openKnowledge(dir, undefined, 'uk', company);
    expect(JSON.stringify(await ask('do we sell data to advertisers?'))).not.toMatch(/not stated/iu);
  });

  it('is taken from another document of the company, whichever comes first', async () => {
    policy('a', 'not stated', 'not stated');
    policy('b', 'Garden Society', 'hello@garden.example');
    const { company } = await openCompany(null, dir);
    expect(company).toMatchObject({ name: 'Garden Society', contact: 'hello@garden.example' });
    const { ask } = await openKnowledge(dir, undefined, 'uk', company);
    expect((await ask('do we sell data to advertisers?')).answer).toContain('hello@garden.example');
  });
});

it.each([
  ['Emailadmin@garden.example', 1],
  ['E-mail:admin@garden.example', 1],
  ['mailroom@garden.example', 0],
  ['contact@garden.example', 0],
  ['Phone 020 7946 0000', 0],
])('a contact made of two cells is said at start: %s', async (contact, said) => {
  policy('garden', 'Garden Society', contact);
  const { notices } = await openCompany(null, dir);
  expect(notices.filter((notice) => notice.includes('two cells')).length).toBe(said);
});

describe('house rules', () => {
  it('that the policy contradicts are named with the passage, and not shown', async () => {
    const { company, disputed } = await openCompany(clinicFile, join(clinic, 'policies'));
    expect(disputed.map(({ rule, quote }) => [rule, quote.includes('Dr Anwen Price')])).toEqual([
      ['no-officer', true],
    ]);
    expect(company.houseRules.map(({ id }) => id)).toEqual(['caller']);
    const { ask } = await openKnowledge(join(clinic, 'policies'), undefined, 'uk', company);
    expect((await ask('who is our data protection officer?')).procedure).toEqual([]);
  });

  it('are the company’s own and stand beside its answers only', async () => {
    const question = 'how do we check who is ringing?';
    const speaking = await openCompany(clinicFile, join(clinic, 'policies'));
    const own = await openKnowledge(join(clinic, 'policies'), undefined, 'uk', speaking.company);
    expect((await own.ask(question)).procedure.join()).toContain('Ring the patient back');
    const general = await openCompany(null, join(clinic, 'policies'));
    const other = await openKnowledge(join(clinic, 'policies'), undefined, 'uk', general.company);
    expect((await other.ask(question)).procedure).toEqual([]);
  });
});

describe('whose data is held', () => {
  it.each([
    ['do we keep a patient’s phone number?', false],
    ['do we keep patients’ phone numbers?', false],
    ['is a carer’s email address kept?', false],
    ['what is anna’s phone number?', true],
    ['what is riverbank’s phone number?', false],
  ])('%s', async (question, declined) => {
    const { company } = await openCompany(clinicFile, join(clinic, 'policies'));
    const { ask } = await openKnowledge(join(clinic, 'policies'), undefined, 'uk', company);
    expect((await ask(question)).outcome === 'declined').toBe(declined);
  });
});

it('names the word that means nothing here', async () => {
  const file = join(dir, 'ours.yaml');
  writeFileSync(file, readFileSync(clinicFile, 'utf8').replace('client: [patient]', 'clyent: [patient]'));
  const { company } = await openCompany(file, join(clinic, 'policies'));
  await expect(openKnowledge(join(clinic, 'policies'), undefined, 'uk', company)).rejects.toThrow(/clyent/u);
});
