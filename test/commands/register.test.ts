import { chmod, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { loggedEvent } from '../../bench/logged.ts';
import { readHolidayTable } from '../../src/base/calendars.ts';
import { sealFor } from '../../src/base/seal.ts';
import { runCommand } from '../../src/cli.ts';
import { answerLine } from '../../src/commands/deadline.ts';
import { writeBeside } from '../../src/register/beside.ts';
import { openDrafts } from '../../src/register/files/draft-store.ts';
import { fileFolder, fileFolders } from '../../src/register/files/file-folder.ts';
import { caseKind } from '../../src/register/history/case-kind.ts';
import { parseRegisterKey } from '../../src/register/history/sealing.ts';
import { openRegister } from '../../src/register/open.ts';
import { resealStores, sealOf } from '../../src/register/sealed-stores.ts';
import { openInbox } from '../../src/register/text-inbox.ts';
import type { CaseEvent } from '../../src/requests/case/case-events.ts';
import { keyText, otherKeyText } from '../register/plain-kind.ts';
import { allBytes, temporaryFolder } from '../register/temp-folder.ts';
import { firstRelease, firstReleaseFolder } from '../support/first-release.ts';

const folder = temporaryFolder();
const data = (): string => join(folder(), 'data');
const at = '2026-11-02T09:00:00.000Z';

const logged = (number: string): CaseEvent => ({
  ...loggedEvent(number, at),
  personal: { name: 'Wilhelmina Quastel', contact: 'w@quastel.example', words: 'all about my zebra' },
});

const run = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(['register', ...args], {
    lines: async function* () {},
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    terminal: false,
    env: { DATA_DIR: data(), REGISTER_KEY: keyText, ...env },
    clock: () => new Date('2026-11-22T12:00:00.000Z'),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

const open = () => openRegister({ folder: data(), key: keyText }, caseKind, () => undefined);

beforeEach(async () => {
  const register = await open();
  for (const n of [1, 2]) {
    await register.create({
      prefix: 'DSR',
      year: 2026,
      requestId: `form-${n}`,
      events: (id) => [logged(id)],
    });
  }
  await register.append(
    'DSR-2026-0002',
    1,
    { type: 'taken', at, by: 'U0KIM' },
    { type: 'closed', at, by: 'U0KIM', retainUntil: '2026-11-21', bundleUntil: null },
  );
  await register.close();
});

const defaults = { regime: 'uk', jurisdiction: 'england-and-wales', zone: 'Europe/London' } as const;

describe('privacy register', () => {
  it('lists the cases, for people and as JSON, without personal data', async () => {
    const text = await run(['list']);
    expect(text.code).toBe(0);
    expect(text.out).toContain('DSR-2026-0001');
    const json = await run(['list', '--json']);
    expect(JSON.parse(json.out)).toMatchObject([
      { id: 'DSR-2026-0001', right: 'access', state: 'received', due: '2026-12-02' },
      { id: 'DSR-2026-0002', state: 'closed', owner: 'U0KIM', due: null },
    ]);
    expect(text.out + json.out).not.toMatch(/Quastel|quastel|zebra/u);
  });

  it('shows a case without personal data unless it is asked to reveal it, and warns then', async () => {
    const hidden = await run(['show', 'DSR-2026-0001']);
    expect(hidden.out + hidden.err).not.toMatch(/quastel|zebra/iu);
    const shown = await run(['show', 'DSR-2026-0001', '--reveal']);
    expect(shown.out).toContain('Wilhelmina Quastel');
    expect(shown.err).toMatch(/personal data/u);
  });

  it('writes a spreadsheet without personal data', async () => {
    const file = join(folder(), 'cases.csv');
    expect((await run(['export', '--csv', file])).code).toBe(0);
    const [heading, ...rows] = (await readFile(file, 'utf8')).trimEnd().split('\r\n');
    expect(heading).toMatch(/^id,right,state/u);
    expect(rows).toHaveLength(2);
    expect(rows.join()).not.toMatch(/quastel/iu);
  });

  it('exports the dates of the clock, the days left and how late a request was logged', async () => {
    const file = join(folder(), 'cases.csv');
    await run(['export', '--csv', file]);
    const [heading = '', first = ''] = (await readFile(file, 'utf8')).split('\r\n');
    const cells = first.split(',');
    const named = Object.fromEntries(heading.split(',').map((name, at) => [name, cells[at]]));
    const [row] = JSON.parse((await run(['list', '--json'])).out);
    const given = JSON.stringify({
      right: 'access',
      regime: row.regime,
      jurisdiction: row.jurisdiction,
      timezone: 'Europe/London',
      received_at: row.receivedAt,
      events: [],
    });
    const clock = JSON.parse(answerLine(given, readHolidayTable(), defaults));
    expect([named['due'], named['cautiousDue']]).toEqual([clock.due, clock.cautious_due]);
    expect(named['daysLeft']).toMatch(/^-?\d+$/u);
    expect(Number(named['receiptLagDays'])).toBeGreaterThanOrEqual(0);
  });

  it('writes a letter to a file, warns that it names somebody, and says which letters there are', async () => {
    const file = join(folder(), 'letter.txt');
    const written = await run(['letter', 'DSR-2026-0001', 'acknowledgement', '--out', file]);
    expect(written).toMatchObject({ code: 0, out: '' });
    expect(written.err).toMatch(/personal data/u);
    expect(written.err).not.toMatch(/quastel/iu);
    expect(await readFile(file, 'utf8')).toContain('Dear Wilhelmina Quastel');
    expect((await run(['letter', 'DSR-2026-0001', 'acknowledgement'])).out).toContain('DSR-2026-0001');
    const unknown = await run(['letter', 'DSR-2026-0001', 'poem']);
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('access-answer');
    expect((await run(['letter', 'DSR-2026-0001'])).code).toBe(2);
  });

  it('writes evidence that verifies anywhere, and finds the line of a flipped byte', async () => {
    const file = join(folder(), 'evidence.jsonl');
    expect((await run(['evidence', 'DSR-2026-0002', '--out', file])).code).toBe(0);
    const elsewhere = { DATA_DIR: join(folder(), 'nowhere'), REGISTER_KEY: '' };
    expect((await run(['verify', file], elsewhere)).code).toBe(0);
    await writeFile(file, (await readFile(file, 'utf8')).replace('"taken"', '"tbken"'));
    const verdict = await run(['verify', file], elsewhere);
    expect(verdict).toMatchObject({ code: 1 });
    expect(verdict.err).toContain('line 3');
  });

  it('verifies every history, and names the bad event of the bad case', async () => {
    const sound = await run(['verify']);
    expect(sound.code).toBe(0);
    expect(sound.out).toMatch(/^2 of 2 histories are whole\.\nanchor 4-[0-9a-f]{24}$/u);
    const file = join(data(), 'cases', 'DSR-2026-0002.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('U0KIM', 'U0KIN'));
    const verdict = await run(['verify']);
    expect(verdict.code).toBe(1);
    expect(verdict.err).toMatch(/DSR-2026-0002.*event 2/u);
    expect((await run(['list'])).code).toBe(1);
  });

  it('backs up, verifies and restores', async () => {
    const file = join(folder(), 'register.backup');
    expect((await run(['backup', file])).code).toBe(0);
    expect((await run(['verify', file])).code).toBe(0);
    expect((await run(['restore', file])).code).toBe(1);
    expect((await run(['restore', file, '--force'])).code).toBe(0);
    const other = { DATA_DIR: join(folder(), 'other') };
    expect((await run(['restore', file], { ...other, REGISTER_KEY: otherKeyText })).code).toBe(1);
    expect((await run(['restore', file], { ...other, REGISTER_KEY: '' })).err).toMatch(/Set REGISTER_KEY/u);
    expect((await run(['restore', file], other)).code).toBe(0);
    expect(JSON.parse((await run(['list', '--json'], other)).out)).toHaveLength(2);
  });

  it('erases only with --yes, what was begun for the case too, and the histories still verify', async () => {
    const drafts = openDrafts(fileFolder(join(data(), 'drafts')), sealFor(new Uint8Array(32), 'draft'));
    for (const id of ['DSR-2026-0001.access-answer', 'DSR-2026-0002.access-answer'])
      await drafts.update(id, async () => ({ summary: 'Dear Quastel' }));
    expect((await run(['erase', 'DSR-2026-0001'])).code).toBe(1);
    expect((await run(['show', 'DSR-2026-0001', '--reveal'])).out).toContain('Quastel');
    expect((await run(['erase', 'DSR-2026-0001', '--yes'])).code).toBe(0);
    expect(await drafts.idsOf('DSR-2026-0001')).toEqual([]);
    expect(await drafts.idsOf('DSR-2026-0002')).toHaveLength(1);
    const shown = await run(['show', 'DSR-2026-0001', '--reveal']);
    expect(shown.out).not.toContain('Quastel');
    expect(shown.out).toContain('personal_data_erased');
    expect((await run(['verify'])).code).toBe(0);
  });

  it('erases the cases whose time is over, and no others', async () => {
    expect((await run(['erase', '--expired'])).err).toContain('DSR-2026-0002');
    expect((await run(['erase', '--expired', '--yes'])).code).toBe(0);
    const rows = JSON.parse((await run(['list', '--json'])).out);
    expect(rows.map(({ erased }: { erased: boolean }) => erased)).toEqual([false, true]);
  });

  it('changes the key', async () => {
    const both = { NEW_REGISTER_KEY: otherKeyText };
    expect((await run(['rekey'], both)).code).toBe(0);
    expect((await run(['show', 'DSR-2026-0001', '--reveal'])).code).toBe(1);
    const shown = await run(['show', 'DSR-2026-0001', '--reveal'], { REGISTER_KEY: otherKeyText });
    expect(shown.out).toContain('Quastel');
  });

  it('carries everything of the first release over to a new key: cases, gap notes, unfinished messages', async () => {
    const env = { DATA_DIR: firstReleaseFolder(join(folder(), 'first')), NEW_REGISTER_KEY: otherKeyText };
    expect((await run(['rekey'], env)).code).toBe(0);
    const now = { ...env, REGISTER_KEY: otherKeyText };
    expect((await run(['list'], env)).code).toBe(1);
    // Interrupted before the last of it, or on another machine: the same two keys again.
    const late = await openInbox(
      fileFolders(env.DATA_DIR),
      sealOf('inbox', parseRegisterKey(keyText)),
      () => new Date(at),
    );
    await late.take('EvLATE', 'words');
    expect((await run(['rekey'], env)).code).toBe(0);
    expect((await run(['verify'], now)).code).toBe(0);
    expect((await run(['show', 'DSR-2026-0001', '--reveal'], now)).out).toContain('Canary note');
    const other = parseRegisterKey(otherKeyText);
    expect(await resealStores(fileFolders(env.DATA_DIR), other, other)).toEqual({ sealed: 0, closed: [] });
    const old = parseRegisterKey(keyText);
    expect((await resealStores(fileFolders(env.DATA_DIR), old, old)).closed).toEqual(['gaps', 'inbox']);
  });

  it('compares anchors: its own fit, a register set back is named, one case or all of it', async () => {
    const file = join(data(), 'cases', 'DSR-2026-0001.json');
    const early = await readFile(file, 'utf8');
    await cp(data(), join(folder(), 'early'), { recursive: true });
    const register = await open();
    await register.append('DSR-2026-0001', 1, { type: 'taken', at, by: 'U0KIM' });
    const anchor = register.anchor() ?? '';
    await register.close();
    expect((await run(['verify', '--anchor', anchor])).code).toBe(0);
    const late = await readFile(file, 'utf8');
    await writeFile(file, early);
    const one = await run(['verify']);
    expect(one.code).toBe(1);
    expect(one.err).toMatch(/DSR-2026-0001: it was set back/u);
    await writeFile(file, late);
    const noted = join(folder(), 'anchors');
    await writeFile(noted, `2026-11-22T12:00:00.000Z ${anchor}\n`);
    const back = { DATA_DIR: join(folder(), 'early') };
    expect((await run(['verify'], back)).code).toBe(0);
    for (const told of [
      await run(['verify', '--anchor', noted], back),
      await run(['verify'], { ...back, REGISTER_ANCHOR: noted }),
    ]) {
      expect(told.code).toBe(1);
      expect(told.err).toMatch(/set back/u);
    }
    expect((await run(['verify', '--anchor', '/no/anchors/here'])).code).toBe(1);
  });

  it('keeps its anchors through a new key, a backup and a restore', async () => {
    const { out } = await run(['verify']);
    const anchor = out.split('anchor ')[1] ?? '';
    const file = join(folder(), 'register.backup');
    expect((await run(['rekey'], { NEW_REGISTER_KEY: otherKeyText })).code).toBe(0);
    const env = { REGISTER_KEY: otherKeyText };
    expect((await run(['verify', '--anchor', anchor], env)).code).toBe(0);
    await run(['backup', file], env);
    const elsewhere = { ...env, DATA_DIR: join(folder(), 'elsewhere') };
    expect((await run(['restore', file], elsewhere)).code).toBe(0);
    expect((await run(['verify', '--anchor', anchor], elsewhere)).code).toBe(0);
    expect((await run(['restore', file, '--force'], env)).code).toBe(0);
    expect((await run(['verify', '--anchor', anchor], env)).code).toBe(0);
  });

  it('backs up and restores what lies beside the cases, and overwrites none of it unless it is told to', async () => {
    const first = { DATA_DIR: firstReleaseFolder(join(folder(), 'first')) };
    const file = join(folder(), 'register.backup');
    expect((await run(['backup', file], first)).code).toBe(0);
    const to = { DATA_DIR: join(folder(), 'new') };
    expect((await run(['restore', file], to)).code).toBe(0);
    for (const path of ['ledger.jsonl', join('gaps', '2026-11-29.jsonl')])
      expect(await readFile(join(to.DATA_DIR, path), 'utf8')).toBe(
        await readFile(join(first.DATA_DIR, path), 'utf8'),
      );
    const note = join(to.DATA_DIR, 'gaps', '2026-11-29.jsonl');
    await writeFile(note, 'newer\n');
    await rm(join(to.DATA_DIR, 'cases'), { recursive: true });
    await run(['restore', file], to);
    expect(await readFile(note, 'utf8')).toBe('newer\n');
    await run(['restore', file, '--force'], to);
    expect(await readFile(note, 'utf8')).not.toBe('newer\n');
  });

  it('writes nothing outside the folder, whatever a backup names', async () => {
    const to = join(folder(), 'new');
    const beside = {
      '../escaped.json': 'x',
      'entries/../../escaped.json': 'x',
      'cases/DSR-2026-0001.json': 'x',
      'register.key': 'x',
    };
    expect(await writeBeside(fileFolders(to), beside, true)).toBe(0);
  });

  it('takes in a backup of the first release', async () => {
    const env = { DATA_DIR: join(folder(), 'new') };
    expect((await run(['restore', join(firstRelease, 'register.backup')], env)).code).toBe(0);
    expect((await run(['verify'], env)).code).toBe(0);
    expect((await run(['show', 'DSR-2026-0001', '--reveal'], env)).out).toContain('Canary note');
    expect((await run(['verify', join(firstRelease, 'evidence.jsonl')], env)).code).toBe(0);
  });

  it('reads beside a running bot, and refuses to write beside it, with the way out', async () => {
    const bot = await open();
    expect((await run(['list'])).code).toBe(0);
    const refused = await run(['erase', 'DSR-2026-0001', '--yes']);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/process \d+ .*Stop it first/u);
    await bot.close();
  });

  it.each([
    [[]],
    [['sing']],
    [['show']],
    [['show', 'A', 'B']],
    [['list', '--loud']],
    [['export']],
    [['evidence', 'DSR-2026-0001']],
    [['backup']],
    [['restore']],
    [['erase']],
    [['erase', 'DSR-2026-0001', '--expired']],
    [['rekey']],
  ])('answers wrong use of %j with how to use it', async (args) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/Usage/u);
  });

  it.each([
    [['show', 'DSR-2026-0099']],
    [['evidence', 'DSR-2026-0099', '--out', '/dev/null']],
    [['erase', 'DSR-2026-0099', '--yes']],
    [['verify', '/no/such/file']],
    [['restore', '/no/such/file']],
    [['backup', '/no/such/folder/file']],
  ])('says in a sentence why %j is not possible', async (args) => {
    const { code, err } = await run(args);
    expect(code).toBe(1);
    expect(err).toMatch(/\.$/u);
    expect(err).not.toMatch(/\bat .*:\d+:\d+/u);
  });

  it('treats an empty place as an empty register and makes nothing there', async () => {
    const env = { DATA_DIR: join(folder(), 'empty'), REGISTER_KEY: '' };
    expect(await run(['list', '--json'], env)).toMatchObject({ code: 0, out: '[]' });
    expect((await run(['verify'], env)).code).toBe(0);
    expect(await readdir(folder())).toEqual(['data']);
  });

  it('never puts personal data in plain text on the disk', async () => {
    const file = join(folder(), 'register.backup');
    await run(['backup', file]);
    await run(['export', '--csv', join(folder(), 'cases.csv')]);
    await run(['evidence', 'DSR-2026-0001', '--out', join(folder(), 'evidence')]);
    await chmod(file, 0o600);
    expect(await allBytes(folder())).not.toMatch(/quastel|zebra/iu);
  });
});
