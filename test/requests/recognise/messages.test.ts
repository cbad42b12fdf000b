import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readMessageModel } from '../../../src/base/message-model.ts';
import { projectRoot } from '../../../src/base/root.ts';
import { readMessage } from '../../../src/requests/recognise/read-message.ts';
import { shippedCompany } from '../../support/company.ts';

/** Messages as people send them and traps that only look so, by three hands that had seen neither rules nor examples; some examples were written after them, so `eval messages` is the measure and this the guard. */
const messages: readonly { readonly message: string; readonly rights: readonly string[] }[] = readFileSync(
  join(projectRoot, 'eval/messages.jsonl'),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));
const model = readMessageModel();
const read = messages.map(({ message, rights }) => ({
  rights,
  ...readMessage(message, shippedCompany, model),
}));
const requests = read.filter(({ rights }) => rights.length > 0);
const traps = read.filter(({ rights }) => rights.length === 0);
const share = (some: readonly unknown[], all: readonly unknown[]): number => some.length / all.length;

it('finds at least 19 of 20 requests, and names the right of at least 17 of 20', () => {
  expect(
    share(
      requests.filter(({ verdict }) => verdict === 'request'),
      requests,
    ),
  ).toBeGreaterThanOrEqual(0.95);
  const named = requests.filter(({ rights, marks }) => marks.some(({ right }) => rights.includes(right)));
  expect(share(named, requests)).toBeGreaterThanOrEqual(0.85);
});

it('is sure of nothing but everyday work: of requests at most two in a hundred are not even perhaps one', () => {
  expect(
    share(
      requests.filter(({ verdict }) => verdict === 'not_one'),
      requests,
    ),
  ).toBeLessThanOrEqual(0.02);
});

it('calls at most one trap in twenty a request', () => {
  expect(
    share(
      traps.filter(({ verdict }) => verdict === 'request'),
      traps,
    ),
  ).toBeLessThanOrEqual(1 / 20);
});
