import type { View } from '@slack/types';
import { expect, it } from 'vitest';
import { pressPayload } from '../../../src/handlers/bolt/payloads.ts';
import { pressFrom } from '../../../src/handlers/bolt/replies.ts';
import { placeAt } from '../../../src/views/cases/case-place.ts';
import { notice, noticeView } from '../../../src/views/notice.ts';

const refused = (code: string): Error => Object.assign(new Error(code), { slackCode: code });

/** Slack's side of one trigger: it opens one form, and the first try may be refused. */
const slackThatRefuses = (code: string) => {
  const tried: string[] = [];
  const told: string[] = [];
  const drawn: { id: string; view: View }[] = [];
  const push = async (): Promise<string> => {
    tried.push('push');
    throw refused(tried.length === 1 ? code : 'exchanged_trigger_id');
  };
  const slack = {
    openView: push,
    pushView: push,
    updateView: async ({ id }: { id: string }, view: View) => {
      drawn.push({ id, view });
    },
    whisper: async () => {},
    respond: async () => {},
    post: async ({ channel }: { channel: string }, { text }: { text: string }) => {
      told.push(`${channel}: ${text}`);
      return { channel, ts: '1.0' };
    },
    errorCode: (error: unknown) =>
      error instanceof Error && 'slackCode' in error ? String(error.slackCode) : null,
  };
  return { slack, tried, told, drawn };
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

it('lets the form that was pressed in make room where Slack would push no further one', async () => {
  const { slack, drawn } = slackThatRefuses('push_limit_reached');
  const press = pressFrom({ slack, answering }, pressed);
  expect(await press.open(noticeView('A form', notice('x')))).toBe('V1');
  expect(drawn.map(({ id }) => id)).toEqual(['V1']);
  expect(press.madeRoom()).toBe(true);
});

it('says a refusal in the place of a case that is the third form, with the way back to it', async () => {
  const { slack, drawn, told } = slackThatRefuses('push_limit_reached');
  const place = JSON.stringify(placeAt('DSR-2026-0001'));
  const onCase = pressPayload.parse({
    user: { id: 'U1' },
    trigger_id: 't1',
    actions: [{ action_id: 'case_do:close', type: 'button', value: 'close DSR-2026-0001' }],
    view: { id: 'V1', type: 'modal', private_metadata: place },
  });
  await pressFrom({ slack, answering }, onCase).privately(notice('Only the privacy team can do that.'));
  expect(told).toEqual([]);
  expect(JSON.stringify(drawn)).toContain('Only the privacy team can do that.');
  expect(JSON.stringify(drawn)).toContain('open_case:DSR-2026-0001');
});
