import { expect, it } from 'vitest';
import { checkMessage } from '../../src/blockkit/validate.ts';
import { tellingPoliciesClosed } from '../../src/posts/policies-closed.ts';
import type { PostOnce } from '../../src/slack/port.ts';
import type { Message } from '../../src/views/blocks.ts';

it('tells the channel once a day what keeps every question from being read, however often it is met', async () => {
  const said = new Map<string, Message>();
  const postOnce: PostOnce = async (key, _, message) => {
    if (said.has(key)) return 'stands';
    said.set(key, message);
    return 'posted';
  };
  let now = new Date('2026-12-01T09:00:00Z');
  const tell = tellingPoliciesClosed({
    postOnce,
    channel: 'C1',
    clock: () => now,
    timeZone: 'Europe/London',
    trouble: () => undefined,
  });
  const why = `policies/notice.map.yaml: topics must be a list. ${'x'.repeat(5_000)}`;
  await tell(why);
  await tell(why);
  expect(said.size).toBe(1);
  const [message] = said.values();
  expect(JSON.stringify(message)).toContain('notice.map.yaml');
  expect(checkMessage({ text: message?.text ?? '', blocks: [...(message?.blocks ?? [])] })).toEqual([]);
  await tell('policies/other.map.yaml: no topics.');
  now = new Date('2026-12-02T09:00:00Z');
  await tell(why);
  expect(said.size).toBe(3);
});
