import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { alarm } from '../../src/base/alarm.ts';

/** A wait that is over when the test says so; like a timer, it keeps whatever waits for it. */
const wait = () => {
  let over = (): void => {};
  const promise = new Promise<void>((resolve) => {
    over = resolve;
  });
  return { after: () => promise, over };
};

it('rings when the time is over', async () => {
  const { after, over } = wait();
  const { rings } = alarm(after, 10);
  over();
  await expect(rings).resolves.toBeUndefined();
});

it('does not ring once it was called off', async () => {
  const { after, over } = wait();
  const { rings, off } = alarm(after, 10);
  let rang = false;
  void rings.then(() => {
    rang = true;
  });
  off();
  over();
  await new Promise(setImmediate);
  expect(rang).toBe(false);
});

const collect = (): void => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
};

it('lets go of what waited for it as soon as it is called off, and not when the time is over', async () => {
  const { after } = wait();
  const waitingFor = (calledOff: boolean): WeakRef<object> => {
    const payload = { words: 'held' };
    const { rings, off } = alarm(after, 10);
    void rings.then(() => payload.words);
    if (calledOff) off();
    return new WeakRef(payload);
  };
  const [off, on] = [waitingFor(true), waitingFor(false)];
  // What a reference was made of stays until the task is over.
  await new Promise(setImmediate);
  collect();
  expect(off.deref()).toBeUndefined();
  expect(on.deref()).toBeDefined();
  // The wait itself is still there.
  expect(after()).toBeInstanceOf(Promise);
});
