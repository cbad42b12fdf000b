import { describe, expect, test } from 'vitest';
import { checkAck } from '../../src/blockkit/acknowledgement.ts';
import { inSlackWords } from '../../src/blockkit/rule.ts';
import { checkBlocks, checkMessage, checkView } from '../../src/blockkit/validate.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const input = (blockId: string, extra: object = {}) => ({
  type: 'input',
  block_id: blockId,
  label: plain('Label'),
  element: { type: 'plain_text_input', action_id: 'a', ...extra },
});
const modal = (extra: object = {}) => ({
  type: 'modal',
  title: plain('Title'),
  submit: plain('Go'),
  blocks: [input('one')],
  ...extra,
});
const lines = (found: readonly { pointer: string; message: string }[]) => found.map(inSlackWords);

describe('views', () => {
  test('a title of 25 characters is refused in the words that Slack uses', () => {
    expect(lines(checkView(modal({ title: plain('x'.repeat(25)) })))).toEqual([
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ]);
  });
  test('a modal with an input needs a submit button', () => {
    expect(lines(checkView(modal({ submit: undefined })))).toEqual([
      'must define `submit` to use an `input` block in modals [json-pointer:/view]',
    ]);
  });
  test('a Home has no title, no submit and no close', () => {
    const home = { type: 'home', blocks: [{ type: 'divider' }], title: plain('T'), notify_on_close: true };
    expect(lines(checkView(home))).toEqual([
      'invalid additional property: title [json-pointer:/view]',
      'invalid additional property: notify_on_close [json-pointer:/view]',
    ]);
  });
  test('the cursor can start in one field only', () => {
    const twice = [input('one', { focus_on_load: true }), input('two', { focus_on_load: true })];
    expect(lines(checkView(modal({ blocks: twice })))[0]).toContain('/view/blocks/1');
  });
  test('250 kB of JSON is too much', () => {
    const long = Array.from({ length: 90 }, () => ({
      type: 'section',
      text: { type: 'mrkdwn', text: 'é'.repeat(3_000) },
    }));
    expect(checkView(modal({ blocks: long })).length).toBe(1);
    expect(checkView(modal({ blocks: long.slice(0, 20) }))).toEqual([]);
  });
});

describe('blocks', () => {
  test.each([
    [
      'an unknown property',
      [{ type: 'divider', colour: 'red' }],
      'message',
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    [
      'an unknown block',
      [{ type: 'banner' }],
      'message',
      'unsupported type: banner [json-pointer:/blocks/0]',
    ],
    [
      'markdown in a modal',
      [{ type: 'markdown', text: 'x' }],
      'modal',
      'unsupported type: markdown [json-pointer:/blocks/0]',
    ],
    [
      'an empty section',
      [{ type: 'section' }],
      'message',
      'must define either `text` or `fields` [json-pointer:/blocks/0]',
    ],
    [
      'an input element among buttons',
      [{ type: 'actions', elements: [{ type: 'plain_text_input', action_id: 'a' }] }],
      'modal',
      'unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0]',
    ],
    [
      'mrkdwn in a header',
      [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
      'message',
      'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
    ],
    [
      'emoji on mrkdwn',
      [{ type: 'section', text: { type: 'mrkdwn', text: 'x', emoji: true } }],
      'message',
      'invalid additional property: emoji [json-pointer:/blocks/0/text]',
    ],
    [
      'an initial option that is not offered',
      [
        {
          type: 'actions',
          elements: [
            {
              type: 'static_select',
              options: [{ text: plain('A'), value: 'a' }],
              initial_option: { text: plain('B'), value: 'a' },
            },
          ],
        },
      ],
      'message',
      'failed to match one of the options provided [json-pointer:/blocks/0/elements/0/initial_option]',
    ],
    [
      'mrkdwn in an option of a select',
      [
        {
          type: 'actions',
          elements: [
            { type: 'static_select', options: [{ text: { type: 'mrkdwn', text: 'A' }, value: 'a' }] },
          ],
        },
      ],
      'message',
      'unsupported type: mrkdwn [json-pointer:/blocks/0/elements/0/options/0/text/type]',
    ],
    [
      'a datetimepicker beside a section',
      [{ type: 'section', text: plain('x'), accessory: { type: 'datetimepicker', action_id: 'a' } }],
      'message',
      'unsupported type: datetimepicker [json-pointer:/blocks/0/accessory]',
    ],
    [
      'a block_id that is used twice',
      [
        { type: 'divider', block_id: 'same' },
        { type: 'divider', block_id: 'same' },
      ],
      'message',
      'duplicate block_id: same [json-pointer:/blocks/1/block_id]',
    ],
    [
      'an action_id that is used twice in one block',
      [
        {
          type: 'actions',
          elements: [
            { type: 'button', text: plain('1'), action_id: 'same' },
            { type: 'button', text: plain('2'), action_id: 'same' },
          ],
        },
      ],
      'message',
      'action_id already exists in this block [json-pointer:/blocks/0/elements/1/action_id]',
    ],
  ] as const)('%s is refused', (_name, blocks, surface, line) => {
    expect(lines(checkBlocks(blocks, surface))).toContain(line);
  });

  test('the same action_id may stand in two blocks', () => {
    const row = { type: 'actions', elements: [{ type: 'button', text: plain('1'), action_id: 'same' }] };
    expect(checkBlocks([row, row], 'message')).toEqual([]);
  });
  test('checkbox options may carry mrkdwn', () => {
    const option = { text: { type: 'mrkdwn', text: '*A*' }, value: 'a' };
    const element = { type: 'checkboxes', options: [option], initial_options: [option] };
    expect(checkBlocks([{ type: 'actions', elements: [element] }], 'message')).toEqual([]);
  });
  test('markdown counts over the whole message', () => {
    const block = { type: 'markdown', text: 'x'.repeat(6_001) };
    expect(checkBlocks([block], 'message')).toEqual([]);
    expect(checkBlocks([block, block], 'message')).not.toEqual([]);
  });
  test('51 blocks are too many for a message and fit a modal', () => {
    const many = Array.from({ length: 51 }, () => ({ type: 'divider' }));
    expect(lines(checkBlocks(many, 'message'))).toEqual([
      'no more than 50 items allowed [json-pointer:/blocks]',
    ]);
    expect(checkBlocks(many, 'modal')).toEqual([]);
  });
  test('rich text is walked to its leaves', () => {
    const section = (...elements: object[]) => [
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] },
    ];
    expect(
      checkBlocks(section({ type: 'text', text: '<!channel>', style: { bold: true } }), 'message'),
    ).toEqual([]);
    expect(lines(checkBlocks(section({ type: 'shout', text: 'x' }), 'message'))).toEqual([
      'unsupported type: shout [json-pointer:/blocks/0/elements/0/elements/0]',
    ]);
  });
});

test('a message without any content is no_text', () => {
  expect(checkMessage({ channel: 'C1' }).map((breach) => breach.message)).toEqual(['no_text']);
});
test('markdown_text does not go together with text', () => {
  expect(checkMessage({ text: 'a', markdown_text: 'b' }).map((breach) => breach.message)).toEqual([
    'markdown_text_conflict',
  ]);
});

describe('acknowledgements of a form', () => {
  const view = modal();
  test.each([
    ['nothing at all', undefined],
    ['an empty object', {}],
    ['errors on an input block', { response_action: 'errors', errors: { one: 'Please say when.' } }],
    ['a good next view', { response_action: 'update', view }],
    ['clear', { response_action: 'clear' }],
  ])('%s is fine', (_name, body) => {
    expect(checkAck('view_submission', body, view)).toEqual([]);
  });
  test.each([
    ['errors on a block that is no input', { response_action: 'errors', errors: { other: 'x' } }],
    ['errors without any', { response_action: 'errors', errors: {} }],
    [
      'a view that breaks a limit',
      { response_action: 'push', view: modal({ title: plain('x'.repeat(25)) }) },
    ],
    ['an action that does not exist', { response_action: 'reopen' }],
    ['plain text', 'thanks'],
  ])('%s would only be "trouble connecting"', (_name, body) => {
    expect(checkAck('view_submission', body, view)).not.toEqual([]);
  });
});
