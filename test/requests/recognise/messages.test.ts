import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type HandFigures, messagesAcrossHands } from '../../../eval/messages-across-hands.ts';
import { projectRoot } from '../../../src/base/root.ts';

/** Messages as people send them and traps that only look so, by four hands that had seen neither rules nor examples, each judged by a model that has not read it. */
const natural = ['e', 'f', 'g', 'h'];
let hands: readonly HandFigures[];
beforeAll(async () => {
  hands = await messagesAcrossHands(join(projectRoot, 'data', 'knowledge'), natural);
}, 180_000);

const sum = (count: (hand: HandFigures) => number): number =>
  hands.reduce((all, hand) => all + count(hand), 0);
const requests = (): number => sum((hand) => hand.requests);

it('finds at least 19 of 20 requests of a hand it has not read, and names the right of at least 17 of 20', () => {
  expect(sum((hand) => hand.found) / requests()).toBeGreaterThanOrEqual(0.95);
  expect(sum((hand) => hand.named) / requests()).toBeGreaterThanOrEqual(0.85);
});

it('is sure of nothing but everyday work: of requests at most two in a hundred are not even perhaps one', () => {
  expect(sum((hand) => hand.requests - hand.found - hand.perhaps) / requests()).toBeLessThanOrEqual(0.02);
});

it('calls at most one trap in ten a request', () => {
  expect(sum((hand) => hand.called) / sum((hand) => hand.traps)).toBeLessThanOrEqual(0.1);
});
