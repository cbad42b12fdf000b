import { describe, expect, it } from 'vitest';
import type { LetterFacts } from '../../src/letters/fact-fields.ts';
import { fill } from '../../src/letters/fill.ts';
import { readTemplate } from '../../src/letters/template.ts';

const head = `---
id: note
title: A note
version: "1"
moment: inform
rights: [access]
states: [received]
regimes: [uk]
required:
  receipt_date: We received
---
`;

const filled = (body: string, facts: LetterFacts) =>
  fill(readTemplate('note.md', head + body, new Map()), facts);

describe('filling a letter', () => {
  it('writes dates in full, with the weekday', () => {
    expect(filled('We received it on {{received}}.', { received: '2026-11-25' }).text).toBe(
      'We received it on Wednesday 25 November 2026.\n',
    );
  });

  it('shows what is missing as a gap in plain words and names the fact once', () => {
    expect(filled('{{reference}} and {{reference}}', {})).toEqual({
      text: '【case number】 and 【case number】\n',
      missing: ['reference'],
    });
  });

  it('treats blank text and an empty list as missing', () => {
    expect(
      filled('{{reference}}{{#each erased}}{{this}}{{/each}}', { reference: ' ', erased: [] }).missing,
    ).toEqual(['reference', 'erased']);
  });

  it('takes one branch or the other, and asks nothing of the branch not taken', () => {
    const body = '{{#if due}}by {{due}}{{else}}no date: {{noDueReason}}{{/if}}';
    expect(filled(body, { due: '2026-12-29' })).toEqual({
      text: 'by Tuesday 29 December 2026\n',
      missing: [],
    });
    expect(filled(body, { noDueReason: 'paused' })).toEqual({ text: 'no date: paused.\n', missing: [] });
  });

  it('repeats a list without blank lines and reads the cells of a table by name', () => {
    const body = 'Kept:\n\n{{#each kept}}\n- {{what}} until {{until}}\n{{/each}}\n\nEnd';
    const kept = [
      { what: 'invoice', ground: 'tax', until: '2032-03-31' },
      { what: 'record', ground: '', until: '' },
    ];
    expect(filled(body, { kept })).toEqual({
      text: 'Kept:\n\n- invoice until Wednesday 31 March 2032\n- record until 【what is kept: until】\n\nEnd\n',
      missing: ['kept'],
    });
  });

  it('never reads marks that a person typed', () => {
    expect(filled('{{lateReason}}', { lateReason: '{{reference}} {{#if due}}' }).text).toBe(
      '{{reference}} {{#if due}}\n',
    );
  });
});

describe('a template that is broken is refused with the reason', () => {
  it.each([
    ['an unclosed block', '{{#if due}}by', /never closed/],
    ['a block that was never opened', 'by {{/if}}', /no partner/],
    ['an unreadable mark', '{{due!}}', /unreadable/],
    ['a part that is not there', '{{> tail}}', /no part "tail"/],
  ])('%s', (_, body, reason) => {
    expect(() => filled(body, {})).toThrow(reason);
  });

  it('and so is an element that nobody knows', () => {
    const source = `${head.replace('receipt_date', 'moon_phase')}Hello`;
    expect(() => readTemplate('note.md', source, new Map())).toThrow(/moon_phase/);
  });
});
