import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../src/base/root.ts';
import { runCommand } from '../../src/cli.ts';
import { openCompany } from '../../src/company/open-company.ts';
import { openKnowledge } from '../../src/knowledge/answer/knowledge.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'init-'));
  writeFileSync(
    join(dir, 'notice.html'),
    '<html><body><h1>Privacy notice</h1><p>Hillside Donkey Trust (“we”) looks after donkeys. Write to hello@hillside.example.</p><h2>How long do we keep information?</h2><p>We keep the details of donors for seven years after the last gift.</p></body></html>',
  );
  writeFileSync(
    join(dir, 'schedule.txt'),
    'Retention schedule\n\nVolunteer records are kept for two years after the volunteer leaves.\n',
  );
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const at = (name: string): string => join(dir, name);
const ours = (name: string): string => join(dir, 'ours', name);
const read = (path: string): string => readFileSync(path, 'utf8');

const init = async (args: readonly string[], typed: readonly string[] = []) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(['init', ...args, '--dir', at('ours'), '--env', at('.env')], {
    lines: async function* () {
      yield* typed;
    },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    terminal: false,
    env: {},
    clock: () => new Date('2026-11-30T09:00:00Z'),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};
const documents = () => [at('notice.html'), at('schedule.txt')];
const flags = ['--name', 'Hillside Donkey Trust', '--people', 'donors, charities, volunteers'];

describe('privacy init', () => {
  it('writes company file, policies and .env by flags alone, and these answer in the company’s name', async () => {
    expect((await init([...documents(), ...flags])).code).toBe(0);
    expect(parse(read(ours('company.yaml')))).toMatchObject({
      name: 'Hillside Donkey Trust',
      people: ['donor', 'charity', 'volunteer'],
      clients: false,
    });
    expect(read(at('.env'))).toContain(`POLICY_DIR=${ours('policies')}\n`);
    expect(read(at('.env'))).toContain(`COMPANY_FILE=${ours('company.yaml')}\n`);
    const { company, notices } = await openCompany(ours('company.yaml'), ours('policies'));
    expect(notices).toEqual([]);
    const { ask } = await openKnowledge(ours('policies'), undefined, 'uk', company);
    expect(
      (await ask('how long do we keep volunteer records?')).citations.map(({ policy }) => policy),
    ).toContain('schedule');
    expect((await ask('is a donor’s phone number kept?')).outcome).not.toBe('declined');
  });

  it('asks what it does not know, with what the documents say as the usual answer', async () => {
    const typed = [at('notice.html'), '', 'privacy@hillside.example', 'EU', 'Ireland', 'donors', 'no'];
    expect((await init([], typed)).code).toBe(0);
    expect(parse(read(ours('company.yaml')))).toMatchObject({
      name: 'Hillside Donkey Trust',
      sender: { contact: 'privacy@hillside.example' },
      regime: 'eu',
      jurisdiction: 'ireland',
    });
  });

  it.each<readonly [string, number, string]>([
    ['a file that is not there', 0, '/nowhere/at-all.docx'],
    ['no file', 0, ''],
    ['a law that is none', 3, 'nl'],
    ['a place that is none', 4, 'Atlantis'],
    ['neither yes nor no', 6, 'maybe'],
  ])('asks again after %s, and keeps what was typed before and after', async (_, at_, wrong) => {
    const typed = [at('notice.html'), '', 'privacy@hillside.example', 'EU', 'Ireland', 'donors', 'yes'];
    const run = await init([], [...typed.slice(0, at_), wrong, ...typed.slice(at_)]);
    expect(run.code).toBe(0);
    expect(parse(read(ours('company.yaml')))).toMatchObject({
      sender: { contact: 'privacy@hillside.example' },
      regime: 'eu',
      jurisdiction: 'ireland',
      people: ['donor'],
      clients: true,
    });
  });

  it('names what the question takes where an answer is none of it', async () => {
    const { err } = await init([], [at('notice.html'), '', '', 'nl', 'eu', '', '', '']);
    expect(err.split('\n').find((line) => line.includes('"nl"'))).toMatch(/\bch\b.*\beu\b.*\buk\b/u);
  });

  it('ends, and does not ask for ever, where the lines end at a wrong answer', async () => {
    expect((await init([], [at('notice.html'), '', '', 'nl'])).code).toBe(2);
  });

  it('changes nothing the second time', async () => {
    await init([...documents(), ...flags]);
    const before = ['ours/company.yaml', 'ours/policies/notice.md', '.env'].map((name) => read(at(name)));
    const again = await init([...documents(), ...flags]);
    expect(again.code).toBe(0);
    expect(['ours/company.yaml', 'ours/policies/notice.md', '.env'].map((name) => read(at(name)))).toEqual(
      before,
    );
    expect(again.out).not.toContain('written');
  });

  it('keeps what is there and says something else, says so, and writes over it only when told', async () => {
    await init([...documents(), ...flags]);
    writeFileSync(
      ours('company.yaml'),
      read(ours('company.yaml')).replace('clients: false', 'clients: true'),
    );
    writeFileSync(at('.env'), read(at('.env')).replace(/^POLICY_DIR=.*$/mu, 'POLICY_DIR=/mine'));
    const kept = await init([...documents(), ...flags]);
    expect(kept.code).toBe(1);
    expect(kept.out.match(/kept/gu)?.length).toBe(2);
    expect(read(ours('company.yaml'))).toContain('clients: true');
    expect(read(at('.env'))).toContain('POLICY_DIR=/mine');
    expect((await init([...documents(), ...flags, '--force'])).code).toBe(0);
    expect(read(ours('company.yaml'))).toContain('clients: false');
    expect(read(at('.env'))).not.toContain('/mine');
  });

  it('fills in an .env that was copied from the example, and leaves the rest of it alone', async () => {
    copyFileSync(join(projectRoot, '.env.example'), at('.env'));
    writeFileSync(at('.env'), read(at('.env')).replace('LOG_LEVEL=info', 'LOG_LEVEL=debug'));
    expect((await init([...documents(), ...flags])).code).toBe(0);
    expect(read(at('.env'))).toContain('LOG_LEVEL=debug');
    expect(read(at('.env'))).toContain(`POLICY_DIR=${ours('policies')}\n`);
  });

  it.each<readonly [string, () => readonly string[], number]>([
    ['no document', () => ['--yes'], 2],
    ['a file that is not there', () => [at('nowhere.docx'), '--yes'], 2],
    ['a file of another kind', () => [at('ours.zip'), '--yes'], 1],
    ['documents that do not say whose they are', () => [at('schedule.txt'), '--yes'], 2],
    ['a law that is none', () => [at('notice.html'), '--name', 'A', '--regime', 'mars'], 2],
    ['an option that is none', () => ['--loud'], 2],
  ])('refuses %s, and writes nothing', async (_, args, code) => {
    writeFileSync(at('ours.zip'), 'PK');
    const run = await init(args());
    expect(run.code).toBe(code);
    expect(run.err).not.toBe('');
    expect(existsSync(at('ours'))).toBe(false);
    expect(existsSync(at('.env'))).toBe(false);
  });
});
