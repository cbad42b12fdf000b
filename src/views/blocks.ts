/** Small builders of Block Kit. */
import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  MrkdwnElement,
  PlainTextElement,
  RichTextBlock,
  SectionBlock,
} from '@slack/types';

/** Slack's bar chart, which its package of types does not know yet. In messages only, two at most. */
export type ChartBlock = {
  readonly type: 'data_visualization';
  readonly block_id: string;
  readonly title: string;
  readonly chart: {
    readonly type: 'bar';
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: {
      readonly categories: readonly string[];
      readonly x_label: string;
      readonly y_label: string;
    };
  };
};

/** What is sent to a channel or a person. `text` stands alone: screen readers and notifications read only it. */
export type Message = { readonly text: string; readonly blocks: readonly (KnownBlock | ChartBlock)[] };

/** Slack's three control characters; after this no mention, link or broadcast can come alive. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** At most `limit` code points, with an ellipsis when something was left out. Never used inside a quote. */
export const shortened = (text: string, limit: number): string => {
  // There are no more points than units.
  if (text.length <= limit) return text;
  const points = [...text];
  return points.length <= limit ? text : `${points.slice(0, limit - 1).join('')}…`;
};

export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false });

/** Our own markup. Whatever comes from people or models goes through `escaped` first. */
export const mrkdwn = (text: string): MrkdwnElement => ({ type: 'mrkdwn', text, verbatim: true });

export const section = (text: string): SectionBlock => ({ type: 'section', text: mrkdwn(text) });

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(shortened(text, 150)) });

export const context = (...texts: readonly string[]): ContextBlock => ({
  type: 'context',
  elements: texts.map(mrkdwn),
});

export const button = (
  text: string,
  actionId: string,
  value: string,
  more: Pick<Button, 'style' | 'accessibility_label' | 'confirm'> = {},
): Button => ({
  type: 'button',
  text: plain(shortened(text, 75)),
  action_id: actionId,
  ...(value === '' ? {} : { value }),
  ...more,
});

export const actions = (blockId: string, elements: readonly Button[]): ActionsBlock => ({
  type: 'actions',
  block_id: blockId,
  elements: [...elements],
});

/** Paragraphs in leaves that Slack never parses for mentions or markup: the place for words that are not ours. */
export const inertText = (text: string, blockId?: string): RichTextBlock => ({
  type: 'rich_text',
  ...(blockId === undefined ? {} : { block_id: blockId }),
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

/** The same in bold: what a person asked, above its answer. */
export const inertTitle = (text: string, blockId?: string): RichTextBlock => ({
  type: 'rich_text',
  ...(blockId === undefined ? {} : { block_id: blockId }),
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text, style: { bold: true } }] }],
});

type Leaf = { readonly text: string; readonly bold?: boolean };

/** Exact words as a quotation, in leaves that may be bold, with what introduces them in grey italics above. */
export const inertLeaves = (
  leaves: readonly Leaf[],
  introduction: string | null,
  blockId?: string,
): RichTextBlock => ({
  type: 'rich_text',
  ...(blockId === undefined ? {} : { block_id: blockId }),
  elements: [
    {
      type: 'rich_text_quote',
      elements: [
        ...(introduction === null
          ? []
          : [{ type: 'text' as const, text: `${introduction}\n`, style: { italic: true } }]),
        ...leaves.map(({ text, bold }) => ({
          type: 'text' as const,
          text,
          ...(bold === true ? { style: { bold } } : {}),
        })),
      ],
    },
  ],
});

/** Somebody's exact words as a quotation, with what introduces them in grey italics above. */
export const inertQuote = (quote: string, introduction: string | null, blockId?: string): RichTextBlock =>
  inertLeaves([{ text: quote }], introduction, blockId);

export const textField = (
  blockId: string,
  label: string,
  more: {
    readonly hint?: string;
    readonly placeholder?: string;
    readonly initial?: string;
    readonly maximum?: number;
    readonly optional?: boolean;
    readonly multiline?: boolean;
  } = {},
): InputBlock => ({
  type: 'input',
  block_id: blockId,
  label: plain(label),
  optional: more.optional ?? false,
  ...(more.hint === undefined ? {} : { hint: plain(more.hint) }),
  element: {
    type: 'plain_text_input',
    action_id: 'value',
    multiline: more.multiline ?? true,
    max_length: more.maximum ?? 3000,
    ...(more.placeholder === undefined ? {} : { placeholder: plain(more.placeholder) }),
    ...(more.initial === undefined || more.initial === '' ? {} : { initial_value: more.initial }),
  },
});
