/** The text of a letter, ready to be copied. */
import type { RichTextBlock } from '@slack/types';
import { piecesOf } from '../pieces.ts';

/** Slack takes some 3,000 characters of text in one block; a letter is cut where it may be cut. */
const mostInBlock = 2_800;

/** Not every typeface has the brackets of a gap; these every one has. A letter with a gap goes nowhere, so its words may differ here. */
const readable = (text: string): string => text.replaceAll('【', '[[').replaceAll('】', ']]');

const mostBlocks = 20;

const shownPieces = (text: string): readonly string[] => {
  const all = piecesOf(readable(text), mostInBlock);
  return all.length <= mostBlocks
    ? all
    : [
        ...all.slice(0, mostBlocks),
        '(The rest is too long to be shown here: save the letter with “privacy register letter”.)',
      ];
};

/** The letter's words in leaves that Slack never reads as markup, ready to be selected and copied. */
export const letterBlocks = (text: string): readonly RichTextBlock[] =>
  shownPieces(text).map((piece) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', border: 0, elements: [{ type: 'text', text: piece }] }],
  }));
