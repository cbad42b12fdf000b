import { expect, it } from 'vitest';
import { running } from '../../../src/handlers/bolt/edge.ts';
import type { Message } from '../../../src/views/blocks.ts';
import { personAlone } from '../../support/alone.ts';
import { slackDouble } from '../../support/slack-out.ts';

it.each([
  ['push_limit_reached', 'too_deep', 0],
  ['exchanged_trigger_id', 'too_late', 0],
  ['internal_error', 'trouble', 1],
])('says in plain words why a form did not open: %s', async (code, outcome, troubles) => {
  const outcomes: string[] = [];
  const told: Message[] = [];
  let references = 0;
  const run = running(
    { clock: () => new Date(0), slack: slackDouble([]) },
    {
      done: (line) => void outcomes.push(line.outcome),
      trouble: () => {
        references += 1;
        return 'ref1';
      },
      plainly: () => null,
    },
  );
  const { press } = personAlone();
  await run({
    did: 'press open_case',
    user: press('open_case', '').user,
    work: () => Promise.reject(new Error(code)),
    tell: async (message) => void told.push(message),
    again: null,
  });
  expect([outcomes, references, told.length]).toEqual([[outcome], troubles, 1]);
  expect(told[0]?.text.includes('ref1')).toBe(troubles > 0);
});
