import { expect, it } from 'vitest';
import { pressPayload } from '../../../src/handlers/bolt/payloads.ts';
import { pressFrom } from '../../../src/handlers/bolt/replies.ts';
import { notice, noticeView } from '../../../src/views/notice.ts';

const refused = (code: string): Error => Object.assign(new Error(code), { slackCode: code });

/** Slack's side of one trigger: it opens one form, and the first try may be refused. */
const slackThatRefuses = (code: string) => {
  const tried: string[] = [];
  const told: string[] = [];
  const push = async (): Promise<string> => {
    tried.push('push');
    throw refused(tried.length === 1 ? code : 'exchanged_trigger_id');
  };
  const slack = {
    openView: push,
    pushView: push,
    updateView: async () => {},
    whisper: async () => {},
    respond: async () => {},
    post: async ({ channel }: { channel: string }, { text }: { text: string }) => {
      told.push(`${channel}: ${text}`);
      return { channel, ts: '1.0' };
    },
    errorCode: (error: unknown) =>
      error instanceof Error && 'slackCode' in error ? String(error.slackCode) : null,
  };
  return { slack, tried, told };
};

const pressed = pressPayload.parse({
  user: { id: 'U1' },
  trigger_id: 't1',
  actions: [{ action_id: 'open_case', type: 'button', value: 'DSR-2026-0001' }],
  view: { id: 'V1', type: 'modal' },
});

const answering = { mine: async () => true };

it('says a refusal as a direct message where Slack would push no further form, and does not try the spent trigger again', async () => {
  const { slack, tried, told } = slackThatRefuses('push_limit_reached');
  const press = pressFrom({ slack, answering }, pressed);
  await press.privately(notice('Only the privacy team can do that.'));
  await press.privately(notice('Second word.'));
  expect(tried).toEqual(['push']);
  expect(told).toEqual(['U1: Only the privacy team can do that.', 'U1: Second word.']);
});

it('says what went wrong with a form of its own by another way', async () => {
  const { slack, tried, told } = slackThatRefuses('invalid_arguments');
  const press = pressFrom({ slack, answering }, pressed);
  await expect(press.open(noticeView('A form', notice('x')))).rejects.toThrow('invalid_arguments');
  await press.privately(notice('Something went wrong.'));
  expect(tried).toEqual(['push']);
  expect(told).toEqual(['U1: Something went wrong.']);
});
