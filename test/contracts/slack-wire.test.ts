import { App } from '@slack/bolt';
import nock from 'nock';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { boltLogger } from '../../src/base/logger.ts';
import { absencesOf } from '../../src/slack/absences.ts';
import { clientOptions } from '../../src/slack/clients.ts';
import type { Turn } from '../../src/slack/inbox.ts';
import type { Posted } from '../../src/slack/port.ts';
import { slackOut } from '../../src/slack/posting.ts';
import { groupMembers, membershipOf } from '../../src/slack/user-groups.ts';
import { lookingNotice, notice } from '../../src/views/notice.ts';
import { freePort } from '../support/program.ts';
import { onlyWhatIsWritten } from '../support/wire.ts';

const host = 'https://slack.test';
const logger = pino({ level: 'silent' });
const client = (more: object = {}) =>
  new App({
    token: 'xoxb-test',
    signingSecret: 'x',
    deferInitialization: true,
    logger: boltLogger(logger),
    clientOptions: { ...clientOptions(`${host}/api/`), ...more },
  }).client;
const parts = () => ({
  client: client(),
  oneTry: client({ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true }),
  logger,
  clock: systemClock,
  turn: async () => {},
  after: async () => {},
  newId: () => 'id1',
});
const out = () => slackOut(parts());
const posted = { ok: true, channel: 'C1', ts: '1.1' };

onlyWhatIsWritten();

it('says a word that has no mark of its caller’s once, though Slack took it without saying so', async () => {
  const marks: string[] = [];
  const keep = (body: { readonly metadata: string }): boolean => marks.push(body.metadata) > 0;
  nock(host).post('/api/chat.postMessage', keep).reply(500);
  nock(host)
    .post('/api/conversations.history')
    .reply(200, () => ({ ok: true, messages: [{ ts: '7.0', metadata: JSON.parse(marks[0] ?? '') }] }));
  expect(await out().post({ channel: 'C1' }, notice('hello'))).toMatchObject({ ts: '7.0' });
});

it('tries three times and no more when Slack is down, each time after a look', async () => {
  nock(host).post('/api/chat.postMessage').times(3).reply(503);
  nock(host).post('/api/conversations.history').times(3).reply(200, { ok: true, messages: [] });
  await expect(out().post({ channel: 'C1' }, notice('hello'))).rejects.toThrow();
});

it('waits as long as Slack asks when it says "too many"', async () => {
  nock(host)
    .post('/api/chat.postMessage')
    .reply(429, { ok: false, error: 'ratelimited' }, { 'retry-after': '1' });
  nock(host).post('/api/chat.postMessage').reply(200, posted);
  const waited: number[] = [];
  const after = async (ms: number): Promise<void> => void waited.push(ms);
  await slackOut({ ...parts(), after }).post({ channel: 'C1' }, notice('hello'));
  expect(waited).toEqual([1_000]);
});

it('sends plain text once more when Slack refuses the blocks', async () => {
  const bodies: string[] = [];
  const keep = (body: unknown): boolean => bodies.push(JSON.stringify(body)) > 0;
  nock(host).post('/api/chat.postMessage', keep).reply(200, { ok: false, error: 'invalid_blocks' });
  nock(host).post('/api/chat.postMessage', keep).reply(200, posted);
  await out().post({ channel: 'C1' }, notice('hello'));
  expect(bodies.at(-1)).toContain('hello');
});

it('never unfurls', async () => {
  nock(host)
    .post('/api/chat.postMessage', (body) => body.unfurl_links === 'false' && body.unfurl_media === 'false')
    .reply(200, posted);
  await out().post({ channel: 'C1' }, notice('hello'));
});

it('answers a response_url privately, and an expired one is an error', async () => {
  nock(host)
    .post('/url', (body) => body.response_type === 'ephemeral' && body.replace_original === false)
    .reply(200);
  nock(host).post('/url').reply(404);
  await out().respond(`${host}/url`, notice('hello'));
  await expect(out().respond(`${host}/url`, notice('hello'))).rejects.toThrow('404');
});

it('lets nobody pass when Slack does not say who is on the team', async () => {
  nock(host).post('/api/usergroups.users.list').reply(200, { ok: false, error: 'missing_scope' });
  const team = membershipOf(['S0614TZR7'], groupMembers(client(), systemClock), () => {});
  expect(await team('U1')).toBe('unknown');
});

it('treats a channel as shared when Slack does not say', async () => {
  nock(host).post('/api/conversations.info').reply(200, { ok: false, error: 'missing_scope' });
  expect(await out().sharedWithOthers('C1')).toBe(true);
});

const mark = { type: 'privacy_reminder', key: 'digest/2026-12-01' } as const;

it.each<readonly [string, (post: nock.Interceptor) => void, object]>([
  ['a 503: it may stand there', (post) => post.reply(503), { code: 'http_503', mayStand: true, waitMs: 0 }],
  [
    'a lost answer: it may stand there',
    (post) => post.replyWithError(Object.assign(new Error('gone'), { code: 'ECONNRESET' })),
    { code: 'no_answer', mayStand: true, waitMs: 0 },
  ],
  [
    'Slack’s own failure half-way: it may stand there',
    (post) => post.reply(200, { ok: false, error: 'internal_error' }),
    { code: 'internal_error', mayStand: true, waitMs: 0 },
  ],
  [
    'a 429: it does not, and Slack wants quiet',
    (post) => post.reply(429, '', { 'retry-after': '30' }),
    { code: 'ratelimited', mayStand: false, waitMs: 30_000 },
  ],
  [
    'a refusal: it does not',
    (post) => post.reply(200, { ok: false, error: 'not_in_channel' }),
    { code: 'not_in_channel', mayStand: false, waitMs: 0 },
  ],
])('posts what carries a mark once, and knows what became of it: %s', async (_, answer, problem) => {
  answer(nock(host).post('/api/chat.postMessage'));
  const slack = out();
  const error = await slack.post({ channel: 'C1' }, notice('Reminders.'), mark).catch((cause) => cause);
  expect(slack.sendingProblem(error)).toEqual(problem);
});

it('knows that nothing was sent where no connection was made', async () => {
  nock.enableNetConnect('127.0.0.1');
  const nowhere = client({
    slackApiUrl: `http://127.0.0.1:${await freePort()}/`,
    retryConfig: { retries: 0 },
  });
  const slack = slackOut({ ...parts(), client: nowhere, oneTry: nowhere });
  const error = await slack.post({ channel: 'C1' }, notice('Reminders.'), mark).catch((cause) => cause);
  expect(slack.sendingProblem(error)).toEqual({ code: 'unreachable', mayStand: false, waitMs: 0 });
});

it('tells a Slack that does not answer from one that does not let us look', async () => {
  nock(host).post('/api/conversations.history').reply(503);
  nock(host).post('/api/conversations.history').reply(200, { ok: false, error: 'missing_scope' });
  nock(host).post('/api/conversations.history').reply(200, { ok: true, messages: [] });
  const slack = slackOut({ ...parts(), client: client({ retryConfig: { retries: 0 } }) });
  expect(await slack.lookFor({ channel: 'C1' }, mark)).toBe('later');
  expect(await slack.lookFor({ channel: 'C1' }, mark)).toBe('unknown');
  expect(await slack.lookFor({ channel: 'C1' }, mark)).toBe('absent');
});

it('finds its own message among those of other apps, whatever shape their metadata has', async () => {
  const payload = { key: 'key' in mark ? mark.key : '' };
  const odd = [
    { ts: '1.0', metadata: {} },
    { ts: '2.0', metadata: null },
    { ts: '3.0', metadata: { event_type: mark.type } },
    { ts: '4.0', metadata: { event_type: 'task', event_payload: null, entities: [] } },
    { subtype: 'tombstone' },
    null,
  ];
  nock(host)
    .post('/api/conversations.history')
    .reply(200, { ok: true, messages: odd, response_metadata: { next_cursor: 'more' } });
  nock(host)
    .post('/api/conversations.history', /cursor=more/)
    .reply(200, {
      ok: true,
      messages: [...odd, { ts: '5.0', metadata: { event_type: mark.type, event_payload: payload } }],
      response_metadata: {},
    });
  nock(host)
    .post('/api/conversations.history')
    .reply(200, { ok: true, messages: odd, response_metadata: { next_cursor: null } });
  const slack = out();
  expect(await slack.lookFor({ channel: 'C1' }, mark)).toEqual({ channel: 'C1', ts: '5.0' });
  expect(await slack.lookFor({ channel: 'C1' }, mark)).toBe('absent');
});

it('counts one person with an unreadable profile as being there, and asks about the next', async () => {
  nock(host).post('/api/users.info', /U1/).reply(200, { ok: true, user: null });
  nock(host)
    .post('/api/users.info', /U2/)
    .reply(200, {
      ok: true,
      user: { deleted: null, profile: { status_text: null, status_expiration: 'x' } },
    });
  nock(host)
    .post('/api/users.info', /U3/)
    .reply(200, { ok: true, user: { deleted: true } });
  const failures: unknown[] = [];
  const ask = absencesOf(client(), systemClock, (error) => failures.push(error));
  expect([...(await ask(['U1', 'U2', 'U3']))]).toEqual([['U3', 'left']]);
  expect(failures).toHaveLength(1);
});

it.each<readonly [string, object, string | undefined]>([
  [
    'somebody who is there',
    { profile: { status_text: 'In a meeting', status_emoji: ':calendar:' } },
    undefined,
  ],
  ['an account without a profile', {}, undefined],
  ['a closed account', { deleted: true }, 'left'],
  ['on holiday, by Slack’s own palm tree', { profile: { status_emoji: ':palm_tree:' } }, 'on_leave'],
  ['ill, in words', { profile: { status_text: 'Off sick today' } }, 'on_leave'],
  [
    'back again: the status has run out',
    { profile: { status_text: 'Annual leave', status_expiration: 1_700_000_000 } },
    undefined,
  ],
])('learns from Slack who is not there: %s', async (_, user, absence) => {
  nock(host).post('/api/users.info').reply(200, { ok: true, user });
  const ask = absencesOf(
    client(),
    () => new Date('2026-12-01T10:00:00Z'),
    () => undefined,
  );
  expect((await ask(['U1'])).get('U1')).toBe(absence);
  // Asked once in ten minutes.
  expect((await ask(['U1'])).get('U1')).toBe(absence);
});

describe('an answer stands once', () => {
  const to = { channel: 'C1', threadTs: '1.0' };
  const standing = (text: string) => ({
    ok: true,
    messages: [
      { ts: '1.0', text: 'the question' },
      {
        ts: '5.0',
        text,
        metadata: { event_type: 'privacy_answer', event_payload: { key: 'Ev1' } },
      },
    ],
  });
  let counts: (() => Promise<boolean>)[] = [];
  const said = (turn: Turn, at: Posted | null = null) => {
    counts = [];
    return out().answer(to, notice('Everybody may.'), {
      key: 'Ev1',
      at,
      turn: async () => turn,
      countLater: (count) => void counts.push(count),
    });
  };
  /** The question, and answers to it that stand there. */
  const standingAt = (...stamps: readonly string[]) => {
    const [question, answer] = standing('Everybody may.').messages;
    return { ok: true, messages: [question, ...stamps.map((ts) => ({ ...answer, ts }))] };
  };
  const taken = (ts: string) => nock(host).post('/api/chat.delete', new RegExp(`ts=${ts}`, 'u'));
  const replies = () => nock(host).post('/api/conversations.replies');
  const post = () => nock(host).post('/api/chat.postMessage');
  const update = () => nock(host).post('/api/chat.update');

  it('when Slack took it and its word was lost', async () => {
    post().reply(503);
    replies().reply(200, standing('Everybody may.'));
    expect(await said('ours')).toBe('said');
  });
  it('when Slack did not take it at the first try', async () => {
    post().reply(503);
    replies().reply(200, { ok: true, messages: [] });
    post().reply(200, posted);
    expect(await said('ours')).toBe('said');
  });
  it('when Slack is busy and lets nobody post for a moment', async () => {
    post().reply(429, '', { 'retry-after': '1' });
    post().reply(200, posted);
    expect(await said('ours')).toBe('said');
  });
  it('and is not posted again unseen while Slack says nothing', async () => {
    post().reply(503);
    replies().times(3).reply(503);
    const failure = await said('ours').catch((error: unknown) => error);
    expect(out().mayFollow(failure)).toBe(true);
  });
  it('when another instance took it over', async () => {
    expect(await said('others')).toBe('others');
  });
  it('when an earlier life had said it', async () => {
    replies().reply(200, standing('Everybody may.'));
    expect(await said('said')).toBe('stands');
  });
  it('in the place of the sign that an earlier life had left', async () => {
    replies().reply(200, standing(lookingNotice({ modelSeconds: null }).text));
    update().reply(200, posted);
    replies().reply(200, standing('Everybody may.'));
    expect(await said('look')).toBe('said');
  });
  it('when two said it that nobody could tell of each other: the later is taken away', async () => {
    const other = standing('Everybody may.');
    replies().reply(200, { ok: true, messages: [] });
    post().reply(200, { ...posted, ts: '6.0' });
    replies().reply(200, {
      ok: true,
      messages: [...other.messages, { ...other.messages[1], ts: '6.0' }],
    });
    nock(host)
      .post('/api/chat.delete', /ts=6\.0/u)
      .reply(200, { ok: true });
    expect(await said('look')).toBe('stands');
  });
  it('when its twin’s instance was killed before it had counted: whoever took over takes the later away', async () => {
    replies().reply(200, standingAt('5.0', '6.0'));
    taken('6.0').reply(200, { ok: true });
    expect(await said('said')).toBe('stands');
    expect(nock.pendingMocks()).toEqual([]);
    // Else one that is killed again and again would be taken over until it is given up.
    expect(counts).toEqual([]);
  });
  it('when two signs of life became answers at the same time: the later goes, whoever said it', async () => {
    replies().reply(200, { ok: true, messages: [] });
    update().reply(200, posted);
    replies().reply(200, standingAt('5.0', '6.0'));
    taken('6.0').reply(200, { ok: true });
    expect(await said('look', { channel: 'C1', ts: '5.0' })).toBe('said');
    expect(nock.pendingMocks()).toEqual([]);
  });
  it('when a twin came after the count, or could not be taken away: it is counted once more', async () => {
    replies().reply(200, { ok: true, messages: [] });
    post().reply(200, { ...posted, ts: '5.0' });
    replies().reply(200, standingAt('5.0'));
    expect(await said('look')).toBe('said');
    const [count] = counts;
    replies().reply(200, standingAt('5.0', '6.0'));
    taken('6.0').reply(200, { ok: false, error: 'internal_error' });
    expect(await count?.()).toBe(false);
    for (const error of ['message_not_found', 'cant_delete_message']) {
      replies().reply(200, standingAt('5.0', '6.0'));
      taken('6.0').reply(200, { ok: false, error });
      expect(await count?.()).toBe(true);
    }
  });
  it('when a post without a reply arrives after all: it is counted later', async () => {
    post().replyWithError(Object.assign(new Error('cut'), { code: 'ECONNRESET' }));
    replies().reply(200, { ok: true, messages: [] });
    post().reply(200, { ...posted, ts: '5.0' });
    replies().reply(200, standingAt('5.0'));
    expect(await said('ours')).toBe('said');
    expect(counts).toHaveLength(1);
  });
  it('when it is another’s by now and one of ours may stand: that is taken away, and none said', async () => {
    replies().reply(200, standingAt('5.0', '6.0'));
    taken('6.0').reply(200, { ok: true });
    expect(await said('count')).toBe('others');
    expect(nock.pendingMocks()).toEqual([]);
  });
  it('and nothing is counted later where one alone is quick and heard', async () => {
    post().reply(200, posted);
    expect(await said('ours')).toBe('said');
    expect(counts).toEqual([]);
  });
  it('where nobody lets us look: not again, when an earlier life had begun to say it', async () => {
    replies().times(3).reply(200, { ok: false, error: 'missing_scope' });
    expect(await said('said')).toBe('perhaps');
    post().reply(200, posted);
    expect(await said('look')).toBe('said');
  });
  it('and what Slack refuses for good is no matter of trying again', async () => {
    post().reply(200, { ok: false, error: 'is_archived' });
    const failure = await said('ours').catch((error: unknown) => error);
    expect(out().mayFollow(failure)).toBe(false);
  });
});
