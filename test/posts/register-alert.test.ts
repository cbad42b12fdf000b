import { expect, it } from 'vitest';
import { checkMessage } from '../../src/blockkit/validate.ts';
import { postingOnce } from '../../src/posts/posting-once.ts';
import { watchingRegister } from '../../src/posts/register-alert.ts';
import { openFileLedger } from '../../src/register/files/file-ledger.ts';
import type { RegisterProblem } from '../../src/register/register.ts';
import type { Message } from '../../src/views/blocks.ts';
import { temporaryFolder } from '../register/temp-folder.ts';

const folder = temporaryFolder();
const problem = (where: string, what: RegisterProblem['what'] = 'damaged-case'): RegisterProblem => ({
  what,
  where,
  message: `${where} cannot be read.`,
});

const world = async (found: readonly RegisterProblem[], fail = false) => {
  let now = new Date('2026-12-01T09:00:00Z');
  let failing = fail;
  const said: Message[] = [];
  const ledger = await openFileLedger(folder(), () => now);
  const look = watchingRegister({
    problems: () => found,
    postOnce: postingOnce({
      ledger,
      slack: {
        post: async (_, message) => {
          if (failing) throw new Error('no');
          said.push(message);
          return { channel: 'C1', ts: '1.1' };
        },
        turn: async () => {},
        lookFor: async () => 'absent',
        keepFirst: async () => 'absent',
        mayFollow: () => false,
        sendingProblem: () => ({ code: 'x', mayStand: false, waitMs: 0 }),
      },
      clock: () => now,
      after: async () => {},
    }),
    channel: 'C1',
    clock: () => now,
    timeZone: 'Europe/London',
    trouble: () => undefined,
  });
  return {
    said,
    look,
    mend: () => {
      failing = false;
    },
    later: (days: number) => {
      now = new Date(now.getTime() + days * 86_400_000);
    },
  };
};

it('says once, and once a week while it lasts, which cases cannot be used', async () => {
  const { said, look, later } = await world([
    problem('DSR-2026-0003.json'),
    problem('x.jpg', 'foreign-file'),
  ]);
  await look();
  await look();
  expect(said.length).toBe(1);
  expect(JSON.stringify(said)).toContain('DSR-2026-0003');
  expect(JSON.stringify(said)).not.toContain('x.jpg');
  later(7);
  await look();
  expect(said.length).toBe(2);
});

it('says it later when Slack did not take it, and says nothing of a register that is well', async () => {
  const { said, look, mend } = await world([problem('DSR-2026-0003')], true);
  await look();
  expect(said).toEqual([]);
  mend();
  await look();
  expect(said.length).toBe(1);
  const well = await world([problem('.x.tmp', 'set-aside')]);
  await well.look();
  expect(well.said).toEqual([]);
});

it('keeps Slack’s limits whatever was hurt', async () => {
  const { said, look } = await world(Array.from({ length: 5_000 }, (_, n) => problem(`DSR-2026-${n}`)));
  await look();
  expect(checkMessage({ text: said[0]?.text ?? '', blocks: [...(said[0]?.blocks ?? [])] })).toEqual([]);
});
