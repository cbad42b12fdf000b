import { expect, it } from 'vitest';
import { createLogger } from '../../src/base/logger.ts';

const logged = (line: object): string => {
  let written = '';
  createLogger('info', false, {
    write: (text: string) => {
      written += text;
    },
  }).info(line, 'interaction');
  return written;
};

it.each([
  'text',
  'question',
  'answer',
  'body',
  'payload',
  'event',
  'view',
  'state',
  'blocks',
  'message',
  'token',
  'headers',
  'name',
  'email',
  'note',
])('takes %s out of a line, also one level down, whatever it holds', (field) => {
  const line = logged({ user: 'U1', [field]: 'zebra', inner: { [field]: { deep: 'zebra' } } });
  expect(line).not.toContain('zebra');
  expect(line).toContain('U1');
});

it('takes what Slack sent out of an error', () => {
  expect(logged({ error: { code: 'x', data: { text: 'zebra' }, original: 'zebra' } })).not.toContain('zebra');
});
