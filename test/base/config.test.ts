import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/base/config.ts';
import { describeProblems } from '../../src/base/config-problems.ts';

const bot = 'xoxb-1-2-abc';
const app = 'xapp-1-A1-2-abc';
const signing = '0123456789abcdef0123456789abcdef';
const key = Buffer.alloc(32, 7).toString('base64');

const named = (env: Record<string, string>): readonly string[] => {
  const read = readConfig(env);
  return read.ok ? [] : read.problems.map(({ variable }) => variable);
};

describe('the way to Slack', () => {
  it.each([
    ['nothing set: the local workspace', {}, 'local'],
    ['empty values count as not set', { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: ' ' }, 'local'],
    ['bot and app token: Socket Mode', { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }, 'socket'],
    ['bot token and signing secret: HTTP', { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: signing }, 'http'],
    [
      'all three: Socket Mode needs no open port',
      { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: signing },
      'socket',
    ],
  ])('%s', (_, env, mode) => {
    const read = readConfig(env);
    expect(read.ok && read.config.slack.mode).toBe(mode);
  });

  it.each([
    ['a bot token alone', { SLACK_BOT_TOKEN: bot }, ['SLACK_APP_TOKEN']],
    ['an app token alone', { SLACK_APP_TOKEN: app }, ['SLACK_BOT_TOKEN']],
    ['a signing secret alone', { SLACK_SIGNING_SECRET: signing }, ['SLACK_BOT_TOKEN']],
    [
      'tokens the wrong way round',
      { SLACK_BOT_TOKEN: app, SLACK_APP_TOKEN: bot },
      ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'],
    ],
    ['the local workspace in production', { NODE_ENV: 'production' }, ['SLACK_BOT_TOKEN']],
    [
      'a practice clock in production',
      { NODE_ENV: 'production', SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, CLOCK: '2026-01-01T00:00:00Z' },
      ['CLOCK'],
    ],
  ])('refuses %s', (_, env, variables) => {
    expect(named(env)).toEqual(variables);
  });
});

describe('every other variable', () => {
  it.each([
    ['PORT', ['http', '-1', '70000', '3000.5'], ['3000', '0', '65535']],
    [
      'SLACK_API_URL',
      ['slack.com', 'ftp://slack.com'],
      ['https://slack-gov.com/api', 'http://127.0.0.1:1/api/'],
    ],
    ['PRIVACY_CHANNEL', ['#privacy', 'privacy', 'U012AB3CD'], ['C012AB3CD', 'G012AB3CD']],
    [
      'PRIVACY_TEAM',
      ['@priya', 'U1,priya', 'priya@example.com'],
      ['U012AB3CD', 'U012AB3CD, S0614TZR7 ,W0123'],
    ],
    ['PRIVACY_APPROVERS', ['everyone'], ['U012AB3CD']],
    [
      'REGISTER_KEY',
      ['secret', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64')],
      [key],
    ],
    ['DATABASE_URL', ['localhost', 'mysql://x/y'], ['postgres://u:p@h:5432/d', 'postgresql://h/d']],
    ['TIME_ZONE', ['London', 'Mars/Olympus'], ['Europe/London', 'UTC']],
    ['REGIME', ['us', 'UK GDPR'], ['uk', 'eu']],
    ['JURISDICTION', ['wales'], ['england-and-wales', 'scotland', 'northern-ireland']],
    ['REMINDER_TIME', ['9:15', '24:00', '09:60', 'noon'], ['09:15', '00:00', '23:59']],
    ['OPENAI_BASE_URL', ['localhost:11434'], ['http://127.0.0.1:11434/v1']],
    ['MODEL_PATIENCE', ['soon', '0', '-1', '999'], ['8', '2.5']],
    ['MODEL_CONTEXT', ['all', '10', '1e5'], ['32000', '200000']],
    ['LOG_LEVEL', ['loud'], ['debug', 'silent']],
    [
      'CLOCK',
      ['yesterday', '2026-01-31', '2026-01-31T09:00:00', '2026-13-01T00:00:00Z'],
      ['2026-01-31T09:00:00Z', '2026-01-31T09:00:00+01:00'],
    ],
  ])('%s refuses nonsense by name and takes what is right', (variable, wrong, right) => {
    for (const value of wrong) expect(named({ [variable]: value }), value).toEqual([variable]);
    for (const value of right) expect(named({ [variable]: value }), value).toEqual([]);
  });

  it('adds the slash that the Web API client wants', () => {
    const read = readConfig({ SLACK_API_URL: 'https://slack-gov.com/api' });
    expect(read.ok && read.config.slackApiUrl).toBe('https://slack-gov.com/api/');
  });

  it('takes a model server of one’s own without a key', () => {
    const read = readConfig({ OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' });
    expect(read.ok && read.config.model).toEqual({
      apiKey: null,
      baseUrl: 'http://127.0.0.1:1/v1',
      name: null,
      patienceMs: 8_000,
      context: 60_000,
    });
  });
});

it('names every problem at once, each with its fix, and never the value of a secret', () => {
  const read = readConfig({
    SLACK_BOT_TOKEN: 'hunter2',
    PORT: 'x',
    TIME_ZONE: 'x',
    PRIVACY_TEAM: 'x',
    REGISTER_KEY: 'hunter3',
  });
  if (read.ok) throw new Error('this should not be valid');
  expect(new Set(read.problems.map(({ variable }) => variable))).toEqual(
    new Set(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'PORT', 'TIME_ZONE', 'PRIVACY_TEAM', 'REGISTER_KEY']),
  );
  for (const { fix, problem } of read.problems) {
    expect(fix.length).toBeGreaterThan(10);
    expect(problem).not.toBe('');
  }
  expect(describeProblems(read.problems)).not.toMatch(/hunter|\n\s+at /);
});
