import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline } from '../../../src/workspace/page/inline.ts';
import { parseMarkdown } from '../../../src/workspace/page/markdown.ts';
import { parseInline, parseMrkdwn } from '../../../src/workspace/page/mrkdwn.ts';

/** The tree written down shortly: *bold*, [link], plain text. */
const brief = (nodes: readonly Inline[]): string => nodes.map(briefOne).join('');

const briefOne = (node: Inline): string => {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'bold':
    case 'italic':
    case 'strike':
      return `${node.type}(${brief(node.children)})`;
    case 'code':
      return `code(${node.text})`;
    case 'link':
      return `link(${node.url}|${brief(node.label)})`;
    case 'user':
      return `user(${node.id})`;
    case 'channel':
      return `channel(${node.id}|${node.name})`;
    case 'mention':
      return `mention(${node.text})`;
    case 'date':
      return `date(${node.seconds}|${node.format}|${node.fallback})`;
    case 'emoji':
      return `emoji(${node.name})`;
  }
};

const links = (nodes: readonly Inline[]): readonly string[] =>
  nodes.flatMap((node) =>
    node.type === 'link' ? [node.url] : 'children' in node ? links(node.children) : [],
  );

test.each([
  ['*bold* and _italic_ and ~gone~', 'bold(bold) and italic(italic) and strike(gone)'],
  ['*bold _both_*', 'bold(bold italic(both))'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['snake_case_name', 'snake_case_name'],
  ['*not closed', '*not closed'],
  ['* not bold*', '* not bold*'],
  ['`*no styles in code*`', 'code(*no styles in code*)'],
  ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
  ['<https://a.example/x?y=1&amp;z=2|label>', 'link(https://a.example/x?y=1&z=2|label)'],
  ['<mailto:a@b.example|write>', 'link(mailto:a@b.example|write)'],
  ['see https://a.example/p.', 'see link(https://a.example/p|https://a.example/p).'],
  ['<@U123> in <#C1|general>', 'user(U123) in channel(C1|general)'],
  ['<!here> <!subteam^S1|@team>', 'mention(@here) mention(@team)'],
  ['<!date^1700000000^{date_short}|14 Nov>', 'date(1700000000|{date_short}|14 Nov)'],
  ['<!date^soon^{date}|soon>', 'soon'],
  [':lock: :no_such_thing: 10:30:45', 'emoji(lock) :no_such_thing: 10:30:45'],
])('%s is read as Slack reads it', (source, expected) => {
  expect(brief(parseInline(source))).toBe(expected);
});

test('quotations and preformatted lines are paragraphs of their own', () => {
  expect(parseMrkdwn('before\n&gt; one\n> *two*\nafter\n```\nx < *y*\n```')).toEqual([
    { type: 'text', children: [{ type: 'text', text: 'before' }] },
    {
      type: 'quote',
      children: [
        { type: 'text', text: 'one\n' },
        { type: 'bold', children: [{ type: 'text', text: 'two' }] },
      ],
    },
    { type: 'text', children: [{ type: 'text', text: 'after\n' }] },
    { type: 'pre', text: 'x < *y*' },
  ]);
});

describe('hostile text', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'JaVaScRiPt:alert(1)',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    'https:',
  ])('no link goes to %s', (address) => {
    expect(links(parseInline(`<${address}|click>`))).toEqual([]);
    expect(
      links(
        parseMarkdown(`[click](${address})`).flatMap((chunk) => ('children' in chunk ? chunk.children : [])),
      ),
    ).toEqual([]);
  });

  test('a label does not hide where a refused address would have gone', () => {
    expect(brief(parseInline('<javascript:alert(1)|your bank>'))).toBe('your bank (javascript:alert(1))');
  });

  test('tags stay text', () => {
    expect(brief(parseInline('<img src=x onerror=alert(1)> <b>x</b>'))).toBe(
      '<img src=x onerror=alert(1)> <b>x</b>',
    );
    expect(parseMarkdown('<script>alert(1)</script>')).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: '<script>alert(1)</script>' }] },
    ]);
  });

  test('whatever is typed is read without an error, quickly, and links only where links may go', () => {
    const nasty = fc
      .array(
        fc.constantFrom(
          '*',
          '_',
          '~',
          '`',
          '```',
          '<',
          '>',
          '|',
          '&lt;',
          '<@',
          '!',
          ':',
          'a',
          ' ',
          '\n',
          'http://',
          '#',
          '[',
          '](',
          '\\',
        ),
        { maxLength: 200 },
      )
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(nasty, (source) => {
        const chunks = [...parseMrkdwn(source), ...parseMarkdown(source)];
        for (const chunk of chunks) {
          if (!('children' in chunk)) continue;
          for (const url of links(chunk.children)) expect(url).toMatch(/^(https?:\/\/|mailto:)/i);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('thousands of unclosed marks take no noticeable time', () => {
    for (const mark of ['*a ', '_a ', '`', '<', '**', '[', '~~', '*_~']) {
      const source = mark.repeat(3000);
      // Computing, not waiting: a crowded machine makes nothing slower here.
      const begin = process.cpuUsage();
      parseMrkdwn(source);
      parseMarkdown(source);
      const { user, system } = process.cpuUsage(begin);
      expect((user + system) / 1000, mark).toBeLessThan(1500);
    }
  });
});

test('Markdown blocks have headings, lists, tables, quotes and fences', () => {
  const source =
    '# Title\ntext **bold** and *so*\n\n- one\n- two\n\n1. first\n\n> said\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```js\ncode\n```\n---';
  expect(parseMarkdown(source).map((chunk) => chunk.type)).toEqual([
    'heading',
    'paragraph',
    'list',
    'list',
    'quote',
    'table',
    'pre',
    'rule',
  ]);
  const [, paragraph] = parseMarkdown(source);
  expect(paragraph && 'children' in paragraph ? brief(paragraph.children) : '').toBe(
    'text bold(bold) and italic(so)',
  );
});
