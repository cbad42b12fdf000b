import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeCase } from '../../src/flows/cases/change-case.ts';
import { logRequests } from '../../src/flows/cases/log-request.ts';
import { type Notifier, type NotifierParts, notifier } from '../../src/posts/notifier.ts';
import { openFileLedger } from '../../src/register/files/file-ledger.ts';
import type { Ledger } from '../../src/register/ledger.ts';
import { approve, refuseRequest } from '../../src/requests/decisions/decide-review.ts';
import { answerForTeam, askTeams } from '../../src/requests/decisions/decide-search.ts';
import { assignTask, handOver, take } from '../../src/requests/decisions/decide-tasks.ts';
import type { Message } from '../../src/views/blocks.ts';
import { agent, approver, colleague, lead, letter, openDesk, operations } from '../support/desk.ts';

type Said = {
  readonly how: 'post' | 'update';
  readonly to: string;
  readonly ts: string;
  readonly message: Message;
};

let here: Awaited<ReturnType<typeof openDesk>>;
let folder: string;
let ledger: Ledger;
let said: Said[];
let failing: number;
let lost: boolean;
let waits: (() => void)[];
let listening: Notifier[];
let civil: boolean;

const otherApprover = 'U0APPROV2';

beforeEach(async () => {
  here = await openDesk();
  folder = await mkdtemp(join(tmpdir(), 'notifier-'));
  ledger = await openFileLedger(folder, here.desk.clock);
  [said, failing, lost, waits, listening] = [[], 0, false, [], []];
  civil = true;
});
afterEach(async () => {
  for (const each of listening) each.stop();
  await ledger.close();
  await here.close();
  await rm(folder, { recursive: true });
});

const lookFor: NotifierParts['slack']['lookFor'] = async ({ channel }) => {
  const found = said.find(({ to, how }) => to === channel && how === 'post');
  return found === undefined ? 'absent' : { channel, ts: found.ts };
};
const slack: NotifierParts['slack'] = {
  turn: async () => {},
  lookFor,
  keepFirst: lookFor,
  errorCode: (error) => (error instanceof Error ? error.message : null),
  sendingProblem: (error) => ({
    code: error instanceof Error ? error.message : '',
    mayStand: error instanceof Error && error.message === 'no answer',
    waitMs: 0,
  }),
  post: async ({ channel }, message) => {
    if (failing > 0) {
      failing -= 1;
      throw new Error('server_error');
    }
    const ts = `${said.length + 1}.000000`;
    said.push({ how: 'post', to: channel, ts, message });
    if (lost) throw new Error('no answer');
    return { channel, ts };
  },
  update: async ({ channel, ts }, message) => {
    said.push({ how: 'update', to: channel, ts, message });
  },
};

const start = async (
  channel: string | null = 'C0CARDS',
  over: Partial<NotifierParts> = {},
): Promise<Notifier> => {
  const one = notifier({
    ...here.desk,
    ledger,
    slack,
    timeZone: 'Europe/London',
    channel,
    approvers: () => Promise.resolve([approver, otherApprover]),
    civil: () => civil,
    after: () => new Promise((resolve) => waits.push(resolve)),
    trouble: () => undefined,
    ...over,
  });
  listening.push(one);
  await one.start();
  return one;
};

const log = async (change = {}): Promise<string> => {
  const logged = await logRequests(here.desk, letter(change), agent, `form-${said.length}-${Math.random()}`);
  if (!logged.ok) throw new Error(logged.code);
  return logged.cases[0]?.request.number ?? '';
};
const cards = () => said.filter(({ to }) => to === 'C0CARDS');

describe('the notifier', () => {
  it('posts one card for a case and edits it ever after', async () => {
    const one = await start();
    const number = await log();
    await one.idle();
    await changeCase(here.desk, number, lead, take);
    await one.idle();
    expect(cards().map(({ how, ts }) => [how, ts])).toEqual([
      ['post', '1.000000'],
      ['update', '1.000000'],
    ]);
  });

  it('tries again when posting failed, and does not count the failed post as said', async () => {
    failing = 2;
    const one = await start();
    await log();
    await one.idle();
    expect(cards()).toEqual([]);
    for (let round = 0; round < 2; round += 1) {
      for (const go of waits.splice(0)) go();
      await new Promise((resolve) => setImmediate(resolve));
      await one.idle();
    }
    expect(cards().filter(({ how }) => how === 'post')).toHaveLength(1);
  });

  it('catches up at start: missing cards are posted, old ones edited, right ones left alone', async () => {
    const number = await log();
    const first = await start();
    await first.idle();
    first.stop();
    await changeCase(here.desk, number, lead, take);
    await log();
    const second = await start();
    await second.idle();
    expect(
      cards()
        .map(({ how }) => how)
        .sort(),
    ).toEqual(['post', 'post', 'update']);
    second.stop();
    here.at('2026-12-01T09:00:00Z');
    const third = await start();
    await third.idle();
    expect(cards()).toHaveLength(3);
  });

  it('draws open cards again when a new day begins, so that the days left are true', async () => {
    const one = await start();
    await log();
    await one.idle();
    here.at('2026-11-24T00:05:00Z');
    for (let minutes = 0; minutes < 2; minutes += 1) {
      await one.lookAround();
      await one.idle();
    }
    const text = (at: number) => cards().at(at)?.message.text;
    expect(text(-1)).not.toBe(text(0));
    expect(cards().map(({ how }) => how)).toEqual(['post', 'update']);
  });

  it('opens no case again and again where there is no channel for cards', async () => {
    const number = await log();
    const read: string[] = [];
    const { register } = here.desk;
    const history = (id: string) => {
      read.push(id);
      return register.history(id);
    };
    const one = await start(null, { register: { ...register, history } });
    await one.idle();
    expect(read).toEqual([number]);
    await one.lookAround();
    await one.idle();
    expect(read).toEqual([number]);
  });

  it('finds the card again that a crash cut off between posting and noting it down', async () => {
    const number = await log();
    await ledger.claim(`card ${number}`);
    await ledger.close();
    ledger = await openFileLedger(folder, here.desk.clock);
    said.push({ how: 'post', to: 'C0CARDS', ts: '7.000000', message: { text: '', blocks: [] } });
    const one = await start();
    await one.idle();
    expect(cards().map(({ how, ts }) => [how, ts])).toEqual([
      ['post', '7.000000'],
      ['update', '7.000000'],
    ]);
  });

  it('looks ever less often for a card that Slack does not let it find now, and at once again after it did', async () => {
    const number = await log();
    await ledger.claim(`card ${number}`);
    await ledger.close();
    ledger = await openFileLedger(folder, here.desk.clock);
    let found = false;
    const asked: number[] = [];
    const one = await start('C0CARDS', {
      slack: {
        ...slack,
        lookFor: async ({ channel }) => (found ? { channel, ts: '7.000000' } : ('later' as const)),
      },
      after: (ms) => {
        asked.push(ms);
        return new Promise((resolve) => waits.push(resolve));
      },
    });
    for (let round = 0; round < 5; round += 1) {
      await one.idle();
      for (const go of waits.splice(0)) go();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await one.idle();
    expect(asked).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000]);
    found = true;
    for (const go of waits.splice(0)) go();
    await new Promise((resolve) => setImmediate(resolve));
    await one.idle();
    expect(asked).toHaveLength(6);
  });

  it('does not post a card again whose answer was lost: it is found, and edited', async () => {
    const one = await start();
    lost = true;
    await log();
    await one.idle();
    lost = false;
    for (const go of waits.splice(0)) go();
    await new Promise((resolve) => setImmediate(resolve));
    await one.idle();
    expect(cards().filter(({ how }) => how === 'post')).toHaveLength(1);
    expect(cards().at(-1)).toMatchObject({ how: 'update', ts: '1.000000' });
  });

  it('tells an assignee and a new owner once, and nobody of what they did themselves', async () => {
    const one = await start(null);
    const number = await log({ rights: ['erasure'] });
    await changeCase(here.desk, number, lead, take);
    await changeCase(here.desk, number, lead, (c, m) =>
      assignTask(c, 'check-hold', { id: operations, roles: ['anyone'] }, m),
    );
    await changeCase(here.desk, number, lead, (c, m) =>
      assignTask(c, 'search', { id: lead, roles: ['team'] }, m),
    );
    await changeCase(here.desk, number, lead, (c, m) => handOver(c, { id: colleague, roles: ['team'] }, m));
    await one.idle();
    one.stop();
    const again = await start(null);
    await again.idle();
    expect(said.map(({ to }) => to).sort()).toEqual([colleague, operations].sort());
    expect(JSON.stringify(said)).not.toMatch(/quilla|zephyrine/i);
  });
});

describe('beside another instance', () => {
  it('a word that the other had claimed and never said is said, however soon after its end it is looked for', async () => {
    const number = await log();
    await changeCase(here.desk, number, lead, take);
    await changeCase(here.desk, number, lead, (c, m) => handOver(c, { id: colleague, roles: ['team'] }, m));
    const word = `word ${number} ${(await here.desk.register.history(number)).length - 1}`;
    await ledger.claim(word);
    let later = 0;
    const one = await start('C0CARDS', {
      clock: () => new Date(here.desk.clock().getTime() + later),
    });
    await one.idle();
    expect(said.map(({ to }) => to)).toEqual(['C0CARDS']);
    // Whoever had claimed it is gone by now.
    ledger.leave([word]);
    later = 60_000;
    for (const wake of waits.splice(0)) wake();
    await new Promise(setImmediate);
    await one.idle();
    expect(said.map(({ to }) => to)).toContain(colleague);
  });

  it('what is known to be missing, and what changes now, comes before what was probably said', async () => {
    for (let n = 0; n < 25; n += 1) await log();
    const first = await start();
    await first.idle();
    first.stop();
    const missing = await log();
    said = [];
    // Slack takes no edit for now, and of those that wait for one there are more than are drawn at once.
    const edits: (() => void)[] = [];
    const update = (): Promise<void> => new Promise((resolve) => edits.push(resolve));
    await start('C0CARDS', { slack: { ...slack, update } });
    const drawn = (number: string): boolean =>
      said.some(({ message }) => JSON.stringify(message).includes(number));
    await expect.poll(() => [drawn(missing), edits.length]).toEqual([true, 20]);
    const changed = await log();
    edits.pop()?.();
    await expect.poll(() => drawn(changed)).toBe(true);
  });
});

describe('whoever’s turn it is', () => {
  const hash = 'c'.repeat(64);
  const to = (user: string) => said.filter((each) => each.to === user);
  const sentForReview = async (): Promise<string> => {
    const number = await log();
    await changeCase(here.desk, number, lead, take);
    const done = await changeCase(here.desk, number, lead, (request, moment) =>
      refuseRequest(
        request,
        { ground: 'excessive', contentHash: hash, personal: { reasons: 'Quilla wrote eight times.' } },
        moment,
      ),
    );
    if (!done.ok) throw new Error(done.code);
    return number;
  };

  it('approvers hear that an answer waits, once, and read in the same message that it is done', async () => {
    const one = await start();
    const number = await sentForReview();
    await one.idle();
    await changeCase(here.desk, number, approver, (request, moment) => approve(request, hash, moment));
    await one.idle();
    for (const user of [approver, otherApprover]) {
      expect(to(user).map(({ how }) => how)).toEqual(['post', 'update']);
      expect(JSON.stringify(to(user)[0]?.message)).toContain('approve_read');
      expect(JSON.stringify(to(user)[1]?.message)).not.toContain('approve_read');
    }
    expect(to(lead).map(({ how }) => how)).toEqual(['post']);
    expect(JSON.stringify(said)).not.toMatch(/quilla/i);
  });

  it('waits for civil hours, and is not told what was done before they began', async () => {
    civil = false;
    const one = await start();
    const early = await sentForReview();
    const late = await sentForReview();
    await one.idle();
    expect(to(approver)).toEqual([]);
    await changeCase(here.desk, early, approver, (request, moment) => approve(request, hash, moment));
    civil = true;
    await one.lookAround();
    await one.idle();
    expect(to(approver).map(({ message }) => message.text)).toEqual([expect.stringContaining(late)]);
  });

  it('a team is asked without a name, answers, and its owner hears that all is in', async () => {
    const one = await start();
    const number = await log();
    await changeCase(here.desk, number, lead, take);
    await changeCase(here.desk, number, lead, (request, moment) =>
      askTeams(
        request,
        {
          entry: 'r',
          teams: [{ team: 'operations', systems: ['crm', 'slack'], people: [operations] }],
          own: [],
        },
        moment,
      ),
    );
    await one.idle();
    expect(JSON.stringify(to(operations)[0]?.message)).toContain('team_nothing');
    for (const system of ['crm', 'slack'])
      await changeCase(here.desk, number, operations, (request, moment) =>
        answerForTeam(request, { entry: 'a', answers: [{ system, result: 'not_found' }] }, moment),
      );
    await one.idle();
    expect(to(operations).at(-1)).toMatchObject({ how: 'update', ts: to(operations)[0]?.ts });
    expect(JSON.stringify(to(operations).at(-1)?.message)).not.toContain('team_nothing');
    expect(to(lead).map(({ how }) => how)).toEqual(['post']);
    expect(JSON.stringify(said)).not.toMatch(/quilla/i);
  });
});
