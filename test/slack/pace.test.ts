import { expect, it } from 'vitest';
import { paceByChannel } from '../../src/slack/pace.ts';

/** Time that passes when the test says so. */
const handTurned = () => {
  const sleepers: (() => void)[] = [];
  return {
    after: () => new Promise<void>((resolve) => void sleepers.push(resolve)),
    second: async () => {
      for (const wake of sleepers.splice(0)) wake();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    },
  };
};

it('lets a short burst through, then one message a second, in order, each channel by itself', async () => {
  const { after, second } = handTurned();
  const turn = paceByChannel(after);
  const sent: string[] = [];
  for (let number = 1; number <= 8; number += 1) void turn('C1').then(() => sent.push(`C1 ${number}`));
  void turn('C2').then(() => sent.push('C2'));
  for (let count = 0; count < 10; count += 1) await Promise.resolve();
  expect(sent).toEqual(['C1 1', 'C1 2', 'C1 3', 'C1 4', 'C1 5', 'C2']);
  await second();
  expect(sent.at(-1)).toBe('C1 6');
  await second();
  await second();
  expect(sent.slice(-2)).toEqual(['C1 7', 'C1 8']);
});

it('forgives another burst after a while', async () => {
  const { after, second } = handTurned();
  const turn = paceByChannel(after);
  for (let count = 0; count < 5; count += 1) await turn('C1');
  for (let count = 0; count < 6; count += 1) await second();
  let sent = 0;
  for (let count = 0; count < 5; count += 1) void turn('C1').then(() => (sent += 1));
  for (let count = 0; count < 10; count += 1) await Promise.resolve();
  expect(sent).toBe(5);
});
