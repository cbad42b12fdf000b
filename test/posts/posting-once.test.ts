import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postingOnce } from '../../src/posts/posting-once.ts';
import { openFileLedger } from '../../src/register/files/file-ledger.ts';
import type { Ledger } from '../../src/register/ledger.ts';
import { type Destination, type PostOnce, type SlackOut, underWayMs } from '../../src/slack/port.ts';
import { notice } from '../../src/views/notice.ts';
import { temporaryFolder } from '../register/temp-folder.ts';

const folder = temporaryFolder();
const channel = { channel: 'C0GENERAL', threadTs: '5.0' };
const word = notice('The quotes.');

let place: string;
let ledger: Ledger;
let stood: { readonly to: Destination; readonly key: string }[];
let weather: readonly ('fine' | 'taken, answered with 500' | 'not taken' | 'late' | 'refused')[];
let late: (() => void)[];
let now: number;
let looking: 'allowed' | 'unknown' | 'later';

const lookFor: SlackOut['lookFor'] = async (to, mark) => {
  if (looking !== 'allowed') return looking;
  const there = stood.find(({ key }) => 'key' in mark && key === mark.key);
  return there === undefined || there.to.threadTs !== to.threadTs ? 'absent' : { ...to, ts: '1.0' };
};
const slack: Parameters<typeof postingOnce>[0]['slack'] = {
  turn: async () => {},
  lookFor,
  keepFirst: lookFor,
  post: async (to, _, mark) => {
    const [today = 'fine', ...more] = weather;
    weather = more;
    const stands = (): void => {
      stood.push({ to, key: mark !== undefined && 'key' in mark ? mark.key : '' });
    };
    if (today === 'late') late.push(stands);
    if (today === 'fine' || today === 'taken, answered with 500') stands();
    if (today !== 'fine') throw new Error(today);
    return { channel: to.channel, ts: `${stood.length}.0` };
  },
  sendingProblem: (error) => ({
    code: error instanceof Error && error.message === 'late' ? 'no_answer' : 'http_500',
    mayStand: error instanceof Error && error.message !== 'refused',
    waitMs: 0,
  }),
  mayFollow: (error) => error instanceof Error && error.message !== 'refused',
};

const clock = () => new Date(now);
const saying = (): PostOnce => postingOnce({ ledger, slack, clock, after: async () => {} });
const said = (): Promise<unknown> => saying()('share 1', channel, word).catch(() => 'failed');
/** Another life over the same folder. */
const restart = async (): Promise<void> => {
  await ledger.close();
  ledger = await openFileLedger(place, clock);
};

beforeEach(async () => {
  [place, now] = [folder(), 0];
  ledger = await openFileLedger(place, clock);
  [stood, weather, looking, late] = [[], [], 'allowed', []];
});
afterEach(() => ledger.close());

describe('what is to stand once', () => {
  it('is posted once, however often and by however many lives', async () => {
    expect([await said(), await said()]).toEqual(['posted', 'stands']);
    await restart();
    expect(await said()).toBe('stands');
    expect(stood).toHaveLength(1);
  });

  it('is not posted twice where Slack took it and answered 500', async () => {
    weather = ['taken, answered with 500'];
    expect(await said()).toBe('posted');
    expect(stood).toHaveLength(1);
  });

  it('is tried again where Slack did not take it, three times and no more', async () => {
    weather = ['not taken', 'not taken', 'fine'];
    expect(await said()).toBe('posted');
    expect(stood).toHaveLength(1);
    stood = [];
    await ledger.release('share 1');
    weather = ['not taken', 'not taken', 'not taken', 'fine'];
    expect(await said()).toBe('failed');
    expect(stood).toEqual([]);
  });

  it('may be tried again at once where Slack refused it', async () => {
    weather = ['refused'];
    expect([await said(), await said()]).toEqual(['failed', 'posted']);
  });

  it('is said by the next press after a kill before the post, and found by it after a kill behind the post', async () => {
    await ledger.claim('share 1');
    await restart();
    now += underWayMs;
    expect(await said()).toBe('posted');
    await ledger.release('share 1');
    await ledger.claim('share 1');
    await restart();
    expect(await said()).toBe('stands');
    expect(stood).toHaveLength(1);
  });

  it('is left to whoever reads there while another is at it, or nobody lets us look', async () => {
    await ledger.claim('share 1');
    expect(await said()).toBe('perhaps');
    await restart();
    looking = 'later';
    expect(await said()).toBe('perhaps');
    now += underWayMs;
    looking = 'unknown';
    expect(await said()).toBe('perhaps');
    expect(stood).toEqual([]);
    expect(await said()).toBe('posted');
  });

  it.each(['here', 'in another life'])(
    'that Slack may still take is not posted again %s while it may, and is found when it came',
    async (where) => {
      weather = ['late'];
      expect(await said()).toBe('perhaps');
      if (where === 'in another life') await restart();
      now += underWayMs - 1;
      expect(await said()).toBe('perhaps');
      for (const arrive of late) arrive();
      expect([await said(), stood.length]).toEqual(['stands', 1]);
    },
  );

  it('is posted by the next press once it can no longer come', async () => {
    weather = ['late'];
    await said();
    now += underWayMs;
    expect([await said(), stood.length]).toEqual(['posted', 1]);
  });
});
