import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { built, folder, startProgram } from '../support/program.ts';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts';

let slack: TestWorkspace;
beforeAll(async () => {
  built();
  slack = await startTestWorkspace();
}, 120_000);
afterAll(() => slack.stop());

const bot = 'xoxb-1-hunter2';
const app = 'xapp-1-hunter2';
const inFolder = (name: string, content: string): string => {
  const path = folder();
  writeFileSync(join(path, name), content);
  return path;
};
const policyOf = (id: string, controller: string): string =>
  `---\nid: ${id}\ntitle: T\nversion: 1\nupdated: May\ncontroller: ${controller}\ncontact: c@example.org\n---\nWe keep it.\n`;
const emptyFolder = (): string => {
  const path = join(folder(), 'empty');
  mkdirSync(path);
  return path;
};

it.each<readonly [string, () => Record<string, string>, string]>([
  ['one token only', () => ({ SLACK_BOT_TOKEN: bot }), 'SLACK_APP_TOKEN is missing'],
  ['the wrong prefix', () => ({ SLACK_BOT_TOKEN: app, SLACK_APP_TOKEN: app }), 'begin with "xoxb-"'],
  ['a zone that is none', () => ({ TIME_ZONE: 'Mars' }), 'TIME_ZONE is not a time zone'],
  ['a port that is none', () => ({ PORT: 'http' }), 'PORT is not a port number'],
  ['a key that is too short', () => ({ REGISTER_KEY: 'aHVudGVyMg==' }), 'REGISTER_KEY is not 32 bytes'],
  ['no policy folder', () => ({ POLICY_DIR: '/nowhere/at/all' }), '/nowhere/at/all'],
  ['an empty policy folder', () => ({ POLICY_DIR: emptyFolder() }), 'polic'],
  [
    'policies of two controllers',
    () => {
      const path = inFolder('a.md', policyOf('a', 'Garden Society'));
      writeFileSync(join(path, 'b.md'), policyOf('b', 'Tree Society'));
      return { POLICY_DIR: path };
    },
    'Garden Society (a) and Tree Society (b)',
  ],
  [
    'a company file that is not of its shape',
    () => ({
      COMPANY_FILE: join(inFolder('ours.yaml', 'name: A\nteams:\n  - id: T\n    name: T\n'), 'ours.yaml'),
    }),
    'line 3: teams.0.id',
  ],
  ['a company file that is not there', () => ({ COMPANY_FILE: '/nowhere/ours.yaml' }), '/nowhere/ours.yaml'],
  [
    'a company that the policies are not of',
    () => ({ COMPANY_FILE: join(inFolder('ours.yaml', 'name: Garden Society\n'), 'ours.yaml') }),
    'Garden Society',
  ],
  [
    'a policy without a readable head',
    () => ({ POLICY_DIR: inFolder('broken.md', '---\nid: [\n---\nText.\n') }),
    'broken.md',
  ],
  [
    'a token Slack does not know',
    () => ({ SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }),
    'invalid_auth',
  ],
  [
    'an app token Slack does not know',
    () => ({ SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: app }),
    'SLACK_APP_TOKEN',
  ],
  [
    'a Slack that is not there',
    () => ({ SLACK_API_URL: 'http://127.0.0.1:9/api/', SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }),
    'cannot be reached',
  ],
  [
    'a data folder that is a file',
    () => ({ DATA_DIR: join(inFolder('file', ''), 'file', 'register') }),
    'DATA_DIR',
  ],
  [
    'a data folder whose time was moved in practice',
    () => ({
      SLACK_BOT_TOKEN: bot,
      SLACK_APP_TOKEN: app,
      DATA_DIR: inFolder('travelled-to', '2027-01-04T09:15:00.000Z\n'),
    }),
    'Set DATA_DIR to another folder',
  ],
  ['production without tokens', () => ({ NODE_ENV: 'production' }), 'not for production'],
  [
    'a practice clock in production',
    () => ({
      NODE_ENV: 'production',
      SLACK_BOT_TOKEN: bot,
      SLACK_APP_TOKEN: app,
      CLOCK: '2026-01-01T00:00:00Z',
    }),
    'refused in production',
  ],
])(
  '%s: one plain message with the fix, exit 1, nothing secret',
  async (_, env, words) => {
    const run = startProgram(env());
    expect(await run.exit).toBe(1);
    expect(run.err()).toContain(words);
    const printed = run.out() + run.err();
    expect(printed).not.toMatch(/hunter2|\n\s+at |Unhandled|node:internal/);
    expect(run.err().trimEnd().split('\n').length).toBeLessThanOrEqual(3);
  },
  60_000,
);
