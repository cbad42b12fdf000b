import { describe, expect, test } from 'vitest';
import { checkBlocks } from '../../src/blockkit/validate.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const button = (confirm: object) => ({
  type: 'actions',
  elements: [{ type: 'button', action_id: 'a', text: plain('Go'), confirm }],
});
const input = (element: object) => ({ type: 'input', block_id: 'b', label: plain('L'), element });
const chart = (of: object) => ({ type: 'data_visualization', title: 'Cases', chart: of });
const video = (over: object = {}) => ({
  type: 'video',
  alt_text: 'How it works',
  title: plain('How it works'),
  thumbnail_url: 'https://example.org/a.png',
  video_url: 'https://example.org/embed/1',
  ...over,
});
const axis = { categories: ['May'] };
const series = [{ name: 'Open', data: [{ label: 'May', value: 3 }] }];

describe('blocks that Slack takes', () => {
  test.each<readonly [string, object]>([
    ['a confirm with its text alone', button({ text: plain('Really?') })],
    ['a confirm with mrkdwn in its text', button({ text: { type: 'mrkdwn', text: '*Really?*' } })],
    ['a call', { type: 'call', call_id: 'R0E69JAIF' }],
    ['a video over https', video()],
    [
      'the last day of February in a leap year',
      input({ type: 'datepicker', action_id: 'a', initial_date: '2028-02-29' }),
    ],
    ['a pie', chart({ type: 'pie', segments: [{ label: 'Open', value: 3 }] })],
    ['bars', chart({ type: 'bar', series, axis_config: axis })],
    [
      'a time in a zone',
      input({ type: 'timepicker', action_id: 'a', initial_time: '09:15', timezone: 'Europe/London' }),
    ],
  ])('%s', (_, block) => {
    expect(checkBlocks([block], 'message')).toEqual([]);
  });
});

describe('blocks that Slack refuses', () => {
  test.each<readonly [string, object, 'message' | 'modal', string]>([
    [
      'a confirm without its text',
      button({ title: plain('Really?') }),
      'message',
      '/blocks/0/elements/0/confirm',
    ],
    ['a call without its id', { type: 'call' }, 'message', '/blocks/0'],
    ['a video over http', video({ video_url: 'http://example.org/1' }), 'message', '/blocks/0/video_url'],
    [
      'a picture of a video that is no address',
      video({ thumbnail_url: 'a.png' }),
      'message',
      '/blocks/0/thumbnail_url',
    ],
    [
      'a month that does not exist',
      input({ type: 'datepicker', action_id: 'a', initial_date: '2026-13-45' }),
      'modal',
      '/blocks/0/element/initial_date',
    ],
    [
      'a day that does not exist',
      input({ type: 'datepicker', action_id: 'a', initial_date: '2027-02-29' }),
      'modal',
      '/blocks/0/element/initial_date',
    ],
    [
      'a zone that does not exist',
      input({ type: 'timepicker', action_id: 'a', timezone: 'Mars/Phobos' }),
      'modal',
      '/blocks/0/element/timezone',
    ],
    ['a pie without segments', chart({ type: 'pie' }), 'message', '/blocks/0/chart'],
    ['bars without axes', chart({ type: 'bar', series }), 'message', '/blocks/0/chart'],
    [
      'lines of segments',
      chart({ type: 'line', series, axis_config: axis, segments: [{ label: 'a', value: 1 }] }),
      'message',
      '/blocks/0/chart',
    ],
    [
      'a text longer than it may become',
      input({ type: 'plain_text_input', action_id: 'a', initial_value: 'four', max_length: 3 }),
      'modal',
      '/blocks/0/element/initial_value',
    ],
    [
      'a number out of its bounds',
      input({
        type: 'number_input',
        action_id: 'a',
        is_decimal_allowed: true,
        initial_value: '7',
        max_value: '6',
      }),
      'modal',
      '/blocks/0/element/initial_value',
    ],
    [
      'a fraction where whole numbers are asked for',
      input({ type: 'number_input', action_id: 'a', is_decimal_allowed: false, initial_value: '1.5' }),
      'modal',
      '/blocks/0/element/initial_value',
    ],
    [
      'more people than may be chosen',
      input({
        type: 'multi_users_select',
        action_id: 'a',
        initial_users: ['U1', 'U2'],
        max_selected_items: 1,
      }),
      'modal',
      '/blocks/0/element/max_selected_items',
    ],
    [
      'more lines at least than at most',
      input({ type: 'rich_text_input', action_id: 'a', min_lines: 9, max_lines: 3 }),
      'modal',
      '/blocks/0/element/min_lines',
    ],
  ])('%s', (_, block, surface, pointer) => {
    expect(checkBlocks([block], surface).map((breach) => breach.pointer)).toEqual([pointer]);
  });
});
