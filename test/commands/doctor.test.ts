import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../../src/base/root.ts';
import { doctor } from '../../src/commands/doctor/doctor.ts';
import { folder } from '../support/program.ts';

const answered = z.strictObject({
  ok: z.boolean(),
  checks: z.array(
    z.strictObject({
      name: z.string(),
      status: z.enum(['ok', 'warning', 'error']),
      message: z.string().min(1),
      fix: z.string(),
    }),
  ),
});

const bot = 'xoxb-1-hunter2';
const app = 'xapp-1-hunter2';
const scopes = z
  .object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) })
  .parse(parse(readFileSync(join(projectRoot, 'manifest.yml'), 'utf8')))
  .oauth_config.scopes.bot.join(',');

type Answers = Readonly<Record<string, unknown>>;
const healthy: Answers = {
  'auth.test': { ok: true, user: 'privacy', team: 'Desk' },
  'apps.connections.open': { ok: true, url: 'wss://nowhere' },
  'conversations.info': { ok: true, channel: { is_member: true } },
  'users.info': { ok: true, user: { deleted: false } },
  'usergroups.users.list': { ok: true, users: ['U1AB'] },
};

/** A Slack that says what it is told to. */
let slack: Server;
let url = '';
let says: Answers = healthy;
let granted = scopes;
let date = () => new Date();
beforeAll(async () => {
  slack = createServer((request, response) => {
    const method = (request.url ?? '').replace('/api/', '');
    response.setHeader('x-oauth-scopes', granted);
    response.setHeader('date', date().toUTCString());
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(says[method] ?? { ok: false, error: 'unknown_method' }));
  });
  await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve));
  const address = slack.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/api/`;
});
afterAll(() => slack.close());

const connected = () => ({
  SLACK_API_URL: url,
  SLACK_BOT_TOKEN: bot,
  SLACK_APP_TOKEN: app,
  PRIVACY_CHANNEL: 'C012AB3CD',
  PRIVACY_TEAM: 'S0614TZR7',
  PRIVACY_APPROVERS: 'U012AB3CD',
  REGISTER_KEY: Buffer.alloc(32, 7).toString('base64'),
});

const practised = (): string => {
  const dir = folder();
  writeFileSync(join(dir, 'travelled-to'), '2026-12-24T09:15:00.000Z\n');
  return dir;
};

/** A delivery as it lies there, sealed with a key that nobody has. */
const withInbox = (state: 'lost' | 'started'): string => {
  const dir = folder();
  mkdirSync(join(dir, 'inbox'));
  const sealed = state === 'lost' ? null : 'AAAA';
  writeFileSync(join(dir, 'inbox', 'ab.json'), JSON.stringify({ key: 'Ev1', state, sealed }));
  return dir;
};

const examine = async (env: Readonly<Record<string, string>>) => {
  const out: string[] = [];
  const code = await doctor(['--json'], {
    lines: async function* () {},
    out: (line) => out.push(line),
    err: () => undefined,
    terminal: false,
    env: { DATA_DIR: folder(), ...env },
    clock: () => new Date('2026-11-22T12:00:00Z'),
  });
  const { ok, checks } = answered.parse(JSON.parse(out.join('')));
  expect(code).toBe(ok ? 0 : 1);
  expect(out.join('')).not.toContain('hunter2');
  for (const check of checks) if (check.status !== 'ok') expect(check.fix, check.name).not.toBe('');
  return checks.filter(({ status }) => status !== 'ok').map(({ name, status }) => `${status} ${name}`);
};

/** What a fault in Slack's answers makes of a healthy bot. */
const withSlack = async (over: Answers, other: { scopes?: string; date?: () => Date } = {}) => {
  says = { ...healthy, ...over };
  granted = other.scopes ?? scopes;
  date = other.date ?? (() => new Date());
  return examine(connected());
};

describe('doctor', () => {
  it('finds nothing wrong with a healthy bot but that teams have nobody in Slack, and nobody has pressed a button yet', async () => {
    expect(await withSlack({})).toEqual(['warning teams', 'warning buttons']);
  });

  it('is content with teams once the company file names somebody for each', async () => {
    const file = join(folder(), 'company.yaml');
    const shipped = readFileSync(join(projectRoot, 'data', 'company.yaml'), 'utf8');
    writeFileSync(file, shipped.replaceAll(', steps: [', ', slack: [S012AB3CD], steps: ['));
    says = healthy;
    granted = scopes;
    date = () => new Date();
    expect(await examine({ ...connected(), COMPANY_FILE: file })).toEqual(['warning buttons']);
  });

  it.each<readonly [string, Answers, { scopes?: string; date?: () => Date }, string]>([
    ['a wrong bot token', { 'auth.test': { ok: false, error: 'invalid_auth' } }, {}, 'error bot token'],
    [
      'a wrong app token',
      { 'apps.connections.open': { ok: false, error: 'invalid_auth' } },
      {},
      'error app token',
    ],
    ['a missing scope', {}, { scopes: scopes.replace('users:read', '') }, 'error scopes'],
    ['a scope too many', {}, { scopes: `${scopes},users:read.email` }, 'warning scopes'],
    [
      'a channel it cannot see',
      { 'conversations.info': { ok: false, error: 'channel_not_found' } },
      {},
      'error privacy channel',
    ],
    [
      'a channel it is not in',
      { 'conversations.info': { ok: true, channel: { is_member: false } } },
      {},
      'error privacy channel',
    ],
    [
      'an archived channel',
      { 'conversations.info': { ok: true, channel: { is_member: true, is_archived: true } } },
      {},
      'error privacy channel',
    ],
    [
      'a channel shared with another company',
      { 'conversations.info': { ok: true, channel: { is_member: true, is_ext_shared: true } } },
      {},
      'error privacy channel',
    ],
    [
      'an approver who left',
      { 'users.info': { ok: true, user: { deleted: true } } },
      {},
      'error PRIVACY_APPROVERS',
    ],
    [
      'a group Slack does not know',
      { 'usergroups.users.list': { ok: false, error: 'no_such_subteam' } },
      {},
      'error PRIVACY_TEAM',
    ],
    ['a clock that is off', {}, { date: () => new Date(Date.now() - 600_000) }, 'error clock against Slack'],
    ['an answer that is no JSON of Slack', { 'auth.test': 'hello' }, {}, 'error bot token'],
  ])('finds %s', async (_, over, other, finding) => {
    expect(await withSlack(over, other)).toContain(finding);
  });

  it.each<readonly [string, () => Record<string, string>, string]>([
    ['a wrong variable, by name', () => ({ PORT: 'x' }), 'error PORT'],
    ['no policies', () => ({ POLICY_DIR: folder() }), 'error policies'],
    [
      'a data folder that cannot be one',
      () => {
        const dir = folder();
        writeFileSync(join(dir, 'file'), '');
        return { DATA_DIR: join(dir, 'file', 'register') };
      },
      'error data folder',
    ],
    [
      'a key file that others can read',
      () => {
        const dir = folder();
        writeFileSync(join(dir, 'register.key'), 'x');
        chmodSync(join(dir, 'register.key'), 0o644);
        return { DATA_DIR: dir };
      },
      'error register key',
    ],
    [
      'a key beside what it seals',
      () => {
        const dir = folder();
        mkdirSync(dir, { recursive: true });
        writeFileSync(join(dir, 'register.key'), Buffer.alloc(32, 7).toString('base64'), { mode: 0o600 });
        return { DATA_DIR: dir };
      },
      'warning register key',
    ],
    [
      'a key that was cut',
      () => {
        const dir = folder();
        writeFileSync(join(dir, 'register.key'), 'BwcHBwcHBwc', { mode: 0o600 });
        return { DATA_DIR: dir };
      },
      'error register key',
    ],
    [
      'an anchor of another register',
      () => {
        const dir = folder();
        writeFileSync(join(dir, 'anchors'), `2026-11-29T09:00:00.000Z 12-${'a'.repeat(24)}\n`);
        return { DATA_DIR: dir, REGISTER_ANCHOR: join(dir, 'anchors') };
      },
      'error anchors',
    ],
    [
      'a case file that cannot be read',
      () => {
        const dir = folder();
        mkdirSync(join(dir, 'cases'));
        writeFileSync(join(dir, 'cases', 'DSR-2026-0001.json'), '{"half":');
        return { DATA_DIR: dir, REGISTER_KEY: Buffer.alloc(32, 7).toString('base64') };
      },
      'error register',
    ],
    ['a practice clock', () => ({ CLOCK: '2026-01-01T00:00:00Z' }), 'warning clock'],
    ['a folder that practice has been in', () => ({ DATA_DIR: practised() }), 'warning practice'],
    [
      'a real Slack on a folder that practice has been in',
      () => ({ ...connected(), DATA_DIR: practised() }),
      'error practice',
    ],
    ['a model that is not there', () => ({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }), 'warning model'],
    [
      'a Slack that is not there',
      () => ({ ...connected(), SLACK_API_URL: 'http://127.0.0.1:9/api/' }),
      'error bot token',
    ],
    ['a message that was given up', () => ({ ...connected(), DATA_DIR: withInbox('lost') }), 'warning inbox'],
    [
      'a message that another key sealed',
      () => ({ ...connected(), DATA_DIR: withInbox('started') }),
      'warning inbox',
    ],
    ['nobody on the team', () => ({ ...connected(), PRIVACY_TEAM: '' }), 'warning PRIVACY_TEAM'],
    ['no channel', () => ({ ...connected(), PRIVACY_CHANNEL: '' }), 'warning privacy channel'],
  ])('finds %s', async (_, env, finding) => {
    says = healthy;
    granted = scopes;
    date = () => new Date();
    expect(await examine(env())).toContain(finding);
  });
});

describe('who speaks', () => {
  const policies = (
    ...all: readonly (readonly [id: string, controller: string, contact: string])[]
  ): string => {
    const dir = folder();
    for (const [id, controller, contact] of all)
      writeFileSync(
        join(dir, `${id}.md`),
        `---\nid: ${id}\ntitle: T\nversion: 1\nupdated: May\ncontroller: ${controller}\ncontact: ${contact}\n---\nWe keep it.\n`,
      );
    return dir;
  };
  const written = (text: string): string => {
    const file = join(folder(), 'ours.yaml');
    writeFileSync(file, text);
    return file;
  };

  it.each<readonly [string, () => Readonly<Record<string, string>>, readonly string[]]>([
    [
      'two controllers',
      () => ({ POLICY_DIR: policies(['a', 'Garden Society', 'c'], ['b', 'Tree Society', 'c']) }),
      ['error policies'],
    ],
    [
      'a controller and a contact that nobody states',
      () => ({ POLICY_DIR: policies(['a', 'not stated', 'not stated']) }),
      ['warning company', 'error company', 'error company'],
    ],
    [
      'another company’s policies without a company file',
      () => ({ POLICY_DIR: policies(['a', 'Garden Society', 'c']) }),
      ['warning company'],
    ],
    [
      'a company file with two faults',
      () => ({ COMPANY_FILE: written('name: A\nteams: [{ id: T, name: T }]\nclients: perhaps\n') }),
      ['error company', 'error company'],
    ],
    [
      'a place of the company’s own law where the environment names no law',
      () => ({
        POLICY_DIR: policies(['a', 'Garden Society', 'c']),
        COMPANY_FILE: written('name: Garden Society\nregime: eu\n'),
        JURISDICTION: 'austria',
      }),
      // Its calendar was compared with no published list; but it is a place of that law.
      ['warning law'],
    ],
    [
      'a house rule that the policy contradicts',
      () => ({
        POLICY_DIR: policies(['a', 'Garden Society', 'c']),
        COMPANY_FILE: written(
          'name: Garden Society\nhouse_rules: [{ text: We never keep anything at all., checked: 2026-11-01, contradicts: [We keep it] }]\n',
        ),
      }),
      ['warning house rules'],
    ],
  ])('%s', async (_, env, found) => {
    says = healthy;
    granted = scopes;
    date = () => new Date();
    expect(await examine({ ...connected(), ...env() })).toEqual([...found, 'warning buttons']);
  });
});
