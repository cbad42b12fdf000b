import { describe, expect, it } from 'vitest';
import { RegisterUnavailable } from '../../src/register/errors.ts';
import { mayFollow } from '../../src/slack/answering.ts';

describe('another try is worth it', () => {
  it.each([
    ['the register cannot be written', new RegisterUnavailable('disk full')],
    ['Slack was not reached', Object.assign(new Error('lost'), { code: 'slack_webapi_request_error' })],
    ['the connection broke', new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } })],
    ['Slack broke on its side', Object.assign(new Error('x'), { data: { error: 'internal_error' } })],
  ])('when %s', (_, error) => {
    expect(mayFollow(error)).toBe(true);
  });

  it.each([
    ['a value is missing', new TypeError('x is undefined')],
    ['something runs without an end', new RangeError('Maximum call stack size exceeded')],
    ['Slack refuses for good', Object.assign(new Error('x'), { data: { error: 'is_archived' } })],
  ])('never when %s', (_, error) => {
    expect(mayFollow(error)).toBe(false);
  });
});
