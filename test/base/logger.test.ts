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

it('takes out of a line what stands deeper under such a name, and what an error carries as it is', () => {
  const deep = { user: 'U1', steps: [{ of: { question: 'zebra', at: 3 } }], err: new Error('zebra') };
  const line = logged(deep);
  expect(line).not.toContain('zebra');
  expect(line).toContain('"at":3');
});

it('leaves a key of the closed list, and what nobody wrote', () => {
  const line = JSON.parse(logged({ event: 'interaction', user: 'U1', ms: 7, breaches: ['no_text'] }));
  expect(line).toMatchObject({ event: 'interaction', user: 'U1', ms: 7, breaches: ['no_text'] });
});
