/** Slack's own judgement of blocks, views and messages, before Slack is asked. Pure; the rules are the table in `limits.ts`. */
import type { KnownBlock, View } from '@slack/types';
import { checkRule, checkShape } from './check.ts';
import { home, limits, modal } from './limits.ts';
import { type BlockSurface, type Breach, codePoints, isObject } from './rule.ts';
import type { Walk } from './walk.ts';
import { checkWhole } from './whole.ts';

/** Blocks of a message, modal or Home. An empty answer means that Slack would take them. */
export const checkBlocks = (
  blocks: unknown,
  surface: BlockSurface,
  pointer = '/blocks',
): readonly Breach[] => {
  const walk: Walk = { surface, block: null, element: null, breaches: [] };
  const max = surface === 'message' ? limits.messageBlocks : modalBlocks;
  checkRule(
    walk,
    pointer,
    blocks,
    { kind: 'array', items: { kind: 'block' }, max, min: surface === 'message' ? 0 : 1 },
    {},
  );
  return [...walk.breaches, ...(Array.isArray(blocks) ? checkWhole(pointer, blocks) : [])];
};

const modalBlocks = 100;

/** A modal or Home as it goes to `views.*` or into an acknowledgement. */
export const checkView = (view: unknown, pointer = '/view'): readonly Breach[] => {
  if (!isObject(view)) return [{ pointer, message: 'must provide an object' }];
  const type = view['type'];
  if (type !== 'modal' && type !== 'home') {
    return [
      {
        pointer,
        message: type === undefined ? 'missing required field: type' : `unsupported type: ${String(type)}`,
      },
    ];
  }
  const { blocks, ...rest } = view;
  const shape = type === 'modal' ? modal : home;
  const walk: Walk = { surface: type, block: null, element: null, breaches: [] };
  const { blocks: _blocks, ...fields } = shape.fields;
  checkShape(walk, pointer, rest, { fields });
  const found = [...walk.breaches];
  if (blocks === undefined) found.push({ pointer, message: 'missing required field: blocks' });
  else found.push(...checkBlocks(blocks, type, `${pointer}/blocks`));
  const inputs =
    Array.isArray(blocks) && blocks.some((block: unknown) => isObject(block) && block['type'] === 'input');
  if (type === 'modal' && inputs && view['submit'] === undefined) {
    found.push({ pointer, message: 'must define `submit` to use an `input` block in modals' });
  }
  if (isTooLarge(view))
    found.push({ pointer, message: `view must be less than ${limits.viewBytes + 1} bytes` });
  return found;
};

/** Slack answers `view_too_large` above 250 kB of JSON. */
export const isTooLarge = (view: unknown): boolean =>
  new TextEncoder().encode(JSON.stringify(view) ?? '').length > limits.viewBytes;

/** What `chat.postMessage`, `chat.update`, `respond` and friends are given. The error names are Slack's where the text is one word. */
export const checkMessage = (args: unknown): readonly Breach[] => {
  if (!isObject(args)) return [{ pointer: '', message: 'must provide an object' }];
  const { text, blocks, attachments, markdown_text: markdown } = args;
  const found: Breach[] = [];
  const list = Array.isArray(blocks) ? blocks.length : 0;
  const attached = Array.isArray(attachments) ? attachments.length : 0;
  const empty = (value: unknown) => value === undefined || value === null || value === '';
  if (empty(text) && empty(markdown) && list === 0 && attached === 0)
    found.push({ pointer: '', message: 'no_text' });
  if (!empty(markdown) && (!empty(text) || list > 0))
    found.push({ pointer: '/markdown_text', message: 'markdown_text_conflict' });
  if (typeof markdown === 'string' && codePoints(markdown) > limits.markdownText) {
    found.push({
      pointer: '/markdown_text',
      message: `must be less than ${limits.markdownText + 1} characters`,
    });
  }
  if (!empty(text) && typeof text !== 'string')
    found.push({ pointer: '/text', message: 'must provide a string' });
  if (typeof text === 'string' && codePoints(text) > limits.messageText)
    found.push({ pointer: '/text', message: 'msg_too_long' });
  if (attached > limits.attachments) found.push({ pointer: '/attachments', message: 'too_many_attachments' });
  if (blocks !== undefined && blocks !== null) found.push(...checkBlocks(blocks, 'message'));
  return found;
};

/** Guards for what has been checked. */
export const areBlocks = (blocks: unknown, surface: BlockSurface): blocks is KnownBlock[] =>
  checkBlocks(blocks, surface).length === 0;
export const isView = (view: unknown): view is View => checkView(view).length === 0;
