import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postingOnce } from '../../src/posts/posting-once.ts';
import { openFileLedger } from '../../src/register/files/file-ledger.ts';
import type { Ledger } from '../../src/register/ledger.ts';
import type { Destination, PostOnce, SlackOut } from '../../src/slack/port.ts';
import { notice } from '../../src/views/notice.ts';
import { temporaryFolder } from '../register/temp-folder.ts';

const folder = temporaryFolder();
const channel = { channel: 'C0GENERAL', threadTs: '5.0' };
const word = notice('The quotes.');

let place: string;
let ledger: Ledger;
let stood: { readonly to: Destination; readonly key: string }[];
let weather: readonly ('fine' | 'taken, answered with 500' | 'not taken' | 'refused')[];
let looking: 'allowed' | 'unknown' | 'later';

const slack: Pick<SlackOut, 'post' | 'lookFor' | 'sendingProblem' | 'mayFollow'> = {
  post: async (to, _, mark) => {
    const [now = 'fine', ...more] = weather;
    weather = more;
    if (now === 'fine' || now === 'taken, answered with 500')
      stood.push({ to, key: mark !== undefined && 'key' in mark ? mark.key : '' });
    if (now !== 'fine') throw new Error(now);
    return { channel: to.channel, ts: `${stood.length}.0` };
  },
  lookFor: async (to, mark) => {
    if (looking !== 'allowed') return looking;
    const there = stood.find(({ key }) => 'key' in mark && key === mark.key);
    return there === undefined || there.to.threadTs !== to.threadTs ? 'absent' : { ...to, ts: '1.0' };
  },
  sendingProblem: (error) => ({
    code: '',
    mayStand: error instanceof Error && error.message !== 'refused',
    waitMs: 0,
  }),
  mayFollow: (error) => error instanceof Error && error.message !== 'refused',
};

const saying = (): PostOnce => postingOnce({ ledger, slack, after: async () => {} });
const said = (): Promise<unknown> => saying()('share 1', channel, word).catch(() => 'failed');
/** Another life over the same folder. */
const restart = async (): Promise<void> => {
  await ledger.close();
  ledger = await openFileLedger(place, () => new Date(0));
};

beforeEach(async () => {
  place = folder();
  ledger = await openFileLedger(place, () => new Date(0));
  [stood, weather, looking] = [[], [], 'allowed'];
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
    looking = 'unknown';
    expect(await said()).toBe('perhaps');
    expect(stood).toEqual([]);
    expect(await said()).toBe('posted');
  });
});
